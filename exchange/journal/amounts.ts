/** Commodities and amounts in the words of a plain-text journal: money with its decimals, goods in kilograms, all exact. */

import { decimalPlaces, exactly } from "../../kernel/exact/index.ts";
import { commodityParts } from "../../kernel/ledger/commodity.ts";
import { assert } from "../../kernel/refusal.ts";

/** How a commodity is written: its symbol, and how many decimals its grain has; `grains` in one unit of the last decimal. */
export type Written = { readonly symbol: string; readonly places: number; readonly grains: bigint };

/** Units larger than our grains, in which people read goods: a thousand grams are a kilogram. */
const thousands: Readonly<Record<string, string>> = { g: "kg", ml: "l" };

/**
 * The journal's way of a commodity of ours. "money:COP:50" counts fifty pesos a grain, so an amount of 3 is written 150 COP;
 * "goods:coffee-parchment:g" is written in kilograms with three decimals.
 */
export function writtenOf(commodity: string): Written {
  const parts = commodityParts(commodity);
  assert(parts !== null, `a posting counts a commodity: ${commodity}`);
  const { kind, what, grain } = parts;
  if (kind === "money") {
    const value = exactly(grain);
    const places = decimalPlaces(value) ?? 0;
    return { symbol: what, places, grains: (value.numerator * 10n ** BigInt(places)) / value.denominator };
  }
  const larger = thousands[grain];
  if (larger !== undefined) return { symbol: `"${what} ${larger}"`, places: 3, grains: 1n };
  return { symbol: `"${what} ${grain}"`, places: 0, grains: 1n };
}

/** An amount in whole grains as the journal writes it: "-12.500 "coffee-parchment kg"". Exact: nothing is rounded. */
export function amountWritten(amount: bigint, { symbol, places, grains }: Written): string {
  const units = amount * grains;
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  const fraction = places === 0 ? "" : `.${digits.slice(digits.length - places)}`;
  return `${units < 0n ? "-" : ""}${whole}${fraction} ${symbol}`;
}
