/** The pool reckoned a second time with plain fractions, written from the rule and not from the code; and what must always hold. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entryKinds } from "./kinds.ts";
import { reckonPool, type Standing } from "./reckoning.ts";

const cents = { currency: "PEN", line: "0.01", cash: "0.1" };
const halfUp = (numerator: bigint, divisor: bigint): bigint => (2n * numerator + divisor) / (2n * divisor);

type Person = { readonly agent: string; readonly grams: bigint; readonly first: bigint };

/** Everything in cents and grams; the percent in hundredths, the rate in parts of 1/10,000 per kilo. */
function plainly(people: readonly Person[], entries: readonly Standing[], hundredths: bigint) {
  let left = 0n;
  let grams = 0n;
  for (const { kind, amount } of entries) {
    if (kind === "sale" || kind === "sub-product" || kind === "other-income") left += amount;
    else if (kind !== "premium") left -= amount;
  }
  for (const one of people) {
    left -= one.first;
    grams += one.grams;
  }
  const shared = left > 0n && grams > 0n ? left : 0n;
  const toMembers = halfUp(shared * hundredths, 10_000n);
  // cents ÷ grams → units of currency per kilo in ten-thousandths: × 1000 ÷ 100 × 10,000.
  const rate = grams === 0n ? 0n : (toMembers * 100_000n) / grams;
  // In 1/100,000 of a cent: rate × grams; half a cent is 50,000 of them.
  const isRoom = BigInt(people.length) * 50_000n <= toMembers * 100_000n - rate * grams;
  const lines = people.map((one) => (isRoom ? halfUp(rate * one.grams, 100_000n) : (rate * one.grams) / 100_000n));
  const paid = lines.reduce((sum, one) => sum + one, 0n);
  return { surplus: left, toMembers, reserve: shared - toMembers, rate, lines, residue: toMembers - paid };
}

const people = fc.array(
  fc.record({
    grams: fc.bigInt({ min: 0n, max: 9_000_000n }),
    first: fc.bigInt({ min: 0n, max: 12_000_000n }),
  }),
  { maxLength: 400 },
);
const papers = fc.array(
  fc.record({ kind: fc.constantFrom(...entryKinds), amount: fc.bigInt({ min: 0n, max: 10_000_000_000n }) }),
  { maxLength: 20 },
);
const pools = fc.record({ people, papers, hundredths: fc.bigInt({ min: 0n, max: 10_000n }) });
const named = (all: readonly { readonly grams: bigint; readonly first: bigint }[]): readonly Person[] =>
  all.map((one, at) => ({ ...one, agent: `${at}` }));
const reckoned = ({
  people: all,
  papers: entries,
  hundredths,
}: {
  people: readonly { grams: bigint; first: bigint }[];
  papers: readonly Standing[];
  hundredths: bigint;
}) => {
  const percent = `${hundredths / 100n}.${(hundredths % 100n).toString().padStart(2, "0")}`;
  return reckonPool(named(all), entries, { percent, rateGrain: "0.0001" }, cents);
};

describe("a pool reckoned twice [pool.second-implementation]", () => {
  it("comes to the same by plain fractions", () => {
    fc.assert(
      fc.property(pools, (pool) => {
        const mine = plainly(named(pool.people), pool.papers, pool.hundredths);
        const theirs = reckoned(pool);
        const [whole, part = ""] = theirs.rate.split(".");
        expect({
          ...{ surplus: theirs.surplus, toMembers: theirs.toMembers, reserve: theirs.reserve, residue: theirs.residue },
          rate: BigInt(`${whole}${part.padEnd(4, "0")}`),
          lines: theirs.lines.map((one) => one.amount),
        }).toEqual(mine);
      }),
      { numRuns: 300 },
    );
  });
  it("loses nothing: in = first payments + costs + paid + reserve + residue, and the residue is never below zero", () => {
    fc.assert(
      fc.property(pools, (pool) => {
        const it = reckoned(pool);
        fc.pre(it.surplus > 0n && it.base > 0n);
        expect(it.sales + it.otherIn).toBe(it.first + it.costs + it.paid + it.reserve + it.residue);
        expect(it.residue >= 0n && it.lines.every((one) => one.amount >= 0n)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
  it("pays nobody where nothing is left", () => {
    fc.assert(
      fc.property(pools, (pool) => {
        const it = reckoned(pool);
        fc.pre(it.surplus <= 0n || it.base === 0n);
        expect([it.paid, it.reserve, it.residue]).toEqual([0n, 0n, 0n]);
      }),
    );
  });
});
