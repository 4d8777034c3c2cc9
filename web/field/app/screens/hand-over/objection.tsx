/** "Recibido con reclamo": against what, in whose words. It opens a dispute and holds nobody up. */
import { useSay } from "../../../../components/speaking.tsx";
import { Bar, MainAct, Quiet } from "../../parts/acts.tsx";
import { Entry } from "../../parts/entry.tsx";
import { Shown } from "../../parts/shown.tsx";
import { useGive } from "./give.tsx";
import type { Step } from "./step.ts";

/** What can be objected to at the scale. */
const things = ["weight", "tare", "moisture", "grade", "price", "other"] as const;

/** Must: let several things be objected to; ask no words of whoever does not want to give them. */
export function Objection(step: Step) {
  const { draft, change } = step;
  const say = useSay();
  const { give, trouble, busy } = useGive(step);
  const said = draft.objection ?? { against: [], words: "" };
  const toggle = (thing: string): void =>
    change((now) => {
      const before = now.objection ?? { against: [], words: "" };
      const against = before.against.includes(thing)
        ? before.against.filter((one) => one !== thing)
        : [...before.against, thing];
      return { ...now, objection: { ...before, against } };
    });
  return (
    <Shown
      title={say("field.hand-over.objection-ask")}
      speak
      back={false}
      bar={
        <Bar>
          {trouble}
          <MainAct icon="receipt" disabled={busy || said.against.length === 0} onPress={() => void give()}>
            {say("field.hand-over.give-with-objection")}
          </MainAct>
        </Bar>
      }
    >
      <p>{say("field.hand-over.objection-why")}</p>
      <fieldset class="choice against">
        <legend>{say("field.hand-over.objection-against")}</legend>
        {things.map((thing) => (
          <label key={thing} class="key-label">
            <input type="checkbox" checked={said.against.includes(thing)} onChange={() => toggle(thing)} />
            <span>{say(`field.hand-over.against-${thing}`)}</span>
          </label>
        ))}
      </fieldset>
      <Entry
        label={say("field.hand-over.objection-words")}
        hint={say("field.hand-over.objection-words-hint")}
        value={said.words}
        onType={(words) => change((now) => ({ ...now, objection: { ...said, words: words.slice(0, 1_000) } }))}
        small
      />
      <Quiet onPress={() => change((now) => ({ ...now, stage: "look", objection: null }))}>
        {say("field.hand-over.no-objection")}
      </Quiet>
    </Shown>
  );
}
