import * as z from "zod/mini";
import { done } from "../../../../kernel/refusal.ts";
import { notNegativeDecimal, percentText, roundingSheet, stepId } from "../spelling.ts";
import { below, constant, difference, figure, figureFromText, rounded, total } from "./figure.ts";
import type { StepKind } from "./kind.ts";

/**
 * The price up to a ceiling; of what lies above it the producer has `share` percent (0: none, 50: shared by half). With a floor before
 * it, this is a collar. Source: band and gain-sharing clauses of processors' contracts.
 */
export const priceCeilingStep = z.strictObject({
  id: stepId,
  kind: z.literal("price-ceiling"),
  price: stepId,
  ceiling: notNegativeDecimal,
  share: percentText,
  rounding: z.optional(roundingSheet),
});
type PriceCeilingStep = z.infer<typeof priceCeilingStep>;

export const priceCeiling: StepKind<PriceCeilingStep> = {
  result: "price",
  reads: (step) => [{ field: "price", id: step.price, kind: "price" }],
  measures: () => [],
  series: () => [],
  compile: (step, frame) => {
    const [ceiling, share] = [constant(step.ceiling), constant(step.share)];
    const priceAt = frame.at(step.price);
    const round = rounded(step.rounding);
    return ({ figures }) => {
      const price = figure(figures, priceAt);
      if (!below(ceiling, price)) return done(round(price.numerator, price.denominator));
      const gain = difference(price, ceiling);
      const kept = total(ceiling, {
        numerator: gain.numerator * share.numerator,
        denominator: gain.denominator * share.denominator * 100n,
      });
      return done(round(kept.numerator, kept.denominator));
    };
  },
  explain: (step, kept) => {
    const price = figureFromText(kept.figure(step.price) ?? "");
    const isAbove = price !== null && below(constant(step.ceiling), price);
    return {
      message: isAbove ? "price-ceiling-shared" : "price-ceiling-kept",
      values: {
        unit: kept.unit,
        price: kept.figure(step.price) ?? "",
        ceiling: step.ceiling,
        share: step.share,
        result: kept.result,
      },
    };
  },
};
