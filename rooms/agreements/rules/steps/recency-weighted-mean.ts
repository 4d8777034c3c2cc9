import * as z from "zod/mini";
import { done, refused } from "../../../../kernel/refusal.ts";
import { percentText, roundingSheet, stepId } from "../spelling.ts";
import { constant, exactText, type Figure, rounded, times, total } from "./figure.ts";
import type { StepKind } from "./kind.ts";
import { explainedResults, labWindowFields, plainMean, resultFigures, sampled } from "./lab-window.ts";

/**
 * A mean in which the newest result weighs most: the newest by the first weight, the one before by the second, and so on. The weights
 * are percents and come to 100. Source: the mean of 60, 30 and 10 % that is recommended for bacteria counts in milk payment.
 */
export const recencyWeightedMeanStep = z.strictObject({
  id: stepId,
  kind: z.literal("recency-weighted-mean"),
  ...labWindowFields,
  /** The newest first; as many results must lie in the window. */
  weights: z.array(percentText).check(z.minLength(2), z.maxLength(12)),
  rounding: z.optional(roundingSheet),
});
type RecencyWeightedMeanStep = z.infer<typeof recencyWeightedMeanStep>;

const nothing: Figure = { numerator: 0n, denominator: 1n };
const weighted = (figures: readonly Figure[], weights: readonly Figure[]): Figure =>
  figures.map((one, at) => times(one, weights[at] ?? nothing)).reduce(total, nothing);

export const recencyWeightedMean: StepKind<RecencyWeightedMeanStep> = {
  result: "factor",
  reads: () => [],
  measures: () => [],
  series: () => [],
  labMeasures: (step) => [step.measure],
  fault: (step) => {
    const sum = step.weights.map(constant).reduce(total, nothing);
    if (sum.numerator === 100n * sum.denominator) return null;
    return refused("plan.weights-not-hundred", { step: step.id }, "weights");
  },
  compile: (step) => {
    const weights = step.weights.map(constant);
    const round = rounded(step.rounding);
    return (inputs) => {
      const found = sampled(step, weights.length, inputs);
      if (!found.ok) return found;
      if (found.value.of === "newcomer") return done(round(found.value.value.numerator, found.value.value.denominator));
      const counted = found.value.of === "window" ? found.value.results.slice(0, weights.length) : found.value.results;
      const figures = resultFigures(counted, inputs.delivery.id);
      if (!figures.ok) return figures;
      inputs.beside.labResults.push(...counted);
      if (found.value.of === "last-three") {
        const mean = plainMean(figures.value);
        return done(round(mean.numerator, mean.denominator));
      }
      const sum = weighted(figures.value, weights);
      return done(round(sum.numerator, sum.denominator * 100n));
    };
  },
  explain: (step, kept) => {
    const { of, figures, values } = explainedResults(step, step.weights.length, kept);
    const message = of === "window" ? "recency-weighted-mean" : `mean-${of}`;
    const by = exactText(weighted(figures, step.weights.map(constant)));
    return { message, values: { ...values, newest: step.weights[0] ?? "", weighted: by } };
  },
};
