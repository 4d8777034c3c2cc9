/** A grading scheme: what is measured of a product, how, in which unit, and which readings can be true. */
import * as z from "zod/mini";
import { codeText, decimalText, measureCode, sentenceText, wordsByLanguage } from "./spelling.ts";

/** What a grade means for the goods: taken as they are, on a condition, or not taken. The record is kept in each case. */
export const goodsTaken = ["accepted", "conditioned", "rejected"] as const;

/** Readings not below `from` and below `below` are of this grade; the first may lack `from`, the last `below`. */
export const gradeBand = z.strictObject({
  code: codeText,
  name: wordsByLanguage,
  /** Unsaid: accepted. */
  goods: z.optional(z.enum(goodsTaken)),
  /** What becomes of goods that are not taken as they are: "se seca y vuelve", "se devuelve". */
  route: z.optional(wordsByLanguage),
  from: z.optional(decimalText),
  below: z.optional(decimalText),
});

/** One measure. A reading outside `plausible` is kept and asked about, never dropped. */
export const gradingMeasure = z.strictObject({
  measure: measureCode,
  name: wordsByLanguage,
  /** How it is measured: "capacitance-meter", "cut-test-300-beans", "sca-100-point-form". */
  method: sentenceText,
  /** "percent", "g", "point", "defect": what the reading counts. */
  unit: codeText,
  plausible: z.strictObject({ from: decimalText, to: decimalText }),
  bands: z.optional(z.array(gradeBand)),
});

/** The body of a grading scheme sheet. */
export const gradingScheme = z.strictObject({
  code: codeText,
  product: codeText,
  measures: z.array(gradingMeasure).check(z.minLength(1)),
});
export type GradingScheme = z.infer<typeof gradingScheme>;
