import { describe, expect, it } from "vitest";
import {
  add,
  compare,
  decimal,
  decimalText,
  divide,
  equals,
  exactly,
  maximum,
  minimum,
  multiply,
  negate,
  type Rounding,
  ratio,
  ratioFromText,
  ratioText,
  roundTo,
  subtract,
  sum,
  wholeGrains,
} from "./index.ts";

const halfUp = (grain: string): Rounding => ({ mode: "half-up", grain });
const rounded = (text: string, rounding: Rounding): string => decimalText(roundTo(exactly(text), rounding));

describe("an exact number [kernel.exact]", () => {
  it("is kept in lowest terms with the sign above", () => {
    expect(ratio(874n, 880n)).toEqual({ numerator: 437n, denominator: 440n });
    expect(ratio(3n, -6n)).toEqual({ numerator: -1n, denominator: 2n });
    expect(ratio(0n, -7n)).toEqual({ numerator: 0n, denominator: 1n });
  });

  it("adds a tenth and two tenths to exactly three tenths", () => {
    expect(decimalText(add(exactly("0.1"), exactly("0.2")))).toBe("0.3");
    expect(decimalText(sum([exactly("0.1"), exactly("0.2"), exactly("-0.3")]))).toBe("0");
  });

  it("keeps thirds whole", () => {
    const third = divide(exactly("1"), exactly("3"));
    expect(equals(sum([third, third, third]), exactly("1"))).toBe(true);
    expect(decimalText(subtract(exactly("1"), multiply(third, exactly("3"))))).toBe("0");
  });

  it("compares across denominators", () => {
    expect(compare(ratio(1n, 3n), exactly("0.3333"))).toBe(1);
    expect(compare(exactly("-2"), exactly("-1.5"))).toBe(-1);
    expect(minimum(exactly("3"), exactly("-0.5"), exactly("2"))).toEqual(exactly("-0.5"));
    expect(maximum(exactly("3"), negate(exactly("4")))).toEqual(exactly("3"));
  });

  it("does not divide by zero", () => {
    expect(() => divide(exactly("1"), exactly("0"))).toThrow("broken promise");
    expect(() => ratio(1n, 0n)).toThrow("broken promise");
  });
});

describe("decimal text", () => {
  it.each(["12.6", "-0.5", "1000", "0", "0.45359237", "6494786", "0.000000000000000001"])(
    "reads and writes %s",
    (text) => {
      expect(decimalText(exactly(text))).toBe(text);
    },
  );

  it.each(["", "+1", " 1", "1 ", "1e3", "1,5", ".5", "5.", "01", "--1", "0x10", "1.0000000000000000001", "NaN", "١٢"])(
    "does not read %j",
    (text) => expect(decimal(text)).toBeNull(),
  );

  it("does not read a number longer than forty characters", () => {
    expect(decimal("9".repeat(40))).not.toBeNull();
    expect(decimal("9".repeat(41))).toBeNull();
  });

  it("writes the shortest spelling", () => expect(decimalText(exactly("12.600"))).toBe("12.6"));

  it("writes what has no finite decimal as a fraction, without loss", () => {
    expect(ratioText(ratio(874n, 880n))).toBe("437/440");
    expect(ratioFromText("874/880")).toEqual(ratio(437n, 440n));
    expect(ratioText(ratio(1n, 8n))).toBe("0.125");
    expect(ratioText(ratio(1n, 2n ** 18n))).toBe("0.000003814697265625");
    expect(ratioText(ratio(1n, 2n ** 19n))).toBe("1/524288"); // Nineteen decimals: `decimal` would not read them.
    expect(ratioFromText("1/0")).toBeNull();
    expect(ratioFromText("1/-2")).toBeNull();
    expect(() => decimalText(ratio(1n, 3n))).toThrow("finite decimal");
  });
});

describe("rounding [kernel.rounding]", () => {
  it("half up turns ties away from zero, as the snow-pea and steer lines do", () => {
    expect(rounded("2455.425", halfUp("0.01"))).toBe("2455.43");
    expect(rounded("2699.235", halfUp("0.01"))).toBe("2699.24");
    expect(rounded("-2676.125", halfUp("0.01"))).toBe("-2676.13");
  });

  it("half even turns ties to the even grain", () => {
    const halfEven: Rounding = { mode: "half-even", grain: "0.01" };
    expect(rounded("2455.425", halfEven)).toBe("2455.42");
    expect(rounded("2455.435", halfEven)).toBe("2455.44");
    expect(rounded("-0.005", halfEven)).toBe("0");
    expect(rounded("2455.4251", halfEven)).toBe("2455.43");
  });

  it("truncates toward zero, so that a second payment's rate cannot overdraw the pool", () => {
    const rate = divide(exactly("22341.98"), exactly("24967.11"));
    expect(decimalText(roundTo(rate, { mode: "truncate", grain: "0.0001" }))).toBe("0.8948");
    expect(rounded("-1.99", { mode: "truncate", grain: "1" })).toBe("-1");
  });

  it("rounds to grains that are no power of ten", () => {
    expect(rounded("2940786", halfUp("50"))).toBe("2940800");
    expect(rounded("412.3", halfUp("0.5"))).toBe("412.5");
    expect(wholeGrains(exactly("412.3"), halfUp("0.5"))).toBe(825n);
  });

  it("brings 407.6 kg at 12.6 % moisture to base 12 %: 404.82 kg", () => {
    const dry = divide(multiply(exactly("407.6"), exactly("87.4")), exactly("88"));
    expect(decimalText(roundTo(dry, halfUp("0.01")))).toBe("404.82");
  });

  it.each(["0", "-1", "abc", ""])("has no grain %j", (grain) => {
    expect(() => roundTo(exactly("1"), halfUp(grain))).toThrow("grain");
  });
});
