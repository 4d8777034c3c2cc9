import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Bundle, bundlesTogether, payerOf } from "./bundles.ts";

const sumOf = ({ pieces }: Pick<Bundle, "pieces">): bigint =>
  pieces.reduce((sum, { value, count }) => sum + value * count, 0n);
const countOf = ({ pieces }: Pick<Bundle, "pieces">): bigint => pieces.reduce((sum, { count }) => sum + count, 0n);

/** Written a second time, plainly: the fewest pieces for every sum up to one, or that there are none. */
function fewest(values: readonly bigint[], upTo: number): readonly (number | null)[] {
  const least: (number | null)[] = [0];
  for (let sum = 1; sum <= upTo; sum += 1) {
    const ways = values.flatMap((value) => {
      const before = least[sum - Number(value)];
      return before === undefined || before === null ? [] : [before + 1];
    });
    least.push(ways.length === 0 ? null : Math.min(...ways));
  }
  return least;
}

/** Taking the largest value that fits, again and again. */
function greedy(values: readonly bigint[], sum: bigint): { readonly pieces: bigint; readonly left: bigint } {
  let [pieces, left] = [0n, sum];
  for (const value of [...values].sort((one, other) => (one < other ? 1 : -1))) {
    pieces += left / value;
    left %= value;
  }
  return { pieces, left };
}

const systems = {
  COP: [50n, 100n, 200n, 500n, 1_000n, 2_000n, 5_000n, 10_000n, 20_000n, 50_000n, 100_000n],
  PEN: [10n, 20n, 50n, 100n, 200n, 500n, 1_000n, 2_000n, 5_000n, 10_000n, 20_000n],
  "COP without 10,000 and 2,000": [50n, 100n, 200n, 500n, 1_000n, 5_000n, 20_000n, 50_000n],
};

describe("paying exactly with notes and coins [cash.bundles]", () => {
  it("pays Rosa's 799,850 pesos in seventeen pieces", () => {
    const { pieces, left } = payerOf(systems.COP)(799_850n);
    expect(pieces.map(({ value, count }) => `${count} × ${value}`)).toEqual([
      ...["7 × 100000", "1 × 50000", "2 × 20000", "1 × 5000", "2 × 2000", "1 × 500", "1 × 200", "1 × 100", "1 × 50"],
    ]);
    expect(left).toBe(0n);
  });
  it("pays 60 with 50s and 20s, where taking the largest first gets stuck", () => {
    expect(payerOf([50n, 20n])(60n)).toEqual({ pieces: [{ value: 20n, count: 3n }], left: 0n });
    expect(greedy([50n, 20n], 60n).left).toBe(10n);
  });
  it("says what no note pays: of 2,940,786 pesos 36 are left, of 30 with 50s and 20s ten", () => {
    expect(payerOf(systems.COP)(2_940_786n).left).toBe(36n);
    expect(payerOf([50n, 20n])(30n)).toEqual({ pieces: [{ value: 20n, count: 1n }], left: 10n });
    expect(payerOf([])(30n)).toEqual({ pieces: [], left: 30n });
  });
  it("pays everybody exactly: each bundle is what they get, and all bundles together are the sum", () => {
    const people = fc.array(fc.bigInt({ min: 0n, max: 200_000n }), { maxLength: 30 });
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(systems)), people, (values, sums) => {
        const unit = values[0] as bigint;
        const owed = sums.map((sum) => sum * unit);
        const bundles = owed.map(payerOf(values));
        for (const [at, bundle] of bundles.entries()) {
          expect(sumOf(bundle)).toBe(owed[at]);
          expect(bundle.left).toBe(0n);
          for (const { value } of bundle.pieces) expect(values).toContain(value);
        }
        const together = { pieces: bundlesTogether(bundles) };
        expect(sumOf(together)).toBe(owed.reduce((sum, one) => sum + one, 0n));
        expect(countOf(together)).toBe(bundles.reduce((sum, one) => sum + countOf(one), 0n));
      }),
      { numRuns: 60 },
    );
  });
  it("agrees with a plain second reckoning over any values: exact where there is a way, fewest where the largest first is", () => {
    const values = fc.uniqueArray(fc.bigInt({ min: 1n, max: 40n }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 400 }), (given, wanted) => {
        const least = fewest(given, 400);
        const sum = BigInt(wanted);
        const bundle = payerOf(given)(sum);
        expect(sumOf(bundle) + bundle.left).toBe(sum);
        if (least[wanted] === null) {
          expect(bundle.left > 0n).toBe(true);
          const best = least.slice(0, wanted).findLastIndex((one) => one !== null);
          expect(sumOf(bundle)).toBe(BigInt(best));
          return;
        }
        expect(bundle.left).toBe(0n);
        const isCanonical = least.every((one, at) => one === null || greedyCounts(given, at) === one);
        if (isCanonical && given.includes(1n)) expect(countOf(bundle)).toBe(BigInt(least[wanted] as number));
      }),
      { numRuns: 300 },
    );
  });
});

const greedyCounts = (values: readonly bigint[], sum: number): number | null => {
  const { pieces, left } = greedy(values, BigInt(sum));
  return left === 0n ? Number(pieces) : null;
};
