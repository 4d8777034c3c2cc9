/** How exact numbers are written in acts, records and files: always text, never a JSON number. */
import { assert } from "../refusal.ts";
import { type Ratio, ratio } from "./ratio.ts";

/** Longest spelling taken, so that nobody can send a number that takes seconds to read. */
export const LONGEST_DECIMAL = 40;
const LONGEST_FRACTION = 400;
/** Most digits after the point. */
export const MOST_DECIMALS = 18;

/** The one spelling of a decimal: no exponent, spaces, leading "+" or leading zeros. */
export const DECIMAL = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]{1,18})?$/;
const FRACTION = /^(-?(?:0|[1-9][0-9]*))\/([1-9][0-9]*)$/;

const powersOfTen: readonly bigint[] = Array.from({ length: LONGEST_DECIMAL + 1 }, (_, power) => 10n ** BigInt(power));

/** 10 to the power of a small whole number. */
export const powerOfTen = (power: number): bigint => powersOfTen[power] ?? 10n ** BigInt(power);

/**
 * Reads a strict decimal: "12.6", "-0.5", "1000". No exponent, spaces, leading "+" or leading zeros, at most 18 digits
 * after the point and 40 characters; null otherwise. What people type ("12,6") is brought to this form before.
 */
export function decimal(text: string): Ratio | null {
  if (text.length > LONGEST_DECIMAL || !DECIMAL.test(text)) return null;
  const point = text.indexOf(".");
  if (point < 0) return ratio(BigInt(text));
  const digits = BigInt(text.slice(0, point) + text.slice(point + 1));
  return ratio(digits, powerOfTen(text.length - point - 1));
}

/** A literal in our own code or tests; throws when it is not a strict decimal. */
export function exactly(text: string): Ratio {
  const value = decimal(text);
  assert(value !== null, `"${text}" is a strict decimal`);
  return value;
}

/** How many digits after the point the number needs; null when its decimal expansion does not end. */
export function decimalPlaces(value: Ratio): number | null {
  let rest = value.denominator;
  let fives = 0;
  let twos = 0;
  while (rest % 5n === 0n) {
    rest /= 5n;
    fives += 1;
  }
  while (rest % 2n === 0n) {
    rest /= 2n;
    twos += 1;
  }
  if (rest !== 1n) return null;
  return Math.max(fives, twos);
}

/** A whole number with the point set `places` digits from the right: 2455.43 is `fixedText(245543n, 2)`. */
export function fixedText(digits: bigint, places: number): string {
  if (places === 0) return digits.toString();
  const sign = digits < 0n ? "-" : "";
  const text = (digits < 0n ? -digits : digits).toString().padStart(places + 1, "0");
  return `${sign}${text.slice(0, -places)}.${text.slice(-places)}`;
}

/** The shortest exact decimal. The expansion must end: otherwise use `ratioText`. */
export function decimalText(value: Ratio): string {
  if (value.denominator === 1n) return value.numerator.toString();
  const places = decimalPlaces(value);
  assert(places !== null, `${value.numerator}/${value.denominator} has a finite decimal`);
  return fixedText(value.numerator * (powerOfTen(places) / value.denominator), places);
}

/** Lossless text of any ratio: the shortest decimal when `decimal` could read it back, else "a/b" in lowest terms. */
export function ratioText(value: Ratio): string {
  const places = decimalPlaces(value);
  if (places !== null && places <= MOST_DECIMALS) {
    const text = decimalText(value);
    if (text.length <= LONGEST_DECIMAL) return text;
  }
  return `${value.numerator}/${value.denominator}`;
}

/** Reads what `ratioText` writes, and any "a/b" with b above zero, such as "874/880"; null otherwise. */
export function ratioFromText(text: string): Ratio | null {
  if (text.length > LONGEST_FRACTION) return null;
  const parts = FRACTION.exec(text);
  if (!parts) return decimal(text);
  return ratio(BigInt(parts[1] ?? ""), BigInt(parts[2] ?? ""));
}
