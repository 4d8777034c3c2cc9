/** Whatever files a bank gives, in whatever order and however often: each payment is booked once, and each movement kept once. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TestBook } from "../../../rooms/book/testing.ts";
import { sumOf } from "../../../rooms/settlement/testing.ts";
import { bookSays, letIn, orderedBook, ourNumber, paymentsIn, rowsOf } from "./testing/bank-book.ts";
import { camtOf, type EntrySaid } from "./testing/camt.ts";

const days = ["2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20"];

/** How the bank treats one payment. */
type Fate = {
  readonly day: number;
  readonly way: "numbered" | "silent" | "returned" | "rejected";
  readonly batch: boolean;
};

const fate: fc.Arbitrary<Fate> = fc.record({
  day: fc.integer({ min: 0, max: 2 }),
  way: fc.constantFrom(
    "numbered" as const,
    "numbered" as const,
    "silent" as const,
    "returned" as const,
    "rejected" as const,
  ),
  batch: fc.boolean(),
});

/** What the account's bank knows to have happened, by day. */
function truthOf(
  payments: ReturnType<typeof paymentsIn>,
  fates: readonly Fate[],
): readonly (EntrySaid & { readonly day: number })[] {
  const entries: (EntrySaid & { day: number })[] = [];
  for (const [at, payment] of payments.entries()) {
    const { day, way } = fates[at] as Fate;
    const amount = `${payment.amount}.00`;
    const named = { amount, endToEnd: payment.number, reference: `OP-${at}` };
    if (way === "rejected") {
      entries.push({
        day,
        on: days[day] ?? "",
        amount,
        status: "INFO",
        details: [{ ...named, returned: { code: "AC01" } }],
      });
      continue;
    }
    const detail = way === "silent" ? { amount } : named;
    entries.push({ day, on: days[day] ?? "", amount, details: [detail] });
    if (way === "returned")
      entries.push({
        ...{ day: day + 1, on: days[day + 1] ?? "", amount, direction: "in" },
        details: [{ ...named, reference: `DEV-${at}`, returned: { code: "AC06" } }],
      });
  }
  for (const day of [1, 1, 3])
    entries.push({ day, on: days[day] ?? "", amount: "1200.00", code: ["ACMT", "MDOP", "CHRG"] });
  entries.push({ day: 2, on: days[2] ?? "", amount: "5000000.00", direction: "in", words: "VENTA" });
  return entries;
}

const fileOf = (truth: ReturnType<typeof truthOf>, from: number, until: number): string =>
  camtOf([
    {
      ...{
        account: ourNumber,
        currency: "COP",
        from: days[from] ?? "",
        until: days[until] ?? "",
        opening: "0",
        closing: "0",
      },
      entries: truth.filter(({ day }) => day >= from && day <= until),
    },
  ]);

const grainsPaid = (book: TestBook, statement: string): bigint =>
  rowsOf(book, "payment")
    .filter((one) => one.statement === statement)
    .reduce((sum, one) => sum + (one.amount as bigint), 0n);

describe("files of a bank in any order, again and again, overlapping [bank.once]", () => {
  it("book each payment exactly once, keep each movement once, and leave in the bank what the bank says", async () => {
    const range = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fate, { minLength: 8, maxLength: 8 }),
        fc.array(range, { maxLength: 6 }),
        async (fates, ranges) => {
          const book = orderedBook();
          const before = paymentsIn(book);
          const truth = truthOf(before, fates);
          for (const [one, other] of ranges)
            await letIn(book, fileOf(truth, Math.min(one, other), Math.max(one, other)));
          await letIn(book, fileOf(truth, 0, 3));
          const said = book.history.length;
          for (const outcome of await letIn(book, fileOf(truth, 0, 3))) expect(outcome.became).toBe("known");
          expect(book.history.length).toBe(said);

          expect(new Set(rowsOf(book, "bank_entry").map((one) => one.entry)).size).toBe(
            rowsOf(book, "bank_entry").length,
          );
          expect(rowsOf(book, "bank_entry")).toHaveLength(truth.length);
          let inBank = -3_600n;
          for (const [at, after] of paymentsIn(book).entries()) {
            const { way } = fates[at] as Fate;
            const paid = grainsPaid(book, after.statement);
            if (way === "numbered") expect([after.state, paid]).toEqual(["paid", after.amount]);
            if (way === "returned") expect([after.state, paid]).toEqual(["returned", after.amount]);
            if (way === "rejected") expect([after.state, paid]).toEqual(["failed", 0n]);
            if (way === "silent") expect([0n, after.amount]).toContain(paid);
            if (after.state === "paid") inBank -= after.amount;
          }
          expect(sumOf(book, "bank")).toBe(inBank);
          expect(sumOf(book, "bank-charges")).toBe(3_600n);
          const left = bookSays(book).kept.filter((one) => one.isLeft);
          expect(left.filter(({ nature }) => nature === "incoming")).toHaveLength(1);
          expect(left.every(({ nature }) => nature === "incoming" || nature === "payment")).toBe(true);
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);
});
