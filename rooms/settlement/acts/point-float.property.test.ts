import fc from "fast-check";
import { expect, test } from "vitest";
import { cashAt } from "../../acopio/needs/cash.ts";
import { codesOf, idOf, type Saying, type TestBook, testSettings, today } from "../../book/testing.ts";
import { advanceOwed } from "../../finance/needs.ts";
import { atPoint, payingBook, slipOf } from "../point-testing.ts";
import { advanceOf, draftOf, handOver, known, rosa } from "../testing.ts";

/** Whole thousands, so that notes of 1,000 count any of them. */
const thousands = (most: number) => fc.integer({ min: 1, max: most }).map((one) => one * 1_000);
const cash = fc.oneof(
  fc.record({
    kind: fc.constant("lend" as const),
    amount: thousands(900),
    arrives: thousands(900),
    short: fc.boolean(),
  }),
  fc.record({ kind: fc.constant("top-up" as const), amount: thousands(900) }),
  fc.record({ kind: fc.constant("pay" as const), amount: thousands(300) }),
  fc.record({ kind: fc.constant("return" as const), amount: thousands(400) }),
  /** What nobody tells: a note is lost, or one of another day turns up. */
  fc.record({
    kind: fc.constant("untold" as const),
    amount: fc.integer({ min: -50, max: 50 }).map((one) => one * 1_000),
  }),
  fc.record({ kind: fc.constant("count" as const) }),
);
const money = { place: "point-2", currency: "COP" };
const boxOf = (book: TestBook): bigint => known(book, cashAt("point-2", "COP", testSettings));
const posted = (book: TestBook): bigint =>
  book.history
    .flatMap((one) => one.follows.entries.flatMap((entry) => entry.postings))
    .filter((one) => one.account === "cash" && one.place === "point-2")
    .reduce((sum, one) => sum + one.amount, 0n);

test("float: what was counted + what came − what was paid − what went back is what is counted, or a question names the difference [acopio.float-property]", () => {
  fc.assert(
    fc.property(fc.array(cash, { minLength: 3, maxLength: 12 }), (steps) => {
      const book = payingBook();
      let inBox = 0; // What really lies in the box.
      let told = 0; // What the acts of the point say of it since the last count.
      for (const [at, step] of [...steps, { kind: "count" as const }].entries()) {
        const how = atPoint(at + 1);
        if (step.kind === "lend") {
          const id = idOf(`lent ${at}`);
          const came = step.short ? Math.min(step.arrives, step.amount) : step.amount;
          book.speak("float.lend", { ...money, amount: `${step.amount}`, until: "2026-12-31" }, { id });
          book.speak("float.top-up", { ...money, lent: id, amount: `${came}`, on: today }, how);
          [inBox, told] = [inBox + came, told + came];
        } else if (step.kind === "top-up") {
          book.speak("float.top-up", { ...money, amount: `${step.amount}`, on: today }, how);
          [inBox, told] = [inBox + step.amount, told + step.amount];
        } else if (step.kind === "return") {
          book.speak("float.return", { ...money, amount: `${step.amount}`, on: today }, how);
          [inBox, told] = [inBox - step.amount, told - step.amount];
        } else if (step.kind === "pay") {
          handOver(book, `h${at}`, 40_000n);
          book.speak("settlement.on-the-spot", slipOf(`h${at}`, `${step.amount}`), how);
          [inBox, told] = [inBox - step.amount, told - step.amount];
        } else if (step.kind === "untold") inBox += step.amount;
        else {
          if (inBox < 0) continue; // A box cannot be counted to less than nothing.
          const notes = [{ value: "1000", count: inBox / 1_000 }];
          book.speak("float.count", { place: "point-2", on: today, cash: { currency: "COP", notes } }, how);
          const { outcome } = book.history.at(-1) ?? {};
          const differences =
            outcome?.outcome === "done with a question" ? outcome.questions.map((one) => one.facts) : [];
          const expected = inBox === told ? [] : [{ difference: `${inBox - told}` }];
          expect(differences).toMatchObject(expected);
          expect(differences).toHaveLength(expected.length);
          told = inBox;
          expect(boxOf(book)).toBe(BigInt(inBox));
        }
        expect(boxOf(book)).toBe(posted(book));
      }
    }),
    { numRuns: 60 },
  );
});

const day = fc.constantFrom("2026-11-15", "2026-11-16", "2026-11-18", "2026-11-25");
const holding = fc.oneof(
  fc.record({ kind: fc.constant("lend" as const), upTo: fc.integer({ min: 1, max: 400_000 }), until: day }),
  fc.record({ kind: fc.constant("end" as const) }),
  /** A slip of the point, of a day that may be before today: it was without a signal. */
  fc.record({ kind: fc.constant("slip" as const), grams: fc.bigInt({ min: 1_000n, max: 90_000n }), on: day }),
  fc.record({ kind: fc.constant("office" as const), grams: fc.bigInt({ min: 1_000n, max: 90_000n }) }),
  fc.record({ kind: fc.constant("sleep" as const), until: day }),
);

test("holds: a debt is never collected beyond what was given, and the office never collects what a point still holds [finance.holds-property]", () => {
  fc.assert(
    fc.property(fc.array(holding, { minLength: 4, maxLength: 14 }), (steps) => {
      const book = payingBook();
      const debt = advanceOf(book, "advance", "600000");
      let now = today;
      const office = (): Saying => ({ received: `${now}T15:00:00.000Z` });
      const held: { hold: string; until: string; left: bigint; ended: boolean }[] = [];
      const owed = (): bigint => known(book, advanceOwed(debt));
      const stillHeld = (): bigint =>
        held.reduce((sum, one) => (one.ended || one.until < now ? sum : sum + one.left), 0n);
      for (const [at, step] of steps.entries()) {
        const before = owed();
        if (step.kind === "sleep") [now] = [now, step.until].sort().reverse() as [string];
        if (step.kind === "lend") {
          const debts = [{ debt, upTo: `${step.upTo}` }];
          const answer = book.speak("hold.lend", { place: "point-2", until: step.until, debts }, office());
          if (codesOf(answer).length > 0) continue;
          const hold = book.history.at(-1)?.follows.records[0]?.row.hold as string;
          held.push({ hold, until: step.until, left: BigInt(step.upTo), ended: false });
          expect(stillHeld()).toBeLessThanOrEqual(owed());
        }
        if (step.kind === "end") {
          const one = held.find((other) => !other.ended);
          if (one === undefined) continue;
          book.speak("hold.end", { hold: one.hold, reason: "back" }, office());
          one.ended = true;
        }
        if (step.kind === "slip") {
          handOver(book, `h${at}`, step.grams);
          const how = { ...atPoint(at + 1), ...office() };
          book.speak("settlement.on-the-spot", { ...slipOf(`h${at}`, "1000"), on: [step.on, now].sort()[0] }, how);
          const used = book.history.flatMap((one) => one.follows.tallies.filter((tally) => tally.kind === "hold-left"));
          let taken = 0n;
          for (const one of held) {
            const left = used.reduce((sum, { key, change }) => (key === one.hold ? sum + change : sum), 0n);
            taken += one.left - left;
            one.left = left;
            expect(left).toBeGreaterThanOrEqual(0n);
          }
          expect(before - owed()).toBe(taken); // Through a device, not a grain of the debt but by a hold.
        }
        if (step.kind === "office") {
          handOver(book, `h${at}`, step.grams);
          const name = `settlement ${at}`;
          book.speak("settlement.draft", draftOf(name, [rosa.agent, `h${at}`]), office());
          book.speak("settlement.review", { settlement: idOf(name) }, office());
          expect(codesOf(book.speak("settlement.close", { settlement: idOf(name) }, office()))).toEqual([]);
          if (before > stillHeld()) expect(owed()).toBeGreaterThanOrEqual(stillHeld());
          else expect(owed()).toBe(before);
        }
        expect(owed()).toBeGreaterThanOrEqual(0n);
      }
    }),
    { numRuns: 60 },
  );
});
