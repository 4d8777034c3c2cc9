/** Volumes, pieces and percentages. */
import type * as z from "zod/mini";
import { decimal, decimalText, type Ratio, ratio, ratioText } from "../exact/index.ts";
import { wholeQuantity, wholeThousandths } from "./mass.ts";

/** A volume in whole millilitres. */
export type Millilitres = bigint & z.core.$brand<"Millilitres">;

/** A count of things: sacks, crates, heads. */
export type Pieces = bigint & z.core.$brand<"Pieces">;

/** Reads litres, "1284.8", as millilitres; null when it is not a strict decimal, finer than 1 mL, or absurdly large. */
export const millilitresFromLitres = (text: string): Millilitres | null => wholeThousandths(text) as Millilitres | null;

/** Litres as an exact number. */
export const litres = (volume: Millilitres): Ratio => ratio(volume, 1000n);

/** Litres as the shortest decimal. */
export const litresText = (volume: Millilitres): string => ratioText(litres(volume));

/** Reads a whole count, "7"; null when it is not one. "7.0" is a count too. */
export function pieces(text: string): Pieces | null {
  const value = decimal(text);
  return value === null ? null : (wholeQuantity(value) as Pieces | null);
}

/** Reads a percentage, "12.6", as an exact share, 0.126; null when it is not a strict decimal. Any size: rules set bounds. */
export function percent(text: string): Ratio | null {
  const value = decimal(text);
  return value === null ? null : ratio(value.numerator, value.denominator * 100n);
}

/** A share as a percentage, 0.126 is "12.6"; the share has a finite decimal. */
export const percentText = (share: Ratio): string => decimalText(ratio(share.numerator * 100n, share.denominator));
