import fc from "fast-check";
import { expect, test } from "vitest";
import { allocate } from "./allocate.ts";

const amounts = fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n });
const weights = fc
  .array(fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: 5n }), fc.bigInt({ min: 0n, max: 10n ** 9n })), {
    minLength: 1,
    maxLength: 40,
  })
  .filter((all) => all.some((weight) => weight > 0n));
const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);

test("sharing neither creates nor loses a grain, and gives nothing for nothing", () => {
  fc.assert(
    fc.property(amounts, weights, (amount, all) => {
      const shares = allocate(amount, all);
      expect(sum(shares)).toBe(amount);
      expect(shares.filter((share, place) => all[place] === 0n && share !== 0n)).toEqual([]);
    }),
  );
});

test("no share is a whole grain away from its exact size", () => {
  fc.assert(
    fc.property(amounts, weights, (amount, all) => {
      const total = sum(all);
      for (const [place, share] of allocate(amount, all).entries()) {
        const off = share * total - amount * (all[place] as bigint);
        expect(off < total && off > -total).toBe(true);
      }
    }),
  );
});

test("who delivered more never gets less; of equals, the earlier gets at most one grain more", () => {
  fc.assert(
    fc.property(amounts, weights, (signed, all) => {
      const amount = signed < 0n ? -signed : signed;
      const shares = allocate(amount, all);
      for (const [i, weight] of all.entries())
        for (const [j, other] of all.entries()) {
          const [mine, theirs] = [shares[i] as bigint, shares[j] as bigint];
          if (weight > other) expect(mine >= theirs).toBe(true);
          if (weight === other && i < j) expect(mine === theirs || mine === theirs + 1n).toBe(true);
        }
    }),
  );
});

test("ten times the weights are the same shares", () => {
  fc.assert(
    fc.property(amounts, weights, (amount, all) => {
      expect(
        allocate(
          amount,
          all.map((weight) => weight * 10n),
        ),
      ).toEqual(allocate(amount, all));
    }),
  );
});
