/** How the fields of sheets (price plans, deductions, grading schemes) are spelled. Numbers are decimal text, never JSON numbers. */
import * as z from "zod/mini";
import { isGrain, roundingModes } from "../../../kernel/exact/index.ts";
import { codeSchema, textSchema } from "../../../kernel/schema.ts";
import { day } from "../../../kernel/time/index.ts";

export {
  codeSchema as codeText,
  currencySchema as currencyText,
  decimalSchema as decimalText,
  notNegativeSchema as notNegativeDecimal,
  percentSchema as percentText,
} from "../../../kernel/schema.ts";

/** A day that exists, "2026-09-16". Plain text, so that a sheet read back from its book is again a sheet. */
export const dayText = z.string().check(
  z.regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/),
  z.refine((text) => day(text) !== null),
);

/** A sentence a person wrote. */
export const sentenceText = textSchema(400);

/** The same words in one or more languages, by language tag; at least one. */
export const wordsByLanguage = z
  .record(z.string().check(z.regex(/^[a-z]{2,3}(?:-[A-Z]{2})?$/)), sentenceText)
  .check(z.refine((words) => Object.keys(words).length > 0));
export type WordsByLanguage = z.infer<typeof wordsByLanguage>;

/** A decimal above zero. */
export const positiveDecimal = z.string().check(z.refine(isGrain));

/** A named rounding: its mode and its grain. */
export const roundingSheet = z.strictObject({ mode: z.enum(roundingModes), grain: positiveDecimal });

/** The name of a step inside its plan: later steps read its figure by it. */
export const stepId = codeSchema;

/** The code of a measure of a grading scheme: "moisture", "sound-grams", "cup-score". */
export const measureCode = codeSchema;

/** A place of hand-over by its name, as receipts write it. */
export const placeText = textSchema(80);

/** The code of a price series or price list. */
export const seriesCode = codeSchema;
