import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { shortCode } from "./short.ts";

/** The same by the way of whole numbers, with another's digest. */
const byNumber = (bytes: Uint8Array): string => {
  const number = BigInt(`0x${createHash("sha256").update(bytes).digest("hex").slice(0, 10)}`);
  const letters = number
    .toString(32)
    .padStart(8, "0")
    .replace(/[a-v]/g, (sign) => "ABCDEFGHJKMNPQRSTVWXYZ"[sign.charCodeAt(0) - 97] ?? "");
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
};

it("is 40 bits of the digest in letters that nobody mistakes for each other", () =>
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(shortCode(bytes)).toBe(byNumber(bytes));
    }),
  ));
