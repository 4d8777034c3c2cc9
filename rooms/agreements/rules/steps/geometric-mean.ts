import * as z from "zod/mini";
import { rootTo } from "../../../../kernel/exact/index.ts";
import { done } from "../../../../kernel/refusal.ts";
import { roundingSheet, stepId } from "../spelling.ts";
import { exactText, lowestTerms, rounder } from "./figure.ts";
import type { StepKind } from "./kind.ts";
import { explainedResults, labWindowFields, plainMean, productOf, resultFigures, sampled } from "./lab-window.ts";

/**
 * Geometric mean of a producer's counts of bacteria or somatic cells in a dated window: the n-th root of their product. Counts are
 * strongly skewed, so the arithmetic mean would punish one bad can for months. The root has no finite decimal: it is decided by whole
 * numbers at the named rounding (`rootTo`), so the rounding must be said. Source: rolling geometric means of two months for bacteria
 * and three for somatic cells in milk payment rules.
 */
export const geometricMeanStep = z.strictObject({
  id: stepId,
  kind: z.literal("geometric-mean"),
  ...labWindowFields,
  /** How many results the window must hold. */
  atLeast: z.string().check(z.regex(/^(?:[1-9]|1[0-9]|20)$/)),
  rounding: roundingSheet,
});
type GeometricMeanStep = z.infer<typeof geometricMeanStep>;

export const geometricMean: StepKind<GeometricMeanStep> = {
  result: "factor",
  reads: () => [],
  measures: () => [],
  series: () => [],
  labMeasures: (step) => [step.measure],
  compile: (step) => {
    const round = rounder(step.rounding);
    const least = Number.parseInt(step.atLeast, 10);
    return (inputs) => {
      const found = sampled(step, least, inputs);
      if (!found.ok) return found;
      if (found.value.of === "newcomer") return done(round(found.value.value.numerator, found.value.value.denominator));
      const figures = resultFigures(found.value.results, inputs.delivery.id);
      if (!figures.ok) return figures;
      inputs.beside.labResults.push(...found.value.results);
      if (found.value.of === "last-three") {
        const mean = plainMean(figures.value);
        return done(round(mean.numerator, mean.denominator));
      }
      const product = lowestTerms(productOf(figures.value));
      const root = rootTo(product, BigInt(figures.value.length), step.rounding);
      return done(round(root.numerator, root.denominator)); // A whole number of grains already: this only gives it their denominator.
    };
  },
  explain: (step, kept) => {
    const { of, figures, values } = explainedResults(step, Number.parseInt(step.atLeast, 10), kept);
    const product = exactText(productOf(figures));
    return { message: of === "window" ? "geometric-mean" : `mean-${of}`, values: { ...values, product } };
  },
};
