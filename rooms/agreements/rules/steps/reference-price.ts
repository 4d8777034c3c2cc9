import * as z from "zod/mini";
import { done } from "../../../../kernel/refusal.ts";
import { type DateRule, dateRules, keepPoints, publishedFor } from "../published.ts";
import { currencyText, positiveDecimal, roundingSheet, seriesCode, stepId } from "../spelling.ts";
import { constant, type Figure, rounded } from "./figure.ts";
import type { PricePoint, StepKind } from "./kind.ts";
import { publishedMessage, publishedValues } from "./published-words.ts";

/** What releases up to 0.3.0 could say of a reference: its day or its month, in the plan's currency. */
export const referencePriceStepOf030 = z.strictObject({
  id: stepId,
  kind: z.literal("reference-price"),
  series: seriesCode,
  period: z.enum(["day", "month"]),
  quotedFor: positiveDecimal,
  rounding: z.optional(roundingSheet),
});

/**
 * The published reference for the hand-over by a date rule, brought to the plan's unit: published ÷ `quotedFor`, the number of the
 * plan's units that one quotation is for (a Colombian carga: "125" kg). `currency` is said where it is not the plan's.
 */
export const referencePriceStep = z.strictObject({
  id: stepId,
  kind: z.literal("reference-price"),
  series: seriesCode,
  period: z.enum(dateRules),
  quotedFor: positiveDecimal,
  currency: z.optional(currencyText),
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
      const known = kept.get(period);
      if (known !== undefined && prices(step.series, period) === known.point.value) {
        keepPoints(read, [known.point]);
        return done(known.figure);
      }
      const found = publishedFor(step.series, step.period, delivery, prices);
      if (!found.ok) return found;
      const { points, figure: published } = found.value;
      const figure = round(published.numerator * quotedFor.denominator, published.denominator * quotedFor.numerator);
      const [point] = points;
      // Only what stands under the hand-over's own period: another rule's answer may change while that of the period does not.
      if (point !== undefined && point.period === period && points.length === 1 && isOwnPeriod(step.period))
        if (kept.size < MOST_KEPT_POINTS) kept.set(period, { point, figure });
      keepPoints(read, points);
      return done(figure);
    };
  },
  explain: (step, kept) => ({
    message: publishedMessage("reference-price", step),
    values: publishedValues(step.series, step, kept),
  }),
};

const isOwnPeriod = (rule: DateRule): boolean => rule === "day" || rule === "month";
