/** For specifications: means of laboratory results, found a second time: a root by trying digit after digit, not by halving. */
import type { LabResult } from "../beside.ts";
import type { PlanStep } from "../plan.ts";
import type { ValuedDelivery } from "../steps/kind.ts";
import { type Fraction, fraction, less, over, plus, times, toGrain } from "./fraction.ts";

type Mean<Kind extends PlanStep["kind"]> = Extract<PlanStep, { kind: Kind }>;
type AnyMean = Mean<"geometric-mean"> | Mean<"recency-weighted-mean">;

const sumOf = (all: readonly Fraction[]): Fraction => all.reduce((sum, one) => plus(sum, one), [0n, 1n]);
const plain = (all: readonly Fraction[]): Fraction => over(sumOf(all), [BigInt(all.length), 1n]);

/** The day after the same day so many months earlier, or after that month's last. */
function windowBegins(day: string, months: number): string {
  const [year = 0, month = 0, dayOfMonth = 0] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(dayOfMonth, last) + 1)).toISOString().slice(0, 10);
}

/** The results before a day, the newest first. */
const before = (step: AnyMean, { beside, day }: ValuedDelivery): readonly LabResult[] =>
  (beside?.labResults ?? [])
    .filter((one) => one.measure === step.measure && one.day <= day)
    .toSorted((a, b) => (`${b.day} ${a.result}` < `${a.day} ${b.result}` ? -1 : 1));

const values = (results: readonly LabResult[]): readonly Fraction[] => results.map((one) => fraction(one.value));

/** What counts where the window holds too few; null where it holds enough. */
function without(step: AnyMean, least: number, delivery: ValuedDelivery): Fraction | null {
  const all = before(step, delivery);
  const inside = all.filter((one) => one.day >= windowBegins(delivery.day, Number(step.months)));
  if (inside.length >= least) return null;
  return all.length === 0 ? fraction(step.newcomer ?? "") : plain(values(all.slice(0, 3)));
}

const inWindow = (step: AnyMean, delivery: ValuedDelivery): readonly Fraction[] =>
  values(before(step, delivery).filter((one) => one.day >= windowBegins(delivery.day, Number(step.months))));

/** 60, 30 and 10 percent of the three newest. */
export function weightedByHand(step: Mean<"recency-weighted-mean">, delivery: ValuedDelivery): Fraction {
  const instead = without(step, step.weights.length, delivery);
  if (instead !== null) return instead;
  const newest = inWindow(step, delivery);
  return over(sumOf(step.weights.map((weight, at) => times(newest[at] as Fraction, fraction(weight)))), [100n, 1n]);
}

/** The root of the product, rounded: of the two grains around it the one whose middle says so. */
export function geometricByHand(step: Mean<"geometric-mean">, delivery: ValuedDelivery): Fraction {
  const instead = without(step, Number(step.atLeast), delivery);
  if (instead !== null) return toGrain(instead, step.rounding);
  const all = inWindow(step, delivery);
  const product = all.reduce((found, one) => times(found, one), [1n, 1n] as Fraction);
  const power = (one: Fraction): Fraction => [one[0] ** BigInt(all.length), one[1] ** BigInt(all.length)];
  const grain = fraction(step.rounding.grain);
  const isAbove = (grains: bigint): boolean => less(product, power(times([grains, 1n], grain)));
  let found = 0n;
  let digit = 1n;
  while (!isAbove(digit)) digit *= 10n;
  for (; digit >= 1n; digit /= 10n) while (!isAbove(found + digit)) found += digit;
  const middle = power(times([2n * found + 1n, 2n], grain));
  const isTie = middle[0] * product[1] === product[0] * middle[1];
  const isBeyond = less(middle, product);
  const { mode } = step.rounding;
  const up = mode !== "truncate" && (isBeyond || (isTie && (mode === "half-up" || found % 2n === 1n)));
  return times([up ? found + 1n : found, 1n], grain);
}
