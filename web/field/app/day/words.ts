/** What an act of this telephone is called in a list: what it was, and about what. */
import type { Say } from "../../../language/say.ts";
import { dayAndClock } from "../parts/clock.ts";
import type { FieldCore, OutboxItem } from "../ports.ts";
import { saidOf } from "./told.ts";

/** "Entrega, recibo QD2A-000018"; an act that a newer app said is named by its kind. */
export function actTitle(item: OutboxItem, core: FieldCore, say: Say): string {
  const key = `field.act.${item.kind}`;
  const what = say.has(key) ? say(key) : item.kind;
  const said = saidOf(item);
  const receipt = said?.receipt ?? receiptOf(said?.delivery, core);
  return receipt === undefined ? what : say("field.act.of-receipt", { what, receipt });
}

/** The receipt of the hand-over that a void or an objection is about. */
function receiptOf(delivery: string | undefined, core: FieldCore): string | undefined {
  if (delivery === undefined) return undefined;
  for (const item of core.outbox()) {
    const said = item.kind === "delivery.receive" ? saidOf(item) : null;
    if (said !== null && (said.delivery ?? item.act) === delivery) return said.receipt;
  }
  return undefined;
}

/** Day and clock of an act. */
export function actUnder(item: OutboxItem, zone: string, say: Say): string {
  const { day, clock } = dayAndClock(item.at, zone);
  return say("field.act.at", { day, clock });
}
