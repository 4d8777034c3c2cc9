/** The pad for what the grader read, measure after measure. */
import { useSay } from "../../../../components/speaking.tsx";
import { signalRefused, signalSaved } from "../../parts/sounds.ts";
import { useField } from "../../screen.ts";
import type { Facts } from "./facts.ts";
import { FigurePad } from "./figure-pad.tsx";
import { type HandOverDraft, type Typing, typed, withPadFor, withReading } from "./rules/draft.ts";
import type { Change } from "./use-draft.ts";
import { measureWords, unitSign } from "./words.ts";

type Props = { draft: HandOverDraft; pad: Typing; facts: Facts; change: Change };

/** Must: ask about a reading that no sample gives, and keep it all the same; let a reading be left out. */
export function ReadingPad({ pad, facts, change }: Props) {
  const say = useSay();
  const { announce } = useField();
  const at = facts.readings.findIndex(({ measure }) => measure.measure === pad.measure);
  const reading = facts.readings[at];
  if (reading === undefined) return null;
  const { measure, typed: text, state } = reading;
  const name = measureWords(reading, say);
  const unit = unitSign(measure.unit, say);
  const range = { name, from: measure.plausible.from, to: measure.plausible.to, unit };
  const doubted = state === "doubtful" || state === "unreadable";
  const next = facts.readings.slice(at + 1).find((one) => one.state === "missing");

  const keep = (): void => {
    if (doubted && pad.asked !== text) {
      signalRefused();
      announce(say("field.hand-over.ask-reading", range));
      change((now) => typed(now, { asked: text }));
      return;
    }
    if (text !== "") signalSaved();
    change((now) => (next === undefined ? { ...now, pad: null } : withPadFor(now, next.measure.measure)));
  };

  return (
    <FigurePad
      key={pad.measure}
      name={name}
      label={name}
      unit={unit}
      value={text}
      onType={(value) => change((now) => withReading(now, pad.measure, value))}
      hint={say("field.hand-over.reading-range", range)}
      {...(doubted ? { doubt: say("field.hand-over.ask-reading", range) } : {})}
      save={text === "" ? say("field.hand-over.leave-reading") : say("field.hand-over.save-reading", { name })}
      onSave={keep}
    />
  );
}
