import * as z from "zod/mini";
import { done } from "../../../../kernel/refusal.ts";
import { positiveDecimal, roundingSheet, stepId } from "../spelling.ts";
import { constant, figure, rounded } from "./figure.ts";
import type { StepKind } from "./kind.ts";

/** The price of what came in from the price of what comes of it: wet = dry × planning ratio. */
export const priceConvertedStep = z.strictObject({
  id: stepId,
  kind: z.literal("price-converted"),
  price: stepId,
  ratio: positiveDecimal,
  rounding: z.optional(roundingSheet),
});
type PriceConvertedStep = z.infer<typeof priceConvertedStep>;

export const priceConverted: StepKind<PriceConvertedStep> = {
  result: "price",
  reads: (step) => [{ field: "price", id: step.price, kind: "price" }],
  measures: () => [],
  series: () => [],
  compile: (step, frame) => {
    const ratio = constant(step.ratio);
    const priceAt = frame.at(step.price);
    const round = rounded(step.rounding);
    return ({ figures }) => {
      const price = figure(figures, priceAt);
      return done(round(price.numerator * ratio.numerator, price.denominator * ratio.denominator));
    };
  },
  explain: (step, kept) => ({
    message: "price-converted",
    values: { unit: kept.unit, price: kept.figure(step.price) ?? "", ratio: step.ratio, result: kept.result },
  }),
};
