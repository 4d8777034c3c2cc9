/** Signatures in a browser that has no arithmetic of its own for them: Node is the judge. */
import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { verify as verifyPlainly } from "@noble/ed25519";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sha512 } from "./sha512.ts";
import { verifyHere } from "./verify.ts";

test("SHA-512 in plain JavaScript is Node's, at every length around a block [verify.alone]", () => {
  for (let length = 0; length < 300; length += 1) {
    const message = Uint8Array.from({ length }, (_, at) => (at * 7 + length) & 255);
    expect(Buffer.from(sha512(message)).toString("hex")).toBe(createHash("sha512").update(message).digest("hex"));
  }
});

test("signatures that Node makes hold in both ways of checking, and no other does [verify.alone]", async () => {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const raw = new Uint8Array(publicKey.export({ format: "der", type: "spki" }).subarray(-32));
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 240 }), fc.nat(511), async (message, bit) => {
      const seal = new Uint8Array(sign(null, message, privateKey));
      const broken = Uint8Array.from(seal);
      broken[bit >> 3] = (broken[bit >> 3] as number) ^ (1 << (bit & 7));
      expect(await verifyHere(raw, message, seal)).toBe(true);
      expect(await verifyHere(raw, message, broken)).toBe(false);
      expect(verifyPlainly(seal, message, raw, { zip215: false })).toBe(true);
    }),
    { numRuns: 20 },
  );
  expect(await verifyHere(raw, new Uint8Array(), new Uint8Array(3))).toBe(false);
  expect(await verifyHere(new Uint8Array(32).fill(255), new Uint8Array(), new Uint8Array(64))).toBe(false);
});
