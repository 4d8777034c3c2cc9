/** Roots that have no finite decimal, brought to a named grain by whole numbers alone: no floating point, the same everywhere. */
import { assert } from "../refusal.ts";
import { type Ratio, ratio } from "./ratio.ts";
import { grainOf, type Rounding } from "./rounding.ts";

/** The greatest whole number whose `degree`-th power is not above `value`. By halving: each step is one comparison of whole numbers. */
export function wholeRoot(value: bigint, degree: bigint): bigint {
  assert(value >= 0n && degree >= 1n, "a whole root is of a number not below zero, of degree one at least");
  let low = 0n;
  let high = 1n;
  while (high ** degree <= value) high *= 2n;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (middle ** degree <= value) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * The `degree`-th root of a number not below zero, rounded. In grains the root lies between k and k + 1; whether it reaches the half
 * is decided by raising k + ½ to the power and comparing it with the number, so the decimal is decided and never guessed.
 */
export function rootTo(value: Ratio, degree: bigint, { mode, grain }: Rounding): Ratio {
  const one = grainOf(grain);
  const numerator = value.numerator * one.denominator ** degree;
  const denominator = value.denominator * one.numerator ** degree;
  const grains = wholeRoot(numerator / denominator, degree);
  const half = (2n * grains + 1n) ** degree * denominator;
  const reached = numerator * 2n ** degree;
  const isUp =
    mode !== "truncate" && (reached > half || (reached === half && (mode === "half-up" || grains % 2n === 1n)));
  return ratio((isUp ? grains + 1n : grains) * one.numerator, one.denominator);
}
