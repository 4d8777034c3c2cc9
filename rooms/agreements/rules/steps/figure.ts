/** Figures: what the steps of a plan hand on to each other. */
import {
  decimal,
  decimalPlaces,
  powerOfTen,
  type Ratio,
  type Rounding,
  ratio,
  ratioFromText,
  ratioText,
  wholeQuotient,
} from "../../../../kernel/exact/index.ts";
import { assert } from "../../../../kernel/refusal.ts";

/**
 * An exact number that need not be in lowest terms; the denominator is above zero. Between two steps nobody compares figures
 * pair by pair, and a settlement of 200,000 hand-overs is faster without bringing each one to lowest terms.
 */
export type Figure = { readonly numerator: bigint; readonly denominator: bigint };

/**
 * What a figure counts. A weight is in the plan's unit, a price in its currency per that unit (or per piece, where a count is paid), a
 * count in pieces, an amount in its currency.
 */
export type FigureKind = "weight" | "count" | "price" | "factor" | "percent" | "amount";

/** The figure in lowest terms. */
export const lowestTerms = (figure: Figure): Ratio => ratio(figure.numerator, figure.denominator);

/** A decimal of a published sheet; the sheet was checked, so a bad one is our mistake. */
export function constant(text: string): Figure {
  const value = decimal(text);
  assert(value !== null, `"${text}" is a strict decimal`);
  return value;
}

/** Reads a kept figure ("404.82", "437/440"); null when it is not one. */
export const figureFromText = (text: string): Figure | null => ratioFromText(text);

/** Rounds by a named rounding, prepared once per plan; the result's denominator is the grain's own. */
export function rounder(rounding: Rounding): (numerator: bigint, denominator: bigint) => Figure {
  const { mode } = rounding;
  const grain = constant(rounding.grain);
  return (numerator, denominator) => ({
    numerator: wholeQuotient(numerator * grain.denominator, denominator * grain.numerator, mode) * grain.numerator,
    denominator: grain.denominator,
  });
}

/** No rounding: the figure stays exact. */
const exact = (numerator: bigint, denominator: bigint): Figure => ({ numerator, denominator });

/** The step's rounding, or none where the plan names none. */
export const rounded = (rounding: Rounding | undefined): ((numerator: bigint, denominator: bigint) => Figure) =>
  rounding ? rounder(rounding) : exact;

/** Writes figures without loss. Of a rounded step all have the grain's decimals, so their text needs no division. */
export function writer(rounding: Rounding | undefined): (figure: Figure) => string {
  if (!rounding) return exactText;
  const grain = constant(rounding.grain);
  const places = decimalPlaces(grain) ?? 0;
  const scale = powerOfTen(places) / grain.denominator;
  return (figure) => shortest((figure.numerator * scale).toString(), places);
}

/** Decimals by denominator, where a figure's own denominator is a power of ten: kilograms kept as grams. */
const decimalsOf = new Map([0, 1, 2, 3, 4, 5, 6].map((places) => [powerOfTen(places), places]));

/** Lossless text of a figure that no step rounded. */
export function exactText(figure: Figure): string {
  const places = decimalsOf.get(figure.denominator);
  if (places !== undefined) return shortest(figure.numerator.toString(), places);
  return ratioText(lowestTerms(figure));
}

/** Sets the point in whole digits and leaves out zeros that say nothing: ("1604000", 2) is "16040". */
function shortest(digits: string, places: number): string {
  if (places === 0) return digits;
  const negative = digits.startsWith("-");
  const padded = (negative ? digits.slice(1) : digits).padStart(places + 1, "0");
  let end = padded.length;
  const point = padded.length - places;
  while (end > point && padded.charCodeAt(end - 1) === 48) end -= 1;
  const text = end === point ? padded.slice(0, point) : `${padded.slice(0, point)}.${padded.slice(point, end)}`;
  return negative ? `-${text}` : text;
}

/** The figure of an earlier step. */
export function figure(figures: readonly Figure[], at: number): Figure {
  const found = figures[at];
  assert(found !== undefined, "a checked plan reads only figures of earlier steps");
  return found;
}

/** a + b. */
export const total = (a: Figure, b: Figure): Figure =>
  a.denominator === b.denominator
    ? exact(a.numerator + b.numerator, a.denominator)
    : exact(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);

/** a × b. */
export const times = (a: Figure, b: Figure): Figure => exact(a.numerator * b.numerator, a.denominator * b.denominator);

/** a − b. */
export const difference = (a: Figure, b: Figure): Figure =>
  a.denominator === b.denominator
    ? exact(a.numerator - b.numerator, a.denominator)
    : exact(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator);

/** Whether a is below b. */
export const below = (a: Figure, b: Figure): boolean => a.numerator * b.denominator < b.numerator * a.denominator;
