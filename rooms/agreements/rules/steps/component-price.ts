import * as z from "zod/mini";
import { done } from "../../../../kernel/refusal.ts";
import { notNegativeDecimal, roundingSheet, stepId } from "../spelling.ts";
import { constant, figure, rounded } from "./figure.ts";
import type { StepKind } from "./kind.ts";

/** What one component is worth in a unit of the product: its grams × the value of a gram. Source: component payment of milk. */
export const componentPriceStep = z.strictObject({
  id: stepId,
  kind: z.literal("component-price"),
  grams: stepId,
  perGram: notNegativeDecimal,
  rounding: z.optional(roundingSheet),
});
type ComponentPriceStep = z.infer<typeof componentPriceStep>;

export const componentPrice: StepKind<ComponentPriceStep> = {
  result: "price",
  reads: (step) => [{ field: "grams", id: step.grams, kind: "factor" }],
  measures: () => [],
  series: () => [],
  compile: (step, frame) => {
    const perGram = constant(step.perGram);
    const gramsAt = frame.at(step.grams);
    const round = rounded(step.rounding);
    return ({ figures }) => {
      const grams = figure(figures, gramsAt);
      return done(round(grams.numerator * perGram.numerator, grams.denominator * perGram.denominator));
    };
  },
  explain: (step, kept) => ({
    message: "component-price",
    values: { unit: kept.unit, grams: kept.figure(step.grams) ?? "", perGram: step.perGram, result: kept.result },
  }),
};
