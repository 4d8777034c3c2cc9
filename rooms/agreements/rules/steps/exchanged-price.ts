import * as z from "zod/mini";
import { done, refused } from "../../../../kernel/refusal.ts";
import { dateRules, keepPoints, publishedFor } from "../published.ts";
import { currencyText, roundingSheet, seriesCode, stepId } from "../spelling.ts";
import { figure, rounded } from "./figure.ts";
import type { StepKind } from "./kind.ts";
import { publishedMessage, publishedValues } from "./published-words.ts";

const said = {
  id: stepId,
  kind: z.literal("exchanged-price"),
  price: stepId,
  /** The series of the rate: so many of the plan's currency for one of the other. */
  series: seriesCode,
};

/** What releases up to 0.3.0 could say of a rate: they did not say from which currency. */
export const exchangedPriceStepOf030 = z.strictObject({
  ...said,
  period: z.enum(["day", "month"]),
  rounding: z.optional(roundingSheet),
});

/**
 * A price quoted in another currency, brought to the plan's by the published rate: price × rate, by a date rule. `from` is that other
 * currency; a plan that is published must say it, and old ones that do not are still read.
 */
export const exchangedPriceStep = z.strictObject({
  ...said,
  from: z.optional(currencyText),
  period: z.enum(dateRules),
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
      const found = publishedFor(step.series, step.period, delivery, prices);
      if (!found.ok) return found;
      const { points, figure: rate } = found.value;
      if (rate.numerator <= 0n) {
        const [{ period, value } = { period: "", value: "" }] = points;
        return refused("valuation.price-unreadable", { series: step.series, period, value });
      }
      keepPoints(read, points);
      const price = figure(figures, priceAt);
      return done(round(price.numerator * rate.numerator, price.denominator * rate.denominator));
    };
  },
  explain: (step, kept) => {
    const quoted = { period: step.period, quotedFor: "1" };
    const { published, ...values } = publishedValues(step.series, quoted, kept);
    return {
      message: publishedMessage("exchanged-price", quoted),
      values: { ...values, price: kept.figure(step.price) ?? "", rate: published ?? "" },
    };
  },
};
