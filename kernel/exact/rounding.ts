/** Rounding is always a named step of a plan with its mode and grain; between two of them figures stay exact. */
import { assert } from "../refusal.ts";
import { decimal } from "./decimal.ts";
import { type Ratio, ratio } from "./ratio.ts";

/**
 * - `half-up`: to the nearest grain, ties away from zero (2,455.425 → 2,455.43; −0.5 → −1)
 * - `half-even`: to the nearest grain, ties to the even one
 * - `truncate`: toward zero, so that a rate cannot overdraw a pool
 */
export const roundingModes = ["half-up", "half-even", "truncate"] as const;
export type RoundingMode = (typeof roundingModes)[number];

/** How a figure is rounded: `grain` is decimal text above zero, such as "0.01", "1", "50", "0.5". */
export type Rounding = { readonly mode: RoundingMode; readonly grain: string };

const grains = new Map<string, Ratio>();
/** A book uses a handful of grains; the bound keeps a hostile file from filling memory. */
const MOST_KEPT_GRAINS = 256;

/** The grain as a number, read once. Plans check it when published, so a bad one here is our mistake. */
export function grainOf(text: string): Ratio {
  const kept = grains.get(text);
  if (kept) return kept;
  const grain = decimal(text);
  assert(grain !== null && grain.numerator > 0n, `"${text}" is a grain: a decimal above zero`);
  if (grains.size < MOST_KEPT_GRAINS) grains.set(text, grain);
  return grain;
}

/** Whether a text can serve as a grain. */
export const isGrain = (text: string): boolean => {
  const grain = decimal(text);
  return grain !== null && grain.numerator > 0n;
};

/** numerator ÷ divisor as a whole number by the mode; the divisor is above zero. */
export function wholeQuotient(numerator: bigint, divisor: bigint, mode: RoundingMode): bigint {
  const toward = numerator / divisor;
  if (mode === "truncate") return toward;
  const left = numerator - toward * divisor;
  if (left === 0n) return toward;
  const twice = left < 0n ? -2n * left : 2n * left;
  if (twice < divisor) return toward;
  if (twice === divisor && mode === "half-even" && toward % 2n === 0n) return toward;
  return numerator < 0n ? toward - 1n : toward + 1n;
}

/** How many grains the rounded value has: 2,455.425 by half-up of "0.01" is 245543n. */
export function wholeGrains(value: Ratio, rounding: Rounding): bigint {
  const grain = grainOf(rounding.grain);
  return wholeQuotient(value.numerator * grain.denominator, value.denominator * grain.numerator, rounding.mode);
}

/** The value rounded: 404.8227… by half-up of "0.01" is 404.82. */
export function roundTo(value: Ratio, rounding: Rounding): Ratio {
  const grain = grainOf(rounding.grain);
  const count = wholeQuotient(value.numerator * grain.denominator, value.denominator * grain.numerator, rounding.mode);
  return ratio(count * grain.numerator, grain.denominator);
}
