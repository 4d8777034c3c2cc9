/** What a hand-over is worth by its plan, and whether that is what its paper shows. */
import {
  compare,
  decimal,
  decimalPlaces,
  exactly,
  powerOfTen,
  type Ratio,
  ratio,
} from "../../../kernel/exact/index.ts";
import { amountRatio, type CurrencyGrain } from "../../../kernel/money/index.ts";
import type { PricePlan } from "../../agreements/rules/plan.ts";
import { periodsFor } from "../../agreements/rules/published.ts";
import { figureFromText, lowestTerms } from "../../agreements/rules/steps/figure.ts";
import type { Prices, ValuedDelivery } from "../../agreements/rules/steps/kind.ts";
import { kindOf } from "../../agreements/rules/steps/kinds.ts";
import { type CompiledPlan, compilePlan } from "../../agreements/rules/valuation.ts";

/** What the book finds: grams that are paid, the price of a unit where the plan has one line, and the value of all. */
export type Worth = { readonly paidGrams: Ratio; readonly unitPrice: Ratio | null; readonly value: Ratio };

const compiled = new WeakMap<object, Map<string, CompiledPlan>>();

/** A plan made ready for a grain, once for each version that is on the page. */
function ready(plan: PricePlan, lineGrain: string): CompiledPlan {
  const byGrain = compiled.get(plan) ?? new Map<string, CompiledPlan>();
  compiled.set(plan, byGrain);
  const known = byGrain.get(lineGrain) ?? compilePlan(plan, lineGrain);
  byGrain.set(lineGrain, known);
  return known;
}

/** The points of price series that a plan reads for a hand-over of a day. */
export const pointsRead = (plan: PricePlan, day: string): readonly { series: string; period: string }[] =>
  plan.steps.flatMap((step) => {
    const periods = "period" in step ? periodsFor(step.period, day) : [day];
    return kindOf(step)
      .series(step)
      .flatMap((series) => periods.map((period) => ({ series, period })));
  });

/** The worth of a hand-over; null when it cannot be computed yet: a reading or a price is still to come. */
export function worthOf(plan: PricePlan, grain: CurrencyGrain, delivery: ValuedDelivery, prices: Prices): Worth | null {
  const found = ready(plan, grain.line).value(delivery, prices);
  if (!found.ok) return null;
  const { lines, paid, value } = found.value;
  const [line, ...others] = lines;
  const price = line === undefined || others.length > 0 ? null : figureFromText(line.price);
  const perUnit = exactly(plan.unit.grams);
  return {
    paidGrams: ratio(paid.numerator * perUnit.numerator, paid.denominator * perUnit.denominator),
    unitPrice: price === null ? null : lowestTerms(price),
    value: amountRatio(value, grain),
  };
}

/** Whether whole grams on a paper are the grams found: less than one gram apart, since paper has no parts of a gram. */
export const isGramsShown = (shown: string, found: Ratio): boolean => {
  const apart = BigInt(shown) * found.denominator - found.numerator;
  return (apart < 0n ? -apart : apart) < found.denominator;
};

/**
 * Whether a decimal on a paper is the number found. A paper that shows fewer decimals than the number has may have rounded it
 * either way.
 */
export function isNumberShown(shown: string, found: Ratio): boolean {
  const printed = decimal(shown);
  if (printed === null) return false;
  if (compare(printed, found) === 0) return true;
  const places = shown.includes(".") ? shown.length - shown.indexOf(".") - 1 : 0;
  const needed = decimalPlaces(found);
  if (needed !== null && needed <= places) return false;
  const apart = printed.numerator * found.denominator - found.numerator * printed.denominator;
  return (apart < 0n ? -apart : apart) * powerOfTen(places) < printed.denominator * found.denominator;
}
