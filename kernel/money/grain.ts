/** The grains of a book's currency: how fine its lines are, and how fine the coins that pay them. */
import * as z from "zod/mini";
import { grainOf, isGrain } from "../exact/index.ts";
import { currencySchema, decimalSchema } from "../schema.ts";

/**
 * A currency as one book keeps it: `line` is the grain of every line and posting, `cash` that of the coins, both decimal
 * text: COP "1" and "50", PEN "0.01" and "0.10". The exponents of ISO 4217 (2 for COP) are for files only.
 */
export type CurrencyGrain = { readonly currency: string; readonly line: string; readonly cash: string };

/** Whether every sum of coins is a whole number of line grains. */
function coinsFitLines({ line, cash }: CurrencyGrain): boolean {
  if (!isGrain(line) || !isGrain(cash)) return false;
  const [fine, coarse] = [grainOf(line), grainOf(cash)];
  return (coarse.numerator * fine.denominator) % (coarse.denominator * fine.numerator) === 0n;
}

/** A book's setting for one currency. */
export const currencyGrainSchema = z
  .object({ currency: currencySchema, line: decimalSchema, cash: decimalSchema })
  .check(z.refine(coinsFitLines));
