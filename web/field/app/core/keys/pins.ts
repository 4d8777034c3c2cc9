/**
 * PINs of the clerks: convenience against mixing up who stands at the scale, not proof. A PIN is kept as PBKDF2 with a salt; wrong ones
 * make the next wait longer. What the PIN gives has two halves: one to compare, one that opens a wrapped key.
 */
import { base64Url, fromBase64Url, utf8 } from "../bytes.ts";
import type { SeedBox } from "./device-key.ts";

/** A clerk as kept on this telephone. `until`: milliseconds of its clock before which no PIN is tried. */
export type StoredClerk = {
  readonly agent: string;
  readonly salt: string;
  readonly rounds: number;
  readonly check: string;
  readonly wrong: number;
  readonly until: number;
  /** The seed of the device's key under this clerk's PIN; null where the platform keeps the key. */
  readonly box: SeedBox | null;
};

/** What a PIN gives. */
export type PinGives = { readonly check: string; readonly secret: Uint8Array };

/** Half a second on a cheap telephone. A stolen PIN hash still falls in a day: the PIN guards a name, not money. */
export const pinRounds = 120_000;

/** Seconds to wait after so many wrong PINs. */
export const waitAfter = (wrong: number): number => [0, 0, 0, 5, 15, 60, 300][Math.min(wrong, 6)] as number;

/** Derives both halves. */
export async function pinGives(pin: string, salt: string, rounds: number): Promise<PinGives> {
  const material = await crypto.subtle.importKey("raw", utf8(pin), "PBKDF2", false, ["deriveBits"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt: fromBase64Url(salt), iterations: rounds };
  const bytes = new Uint8Array(await crypto.subtle.deriveBits(how, material, 512));
  return { check: base64Url(bytes.slice(0, 32)), secret: bytes.slice(32) };
}

/** The clerk after a wrong PIN at a moment of the clock. */
export function afterWrong(clerk: StoredClerk, now: number): StoredClerk {
  const wrong = clerk.wrong + 1;
  return { ...clerk, wrong, until: now + waitAfter(wrong) * 1_000 };
}

/** Seconds still to wait. A clock that was set back cannot make it longer than the longest wait. */
export function secondsToWait(clerk: StoredClerk, now: number): number {
  const left = Math.ceil((clerk.until - now) / 1_000);
  return Math.max(0, Math.min(left, waitAfter(clerk.wrong)));
}
