/** Giving the receipt: the hand-over is said, sealed and kept in one stroke; what the producer objects to is said after it. */
import type { VNode } from "preact";
import { useSay } from "../../../../components/speaking.tsx";
import { dayAndClock } from "../../parts/clock.ts";
import { useSaying } from "../../parts/saying.tsx";
import { signalRefused } from "../../parts/sounds.ts";
import { useField } from "../../screen.ts";
import { objectionsOf, receiveSays } from "./rules/says.ts";
import type { Step } from "./step.ts";

/** How a step gives the receipt; `trouble` is what to draw when it could not be kept. */
export type Giving = { readonly give: () => Promise<void>; readonly trouble: VNode | null; readonly busy: boolean };

/** Must: keep everything or nothing; never stand in the way of the next person. */
export function useGive({ id, draft, facts }: Step): Giving {
  const say = useSay();
  const { core, zone, replace, announce } = useField();
  const { act, trouble, busy } = useSaying();
  const give = async (): Promise<void> => {
    const says = receiveSays(draft, {
      place: core.place,
      day: facts.day,
      clock: dayAndClock(core.now(), zone).clock,
      scale: facts.scale?.scale ?? null,
      scaleChecked: facts.scaleChecked,
      measurements: facts.measurements,
      payment: facts.payment,
      taken: facts.verdict.goods !== "rejected",
      language: say.language,
      memberNumber: facts.person.number,
    });
    const said = await act("delivery.receive", says, { act: draft.delivery, draft: id, receipt: draft.paper === null });
    if (said === null) return;
    for (const objection of objectionsOf(draft, facts.day, () => core.newId())) await act("delivery.object", objection);
    if ((said.folded?.follows.questions.length ?? 0) > 0) signalRefused();
    announce(say("field.receipt.given"));
    replace("receipt", draft.delivery);
  };
  return { give, trouble, busy };
}
