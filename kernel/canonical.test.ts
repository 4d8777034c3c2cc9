import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "./canonical.ts";

describe("the canonical text", () => {
  it("has sorted keys and no spaces, whatever order they were said in", () => {
    expect(canonicalJson({ product: "coffee-parchment", bags: [{ gross: "412.5", empty: 7 }], void: null })).toBe(
      '{"bags":[{"empty":7,"gross":"412.5"}],"product":"coffee-parchment","void":null}',
    );
  });

  it("sorts keys by code units, as RFC 8785 does in its example", () => {
    const names = { "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\ud83d\ude00": 5, "\u0080": 6, "\u00f6": 7 };
    expect([...canonicalJson(names).matchAll(/:(\d)/g)].map((match) => match[1]).join("")).toBe("2467153");
  });

  it("leaves out what is undefined", () => {
    expect(canonicalJson({ sample: undefined, on: "2026-11-21" })).toBe('{"on":"2026-11-21"}');
  });

  it("keeps accents, quotes and glottal stops", () => {
    expect(canonicalJson({ name: "Ch'umilal Ñusta \"K'iche'\"\n" })).toBe(
      '{"name":"Ch\'umilal Ñusta \\"K\'iche\'\\"\\n"}',
    );
  });

  it.each([
    ["a bigint", 1n],
    ["a fraction", 12.6],
    ["a number past 53 bits", 2 ** 53],
    ["not a number", Number.NaN],
    ["an empty place in a list", [undefined]],
    ["a date", new Date(0)],
    ["a map", new Map()],
    ["half a character", "\ud800"],
    ["half a character in a key", { "\udc00": 1 }],
    ["a function", () => 1],
    ["nothing", undefined],
  ])("is not given to %s", (_, value) => {
    expect(() => canonicalJson({ value: [value] })).toThrow("broken promise");
  });

  it("is not given to what never ends", () => {
    const round: Record<string, unknown> = {};
    round.itself = round;
    expect(() => canonicalJson(round)).toThrow("deep");
  });

  it("reads back as the same value, and does not depend on the order of keys", () => {
    const values = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: "small" },
        fc.constant(null),
        fc.boolean(),
        fc.maxSafeInteger(),
        fc.string({ unit: "grapheme" }),
        fc.array(tie("value"), { maxLength: 4 }),
        fc.dictionary(fc.string({ unit: "grapheme" }), tie("value"), { maxKeys: 5 }),
      ),
    })).value;
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned);
      if (value === null || typeof value !== "object") return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, one]) => [key, turned(one)]),
      );
    };
    fc.assert(
      fc.property(values, (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(turned(value))).toBe(text);
      }),
    );
  });
});
