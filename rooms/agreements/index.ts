/** The room `agreements`: what was promised, on which terms, at which price, in which units. */
import type { ActDeclaration } from "../../kernel/act/declaration.ts";
import type { RecordDeclaration } from "../../kernel/act/record.ts";
import type { ViewDeclaration } from "../../kernel/view.ts";
import * as declared from "./acts.ts";
import { deductionConsent, schemeSheet } from "./records/terms.ts";
import * as kept from "./records.ts";
import * as shown from "./views.ts";

/** The acts of this room. */
export const acts: readonly ActDeclaration[] = Object.values(declared);
/** The views of this room. */
export const views: readonly ViewDeclaration[] = Object.values(shown);
/** The records of this room. */
export const records = [
  kept.agreement,
  kept.pricePlanSheet,
  kept.gradingSchemeSheet,
  kept.localUnit,
  schemeSheet,
  deductionConsent,
] as unknown as readonly RecordDeclaration[];
