/** The languages there are, each by its own name; no flags. */
import { useState } from "preact/hooks";
import { useSay } from "../../../components/speaking.tsx";
import { Choice } from "../parts/choice.tsx";
import { Notice } from "../parts/notice.tsx";
import { useSurroundings } from "../surroundings.ts";

/** What a language calls itself; its tag where the telephone does not know. */
function ownName(tongue: string): string {
  if (typeof Intl.DisplayNames === "undefined") return tongue;
  return new Intl.DisplayNames([tongue], { type: "language" }).of(tongue) ?? tongue;
}

/** Must: change nothing when the other language could not be had. */
export function Tongues() {
  const say = useSay();
  const { tongue, tongues, speak } = useSurroundings();
  const [failed, setFailed] = useState(false);
  return (
    <>
      <Choice
        legend={say("field.more.language")}
        value={tongue}
        options={tongues.map((one) => ({ value: one, label: ownName(one), lang: one }))}
        onChoose={(chosen) => void speak(chosen).then((spoken) => setFailed(!spoken))}
      />
      {failed ? <Notice state="broken" loud title={say("field.more.language-away")} /> : null}
    </>
  );
}
