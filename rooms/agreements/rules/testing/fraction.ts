/** For specifications: plain fractions, written apart from the kernel, so that the engine is judged by something that is not itself. */

/** n ÷ d with d above zero; not reduced. */
export type Fraction = readonly [n: bigint, d: bigint];

/** "412.5", "-0.15", "310/23". */
export function fraction(text: string): Fraction {
  const [over, under] = text.split("/");
  if (under !== undefined) return [BigInt(over ?? ""), BigInt(under)];
  const [whole = "", decimals = ""] = text.split(".");
  return [BigInt(whole + decimals), 10n ** BigInt(decimals.length)];
}

export const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];
export const minus = (a: Fraction, [c, d]: Fraction): Fraction => plus(a, [-c, d]);
export const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d];
export const over = ([a, b]: Fraction, [c, d]: Fraction): Fraction => (c < 0n ? [-a * d, -b * c] : [a * d, b * c]);
export const less = ([a, b]: Fraction, [c, d]: Fraction): boolean => a * d < c * b;
export const equal = ([a, b]: Fraction, [c, d]: Fraction): boolean => a * d === c * b;

const floor = ([n, d]: Fraction): bigint => (n >= 0n ? n / d : -((-n + d - 1n) / d));
const half: Fraction = [1n, 2n];

/** To whole grains: away from zero at a tie, to the even one at a tie, or toward zero. By adding a half and taking the floor. */
export function toGrain(
  value: Fraction,
  rounding: { readonly mode: string; readonly grain: string } | undefined,
): Fraction {
  if (rounding === undefined) return value;
  const grain = fraction(rounding.grain);
  const negative = value[0] < 0n;
  const count = over(negative ? [-value[0], value[1]] : value, grain);
  const up = floor(plus(count, half));
  const isTie = equal(plus(count, half), [up, 1n]);
  const whole =
    rounding.mode === "truncate"
      ? floor(count)
      : rounding.mode === "half-even" && isTie && up % 2n !== 0n
        ? up - 1n
        : up;
  return times([negative ? -whole : whole, 1n], grain);
}
