import fc from "fast-check";
import { expect, test } from "vitest";
import { decimalText, ratio, ratioText } from "../exact/index.ts";
import {
  countOf,
  type Grams,
  gramsFromKilograms,
  inUnit,
  kilogramsText,
  percent,
  percentText,
  standardUnits,
  toGrams,
} from "./index.ts";

const masses = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }).map((mass) => mass as Grams);
const units = fc.oneof(
  fc.constantFrom(...standardUnits.filter(({ kind }) => kind === "mass")),
  fc
    .tuple(fc.bigInt({ min: 1n, max: 10n ** 9n }), fc.bigInt({ min: 1n, max: 10n ** 4n }))
    .map(([top, bottom]) => ({ code: "local", kind: "mass" as const, factor: ratioText(ratio(top, bottom)) })),
);
const counts = fc.bigInt({ min: 0n, max: 10n ** 9n }).map((thousandths) => ratio(thousandths, 1000n));

test("kilograms written are the same grams when read", () => {
  fc.assert(fc.property(masses, (mass) => gramsFromKilograms(kilogramsText(mass)) === mass));
});

test("from units to grams and back loses nothing", () => {
  fc.assert(
    fc.property(masses, units, (mass, unit) => {
      expect(inUnit(countOf(mass, unit), unit)).toEqual(ratio(mass));
    }),
  );
});

test("grams are given without a rounding exactly when they are whole", () => {
  fc.assert(
    fc.property(counts, units, (count, unit) => {
      const exact = inUnit(count, unit);
      const result = toGrams(decimalText(count), unit);
      fc.pre(exact.numerator <= 10n ** 15n * exact.denominator);
      expect(result.ok).toBe(exact.denominator === 1n);
      if (result.ok) expect(ratio(result.value)).toEqual(exact);
    }),
  );
});

test("a named rounding is less than a gram away, truncation never above", () => {
  fc.assert(
    fc.property(counts, units, fc.constantFrom("half-up", "half-even", "truncate"), (count, unit, mode) => {
      const exact = inUnit(count, unit);
      fc.pre(exact.numerator <= 10n ** 15n * exact.denominator);
      const result = toGrams(decimalText(count), unit, mode);
      if (!result.ok) return expect.unreachable(result.refusal.code);
      const off = result.value * exact.denominator - exact.numerator;
      expect(off < exact.denominator && off > -exact.denominator).toBe(true);
      if (mode === "truncate") expect(off <= 0n).toBe(true);
    }),
  );
});

test("a percentage written is the same share when read", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), (millionths) => {
      const share = ratio(millionths, 1_000_000n);
      expect(percent(percentText(share))).toEqual(share);
    }),
  );
});
