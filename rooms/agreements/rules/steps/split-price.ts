import * as z from "zod/mini";
import { ratioText } from "../../../../kernel/exact/index.ts";
import { done } from "../../../../kernel/refusal.ts";
import { notNegativeDecimal, percentText, roundingSheet, stepId } from "../spelling.ts";
import { constant, difference, figure, lowestTerms, rounded, total } from "./figure.ts";
import type { StepKind } from "./kind.ts";

/** One part at a price fixed beforehand, the rest at the market's: fixed × percent + price × (100 − percent), ÷ 100. */
export const splitPriceStep = z.strictObject({
  id: stepId,
  kind: z.literal("split-price"),
  price: stepId,
  fixed: notNegativeDecimal,
  percent: percentText,
  rounding: z.optional(roundingSheet),
});
type SplitPriceStep = z.infer<typeof splitPriceStep>;

export const splitPrice: StepKind<SplitPriceStep> = {
  result: "price",
  reads: (step) => [{ field: "price", id: step.price, kind: "price" }],
  measures: () => [],
  series: () => [],
  compile: (step, frame) => {
    const [fixed, percent] = [constant(step.fixed), constant(step.percent)];
    const left = difference(constant("100"), percent);
    const priceAt = frame.at(step.price);
    const round = rounded(step.rounding);
    return ({ figures }) => {
      const price = figure(figures, priceAt);
      const sum = total(
        {
          numerator: fixed.numerator * percent.numerator,
          denominator: fixed.denominator * percent.denominator * 100n,
        },
        { numerator: price.numerator * left.numerator, denominator: price.denominator * left.denominator * 100n },
      );
      return done(round(sum.numerator, sum.denominator));
    };
  },
  explain: (step, kept) => ({
    message: "split-price",
    values: {
      unit: kept.unit,
      price: kept.figure(step.price) ?? "",
      fixed: step.fixed,
      percent: step.percent,
      left: ratioText(lowestTerms(difference(constant("100"), constant(step.percent)))),
      result: kept.result,
    },
  }),
};
