/** Giving the receipt: the hand-over is said, sealed and kept in one stroke; what the producer objects to is said after it. */
import type { VNode } from "preact";
import { useSay } from "../../../../components/speaking.tsx";
import { dayAndClock } from "../../parts/clock.ts";
import { useSaying } from "../../parts/saying.tsx";
import { signalRefused } from "../../parts/sounds.ts";
import type { FieldCore } from "../../ports.ts";
import { useField } from "../../screen.ts";
import type { Facts } from "./facts.ts";
import type { HandOverDraft } from "./rules/draft.ts";
import { objectionsOf, receiveSays } from "./rules/says.ts";
import type { Step } from "./step.ts";

/** How a step gives the receipt; `trouble` is what to draw when it could not be kept. */
export type Giving = { readonly give: () => Promise<void>; readonly trouble: VNode | null; readonly busy: boolean };

/** What the hand-over of a draft says, here and now. */
export const saysOf = (core: FieldCore, draft: HandOverDraft, facts: Facts, language: string) =>
  receiveSays(draft, {
    place: core.place,
    day: facts.day,
    clock: dayAndClock(core.now(), core.settings()?.zone ?? "UTC").clock,
    scale: facts.scale?.scale ?? null,
    scaleChecked: facts.scaleChecked,
    measurements: facts.measurements,
    payment: facts.payment,
    taken: facts.verdict.goods !== "rejected",
    language,
    memberNumber: facts.person.number,
  });

/** Must: keep everything or nothing; never stand in the way of the next person. */
export function useGive({ id, draft, facts }: Step): Giving {
  const say = useSay();
  const { core, replace, announce } = useField();
  const { act, trouble, busy } = useSaying();
  const give = async (): Promise<void> => {
    const says = saysOf(core, draft, facts, say.language);
    const said = await act("delivery.receive", says, { act: draft.delivery, draft: id, receipt: draft.paper === null });
    if (said === null) return;
    for (const objection of objectionsOf(draft, facts.day, () => core.newId())) await act("delivery.object", objection);
    if ((said.folded?.follows.questions.length ?? 0) > 0) signalRefused();
    announce(say("field.receipt.given"));
    replace("receipt", draft.delivery);
  };
  return { give, trouble, busy };
}
