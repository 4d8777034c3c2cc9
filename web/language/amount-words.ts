/** Amounts of money in words, as papers to be signed have them: "dos millones novecientos cuarenta mil ochocientos pesos". */
import { LARGEST_IN_WORDS, numberInWords } from "./number-words.ts";
import type { Say } from "./say.ts";

const million = 1_000_000n;

/** An exact decimal in words with its currency; cents as "con 50/100". Null where it is none, or has more than millions of millions. */
export function amountInWords(exact: string, currency: string, say: Say): string | null {
  const [, whole = "", cents = ""] = /^(\d{1,18})(?:\.(\d{1,2}))?$/.exec(exact) ?? [];
  if (whole === "" || !say.has(`currencies.${currency}.line`)) return null;
  const number = wholeInWords(BigInt(whole), say);
  if (number === null) return null;
  const coins = say(`currencies.${currency}.line`, { count: whole });
  const isRound = BigInt(whole) >= million && BigInt(whole) % million === 0n;
  const of = { number, coins };
  if (cents === "" || /^0+$/.test(cents)) return say(isRound ? "cash.words-of" : "cash.words", of);
  return say("cash.words-cents", { ...of, cents: cents.padEnd(2, "0") });
}

function wholeInWords(number: bigint, say: Say): string | null {
  const [millions, rest] = [number / million, number % million];
  if (millions > LARGEST_IN_WORDS) return null;
  if (millions === 0n) return numberInWords(`${rest}`, say, true);
  const many = millions === 1n ? "" : (numberInWords(`${millions}`, say, true) ?? "");
  const said = millions === 1n ? say("cash.one-million") : say("cash.millions", { many });
  return rest === 0n
    ? said
    : say("cash.millions-and", { millions: said, rest: numberInWords(`${rest}`, say, true) ?? "" });
}
