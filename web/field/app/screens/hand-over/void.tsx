/** A receipt that does not count any more: why, and whether another takes its place. Nothing is edited; both papers stay in view. */
import { useState } from "preact/hooks";
import { voidOf } from "../../../../../rooms/acopio/needs.ts";
import type { ReceiveSaid } from "../../../../../rooms/acopio/said.ts";
import { useSay } from "../../../../components/speaking.tsx";
import { Act, Bar, MainAct } from "../../parts/acts.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Entry } from "../../parts/entry.tsx";
import { useSaying } from "../../parts/saying.tsx";
import { Shown } from "../../parts/shown.tsx";
import { useField } from "../../screen.ts";
import { keepNew } from "./begin.ts";
import { draftAgain } from "./rules/again.ts";
import { useWhole } from "./use-whole.ts";

const reasons = ["weight", "tare", "person", "product", "other"] as const;
type Reason = (typeof reasons)[number];

/** Must: ask why; void at once and by a second act; open the new hand-over with the same bags, so that nobody weighs twice for a slip of the pen. */
export function VoidReceipt({ delivery }: { delivery: string }) {
  const { core, replace } = useField();
  const say = useSay();
  const { act, trouble, busy } = useSaying();
  const [reason, setReason] = useState<Reason | null>(null);
  const [words, setWords] = useState("");
  const whole = useWhole(delivery);
  if (whole === undefined) return null;
  const said = whole?.kind === "delivery.receive" ? (JSON.parse(whole.text) as { says: ReceiveSaid }).says : null;
  if (said === null || core.ask(voidOf(delivery)) !== null)
    return <Shown title={say(said === null ? "field.receipt.not-here" : "field.receipt.voided-already")} />;
  const isReady = reason !== null && (reason !== "other" || words.trim() !== "");

  const voided = async (replacing: boolean): Promise<void> => {
    if (reason === null) return;
    const draft = replacing ? draftAgain(core.newId(), said, say.notation.decimal) : null;
    // The new one is kept first: a telephone that goes off between the two leaves a draft, never a hole.
    if (draft !== null && !(await keepNew(core, draft))) return;
    const why = [say(`field.void.because-${reason}`), words.trim()].filter((one) => one !== "").join(": ");
    const done = await act("delivery.void", {
      delivery,
      reason: why.slice(0, 400),
      ...(draft === null ? {} : { replacedBy: draft.delivery }),
      on: core.today(),
    });
    if (done === null) {
      if (draft !== null) await core.drafts.drop(draft.delivery);
      return;
    }
    if (draft === null) replace("receipt", delivery);
    else replace("hand-over", draft.delivery);
  };

  return (
    <Shown
      title={say("field.void.title", { number: said.receipt ?? "" })}
      speak
      bar={
        <Bar>
          {trouble}
          <MainAct icon="scale" disabled={busy || !isReady} onPress={() => void voided(true)}>
            {say("field.void.and-again")}
          </MainAct>
        </Bar>
      }
    >
      <p>{say("field.void.what")}</p>
      <Choice
        legend={say("field.void.why")}
        options={reasons.map((value) => ({ value, label: say(`field.void.because-${value}`) }))}
        value={reason}
        onChoose={setReason}
      />
      <Entry label={say("field.void.words")} value={words} onType={(text) => setWords(text.slice(0, 300))} small />
      <div class="acts">
        <Act icon="close" disabled={busy || !isReady} onPress={() => void voided(false)}>
          {say("field.void.only")}
        </Act>
      </div>
    </Shown>
  );
}
