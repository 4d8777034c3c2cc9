/** What an act of this telephone is called in a list: what it was, and about what. */
import type { Say } from "../../../language/say.ts";
import { dayAndClock } from "../parts/clock.ts";
import type { FieldCore, OutboxEntry } from "../ports.ts";

/** "Entrega, recibo QD2A-000018"; an act that a newer app said is named by its kind. */
export function actTitle(item: OutboxEntry, core: FieldCore, say: Say): string {
  const key = `field.act.${item.kind}`;
  const what = say.has(key) ? say(key) : item.kind;
  const receipt = item.gist?.receipt ?? receiptOf(item.gist?.delivery, core);
  return receipt === undefined ? what : say("field.act.of-receipt", { what, receipt });
}

/** The receipt of the hand-over that a void or an objection is about. */
function receiptOf(delivery: string | undefined, core: FieldCore): string | undefined {
  if (delivery === undefined) return undefined;
  const about = ({ kind, act, gist }: OutboxEntry): boolean =>
    kind === "delivery.receive" && (gist?.delivery ?? act) === delivery;
  return core.outbox().find(about)?.gist?.receipt;
}

/** Day and clock of an act. */
export function actUnder(item: OutboxEntry, zone: string, say: Say): string {
  const { day, clock } = dayAndClock(item.at, zone);
  return say("field.act.at", { day, clock });
}
