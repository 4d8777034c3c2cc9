import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sha256Hex } from "./hash.ts";

const judged = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

describe("SHA-256", () => {
  it("gives the published digests", () => {
    expect(sha256Hex("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect(sha256Hex("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });

  it("agrees with the platform at every length around a block", () => {
    for (let length = 0; length <= 200; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, place) => (place * 37 + length) % 256);
      expect(sha256Hex(bytes)).toBe(judged(bytes));
    }
  });

  it("agrees with the platform on bytes and texts nobody thought of", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => sha256Hex(bytes) === judged(bytes)));
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => sha256Hex(text) === judged(text)));
  });
});
