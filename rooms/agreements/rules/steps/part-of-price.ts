import * as z from "zod/mini";
import { done } from "../../../../kernel/refusal.ts";
import { percentText, roundingSheet, stepId } from "../spelling.ts";
import { constant, figure, rounded } from "./figure.ts";
import type { StepKind } from "./kind.ts";

/** Why a percentage of a price: `passed-on` of the sale to the producer, or `first-payment` while the rest waits for the sale. */
export const partsOfPrice = ["passed-on", "first-payment"] as const;

/** A percentage of a price. Source: first payments and pass-through of cocoa and coffee organisations. */
export const partOfPriceStep = z.strictObject({
  id: stepId,
  kind: z.literal("part-of-price"),
  price: stepId,
  percent: percentText,
  why: z.enum(partsOfPrice),
  rounding: z.optional(roundingSheet),
});
type PartOfPriceStep = z.infer<typeof partOfPriceStep>;

export const partOfPrice: StepKind<PartOfPriceStep> = {
  result: "price",
  reads: (step) => [{ field: "price", id: step.price, kind: "price" }],
  measures: () => [],
  series: () => [],
  compile: (step, frame) => {
    const percent = constant(step.percent);
    const priceAt = frame.at(step.price);
    const round = rounded(step.rounding);
    return ({ figures }) => {
      const price = figure(figures, priceAt);
      return done(round(price.numerator * percent.numerator, price.denominator * percent.denominator * 100n));
    };
  },
  explain: (step, kept) => ({
    message: `part-of-price-${step.why}`,
    values: { unit: kept.unit, price: kept.figure(step.price) ?? "", percent: step.percent, result: kept.result },
  }),
};
