/**
 * How signed bytes travel in a square code: as one decimal number, because digits are the densest thing a code holds and nothing on
 * the way changes them. Behind an address it stands in the fragment, which browsers do not send to the server.
 */
import { assert } from "../refusal.ts";

/** More digits than this are no code of ours: nobody makes us read a number for minutes. */
const MOST_DIGITS = 1_000;

/** Host and port as they may stand in an address in capitals: only letters, digits, dots, hyphens and a colon. */
const HOST = /^[A-Za-z0-9.-]{1,56}(?::[0-9]{1,5})?$/;

/** The bytes as one number. A leading byte 1 keeps the zeros in front. */
export const digitsOf = (bytes: Uint8Array): string => {
  let hex = "0x1";
  // The leading byte is 0x01; as a number its first zero is not written.
  for (const byte of bytes) hex += byte.toString(16).padStart(2, "0");
  return BigInt(hex).toString();
};

/** The bytes of a number; null when it does not begin with the byte 1. */
export function bytesOfDigits(digits: string): Uint8Array | null {
  if (digits.length > MOST_DIGITS || !/^[1-9][0-9]*$/.test(digits)) return null;
  const hex = BigInt(digits).toString(16);
  if (hex.length % 2 === 0 || !hex.startsWith("1")) return null;
  return Uint8Array.from({ length: (hex.length - 1) / 2 }, (_, at) =>
    Number.parseInt(hex.slice(1 + 2 * at, 3 + 2 * at), 16),
  );
}

/**
 * What stands in the square: an address that opens the page where receipts are checked, in capitals, which the square holds in
 * little room; without a host only the digits.
 */
export function codeText(bytes: Uint8Array, host: string | null): string {
  const digits = digitsOf(bytes);
  if (host === null) return digits;
  assert(HOST.test(host), "a host has no sign that an address would write otherwise");
  return `HTTPS://${host.toUpperCase()}/R#${digits}`;
}

/** Whether codes can lead to this host; one with signs of its own, or too long for the square, is left out of them. */
export const fitsCode = (host: string): boolean => HOST.test(host);

/** The host that codes lead to where people know a server by this origin; null without TLS, because the code's address asks for it. */
export function codeHost(origin: string | null): string | null {
  const host = /^https:\/\/([^/]+)$/.exec(origin ?? "")?.[1] ?? "";
  return fitsCode(host) ? host : null;
}

/**
 * The bytes in a text as a camera, a person or a chat gives it back: an address in whatever case, with a slash more, with escapes,
 * spaces and line breaks in it; or only the digits. Null when there is no code in it.
 */
export function bytesInText(text: string): Uint8Array | null {
  const plain = unescaped(text).replace(/[\s\u00a0\u200b-\u200f\u2060\ufeff]+/g, "");
  const behind = plain.slice(plain.lastIndexOf("#") + 1);
  const digits = /^[/?]*([0-9]+)[/?&]*$/.exec(behind)?.[1];
  return digits === undefined ? null : bytesOfDigits(digits);
}

/** Percent-escapes undone, as often as somebody on the way put them; a lone "%" stands as it is. */
function unescaped(text: string): string {
  let now = text.slice(0, 4 * MOST_DIGITS);
  for (let round = 0; round < 3 && /%[0-9A-Fa-f]{2}/.test(now); round += 1)
    now = now.replace(/%([0-9A-Fa-f]{2})/g, (_, pair: string) => String.fromCharCode(Number.parseInt(pair, 16)));
  return now;
}
