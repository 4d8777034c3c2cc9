import * as z from "zod/mini";
import { done, refused } from "../../../../kernel/refusal.ts";
import { roundingSheet, seriesCode, stepId } from "../spelling.ts";
import { figure, figureFromText, rounded } from "./figure.ts";
import type { StepKind } from "./kind.ts";

/** A price quoted in another currency, brought to the plan's by the published rate of the hand-over's day or month: price × rate. */
export const exchangedPriceStep = z.strictObject({
  id: stepId,
  kind: z.literal("exchanged-price"),
  price: stepId,
  /** The series of the rate: so many of the plan's currency for one of the other. */
  series: seriesCode,
  period: z.enum(["day", "month"]),
  rounding: z.optional(roundingSheet),
});
type ExchangedPriceStep = z.infer<typeof exchangedPriceStep>;

export const exchangedPrice: StepKind<ExchangedPriceStep> = {
  result: "price",
  reads: (step) => [{ field: "price", id: step.price, kind: "price" }],
  measures: () => [],
  series: (step) => [step.series],
  compile: (step, frame) => {
    const priceAt = frame.at(step.price);
    const round = rounded(step.rounding);
    return ({ figures, delivery, prices, read }) => {
      const { series } = step;
      const period = step.period === "month" ? delivery.day.slice(0, 7) : delivery.day;
      const value = prices(series, period);
      if (value === null) return refused("valuation.price-missing", { series, period, delivery: delivery.id });
      const rate = figureFromText(value);
      if (rate === null || rate.numerator <= 0n)
        return refused("valuation.price-unreadable", { series, period, value });
      read.push({ series, period, value });
      const price = figure(figures, priceAt);
      return done(round(price.numerator * rate.numerator, price.denominator * rate.denominator));
    };
  },
  explain: (step, kept) => {
    const point = kept.price(step.series);
    return {
      message: "exchanged-price",
      values: {
        unit: kept.unit,
        series: step.series,
        period: point?.period ?? "",
        price: kept.figure(step.price) ?? "",
        rate: point?.value ?? "",
        result: kept.result,
      },
    };
  },
};
