/** Words that several acts of a collection point say alike. */
import * as z from "zod/mini";
import { textSchema } from "../../../kernel/schema.ts";

/** Whole grams as text, "61500". */
export const gramsText = z.string().check(z.regex(/^(?:0|[1-9][0-9]{0,14})$/));

/** A place of collection as the organisation calls it, "point-2". */
export const place = textSchema(64).check(z.regex(/^[^|\s][^|]*$/));

/** Local time as said, "07:42"; may be unsaid. */
export const clock = z.optional(z.string().check(z.regex(/^(?:[01][0-9]|2[0-3]):[0-5][0-9]$/)));

/** A series of receipts: letters and digits, "QD2A". The serial follows it: see `receiptNumberOf`. */
export const series = z.string().check(z.regex(/^[A-Z0-9]{1,12}$/));

/** A serial of a series, counted from 1. */
export const serial = z.int().check(z.positive(), z.maximum(999_999_999));
