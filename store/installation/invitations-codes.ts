/** Codes that are read from a paper and typed: ten signs out of thirty, none of which is taken for another. */
import { randomBytes } from "node:crypto";

/** Without 0 and O, 1, I and L, and U (a V in many hands). */
const SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
/** 30^10: whoever tries a thousand a second needs nineteen thousand years, and nobody is let try that often. */
const LENGTH = 10;

/** A new code. Bytes past a whole number of thirties are thrown away, else some signs would come more often. */
export function newCode(): string {
  let code = "";
  while (code.length < LENGTH)
    for (const byte of randomBytes(LENGTH)) if (byte < 240 && code.length < LENGTH) code += SIGNS[byte % SIGNS.length];
  return code;
}

/** A code as typed, brought to the one spelling: no blanks or dashes, in capitals; null when it cannot be a code. */
export function codeIn(typed: string): string | null {
  const code = typed
    .slice(0, 100)
    .replace(/[\s\-‐-―.]/g, "")
    .toUpperCase();
  return code.length === LENGTH && [...code].every((sign) => SIGNS.includes(sign)) ? code : null;
}

/** As it is printed, in two halves: "K7M2P-9QRTX". */
export const printedCode = (code: string): string => `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;
