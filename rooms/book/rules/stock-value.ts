/**
 * What goods in store are worth by what they cost when they were bought from producers: by the average of all purchases, or by the
 * last one. Exact until the one rounding, half up, to whole grains of the book. What was never bought has no value here: none is made up.
 */
import { wholeQuotient } from "../../../kernel/exact/index.ts";

/** The two rules. Whoever shows a value names the rule. */
export const stockRules = ["average", "last"] as const;
export type StockRule = (typeof stockRules)[number];

/** What so many grams cost, in whole line grains. */
export type Cost = { readonly value: bigint; readonly grams: bigint };

/** The value of goods, in whole line grains; null where nothing says what they cost. */
export const stockValue = (grams: bigint, cost: Cost | null): bigint | null =>
  cost === null || cost.grams <= 0n ? null : wholeQuotient(grams * cost.value, cost.grams, "half-up");
