import * as z from "zod/mini";
import { done, refused } from "../../../../kernel/refusal.ts";
import { positiveDecimal, roundingSheet, seriesCode, stepId } from "../spelling.ts";
import { constant, type Figure, figureFromText, rounded } from "./figure.ts";
import type { PricePoint, StepKind } from "./kind.ts";

/**
 * The published reference of the hand-over's day or month, brought to the plan's unit: published ÷ `quotedFor`, the number of
 * the plan's units that one quotation is for (a Colombian carga: "125" kg). The series is quoted in the plan's currency.
 */
export const referencePriceStep = z.strictObject({
  id: stepId,
  kind: z.literal("reference-price"),
  series: seriesCode,
  period: z.enum(["day", "month"]),
  quotedFor: positiveDecimal,
  rounding: z.optional(roundingSheet),
});
type ReferencePriceStep = z.infer<typeof referencePriceStep>;

/** Days kept ready in one compiled plan; a bound so that a long-lived server does not grow. */
const MOST_KEPT_POINTS = 4096;

export const referencePrice: StepKind<ReferencePriceStep> = {
  result: "price",
  reads: () => [],
  measures: () => [],
  series: (step) => [step.series],
  compile: (step) => {
    const quotedFor = constant(step.quotedFor);
    const round = rounded(step.rounding);
    const kept = new Map<string, { readonly point: PricePoint; readonly figure: Figure }>();
    return ({ delivery, prices, read }) => {
      const period = step.period === "month" ? delivery.day.slice(0, 7) : delivery.day;
      const value = prices(step.series, period);
      if (value === null)
        return refused("valuation.price-missing", { series: step.series, period, delivery: delivery.id });
      const known = kept.get(period);
      if (known !== undefined && known.point.value === value) {
        read.push(known.point);
        return done(known.figure);
      }
      const quoted = figureFromText(value);
      if (quoted === null || quoted.numerator < 0n)
        return refused("valuation.price-unreadable", { series: step.series, period, value });
      const figure = round(quoted.numerator * quotedFor.denominator, quoted.denominator * quotedFor.numerator);
      const point = { series: step.series, period, value };
      if (kept.size < MOST_KEPT_POINTS) kept.set(period, { point, figure });
      read.push(point);
      return done(figure);
    };
  },
  explain: (step, kept) => {
    const point = kept.price(step.series);
    return {
      message: step.quotedFor === "1" ? "reference-price" : "reference-price-quoted",
      values: {
        unit: kept.unit,
        series: step.series,
        period: point?.period ?? "",
        published: point?.value ?? "",
        quotedFor: step.quotedFor,
        result: kept.result,
      },
    };
  },
};
