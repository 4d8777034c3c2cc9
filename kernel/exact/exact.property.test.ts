import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { greatestCommonDivisor } from "./divisor.ts";
import {
  add,
  compare,
  decimal,
  decimalText,
  divide,
  equals,
  maximum,
  minimum,
  multiply,
  negate,
  one,
  type Ratio,
  ratio,
  ratioFromText,
  ratioText,
  roundingModes,
  roundTo,
  subtract,
  wholeGrains,
  zero,
} from "./index.ts";

/** Small, plain and far beyond plain integers, so that both halves of the common divisor are used. */
const wholes = fc.oneof(
  fc.bigInt({ min: -20n, max: 20n }),
  fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
  fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
);
const ratios = fc.tuple(wholes, wholes).map(([top, bottom]) => ratio(top, bottom === 0n ? 1n : bottom));
const grains = fc.constantFrom("0.01", "0.0001", "0.5", "1", "50", "0.25", "1000", "0.07");
const roundings = fc.record({ mode: fc.constantFrom(...roundingModes), grain: grains });
const magnitude = (whole: bigint): bigint => (whole < 0n ? -whole : whole);

/** Euclid as in the schoolbook, on bigint alone: the judge of our faster one. */
const schoolbook = (a: bigint, b: bigint): bigint => (b === 0n ? a : schoolbook(b, a % b));

describe("every result", () => {
  test("is in lowest terms, its denominator above zero", () => {
    fc.assert(
      fc.property(ratios, ratios, (a, b) => {
        const results = [a, add(a, b), subtract(a, b), multiply(a, b), ...(b.numerator === 0n ? [] : [divide(a, b)])];
        for (const { numerator, denominator } of results) {
          expect(denominator > 0n).toBe(true);
          expect(schoolbook(magnitude(numerator), denominator)).toBe(1n);
        }
      }),
    );
  });

  test("is found with the schoolbook's common divisor", () => {
    const factors = fc.bigInt({ min: 0n, max: 10n ** 25n });
    fc.assert(
      fc.property(factors, factors, factors, (a, b, c) => {
        expect(greatestCommonDivisor(a * c, b * c)).toBe(schoolbook(a * c, b * c));
      }),
    );
  });
});

describe("the laws of arithmetic hold exactly", () => {
  test("order and grouping do not matter, and products spread over sums", () => {
    fc.assert(
      fc.property(ratios, ratios, ratios, (a, b, c) => {
        expect(add(a, b)).toEqual(add(b, a));
        expect(multiply(a, b)).toEqual(multiply(b, a));
        expect(add(add(a, b), c)).toEqual(add(a, add(b, c)));
        expect(multiply(multiply(a, b), c)).toEqual(multiply(a, multiply(b, c)));
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
      }),
    );
  });

  test("what is added can be taken away, what is multiplied divided", () => {
    fc.assert(
      fc.property(ratios, ratios, (a, b) => {
        expect(subtract(add(a, b), b)).toEqual(a);
        expect(add(a, negate(a))).toEqual(zero);
        if (b.numerator !== 0n) expect(divide(multiply(a, b), b)).toEqual(a);
        if (b.numerator !== 0n) expect(divide(b, b)).toEqual(one);
      }),
    );
  });

  test("comparing is the sign of the difference", () => {
    fc.assert(
      fc.property(ratios, ratios, (a, b) => {
        const difference = subtract(a, b).numerator;
        expect(compare(a, b)).toBe(difference === 0n ? 0 : difference < 0n ? -1 : 1);
        expect(equals(a, b)).toBe(compare(a, b) === 0);
        expect(add(minimum(a, b), maximum(a, b))).toEqual(add(a, b));
      }),
    );
  });
});

describe("text is lossless", () => {
  test("of any ratio", () => {
    fc.assert(
      fc.property(ratios, (a) => {
        expect(ratioFromText(ratioText(a))).toEqual(a);
      }),
    );
  });

  test("of any decimal, and the shortest spelling", () => {
    const decimals = fc.tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 18 }));
    fc.assert(
      fc.property(decimals, ([digits, places]) => {
        const value = ratio(digits, 10n ** BigInt(places));
        const text = decimalText(value);
        expect(decimal(text)).toEqual(value);
        expect(text).not.toMatch(/\.[0-9]*0$|\.$/);
      }),
    );
  });

  test("whatever is read is written as a text that reads the same", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^-?[0-9]{1,6}(\.[0-9]{0,20})?$/), (text) => {
        const value = decimal(text);
        if (value !== null) expect(decimal(decimalText(value))).toEqual(value);
      }),
    );
  });
});

describe("rounding", () => {
  const size = (value: Ratio): Ratio => (value.numerator < 0n ? negate(value) : value);

  test("gives whole grains, at most half a grain away, or less than one when truncating toward zero", () => {
    fc.assert(
      fc.property(ratios, roundings, (value, rounding) => {
        const grain = decimal(rounding.grain) ?? one;
        const result = roundTo(value, rounding);
        expect(result).toEqual(multiply(ratio(wholeGrains(value, rounding)), grain));
        const away = size(subtract(result, value));
        if (rounding.mode === "truncate") {
          expect(compare(away, grain)).toBe(-1);
          expect(compare(size(result), size(value))).not.toBe(1);
        } else expect(compare(multiply(away, ratio(2n)), grain)).not.toBe(1);
      }),
    );
  });

  test("changes nothing the second time, and never the order", () => {
    fc.assert(
      fc.property(ratios, ratios, roundings, (a, b, rounding) => {
        expect(roundTo(roundTo(a, rounding), rounding)).toEqual(roundTo(a, rounding));
        const [low, high] = compare(a, b) < 0 ? [a, b] : [b, a];
        expect(compare(roundTo(low, rounding), roundTo(high, rounding))).not.toBe(1);
      }),
    );
  });

  test("treats what is owed and what is due alike", () => {
    fc.assert(
      fc.property(ratios, roundings, (value, rounding) => {
        expect(roundTo(negate(value), rounding)).toEqual(negate(roundTo(value, rounding)));
      }),
    );
  });

  test("of a tie goes away from zero by half-up and to the even grain by half-even", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), grains, (count, grain) => {
        const tie = multiply(ratio(2n * count + 1n, 2n), decimal(grain) ?? one);
        const away = count < 0n ? count : count + 1n;
        expect(wholeGrains(tie, { mode: "half-up", grain })).toBe(away);
        expect(wholeGrains(tie, { mode: "half-even", grain })).toBe(count % 2n === 0n ? count : count + 1n);
      }),
    );
  });
});
