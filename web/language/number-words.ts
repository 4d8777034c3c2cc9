/**
 * Numbers in words, so that a weight can be said aloud to whoever handed it over. The words of a language stand in its
 * `numbers.json`; here is only how they are put together, which is alike in the languages we have: ones, tens, hundreds, thousands.
 */
import { isDecimal } from "./notation.ts";
import type { Say } from "./say.ts";

/** The largest whole number that is put into words here. */
export const LARGEST_IN_WORDS = 999_999n;

/**
 * An exact decimal, "179.9", in words: "ciento setenta y nueve coma nueve". Null where it is none, is below zero, or has more than
 * two decimals or too many thousands. `noun`: a noun follows, as in "un kilo" and "veintiún kilos".
 */
export function numberInWords(exact: string, say: Say, noun = false): string | null {
  if (!isDecimal(exact) || exact.startsWith("-")) return null;
  const [whole = "", fraction = ""] = exact.split(".");
  const decimals = fraction.replace(/0+$/, "");
  if (decimals.length > 2 || BigInt(whole) > LARGEST_IN_WORDS) return null;
  if (decimals === "") return wholeInWords(BigInt(whole), say, noun);
  const mark = say.notation.decimal === "," ? "numbers.comma" : "numbers.point";
  return say(mark, { whole: wholeInWords(BigInt(whole), say, false), decimals: decimalsInWords(decimals, say) });
}

/** Kilograms in words with their unit: "ciento setenta y nueve coma nueve kilos". Null as of `numberInWords`. */
export function kilogramsInWords(exact: string, say: Say): string | null {
  const number = numberInWords(exact, say, true);
  return number === null ? null : `${number} ${say("numbers.kilos", { count: exact })}`;
}

/** The words one after the other, each of which can have a recording of its own. */
export const wordsOneByOne = (sentence: string): readonly string[] =>
  sentence.split(/[\s-]+/).filter((word) => word !== "");

const wordFor = (number: bigint, say: Say): string => say(`numbers.${number}`);

function wholeInWords(number: bigint, say: Say, noun: boolean): string {
  if (number < 1000n) return belowThousand(number, say, noun);
  const [count, rest] = [number / 1000n, number % 1000n];
  const thousands =
    count === 1n ? say("numbers.1000") : say("numbers.thousands", { count: belowThousand(count, say, true) });
  if (rest === 0n) return thousands;
  const joined = rest < 100n ? "below-hundred" : rest % 100n === 0n ? "hundreds" : "rest";
  return say(`numbers.thousands-and-${joined}`, { thousands, rest: belowThousand(rest, say, noun) });
}

function belowThousand(number: bigint, say: Say, noun: boolean): string {
  if (number < 100n) return belowHundred(number, say, noun);
  if (number === 100n) return say("numbers.100-alone");
  const hundreds = wordFor(number - (number % 100n), say);
  const rest = number % 100n;
  return rest === 0n ? hundreds : say("numbers.hundreds-and-rest", { hundreds, rest: belowHundred(rest, say, noun) });
}

function belowHundred(number: bigint, say: Say, noun: boolean): string {
  if (noun && (number === 1n || number === 21n)) return say(`numbers.${number}-before-noun`);
  if (number < 30n || number % 10n === 0n) return wordFor(number, say);
  const ones = number % 10n;
  return say("numbers.tens-and-ones", { tens: wordFor(number - ones, say), ones: belowHundred(ones, say, noun) });
}

/** One or two decimals: "nueve", "cero cinco", "ochenta y dos", or digit by digit where a language says so. */
function decimalsInWords(decimals: string, say: Say): string {
  const number = BigInt(decimals);
  if (decimals.length === 1) return wordFor(number, say);
  const [first = "", second = ""] = decimals;
  if (first === "0") return say("numbers.zero-before", { zero: wordFor(0n, say), rest: wordFor(number, say) });
  if (say("numbers.two-decimals") === "apart") return `${wordFor(BigInt(first), say)} ${wordFor(BigInt(second), say)}`;
  return belowHundred(number, say, false);
}
