import { describe, expect, it } from "vitest";
import { decimalText, divide, exactly, multiply } from "../exact/index.ts";
import {
  type Amount,
  amountFrom,
  amountFromText,
  amountRatio,
  amountText,
  type CurrencyGrain,
  cashRounding,
  currencyGrainSchema,
  totalAmount,
} from "./index.ts";

const pesos: CurrencyGrain = { currency: "COP", line: "1", cash: "50" };
const soles: CurrencyGrain = { currency: "PEN", line: "0.01", cash: "0.10" };
const quetzales: CurrencyGrain = { currency: "GTQ", line: "0.01", cash: "0.01" };

describe("a statement's line", () => {
  it("is 404.82 kg at COP 16,043.64: 6,494,786", () => {
    const value = multiply(exactly("404.82"), exactly("16043.64"));
    expect(amountText(amountFrom(value, pesos, "half-up"), pesos)).toBe("6494786");
  });

  it("is 467.7 lb of snow pea at Q5.25: a tie, 2,455.43 half up and 2,455.42 half even", () => {
    const value = multiply(exactly("467.7"), exactly("5.25"));
    expect(amountText(amountFrom(value, quetzales, "half-up"), quetzales)).toBe("2455.43");
    expect(amountText(amountFrom(value, quetzales, "half-even"), quetzales)).toBe("2455.42");
  });

  it("adds up: the total is the sum of rounded lines, not the rounded sum", () => {
    const third = divide(exactly("10"), exactly("3"));
    const lines = [third, third, third].map((value) => amountFrom(value, soles, "half-up"));
    expect(amountText(totalAmount(lines), soles)).toBe("9.99");
    expect(totalAmount([])).toBe(0n);
  });
});

describe("the coins", () => {
  it("pay 2,940,786 as 2,940,800, and 14 go to the rounding account", () => {
    expect(cashRounding(2_940_786n as Amount, pesos)).toEqual({ paid: 2_940_800n, difference: 14n });
    expect(cashRounding(2_940_774n as Amount, pesos)).toEqual({ paid: 2_940_750n, difference: -24n });
    expect(cashRounding(2_940_775n as Amount, pesos)).toEqual({ paid: 2_940_800n, difference: 25n });
  });

  it("pay S/ 1,110.04 as 1,110.00", () => {
    expect(cashRounding(111_004n as Amount, soles)).toEqual({ paid: 111_000n, difference: -4n });
  });

  it("are whole line grains in every setting of a book", () => {
    const taken = (setting: unknown): boolean => currencyGrainSchema.safeParse(setting).success;
    expect([pesos, soles, quetzales].map(taken)).toEqual([true, true, true]);
    expect(taken({ currency: "COP", line: "50", cash: "20" })).toBe(false);
    expect(taken({ currency: "COP", line: "1", cash: "0" })).toBe(false);
    expect(taken({ currency: "COP", line: "-1", cash: "50" })).toBe(false);
    expect(taken({ currency: "pesos", line: "1", cash: "50" })).toBe(false);
    expect(taken({ currency: "COP", line: "one", cash: "50" })).toBe(false);
  });
});

describe("an amount as text", () => {
  it("has the decimals of the line grain", () => {
    expect(amountText(20_350n as Amount, soles)).toBe("203.50");
    expect(amountText(-5n as Amount, soles)).toBe("-0.05");
    expect(amountText(3n as Amount, { currency: "CHF", line: "0.05", cash: "0.05" })).toBe("0.15");
    expect(amountText(3n as Amount, { currency: "COP", line: "50", cash: "50" })).toBe("150");
  });

  it("is read only when it is whole grains", () => {
    expect(amountFromText("203.5", soles)).toBe(20_350n);
    expect(amountFromText("203.505", soles)).toBeNull();
    expect(amountFromText("1.50", pesos)).toBeNull();
    expect(amountFromText("S/ 3", soles)).toBeNull();
    expect(amountFromText("9".repeat(20), pesos)).toBeNull();
  });

  it("is the exact value in units of the currency", () => {
    expect(decimalText(amountRatio(20_350n as Amount, soles))).toBe("203.5");
  });
});
