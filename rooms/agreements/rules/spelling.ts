/** How the fields of sheets (price plans, deductions, grading schemes) are spelled. Numbers are decimal text, never JSON numbers. */
import * as z from "zod/mini";
import { decimal, isGrain, roundingModes } from "../../../kernel/exact/index.ts";

/** A lasting code: lower-case words with hyphens, at most 64 characters. */
export const codeText = z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), z.maxLength(64));

/** An ISO 4217 currency by shape. */
export const currencyText = z.string().check(z.regex(/^[A-Z]{3}$/));

/** A calendar day, "2026-09-16", by shape; the acts check that it exists. */
export const dayText = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/** A sentence a person wrote. */
export const sentenceText = z.string().check(z.minLength(1), z.maxLength(400));

/** The same words in one or more languages, by language tag. */
export const wordsByLanguage = z
  .record(z.string().check(z.regex(/^[a-z]{2,3}(?:-[A-Z]{2})?$/)), sentenceText)
  .check(z.refine((words) => Object.keys(words).length > 0));
export type WordsByLanguage = z.infer<typeof wordsByLanguage>;

/** A strict decimal, "12.6" or "-0.10". */
export const decimalText = z.string().check(z.refine((text) => decimal(text) !== null));

/** A decimal not below zero. */
export const notNegativeDecimal = z.string().check(
  z.refine((text) => {
    const value = decimal(text);
    return value !== null && value.numerator >= 0n;
  }),
);

/** A decimal above zero. */
export const positiveDecimal = z.string().check(z.refine(isGrain));

/** A percentage from 0 to 100, "0.5" for a half per cent. */
export const percentText = z.string().check(
  z.refine((text) => {
    const value = decimal(text);
    return value !== null && value.numerator >= 0n && value.numerator <= 100n * value.denominator;
  }),
);

/** A named rounding: its mode and its grain. */
export const roundingSheet = z.strictObject({ mode: z.enum(roundingModes), grain: positiveDecimal });

/** The name of a step inside its plan: later steps read its figure by it. */
export const stepId = codeText;

/** The code of a measure of a grading scheme: "moisture", "sound-grams", "cup-score". */
export const measureCode = codeText;

/** The code of a price series or price list. */
export const seriesCode = codeText;
