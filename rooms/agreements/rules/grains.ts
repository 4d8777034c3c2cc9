/** Grains of sheets against grains of the book. */
import { divide, exactly } from "../../../kernel/exact/index.ts";
import { assert } from "../../../kernel/refusal.ts";

/** Whether `text` is a whole number of `grain`s, both decimal text: "0.05" of "0.01" is, "0.001" of "0.01" is not. */
export const isWholeMultiple = (text: string, grain: string): boolean =>
  divide(exactly(text), exactly(grain)).denominator === 1n;

/** How many grains a decimal is; it was checked to be a whole number of them. */
export function grainsIn(text: string, grain: string): bigint {
  const count = divide(exactly(text), exactly(grain));
  assert(count.denominator === 1n, `${text} is a whole number of grains of ${grain}`);
  return count.numerator;
}
