/** A grading scheme: what is measured of a product, how, in which unit, and which readings can be true. */
import * as z from "zod/mini";
import { codeText, decimalText, measureCode, sentenceText, wordsByLanguage } from "./spelling.ts";

/** Readings not below `from` and below `below` are of this grade; the first may lack `from`, the last `below`. */
export const gradeBand = z.strictObject({
  code: codeText,
  name: wordsByLanguage,
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
