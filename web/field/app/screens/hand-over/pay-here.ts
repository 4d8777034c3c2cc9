/** Whether a hand-over can be paid at this point now. */

import type { ReceiptContent } from "../../../../../rooms/acopio/content.ts";
import { pointOn } from "../../../../../rooms/acopio/needs/points.ts";
import { settlementOf } from "../../../../../rooms/acopio/needs.ts";
import type { FieldCore } from "../../ports.ts";

/** The point pays cash, a price was shown, and no statement has taken the hand-over yet. */
export function canPayHere(core: FieldCore, content: ReceiptContent): boolean {
  if (content.shown?.value === undefined) return false;
  if (core.ask(settlementOf(content.delivery)) !== null) return false;
  return core.ask(pointOn(core.place, core.today()))?.sheet.paysCash === true;
}
