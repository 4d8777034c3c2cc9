/**
 * Exact rational numbers: every weight, share, price and interest between two named roundings is one of these.
 * A ratio is always in lowest terms with a denominator above zero, so equal values are equal pairs.
 */
import { assert } from "../refusal.ts";
import { greatestCommonDivisor } from "./divisor.ts";

/** An exact number, `numerator / denominator`, in lowest terms; the sign is in the numerator. */
export type Ratio = { readonly numerator: bigint; readonly denominator: bigint };

const magnitude = (whole: bigint): bigint => (whole < 0n ? -whole : whole);

/** A pair known to be in lowest terms with a denominator above zero. */
const lowest = (numerator: bigint, denominator: bigint): Ratio => ({ numerator, denominator });

/** `numerator / denominator` brought to lowest terms. The denominator may be negative, never zero. */
export function ratio(numerator: bigint, denominator = 1n): Ratio {
  if (denominator === 1n) return lowest(numerator, 1n);
  assert(denominator !== 0n, "a ratio has a denominator other than zero");
  if (denominator < 0n) return ratio(-numerator, -denominator);
  const common = greatestCommonDivisor(magnitude(numerator), denominator);
  return common === 1n ? lowest(numerator, denominator) : lowest(numerator / common, denominator / common);
}

export const zero: Ratio = lowest(0n, 1n);
export const one: Ratio = lowest(1n, 1n);

export const isZero = (value: Ratio): boolean => value.numerator === 0n;

/** The same size with the sign turned. */
export const negate = (value: Ratio): Ratio => lowest(-value.numerator, value.denominator);

/** a + b. Of equal denominators only the sum is reduced. */
export function add(a: Ratio, b: Ratio): Ratio {
  if (a.denominator === b.denominator) return ratio(a.numerator + b.numerator, a.denominator);
  return ratio(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

/** a − b. */
export function subtract(a: Ratio, b: Ratio): Ratio {
  if (a.denominator === b.denominator) return ratio(a.numerator - b.numerator, a.denominator);
  return ratio(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator);
}

/** a × b. */
export function multiply(a: Ratio, b: Ratio): Ratio {
  return ratio(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** a ÷ b; dividing by zero is a mistake of ours: check what a person said before. */
export function divide(a: Ratio, b: Ratio): Ratio {
  assert(b.numerator !== 0n, "nothing is divided by zero");
  return ratio(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** −1 when a is less than b, 0 when equal, 1 when more. */
export function compare(a: Ratio, b: Ratio): -1 | 0 | 1 {
  const same = a.denominator === b.denominator;
  const left = same ? a.numerator : a.numerator * b.denominator;
  const right = same ? b.numerator : b.numerator * a.denominator;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Whether two ratios are the same number. */
export const equals = (a: Ratio, b: Ratio): boolean => a.numerator === b.numerator && a.denominator === b.denominator;

/** The least of the given ratios. */
export const minimum = (first: Ratio, ...others: readonly Ratio[]): Ratio =>
  others.reduce((least, other) => (compare(other, least) < 0 ? other : least), first);

/** The greatest of the given ratios. */
export const maximum = (first: Ratio, ...others: readonly Ratio[]): Ratio =>
  others.reduce((greatest, other) => (compare(other, greatest) > 0 ? other : greatest), first);

/** The sum of all given ratios; of none, zero. */
export const sum = (values: Iterable<Ratio>): Ratio => {
  let total = zero;
  for (const value of values) total = add(total, value);
  return total;
};
