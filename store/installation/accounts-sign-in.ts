/**
 * What a person types to sign in: a telephone or a name, brought to one spelling, so that "Amparo  QUINTERO" and "amparo quintero" are
 * the same, and "311 234 56 78" is the number that was kept as "+573112345678". Country calling codes: ITU-T E.164.
 */
import { done, type Result, refused } from "../../kernel/refusal.ts";

/** How telephones are written in a country: its calling code, and how many digits a number has at home. */
export type Telephones = { readonly callingCode: string; readonly digits: number };

const PUNCTUATION = /[\s().\-/·‐-―]/gu;
const WITH_COUNTRY = /^(?:\+|00)(\d{7,15})$/;
const AT_HOME = /^\d{6,15}$/;
const MARKS = /\p{M}/gu;
/** Longest and shortest name, in letters as folded. */
const longest = 80;
const shortest = 3;

/** A name without what people type differently each time: case, accents, blanks at the ends and doubled. */
const foldedName = (text: string): string =>
  text.normalize("NFKD").replace(MARKS, "").toLowerCase().replace(/\s+/gu, " ").trim();

/** Digits of what can be a telephone, and whether they say their country; null for a name. */
function telephoneIn(text: string): { readonly digits: string; readonly complete: boolean } | null {
  const plain = text.normalize("NFKC").replace(PUNCTUATION, "");
  const complete = WITH_COUNTRY.exec(plain)?.[1];
  if (complete !== undefined) return { digits: complete, complete: true };
  return AT_HOME.test(plain) ? { digits: plain, complete: false } : null;
}

/** A number as it is dialled at home, with its country. Some countries dial a zero first that the world does not. */
const withCountry = (digits: string, { callingCode }: Telephones): string =>
  `+${callingCode}${digits.replace(/^0/, "")}`;

const isAbroad = (digits: string, { callingCode, digits: home }: Telephones): boolean =>
  digits.startsWith(callingCode) && digits.length >= callingCode.length + 7 && digits.length > home;

/**
 * The one spelling that an account is kept under. `telephones`: of the person's country, null when it is not known. Refuses
 * `account.sign-in-unfit` (neither a name of three letters nor a telephone) and `account.telephone-without-country`.
 */
export function signInToKeep(text: string, telephones: Telephones | null): Result<string> {
  const telephone = telephoneIn(text);
  if (telephone !== null) {
    if (telephone.complete) return done(`+${telephone.digits}`);
    if (telephones === null) return refused("account.telephone-without-country", {}, "signIn");
    return done(
      isAbroad(telephone.digits, telephones) ? `+${telephone.digits}` : withCountry(telephone.digits, telephones),
    );
  }
  const name = foldedName(text);
  const fits = name.length >= shortest && name.length <= longest && /\p{L}/u.test(name);
  return fits ? done(name) : refused("account.sign-in-unfit", {}, "signIn");
}

/**
 * What a person who signs in may mean, likeliest first. `here`: the countries of this installation; a number typed without its
 * country is looked for in each.
 */
export function signInsMeant(text: string, here: readonly Telephones[]): readonly string[] {
  const typed = text.slice(0, 200);
  const telephone = telephoneIn(typed);
  if (telephone === null) return [foldedName(typed).slice(0, longest)];
  if (telephone.complete) return [`+${telephone.digits}`];
  const kept = here.map((one) => signInToKeep(typed, one)).flatMap((one) => (one.ok ? [one.value] : []));
  return [...new Set([...kept, `+${telephone.digits}`])];
}

/** Whether an account is kept under a telephone. */
export const isTelephone = (signIn: string): boolean => signIn.startsWith("+");
