/** Codes that are read from a paper or a screen and typed: signs out of thirty, none of which is taken for another. */
import { randomBytes } from "node:crypto";

/** Without 0 and O, 1, I and L, and U (a V in many hands). */
const SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
/** 30^10: whoever tries a thousand a second needs nineteen thousand years, and nobody is let try that often. */
const LENGTH = 10;

/** A new code: of ten signs, or of as many as are asked for. Bytes past a whole number of thirties are thrown away, else some signs would come more often. */
export function newCode(length = LENGTH): string {
  let code = "";
  while (code.length < length)
    for (const byte of randomBytes(length)) if (byte < 240 && code.length < length) code += SIGNS[byte % SIGNS.length];
  return code;
}

/** A code as typed, brought to the one spelling: no blanks or dashes, in capitals; null when it cannot be a code. */
export function codeIn(typed: string, length = LENGTH): string | null {
  const code = typed
    .slice(0, 100)
    .replace(/[\s\-‐-―.]/g, "")
    .toUpperCase();
  return code.length === length && [...code].every((sign) => SIGNS.includes(sign)) ? code : null;
}

/** As it is printed, in two halves: "K7M2P-9QRTX". */
export const printedCode = (code: string): string => `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;
