/** Amounts as they are said, in the grains of a book. */
import { type Amount, amountFromText } from "./amount.ts";
import type { CurrencyGrain } from "./grain.ts";

/** The book's grain of a currency; null when the book does not keep that currency. */
export const grainIn = (
  settings: { readonly currencies: readonly CurrencyGrain[] } | null,
  currency: string,
): CurrencyGrain | null => settings?.currencies.find((one) => one.currency === currency) ?? null;

/** A positive amount in whole line grains; null for anything else. Nothing is rounded. */
export function positiveAmount(text: string, grain: CurrencyGrain): Amount | null {
  const amount = amountFromText(text, grain);
  return amount !== null && amount > 0n ? amount : null;
}
