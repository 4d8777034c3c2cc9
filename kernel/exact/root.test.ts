import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalText, exactly, type Ratio, ratio, rootTo, wholeRoot } from "./index.ts";

const grain = (text: string, mode: "half-up" | "half-even" | "truncate" = "half-up") => ({ mode, grain: text });

describe("roots to a grain [exact.root]", () => {
  it("finds the geometric mean of 180,000, 95,000 and 410,000 counts: 191,393", () => {
    const product = ratio(180_000n * 95_000n * 410_000n);
    expect(decimalText(rootTo(product, 3n, grain("1")))).toBe("191393");
    expect(decimalText(rootTo(product, 3n, grain("0.01")))).toBe("191393.27");
    expect(decimalText(rootTo(product, 3n, grain("0.01", "truncate")))).toBe("191393.26");
  });

  it("decides a tie by the mode: the root of 6.25 is 2.5", () => {
    expect(decimalText(rootTo(exactly("6.25"), 2n, grain("1")))).toBe("3");
    expect(decimalText(rootTo(exactly("6.25"), 2n, grain("1", "half-even")))).toBe("2");
    expect(decimalText(rootTo(exactly("12.25"), 2n, grain("1", "half-even")))).toBe("4");
    expect(decimalText(rootTo(exactly("6.25"), 2n, grain("1", "truncate")))).toBe("2");
  });

  it("takes what is a power back to its base, and nothing to nothing", () => {
    expect(wholeRoot(10n ** 30n, 10n)).toBe(1000n);
    expect(wholeRoot(10n ** 30n - 1n, 10n)).toBe(999n);
    expect(rootTo(ratio(0n), 7n, grain("0.01"))).toEqual(ratio(0n));
  });

  it("is never further from the root than half a grain", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 24n }),
        fc.bigInt({ min: 1n, max: 10n ** 6n }),
        fc.bigInt({ min: 1n, max: 12n }),
        fc.constantFrom("1", "0.01", "50", "0.5"),
        (numerator, denominator, degree, of) => {
          const value = ratio(numerator, denominator);
          const found = rootTo(value, degree, grain(of));
          const half = ratio(exactly(of).numerator, exactly(of).denominator * 2n);
          const lies = (a: Ratio) =>
            a.numerator ** degree * value.denominator - value.numerator * a.denominator ** degree;
          const above = ratio(
            found.numerator * half.denominator + half.numerator * found.denominator,
            found.denominator * half.denominator,
          );
          const under = ratio(
            found.numerator * half.denominator - half.numerator * found.denominator,
            found.denominator * half.denominator,
          );
          expect(lies(above) >= 0n).toBe(true);
          if (under.numerator > 0n) expect(lies(under) <= 0n).toBe(true);
        },
      ),
    );
  });
});
