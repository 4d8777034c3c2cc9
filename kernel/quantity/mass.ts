/** Mass in whole grams. A thousand bags of 48.35 kg add up to 48 350 kg, not nearly. */
import type * as z from "zod/mini";
import { decimal, type Ratio, ratio, ratioText } from "../exact/index.ts";

/** A mass in whole grams; a difference of two may be negative. */
export type Grams = bigint & z.core.$brand<"Grams">;

/** The largest whole quantity read from text: what a column of 64 bits holds, with room for sums. */
export const LARGEST_QUANTITY = 10n ** 15n;

export const noGrams = 0n as Grams;

/** A whole number of grams. */
export const grams = (whole: bigint): Grams => whole as Grams;

/** A value that is a whole number within what we keep; null otherwise. */
export const wholeQuantity = (value: Ratio): bigint | null => {
  const { numerator, denominator } = value;
  if (denominator !== 1n || numerator > LARGEST_QUANTITY || numerator < -LARGEST_QUANTITY) return null;
  return numerator;
};

/** Reads a strict decimal of a unit that has a thousand grains (kg, L). Never guesses: null means ask again. */
export const wholeThousandths = (text: string): bigint | null => {
  const value = decimal(text);
  return value === null ? null : wholeQuantity(ratio(value.numerator * 1000n, value.denominator));
};

/** Reads kilograms, "412.5", as grams; null when it is not a strict decimal, finer than a gram, or absurdly large. */
export const gramsFromKilograms = (text: string): Grams | null => wholeThousandths(text) as Grams | null;

/** Kilograms as an exact number, for prices and shares. */
export const kilograms = (mass: Grams): Ratio => ratio(mass, 1000n);

/** Kilograms as the shortest decimal: 412500n is "412.5". */
export const kilogramsText = (mass: Grams): string => ratioText(kilograms(mass));

/** The same of grams as answers and papers carry them: "412500" is "412.5". */
export const kilogramsOf = (whole: string | bigint): string => kilogramsText(BigInt(whole) as Grams);

/** The sum of masses; of none, zero. */
export const totalGrams = (masses: Iterable<Grams>): Grams => {
  let total = 0n;
  for (const mass of masses) total += mass;
  return total as Grams;
};
