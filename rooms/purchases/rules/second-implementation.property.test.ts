/** Documents reckoned a second time by plain fractions, and what must always hold of them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compose, type Seller, type Settled } from "./compose.ts";
import { documentEntry } from "./postings.ts";
import type { PurchaseTaxSheet } from "./sheet.ts";
import { guatemala } from "./templates/guatemala.ts";

const grain = { currency: "GTQ", line: "0.01", cash: "0.05" };
const other: Seller = {
  ...{ agent: "a", memberNumber: null, isMember: false, name: null, organisationName: null },
  ...{ identity: null, address: null, taxNumber: null },
};
/** A hundredth, half away from zero, of n ÷ d; both above zero. */
const half = (n: bigint, d: bigint): bigint => (2n * n + d) / (2n * d);

const handOver = fc.record({
  product: fc.constantFrom("coffee", "snow-pea"),
  grams: fc.bigInt({ min: 1n, max: 5_000_000n }),
  value: fc.bigInt({ min: 1n, max: 3_000_000n }),
});
const statements: fc.Arbitrary<readonly Settled[]> = fc
  .array(
    fc.record({
      brought: fc.array(handOver, { minLength: 1, maxLength: 6 }),
      owedPart: fc.bigInt({ min: 0n, max: 100n }),
      extra: fc.bigInt({ min: 0n, max: 1_000n }),
      cash: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((all) =>
    all.map(({ brought, owedPart, extra, cash }, at): Settled => {
      const value = brought.reduce((sum, one) => sum + one.value, extra);
      const paid = cash ? half(value, 5n) * 5n : value;
      const statement = `s${at}`;
      return {
        ...{ statement, number: `L-${at}`, agent: "a", agreement: "z", currency: "GTQ", closedOn: "2026-11-15" },
        ...{ value, net: value, paid, paidIn: cash ? "cash" : "transfer", levies: [], owed: (value * owedPart) / 100n },
        bought: brought.map((one, place) => ({
          ...{ delivery: `${at}-${place}`, receipt: "R", day: "2026-11-14", statement },
          ...one,
        })),
      };
    }),
  );
const rates = fc.record({
  vat: fc.integer({ min: 0, max: 40 }),
  low: fc.integer({ min: 0, max: 30 }),
  high: fc.integer({ min: 0, max: 30 }),
});
type Rates = { readonly vat: number; readonly low: number; readonly high: number };

/** Guatemala's shape with other rates: VAT within, withheld whole; income tax in two bands of the rest. */
function sheetAt({ vat, low, high }: Rates): PurchaseTaxSheet {
  const bands = [[{ rate: `${vat}` }], [{ rate: "100" }], [{ upTo: "30000", rate: `${low}` }, { rate: `${high}` }]];
  const taxes = guatemala.taxes.map((tax, at) => ({
    ...tax,
    periods: [{ how: "by-document" as const, from: "2025-04-01", bands: bands[at] ?? [], source: "law" }],
  }));
  return { ...guatemala, taxes };
}
const made = (sheet: PurchaseTaxSheet, of: readonly Settled[], before = {}) => {
  const found = compose({ sheet, seller: other, statements: of, before, day: "2026-11-15", grain });
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
};

/** The same with a pencil: whole hundredths of a quetzal and fractions of two bigints. */
function plainly(of: readonly Settled[], { vat, low, high }: Rates) {
  const value = of.reduce((sum, one) => sum + one.value, 0n);
  const within = half(value * BigInt(vat), BigInt(100 + vat));
  const base = value - within;
  const below = base < 3_000_000n ? base : 3_000_000n;
  const income = half(below * BigInt(low) + (base - below) * BigInt(high), 100n);
  return { value, included: within, withheld: within + income, payable: value - within - income };
}

describe("a purchase document [purchase.second-implementation]", () => {
  it("is what a second reckoning by plain fractions finds", () => {
    fc.assert(
      fc.property(statements, rates, (of, at) => {
        const { value, included, withheld, payable } = made(sheetAt(at), of);
        expect({ value, included, withheld, payable }).toEqual(plainly(of, at));
      }),
      { numRuns: 300 },
    );
  });
  it("adds up: lines + rounding + other = value; value + added − withheld = payable; and its entry sums to zero", () => {
    fc.assert(
      fc.property(statements, rates, (of, at) => {
        const it = made(sheetAt(at), of);
        const printed = it.lines.reduce((sum, one) => sum + one.amount, 0n);
        expect(printed + it.rounding + it.other).toBe(it.value);
        expect(it.rounding >= 0n && it.other >= 0n).toBe(true);
        expect(it.value + it.added - it.withheld).toBe(it.payable);
        expect(it.collected.reduce((sum, one) => sum + one.collected, it.unresolved)).toBe(it.withheld);
        const document = { document: "d", agent: "a", currency: "GTQ", line_grain: "0.01", issued_on: "2026-11-15" };
        const rows = it.taxes.map(({ effect, account, amount, byStatements }) => ({
          ...{ effect, account, amount, by_statements: byStatements },
        }));
        const entry = documentEntry(
          { ...document, unresolved: it.unresolved },
          it.collected.map((one) => ({ ...one, agreement: "z" })),
          rows,
        );
        expect(entry.flatMap((one) => one.postings).reduce((sum, one) => sum + one.amount, 0n)).toBe(0n);
      }),
      { numRuns: 300 },
    );
  });
  it("never takes more off a statement than is owed on it, and leaves a sum of coins to hand over", () => {
    fc.assert(
      fc.property(statements, rates, (of, at) => {
        for (const [place, { collected, coins }] of made(sheetAt(at), of).collected.entries()) {
          const { owed, net, paid, paidIn } = of[place] as Settled;
          expect(collected <= owed).toBe(true);
          const left = owed - collected - coins;
          if (collected > 0n && owed > collected && paidIn === "cash") expect((left + paid - net) % 5n).toBe(0n);
        }
      }),
      { numRuns: 300 },
    );
  });
  it("is the same in whatever order its statements are named", () => {
    fc.assert(
      fc.property(statements, rates, (of, at) => {
        const figures = (order: readonly Settled[]) => {
          const { collected: _, unresolved, ...rest } = made(sheetAt(at), order);
          return { ...rest, unresolved };
        };
        expect(figures([...of].reverse())).toEqual(figures(of));
      }),
      { numRuns: 200 },
    );
  });
  it("counts a year's bands to the same sum, however purchases are cut into documents", () => {
    const [iva, retained, isr] = sheetAt({ vat: 12, low: 5, high: 7 }).taxes;
    const yearly = {
      ...guatemala,
      taxes: [iva, retained, isr].flatMap((tax) =>
        tax === undefined
          ? []
          : [
              {
                ...tax,
                periods: tax.periods.map((one) => (tax.code === "isr" ? { ...one, how: "by-year" as const } : one)),
              },
            ],
      ),
    } as PurchaseTaxSheet;
    const isrOf = (of: readonly Settled[], before: bigint) => {
      const line = made(yearly, of, { isr: before }).taxes.find((one) => one.code === "isr");
      return { amount: line?.amount ?? 0n, base: line?.base ?? 0n };
    };
    fc.assert(
      fc.property(statements, (of) => {
        let [sum, base] = [0n, 0n];
        for (const one of of) {
          const found = isrOf([one], base);
          sum += found.amount;
          base += found.base;
        }
        const below = base < 3_000_000n ? base : 3_000_000n;
        expect(sum).toBe(half(below * 5n + (base - below) * 7n, 100n));
      }),
      { numRuns: 200 },
    );
  });
});
