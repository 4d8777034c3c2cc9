/** An amount as a file for a bank writes it: exactly, with the decimals of its currency. */
import { fixedText, grainOf, multiply, powerOfTen, ratio } from "../../../../kernel/exact/index.ts";
import { fileDecimals } from "./minor-units.ts";

/**
 * Whole line grains as decimal text of the currency: COP 799838 is "799838.00". Null where the currency is not on the list, or where the
 * amount is finer than the currency's smallest unit: nothing is rounded on its way to a bank.
 */
export function fileAmount(grains: bigint, currency: string, lineGrain: string): string | null {
  const decimals = fileDecimals(currency);
  if (decimals === null) return null;
  const units = multiply(multiply(ratio(grains), grainOf(lineGrain)), ratio(powerOfTen(decimals)));
  return units.denominator === 1n ? fixedText(units.numerator, decimals) : null;
}
