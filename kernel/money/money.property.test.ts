import fc from "fast-check";
import { expect, test } from "vitest";
import { compare, decimalText, exactly, multiply, ratio, subtract } from "../exact/index.ts";
import {
  type Amount,
  amountFrom,
  amountFromText,
  amountRatio,
  amountText,
  type CurrencyGrain,
  cashRounding,
} from "./index.ts";

const grains: fc.Arbitrary<CurrencyGrain> = fc.constantFrom(
  { currency: "COP", line: "1", cash: "50" },
  { currency: "PEN", line: "0.01", cash: "0.10" },
  { currency: "CHF", line: "0.01", cash: "0.05" },
  { currency: "PYG", line: "1", cash: "500" },
  { currency: "XTS", line: "0.0025", cash: "0.5" },
);
const amounts = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }).map((amount) => amount as Amount);
const values = fc
  .tuple(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
  .map(([numerator, denominator]) => ratio(numerator, denominator));

test("what is written is read back, and is the same value", () => {
  fc.assert(
    fc.property(amounts, grains, (amount, grain) => {
      expect(amountFromText(amountText(amount, grain), grain)).toBe(amount);
      expect(exactly(amountText(amount, grain))).toEqual(amountRatio(amount, grain));
      expect(amountFrom(amountRatio(amount, grain), grain, "truncate")).toBe(amount);
    }),
  );
});

test("coins pay a whole number of the cash grain, at most half of it away, and nothing is lost", () => {
  fc.assert(
    fc.property(amounts, grains, (total, grain) => {
      const { paid, difference } = cashRounding(total, grain);
      expect(paid - difference).toBe(total);
      expect(amountFromText(decimalText(amountRatio(paid, grain)), { ...grain, line: grain.cash })).not.toBeNull();
      const half = multiply(exactly(grain.cash), exactly("0.5"));
      const away = amountRatio((difference < 0n ? -difference : difference) as Amount, grain);
      expect(compare(away, half)).not.toBe(1);
    }),
  );
});

test("a line is less than a grain away from its exact value, and truncated lines never pay too much", () => {
  fc.assert(
    fc.property(values, grains, fc.constantFrom("half-up", "half-even", "truncate"), (value, grain, mode) => {
      const off = subtract(amountRatio(amountFrom(value, grain, mode), grain), value);
      const size = off.numerator < 0n ? subtract(exactly("0"), off) : off;
      const bound = multiply(exactly(grain.line), exactly(mode === "truncate" ? "1" : "0.5"));
      expect(compare(size, bound)).not.toBe(1);
      if (mode === "truncate") expect(off.numerator * value.numerator <= 0n).toBe(true);
    }),
  );
});
