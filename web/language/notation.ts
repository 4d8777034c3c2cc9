/**
 * How numbers are written: which mark separates decimals, which thousands. Separators follow the book's country and not the
 * reader's telephone, so that one paper reads alike for everybody who holds it; English is written in the English way.
 */

import { decimalText, equals, ratioFromText, roundTo } from "../../kernel/exact/index.ts";

/** The two marks of a country's figures. */
export type Notation = { readonly decimal: string; readonly group: string };

const comma: Notation = { decimal: ",", group: "." };
const point: Notation = { decimal: ".", group: "," };

/** Countries that write 1,234.50; the others we know write 1.234,50. Source: Unicode CLDR 48, number symbols of es, pt, qu. */
const pointCountries = new Set(["PE", "MX", "GT", "HN", "NI", "SV", "PA", "DO", "PR", "US", "GB", "KE", "UG", "IN"]);

/** The notation of a page in `language` (BCP 47, "es") of a book in `country` (ISO 3166-1 alpha-2, "CO"). */
export const notationOf = (language: string, country: string): Notation =>
  language === "en" || pointCountries.has(country) ? point : comma;

const minus = "\u2212";
const figureSpace = "\u2007";
const punctuationSpace = "\u2008";

/** Whether a text is an exact decimal: digits, at most one point, a hyphen in front of a negative one. */
export const isDecimal = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);

/**
 * An exact decimal text as a person reads it: thousands grouped from 1.000 on, U+2212 as minus, every decimal kept as given.
 * With `sign` "always" a plus stands before what is above zero. Nothing is rounded here.
 */
export function written(exact: string, notation: Notation, sign: "negative" | "always" = "negative"): string {
  const negative = exact.startsWith("-");
  const [whole = "", fraction] = (negative ? exact.slice(1) : exact).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, notation.group);
  const digits = fraction === undefined ? grouped : `${grouped}${notation.decimal}${fraction}`;
  if (negative) return `${minus}${digits}`;
  return sign === "always" && /[1-9]/.test(digits) ? `+${digits}` : digits;
}

/** The same exact text with zeros added up to `places` decimals, the way a price list prints it: "16040" to two is "16040.00". */
export function withPlaces(exact: string, places: number): string {
  const missing = places - decimalsOf(exact);
  if (missing <= 0) return exact;
  return `${exact}${exact.includes(".") ? "" : "."}${"0".repeat(missing)}`;
}

/** Most decimals shown of a figure that no step rounded. */
const mostShown = 4;
/** What most figures are: shown whole without a calculation. */
const shortDecimal = /^-?\d+(?:\.\d{1,4})?$/;

/**
 * A lossless figure as far as it is shown: what has more than four decimals, or no end ("874/880"), is cut there and says so
 * with "…". Cut, not rounded: only a named step of a plan rounds.
 */
export function cut(lossless: string): { readonly exact: string; readonly more: boolean } {
  if (shortDecimal.test(lossless)) return { exact: lossless, more: false };
  const value = ratioFromText(lossless);
  if (value === null) return { exact: lossless, more: false };
  const shown = roundTo(value, { mode: "truncate", grain: `0.${"0".repeat(mostShown - 1)}1` });
  const more = !equals(shown, value);
  return more
    ? { exact: decimalText(shown), more }
    : { exact: lossless.includes("/") ? decimalText(value) : lossless, more };
}

/** How many decimals an exact text has. */
export const decimalsOf = (exact: string): number => exact.split(".")[1]?.length ?? 0;

/** Blanks as wide as the decimals a figure lacks in its column, so that marks stand under each other without invented zeros. */
export function alignment(exact: string, columnDecimals: number): string {
  const own = decimalsOf(exact);
  if (own >= columnDecimals) return "";
  return (own === 0 ? punctuationSpace : "") + figureSpace.repeat(columnDecimals - own);
}
