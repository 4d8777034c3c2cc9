/** The weight in words, to be said aloud by whoever weighs, or by the telephone where it has the recordings. */
import { useEffect, useState } from "preact/hooks";
import { useSay } from "../../../../components/speaking.tsx";
import { wordsOneByOne } from "../../../../language/number-words.ts";
import { Icon } from "../../parts/icon.tsx";
import { useAround } from "./ports.ts";

/** Must: say the weight in the words of the place; have a button only where there is a voice; fall silent when touched again. */
export function SayAloud({ words }: { words: string | null }) {
  const say = useSay();
  const [speaks, setSpeaks] = useState(false);
  const { voice } = useAround();
  // Another weight, or another screen: what was being said is no longer so.
  useEffect(() => () => voice?.hush(), [voice, words]);
  if (words === null) return null;
  const spoken = wordsOneByOne(words);
  const touched = async (): Promise<void> => {
    if (speaks) return voice?.hush();
    setSpeaks(true);
    await voice?.say(spoken, say.language).finally(() => setSpeaks(false));
  };
  return (
    <p class="aloud">
      {voice?.ready(spoken, say.language) ? (
        <button
          class="speaker"
          type="button"
          aria-label={say("field.hand-over.listen")}
          aria-pressed={speaks}
          onClick={() => void touched()}
        >
          <Icon name="listen" />
        </button>
      ) : (
        <Icon name="listen" />
      )}
      <span>
        {say("field.hand-over.say")} <b>{words}</b>
      </span>
    </p>
  );
}
