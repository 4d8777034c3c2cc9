/** Sums of money in several currencies: said one after the other, for they are never added. */
import { decimalsOf } from "./notation.ts";
import type { Say } from "./say.ts";

/** An amount as exact decimal text, with the decimals its currency is written with ("1880.90"), and its ISO 4217 code. */
export type Money = { readonly exact: string; readonly currency: string };

/** "2.940.786 pesos", "2.940.786 pesos y 59.852,79 dólares"; of none, nothing. */
export function sumsInWords(sums: readonly Money[], say: Say): string {
  const said = sums.map(({ exact, currency }) =>
    say("value.money-of", { value: exact, currency, places: String(decimalsOf(exact)) }),
  );
  const [first = "", ...others] = said;
  return others.reduce((before, next) => say("list.and", { first: before, second: next }), first);
}
