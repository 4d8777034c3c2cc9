/** Sums of money in words, to be said aloud: "dos millones novecientos cuarenta mil ochocientos pesos". */
import { numberInWords } from "./number-words.ts";
import type { Say } from "./say.ts";

const MILLION = 1_000_000n;

/** A whole number below a million millions in words, as before a noun. Null beyond. */
export function wholeInWords(number: bigint, say: Say): string | null {
  if (number < MILLION) return numberInWords(`${number}`, say, true);
  const count = number / MILLION;
  const counted = count === 1n ? null : numberInWords(`${count}`, say, true);
  if (count !== 1n && counted === null) return null;
  const millions = counted === null ? say("spoken.million") : say("spoken.millions", { count: counted });
  const rest = number % MILLION;
  if (rest === 0n) return millions;
  // "two million and five", "dois milhões e quinhentos mil": a last small or round part is joined by a word.
  const little =
    rest < 100n || (say.language === "pt" && (rest % 1_000n === 0n || (rest < 1_000n && rest % 100n === 0n)));
  return say(`spoken.millions-and-${little ? "little" : "rest"}`, {
    millions,
    rest: numberInWords(`${rest}`, say, true) ?? "",
  });
}

/** An exact sum with its currency in words; cents too, where it has any. Null where it cannot be said: no such many, or finer than cents. */
export function moneyInWords(exact: string, currency: string, say: Say): string | null {
  if (exact.startsWith("-")) {
    const amount = moneyInWords(exact.slice(1), currency, say);
    return amount === null ? null : say("spoken.less-than-nothing", { amount });
  }
  const [whole = "", fraction = ""] = exact.split(".");
  if (!/^\d+$/.test(whole) || !/^\d{0,2}$/.test(fraction)) return null;
  const cents = BigInt(fraction.padEnd(2, "0"));
  const number = wholeInWords(BigInt(whole), say);
  if (number === null) return null;
  const key = `currencies.${currency}.here`;
  const coins = say.has(key) ? say(key, { count: whole }) : currency;
  const said = `${number} ${coins}`;
  if (cents === 0n) return said;
  const kind = say.has(`spoken.cents.${currency}`) ? `spoken.cents.${currency}` : "spoken.cents";
  return say("spoken.with-cents", {
    whole: said,
    cents: `${numberInWords(`${cents}`, say, true) ?? ""} ${say(kind, { count: `${cents}` })}`,
  });
}
