/** The room `acopio`: what came in, how it was weighed and graded, and what was said against it. */
import type { ActDeclaration } from "../../kernel/act/declaration.ts";
import type { RecordDeclaration } from "../../kernel/act/record.ts";
import type { ViewDeclaration } from "../../kernel/view.ts";
import * as declared from "./acts.ts";
import { laboratoryResult } from "./records/laboratory.ts";
import * as kept from "./records.ts";
import * as shown from "./views.ts";

/** The acts of this room. */
export const acts: readonly ActDeclaration[] = Object.values(declared);
/** The views of this room. */
export const views: readonly ViewDeclaration[] = Object.values(shown);
/** The records of this room. */
export const records = [
  kept.delivery,
  kept.sampleResult,
  kept.deliveryVoid,
  kept.objection,
  kept.deliveryNote,
  kept.settledDelivery,
  kept.pastDelivery,
  kept.point,
  kept.pointOpening,
  kept.pointClosing,
  kept.scaleCheck,
  kept.cashMove,
  kept.cashCount,
  kept.hold,
  kept.holdEnd,
  kept.pad,
  kept.padSerial,
  kept.padAccount,
  laboratoryResult,
] as unknown as readonly RecordDeclaration[];
