/**
 * The lines of a document by product. A price that is printed has an end, and kilos × that price seldom come to what was settled: the
 * price is cut to the sheet's grain, each amount is cut to the book's, and what both leave is a line of its own, never below zero. So
 * the lines always come to the settled value, and each of them can be multiplied with a pencil.
 */
import { divide, ratio, ratioText, roundTo, wholeGrains } from "../../../kernel/exact/index.ts";
import { type Amount, amountRatio, type CurrencyGrain } from "../../../kernel/money/index.ts";

/** A hand-over that a document is for: what was settled for it, in whole line grains. */
export type Bought = {
  readonly delivery: string;
  readonly receipt: string;
  readonly day: string;
  readonly product: string;
  readonly grams: bigint;
  readonly value: bigint;
  readonly statement: string;
};

/** A line: kilos of a product at a price a kilo. `average` is the exact price; `price` the printed one, cut. */
export type ProductLine = {
  readonly product: string;
  readonly grams: bigint;
  readonly average: string;
  readonly price: string;
  readonly amount: bigint;
};

/**
 * The lines, and what is beside them: `rounding` is what cutting left; `other` was settled without kilos of its own: a second payment, a
 * correction of a statement before. Sum of amounts + rounding + other = the settled value.
 */
export type Lines = { readonly lines: readonly ProductLine[]; readonly rounding: bigint; readonly other: bigint };

/** Lines of the hand-overs, by product in the order of their codes; `value` is what their statements came to in all. */
export function linesOf(bought: readonly Bought[], value: bigint, grain: CurrencyGrain, priceGrain: string): Lines {
  const byProduct = new Map<string, { grams: bigint; value: bigint }>();
  for (const { product, grams, value: worth } of bought) {
    const sum = byProduct.get(product) ?? { grams: 0n, value: 0n };
    byProduct.set(product, { grams: sum.grams + grams, value: sum.value + worth });
  }
  const lines = [...byProduct]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .filter(([, { grams, value: worth }]) => grams > 0n && worth > 0n)
    .map(([product, sum]) => lineOf(product, sum, grain, priceGrain));
  const settled = bought.reduce((sum, one) => sum + one.value, 0n);
  const printed = lines.reduce((sum, one) => sum + one.amount, 0n);
  return { lines, rounding: settled - printed, other: value - settled };
}

function lineOf(
  product: string,
  { grams, value }: { readonly grams: bigint; readonly value: bigint },
  grain: CurrencyGrain,
  priceGrain: string,
): ProductLine {
  const kilograms = ratio(grams, 1000n);
  const average = divide(amountRatio(value as Amount, grain), kilograms);
  const price = roundTo(average, { mode: "truncate", grain: priceGrain });
  const worth = ratio(price.numerator * kilograms.numerator, price.denominator * kilograms.denominator);
  const amount = wholeGrains(worth, { mode: "truncate", grain: grain.line });
  return { product, grams, average: ratioText(average), price: ratioText(price), amount };
}
