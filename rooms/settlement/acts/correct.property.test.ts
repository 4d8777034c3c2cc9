/**
 * Whatever is corrected, in whatever order and however often: in the end every closed statement has cost what its hand-overs are worth as
 * they are known last, and taken what its list takes of that. Reckoned a second time here, by plain fractions and from nothing else.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { TestBook } from "../../book/testing.ts";
import { closeWith, correctSaid, papersOf } from "../correction-testing.ts";
import { cherryBook, cherryDeductions, cherrySeason, handOver, rosa, sumOf, told } from "../testing.ts";

const peso = { mode: "half-up", grain: "1" } as const;
const said = {
  rule: { id: "D-02", decidedBy: "Asamblea", from: "2026-01-01" },
  name: { es: "x" },
  reason: { es: "x" },
};

/** A levy and a cost by the kilo stand before what the cherry list takes; the year's limit on capital as given. */
const listWith = (limit: string) => ({
  ...cherryDeductions,
  deductions: [
    {
      ...said,
      ...{ code: "levy", class: 1, to: "levies-withheld" },
      basis: { kind: "percent-of-value", percent: "1.25", rounding: peso },
    },
    {
      ...said,
      ...{ code: "cost", class: 2, to: "collection-charges" },
      basis: { kind: "per-paid-weight", rate: "35", unit: "kg", rounding: peso },
    },
    ...cherryDeductions.deductions,
  ],
  caps: cherryDeductions.caps.map((one) => (one.kind === "yearly" ? { ...one, amount: limit } : one)),
});

/** A whole number nearest to a fraction, half away from zero. */
const nearest = (above: bigint, below: bigint): bigint => (2n * above + below) / (2n * below);
const price = 8_055n;

/** By hand: what hand-overs of these grams, settled together, are worth, and what the list takes of it. */
function byHand(grams: readonly bigint[]) {
  const value = grams.reduce((sum, one) => sum + nearest(one * price, 1_000n), 0n);
  const kilos = grams.reduce((sum, one) => sum + one, 0n);
  if (grams.length === 0) return { value: 0n, levy: 0n, cost: 0n, capital: 0n };
  return {
    value,
    levy: nearest(value * 125n, 10_000n),
    cost: nearest(kilos * 35n, 1_000n),
    capital: nearest(value, 100n),
  };
}

/** One thing that happens: hand-overs are settled, or a line is found wrong; `which` picks it, `grams` is what it should have been. */
type Step =
  | { readonly kind: "settle"; readonly grams: readonly bigint[]; readonly with: number }
  | { readonly kind: "correct"; readonly which: number; readonly grams: bigint | null };
const grams = fc.bigInt({ min: 4_000n, max: 90_000n });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant("settle" as const),
    grams: fc.array(grams, { maxLength: 3 }),
    with: fc.nat(3),
  }),
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("correct" as const), which: fc.nat(9), grams: fc.option(grams) }),
  },
);

/** A line of a closed statement as it is known last: its hand-over and grams, null where it counts no more. */
type Line = { id: string; grams: bigint | null; waits: string | null };

function played(steps: readonly Step[], limit: string): { book: TestBook; statements: Line[][] } {
  const book = cherryBook({ ...cherrySeason.policy, deductions: listWith(limit) });
  const statements: Line[][] = [];
  let count = 0;
  const fresh = (of: string): string => `${of}${++count}`;
  const settle = (brought: readonly bigint[], most: number) => {
    const waiting = statements.flat().filter((one) => one.waits !== null);
    const taken = waiting.slice(0, most);
    const lines = brought.map((one): Line => ({ id: fresh("D"), grams: one, waits: null }));
    for (const { id, grams: net } of lines) handOver(book, id, net as bigint);
    if (lines.length + taken.length === 0) return;
    closeWith(
      book,
      fresh("S"),
      lines.map(({ id }) => id),
      taken.map(({ waits }) => waits as string),
    );
    for (const one of taken) one.waits = null;
    if (lines.length > 0) statements.push(lines);
  };
  const correct = (which: number, now: bigint | null) => {
    const open = statements.flat().filter((one) => one.waits === null && one.grams !== null);
    const line = open[which % Math.max(1, open.length)];
    if (line === undefined) return;
    const [correction, by] = [fresh("C"), fresh("D")];
    if (now !== null) handOver(book, by, now);
    const words = now === null ? [correction, line.id, "voided"] : [correction, line.id, "replaced", by];
    told(book, "statement.correct", correctSaid(...(words as [string, string, string, string?])));
    Object.assign(line, { grams: now, waits: correction, ...(now === null ? {} : { id: by }) });
  };
  for (const one of steps) one.kind === "settle" ? settle(one.grams, one.with) : correct(one.which, one.grams);
  settle([], 1_000);
  return { book, statements };
}

const stands = (lines: readonly Line[]) => lines.flatMap((one) => (one.grams === null ? [] : [one.grams]));
const accounts = { value: "purchases", levy: "levies-withheld", cost: "collection-charges", capital: "share-capital" };

test("every statement comes to what its hand-overs are worth as they are known last [settlement.correct-property]", () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 3, maxLength: 9 }), (steps) => {
      const { book, statements } = played(steps, "100000000");
      for (const [what, account] of Object.entries(accounts)) {
        const expected = statements.reduce(
          (sum, lines) => sum + byHand(stands(lines))[what as keyof typeof accounts],
          0n,
        );
        expect([what, sumOf(book, account)]).toEqual([what, what === "value" ? expected : -expected]);
      }
      // What all that leaves is owed to her, less what she was paid too much and owes still.
      const net = statements.reduce((sum, lines) => {
        const { value, levy, cost, capital } = byHand(stands(lines));
        return sum + value - levy - cost - capital;
      }, 0n);
      expect(-sumOf(book, "owed-to-producers", rosa.agent) - sumOf(book, "advances", rosa.agent)).toBe(net);
      for (const paper of papersOf(book)) expect(BigInt(paper.payment.paid)).toBeGreaterThanOrEqual(0n);
    }),
    { numRuns: 40 },
  );
}, 60_000);

test("no correction passes the year's limit, takes what it held before, or is counted twice", () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 3, maxLength: 8 }), (steps) => {
      const { book } = played(steps, "9000");
      expect(-sumOf(book, "share-capital")).toBeLessThanOrEqual(9_000n);
      expect(sumOf(book, "share-capital")).toBeLessThanOrEqual(0n);
      const settled = papersOf(book).flatMap((one) => one.corrections?.of.flatMap(({ lines }) => lines) ?? []);
      expect(new Set(settled.map((one) => one.correction)).size).toBe(settled.length);
      for (const { after, before } of settled) expect(before.id === after?.id).toBe(false);
      expect(sumOf(book, "advances", rosa.agent)).toBeGreaterThanOrEqual(0n);
    }),
    { numRuns: 25 },
  );
}, 60_000);

test("a book in which nothing was corrected keeps the very papers it kept before there were corrections", () => {
  const { book } = played([{ kind: "settle", grams: [40_000n, 7_333n], with: 0 }], "9000");
  expect(papersOf(book).map((one) => Object.keys(one))).toEqual([
    [
      ...["after", "agent", "book", "caps", "currency", "days", "deductionPlan", "deductions", "deliveries", "form"],
      ...["grain", "number", "organisation", "payment", "subtotals"],
    ],
  ]);
});
