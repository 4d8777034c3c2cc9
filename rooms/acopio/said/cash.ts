/** What is said of the cash of a collection point: lent, brought, sent back, counted. Amounts are decimal text of the currency's units. */
import * as z from "zod/mini";
import { ActId, idSchema } from "../../../kernel/ids.ts";
import { currencySchema, daySchema, decimalSchema, notNegativeSchema, textSchema } from "../../../kernel/schema.ts";
import { clock, place } from "./common.ts";

/** Notes or coins of one value: "50000", or "0.50". */
export const notesCounted = z.strictObject({
  value: notNegativeSchema,
  count: z.int().check(z.nonnegative(), z.maximum(1_000_000)),
});

/**
 * A box counted note by note, in one currency. `shown` is what the screen said there should be: kept, so that a difference between
 * telephone and book can be explained. Which notes there are is said here and on the point's sheet, never known by the code.
 */
export const cashCounted = z.strictObject({
  currency: currencySchema,
  notes: z.array(notesCounted).check(z.maxLength(60)),
  shown: z.optional(decimalSchema),
});
export type CashCounted = z.infer<typeof cashCounted>;

/** The id of something lent to a point: the act `float.lend` that lent cash, or the one that lent the collecting of a debt. */
export const HoldId = idSchema<"Hold">();

/** The place of a box of the office; unsaid where it has one. */
const officeBox = z.optional(textSchema(80));

/** `float.lend`: cash goes from the office's box to the point, which may spend it until a day. The hold's id is the act's. */
export const lendFloatSaid = z.strictObject({
  place,
  from: officeBox,
  amount: notNegativeSchema,
  currency: currencySchema,
  until: daySchema,
});
export type LendFloatSaid = z.infer<typeof lendFloatSaid>;

/** `float.top-up`: cash arrived at the point. `lent` names the `float.lend` it is; unsaid when the point knows of none. */
export const topUpSaid = z.strictObject({
  place,
  lent: z.optional(ActId),
  from: officeBox,
  amount: notNegativeSchema,
  currency: currencySchema,
  on: daySchema,
  clock,
});
export type TopUpSaid = z.infer<typeof topUpSaid>;

/** `float.return`: cash left the point for the office's box. */
export const returnFloatSaid = z.strictObject({
  place,
  to: officeBox,
  amount: notNegativeSchema,
  currency: currencySchema,
  on: daySchema,
  clock,
});
export type ReturnFloatSaid = z.infer<typeof returnFloatSaid>;

/** `float.count`: the box of the point was counted, at any hour. */
export const countFloatSaid = z.strictObject({ place, on: daySchema, clock, cash: cashCounted });
export type CountFloatSaid = z.infer<typeof countFloatSaid>;

/** `hold.end`: what was lent goes back to the office before its day. */
export const endHoldSaid = z.strictObject({ hold: HoldId, reason: textSchema(200) });
