/** Which PINs will do: four to twelve digits, and none of those that everybody tries first. */
import { type Refusal, refused } from "../../kernel/refusal.ts";

/** Fewest and most digits; whoever gives seats or moves money has six at least. */
export const pinDigits = { fewest: 4, most: 12, ofTrust: 6 } as const;

/**
 * Favourites that no rule below finds: patterns of the keypad, and words and days typed as digits. From published counts of leaked
 * PINs (DataGenetics 2012; Markert, Bailey, Golla and others, "This PIN Can Be Easily Guessed", IEEE S&P 2020).
 */
const favourites = new Set([
  ...["2580", "0852", "1470", "3690", "5683", "1004", "2468", "1357", "8642", "9753", "7410", "1590", "3570"],
  ...["147258", "159753", "159357", "147852", "258456", "135790", "246810", "123654", "789456", "456789", "456123"],
  ...["102030", "101010", "112233", "332211", "123321", "654321", "520131", "147258369", "1029384756"],
]);

const ASCENDING = "01234567890123456789";
const DESCENDING = "98765432109876543210";

const isRun = (pin: string): boolean => ASCENDING.includes(pin) || DESCENDING.includes(pin);
/** "1111", "1212", "123123", "112112": a shorter piece said again. */
const isRepeated = (pin: string): boolean => /^(\d{1,6})\1+$/.test(pin);
/** "1122", "2211", "112233": each digit doubled, in order. */
const isDoubledRun = (pin: string): boolean => /^(?:(\d)\1)+$/.test(pin) && isRun(pin.replace(/(\d)\1/g, "$1"));
/** A year that somebody alive may be born in, alone or twice, or a run of digits around one. */
const isYear = (pin: string): boolean => /^(?:19[2-9]\d|20[0-4]\d)$/.test(pin);
/** Any piece of the telephone: its end is what strangers try first. */
const isOfTelephone = (pin: string, signIn: string): boolean => signIn.startsWith("+") && signIn.includes(pin);

/**
 * Why a PIN will not do for a sign-in (as kept), null when it will. Codes, each on the field `pin`: `pin.not-digits`, `pin.too-short`
 * (fact: fewest), `pin.too-long` (most), `pin.easily-guessed`, `pin.of-the-telephone`.
 */
export function checkPin(pin: string, signIn: string, fewest: number = pinDigits.fewest): Refusal | null {
  if (!/^\d*$/.test(pin)) return refused("pin.not-digits", {}, "pin").refusal;
  if (pin.length < fewest) return refused("pin.too-short", { fewest: `${fewest}` }, "pin").refusal;
  if (pin.length > pinDigits.most) return refused("pin.too-long", { most: `${pinDigits.most}` }, "pin").refusal;
  const easy = favourites.has(pin) || isRun(pin) || isRepeated(pin) || isDoubledRun(pin) || isYear(pin);
  if (easy) return refused("pin.easily-guessed", {}, "pin").refusal;
  return isOfTelephone(pin, signIn) ? refused("pin.of-the-telephone", {}, "pin").refusal : null;
}
