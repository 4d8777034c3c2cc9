import * as z from "zod/mini";
import { done } from "../../../../kernel/refusal.ts";
import { measureCode, positiveDecimal, roundingSheet, stepId } from "../spelling.ts";
import { constant, rounded } from "./figure.ts";
import type { StepKind } from "./kind.ts";
import { measuredPercent } from "./measured.ts";

/**
 * Grams of a component in a litre, from its percentage by mass: percent × density (kg per litre) × 10. Forgetting the density
 * underpays milk by three in a hundred. Source: component payment of milk.
 */
export const gramsPerLitreStep = z.strictObject({
  id: stepId,
  kind: z.literal("grams-per-litre"),
  measure: measureCode,
  density: positiveDecimal,
  rounding: z.optional(roundingSheet),
});
type GramsPerLitreStep = z.infer<typeof gramsPerLitreStep>;

export const gramsPerLitre: StepKind<GramsPerLitreStep> = {
  result: "factor",
  reads: () => [],
  measures: (step) => [step.measure],
  series: () => [],
  compile: (step) => {
    const density = constant(step.density);
    const round = rounded(step.rounding);
    return ({ delivery }) => {
      const percent = measuredPercent(delivery, step.measure);
      if (!percent.ok) return percent;
      const { numerator, denominator } = percent.value;
      return done(round(numerator * density.numerator * 10n, denominator * density.denominator));
    };
  },
  explain: (step, kept) => ({
    message: "grams-per-litre",
    values: {
      unit: kept.unit,
      measure: step.measure,
      percent: kept.measurement(step.measure) ?? "",
      density: step.density,
      result: kept.result,
    },
  }),
};
