import * as z from "zod/mini";
import { done, refused } from "../../../../kernel/refusal.ts";
import { dateRules, keepPoints, publishedFor } from "../published.ts";
import { currencyText, placeText, positiveDecimal, roundingSheet, seriesCode, stepId } from "../spelling.ts";
import { constant, rounded } from "./figure.ts";
import type { StepKind } from "./kind.ts";
import { publishedMessage, publishedValues } from "./published-words.ts";

/**
 * The posted price of the place where it was handed over: each place has its list, and the price of the day (or by another date rule)
 * counts. A place that no list names takes the one without places; where there is none, the hand-over is held. Source: reference prices
 * that differ by town on the same day.
 */
export const postedPriceStep = z.strictObject({
  id: stepId,
  kind: z.literal("posted-price"),
  lists: z
    .array(z.strictObject({ places: z.array(placeText).check(z.maxLength(60)), series: seriesCode }))
    .check(z.minLength(1), z.maxLength(60)),
  period: z.enum(dateRules),
  quotedFor: positiveDecimal,
  currency: z.optional(currencyText),
  rounding: z.optional(roundingSheet),
});
type PostedPriceStep = z.infer<typeof postedPriceStep>;

/** The list of a place: the one that names it, or the one for all others. */
const listOf = (step: PostedPriceStep, place: string | undefined) =>
  step.lists.find((one) => place !== undefined && one.places.includes(place)) ??
  step.lists.find((one) => one.places.length === 0);

export const postedPrice: StepKind<PostedPriceStep> = {
  result: "price",
  reads: () => [],
  measures: () => [],
  series: (step) => [...new Set(step.lists.map((one) => one.series))],
  fault: (step) => {
    const seen = new Set<string>();
    for (const [at, { places }] of step.lists.entries())
      for (const place of places.length === 0 ? [""] : places) {
        if (seen.has(place)) return refused("plan.place-repeated", { step: step.id, place }, `lists.${at}.places`);
        seen.add(place);
      }
    return null;
  },
  compile: (step) => {
    const quotedFor = constant(step.quotedFor);
    const round = rounded(step.rounding);
    return ({ delivery, prices, read, beside }) => {
      const place = delivery.beside?.place;
      if (place === undefined) return refused("valuation.place-unknown", { delivery: delivery.id });
      const list = listOf(step, place);
      if (list === undefined) return refused("valuation.place-without-price", { delivery: delivery.id, place });
      const found = publishedFor(list.series, step.period, delivery, prices);
      if (!found.ok) return found;
      keepPoints(read, found.value.points);
      beside.place = place;
      const { numerator, denominator } = found.value.figure;
      return done(round(numerator * quotedFor.denominator, denominator * quotedFor.numerator));
    };
  },
  explain: (step, kept) => {
    const series = listOf(step, kept.place ?? undefined)?.series ?? "";
    return {
      message: publishedMessage("posted-price", step),
      values: { ...publishedValues(series, step, kept), place: kept.place ?? "" },
    };
  },
};
