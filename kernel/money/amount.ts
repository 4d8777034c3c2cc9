/** Money as whole line grains of the book's currency. A figure becomes money in one place: `amountFrom`. */
import type * as z from "zod/mini";
import {
  decimal,
  decimalPlaces,
  fixedText,
  grainOf,
  powerOfTen,
  type Ratio,
  type RoundingMode,
  ratio,
  roundTo,
  wholeGrains,
} from "../exact/index.ts";
import type { CurrencyGrain } from "./grain.ts";

/** Whole line grains: 6494786n is COP 6,494,786 at grain "1" and S/ 64,947.86 at grain "0.01". */
export type Amount = bigint & z.core.$brand<"Amount">;

/** The largest amount read from text: what a column of 64 bits holds, with room for sums. */
const LARGEST_READ = 10n ** 15n;

export const noMoney = 0n as Amount;

/** An exact value in units of the currency as money, rounded to the line grain: each line of a statement is one of these. */
export const amountFrom = (value: Ratio, grain: CurrencyGrain, mode: RoundingMode): Amount =>
  wholeGrains(value, { mode, grain: grain.line }) as Amount;

/** The amount in units of the currency, exactly. */
export const amountRatio = (amount: Amount, grain: CurrencyGrain): Ratio => {
  const { numerator, denominator } = grainOf(grain.line);
  return ratio(amount * numerator, denominator);
};

/** The amount as decimal text with the decimals of the line grain: "6494786", "203.50". */
export function amountText(amount: Amount, grain: CurrencyGrain): string {
  const { numerator, denominator } = grainOf(grain.line);
  const places = decimalPlaces({ numerator, denominator }) ?? 0;
  return fixedText((amount * numerator * powerOfTen(places)) / denominator, places);
}

/** Reads a decimal that is a whole number of line grains; null otherwise, and beyond 10^15 grains. Nothing is rounded. */
export function amountFromText(text: string, grain: CurrencyGrain): Amount | null {
  const value = decimal(text);
  if (value === null) return null;
  const { numerator, denominator } = grainOf(grain.line);
  const grains = ratio(value.numerator * denominator, value.denominator * numerator);
  if (grains.denominator !== 1n || grains.numerator > LARGEST_READ || grains.numerator < -LARGEST_READ) return null;
  return grains.numerator as Amount;
}

/** The sum of amounts of one currency; of none, zero. A total is always the sum of its rounded lines. */
export const totalAmount = (amounts: Iterable<Amount>): Amount => {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total as Amount;
};

/**
 * What coins can pay of a total: half-up to the cash grain, on the final figure only. `difference` is paid − total and is
 * posted to the rounding account: 2,940,786 is paid as 2,940,800 with +14.
 */
export function cashRounding(total: Amount, grain: CurrencyGrain): { paid: Amount; difference: Amount } {
  const coins = roundTo(amountRatio(total, grain), { mode: "half-up", grain: grain.cash });
  const paid = amountFrom(coins, grain, "half-up");
  return { paid, difference: (paid - total) as Amount };
}
