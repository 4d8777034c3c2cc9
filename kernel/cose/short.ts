/** A short code for signed bytes: what two people read to each other to know that they hold the same paper. It proves nothing alone. */
import { sha256 } from "../hash.ts";

/** Digits and letters that nobody mistakes for each other, read or heard (Crockford's base 32: no I, L, O, U). */
const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LETTERS = 8;
const BITS = 5;

/** The first 40 bits of their digest, as "7K4P-Q2M9". */
export function shortCode(bytes: Uint8Array): string {
  const digest = sha256(bytes);
  const letters = Array.from({ length: LETTERS }, (_, at) => {
    const [byte, bit] = [(at * BITS) >> 3, (at * BITS) & 7];
    const pair = ((digest[byte] ?? 0) << 8) | (digest[byte + 1] ?? 0);
    return SIGNS[(pair >> (16 - BITS - bit)) & 31];
  });
  return `${letters.slice(0, 4).join("")}-${letters.slice(4).join("")}`;
}
