/** The weight in words, to be said aloud by whoever weighs, or by the telephone where it has the recordings. */
import { useSay } from "../../../../components/speaking.tsx";
import { wordsOneByOne } from "../../../../language/number-words.ts";
import { Icon } from "../../parts/icon.tsx";
import { whatIsAround } from "./ports.ts";

/** Must: say the weight in the words of the place; have a button only where there is a voice. */
export function SayAloud({ words }: { words: string | null }) {
  const say = useSay();
  if (words === null) return null;
  const { voice } = whatIsAround();
  const spoken = wordsOneByOne(words);
  return (
    <p class="aloud">
      {voice?.ready(spoken, say.language) ? (
        <button
          class="speaker"
          type="button"
          aria-label={say("field.hand-over.listen")}
          onClick={() => void voice.say(spoken, say.language)}
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
