import * as z from "zod/mini";
import { done, refused } from "../../../../kernel/refusal.ts";
import { roundingSheet, stepId } from "../spelling.ts";
import { figure, rounded, total } from "./figure.ts";
import type { StepKind } from "./kind.ts";

/**
 * P = reference + differential, both per unit; several differentials are several steps, each in sight.
 * Below zero is refused: nobody is asked to pay for having delivered. Source: differential pricing of coffee and cocoa.
 */
export const priceWithDifferentialStep = z.strictObject({
  id: stepId,
  kind: z.literal("price-with-differential"),
  price: stepId,
  differential: stepId,
  rounding: z.optional(roundingSheet),
});
type PriceWithDifferentialStep = z.infer<typeof priceWithDifferentialStep>;

export const priceWithDifferential: StepKind<PriceWithDifferentialStep> = {
  result: "price",
  reads: (step) => [
    { field: "price", id: step.price, kind: "price" },
    { field: "differential", id: step.differential, kind: "price" },
  ],
  measures: () => [],
  series: () => [],
  compile: (step, frame) => {
    const priceAt = frame.at(step.price);
    const differentialAt = frame.at(step.differential);
    const round = rounded(step.rounding);
    return ({ figures, delivery }) => {
      const sum = total(figure(figures, priceAt), figure(figures, differentialAt));
      if (sum.numerator < 0n) return refused("valuation.price-below-zero", { delivery: delivery.id, step: step.id });
      return done(round(sum.numerator, sum.denominator));
    };
  },
  explain: (step, kept) => ({
    message: "price-with-differential",
    values: {
      unit: kept.unit,
      price: kept.figure(step.price) ?? "",
      differential: kept.figure(step.differential) ?? "",
      result: kept.result,
    },
  }),
};
