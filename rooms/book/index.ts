/** The room `book`: what a book keeps about itself, and the ground that every act stands on. */
import type { ActDeclaration } from "../../kernel/act/declaration.ts";
import type { RecordDeclaration } from "../../kernel/act/record.ts";
import type { ViewDeclaration } from "../../kernel/view.ts";
import * as declared from "./acts.ts";
import * as kept from "./records.ts";
import * as shown from "./views.ts";

export { asked } from "./asked.ts";
export { ground } from "./ground.ts";
export { proposed } from "./proposed.ts";

/** The acts of this room. */
export const acts: readonly ActDeclaration[] = Object.values(declared);
/** The views of this room. */
export const views: readonly ViewDeclaration[] = Object.values(shown);
/** The records of this room. `question` is among them: the fold lays its rows. */
export const records = [
  kept.bookSettings,
  kept.seat,
  kept.device,
  kept.deviceRelease,
  kept.powers,
  kept.secondWaiver,
  kept.proposal,
  kept.proposalEnd,
  kept.accounting,
  kept.accountingClosing,
  kept.asked,
  kept.questionAnswer,
  kept.letter,
  kept.publicPage,
  kept.chartRecord,
  kept.accountingPeriod,
  kept.accountingPeriodClose,
] as unknown as readonly RecordDeclaration[];
