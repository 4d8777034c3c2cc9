import * as z from "zod/mini";
import { done } from "../../../../kernel/refusal.ts";
import { measureCode, roundingSheet, stepId } from "../spelling.ts";
import { below, rounded } from "./figure.ts";
import type { StepKind } from "./kind.ts";
import { impossible, measured } from "./measured.ts";

/**
 * Exportable yield: the percent of a sample that is left as exportable green after hulling and sorting: green × 100 ÷ sample. What is
 * second grade and what is thrown out are readings of their own. Source: rendimiento exportable of Peru and Central America.
 */
export const exportableYieldStep = z.strictObject({
  id: stepId,
  kind: z.literal("exportable-yield"),
  sample: measureCode,
  exportable: measureCode,
  rounding: z.optional(roundingSheet),
});
type ExportableYieldStep = z.infer<typeof exportableYieldStep>;

export const exportableYield: StepKind<ExportableYieldStep> = {
  result: "percent",
  reads: () => [],
  measures: (step) => [step.sample, step.exportable],
  series: () => [],
  compile: (step) => {
    const round = rounded(step.rounding);
    return ({ delivery }) => {
      const sample = measured(delivery, step.sample);
      if (!sample.ok) return sample;
      const left = measured(delivery, step.exportable);
      if (!left.ok) return left;
      if (sample.value.numerator === 0n) return impossible(delivery, step.sample);
      if (below(sample.value, left.value)) return impossible(delivery, step.exportable);
      return done(
        round(left.value.numerator * 100n * sample.value.denominator, left.value.denominator * sample.value.numerator),
      );
    };
  },
  explain: (step, kept) => ({
    message: "exportable-yield",
    values: {
      unit: kept.unit,
      sample: kept.measurement(step.sample) ?? "",
      exportable: kept.measurement(step.exportable) ?? "",
      result: kept.result,
    },
  }),
};
