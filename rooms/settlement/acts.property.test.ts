import fc from "fast-check";
import { expect, test } from "vitest";
import type { Row } from "../../kernel/act/record.ts";
import type { settledDelivery } from "../acopio/records.ts";
import { codesOf, idOf, type TestBook, today } from "../book/testing.ts";
import { advanceOwed, creditState } from "../finance/needs.ts";
import { statementOwed } from "./needs.ts";
import type { payment, statementResult } from "./records.ts";
import {
  advanceOf,
  cherryBook,
  cherrySeason,
  creditOf,
  draftOf,
  handOver,
  julian,
  known,
  paymentOf,
  rosa,
  statementOf,
  sumOf,
} from "./testing.ts";

const people = [rosa.agent, julian.agent] as const;
const who = fc.constantFrom(0, 1);
const name = fc.constantFrom("s0", "s1", "s2");
const index = fc.nat(7);

/** What may happen, in any order, as often as it likes. */
type Step =
  | {
      readonly kind: "draft" | "whole";
      readonly name: string;
      readonly who: number;
      readonly deliveries: readonly number[];
    }
  | { readonly kind: "review" | "close" | "drop" | "pay-all"; readonly name: string }
  | { readonly kind: "pay"; readonly name: string; readonly who: number; readonly amount: bigint; readonly id: number }
  | {
      readonly kind: "spot";
      readonly who: number;
      readonly delivery: number;
      readonly amount: bigint;
      readonly id: number;
    }
  | { readonly kind: "void"; readonly delivery: number };

const amount = fc.bigInt({ min: 0n, max: 900_000n });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom("draft" as const, "whole" as const),
      name,
      who,
      deliveries: fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom("review" as const, "close" as const), name }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom("drop" as const, "pay-all" as const), name }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("pay" as const), name, who, amount, id: fc.nat(3) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("spot" as const), who, delivery: index, amount, id: fc.nat(3) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("void" as const), delivery: index }) },
);

/** The acts of a step, as they are said. */
function wordsOf(one: Step): readonly (readonly [string, unknown])[] {
  if (one.kind !== "whole") return [wordOf(one)];
  const kinds = ["draft", "review", "close"] as const;
  return kinds.map((kind) => wordOf(kind === "draft" ? { ...one, kind } : { kind, name: one.name }));
}

const tell = (book: TestBook, steps: readonly Step[]): void => {
  for (const [kind, says] of steps.flatMap(wordsOf)) book.speak(kind, says);
};

function wordOf(one: Exclude<Step, { kind: "whole" }>): readonly [string, unknown] {
  switch (one.kind) {
    case "draft":
      return [
        "settlement.draft",
        draftOf(one.name, [people[one.who] as string, ...one.deliveries.map((at) => `d${2 * at + one.who}`)]),
      ];
    case "pay-all":
      return ["settlement.pay", { settlement: idOf(one.name), paidIn: "cash", on: today }];
    case "pay":
      return ["payment.make", paymentOf(one.name, `${one.amount}`, `p${one.id}`, people[one.who] as string)];
    case "spot": {
      const ids = { settlement: idOf(`x${one.id}`), statement: idOf(`xs${one.id}`), payment: idOf(`p${one.id}`) };
      const what = { agent: people[one.who], delivery: idOf(`d${one.delivery}`), paid: `${one.amount}` };
      return [
        "settlement.on-the-spot",
        { ...ids, ...what, season: cherrySeason.agreement, currency: "COP", on: today },
      ];
    }
    case "void":
      return ["delivery.void", { delivery: idOf(`d${one.delivery}`), reason: "tare", on: today }];
    default:
      return [`settlement.${one.kind}`, { settlement: idOf(one.name) }];
  }
}

/** Eight hand-overs of two people who owe. */
function collected(grams: readonly bigint[], debts: readonly bigint[]): TestBook {
  const book = cherryBook();
  for (const [at, one] of grams.entries()) handOver(book, `d${at}`, one, people[at % 2]);
  for (const [at, owed] of debts.entries()) {
    if (at < 2) advanceOf(book, `a${at}`, `${owed}`, people[at % 2]);
    else creditOf(book, `c${at}`, `${owed}`, people[at % 2]);
  }
  return book;
}

const rowsOf = <R>(book: TestBook, table: string): readonly Row<R>[] =>
  book.history.flatMap((one) =>
    one.follows.records.filter((row) => row.record.table === table).map((row) => row.row),
  ) as never;

/** What must hold of a book whatever was said to it. */
function mustHold(book: TestBook): void {
  const results = rowsOf<typeof statementResult>(book, "statement_result");
  const taken = rowsOf<typeof settledDelivery>(book, "settled_delivery");
  expect(new Set(taken.map((one) => one.delivery)).size).toBe(taken.length);
  expect(taken.reduce((sum, one) => sum + one.value, 0n)).toBe(sumOf(book, "purchases"));
  expect(results.reduce((sum, one) => sum + one.value, 0n)).toBe(sumOf(book, "purchases"));
  for (const one of results) expect(one.net >= 0n && one.value - one.deducted === one.net).toBe(true);
  const numbers = results.map((one) => one.number).sort();
  expect(numbers).toEqual(results.map((_, at) => `L-2026-${`${at + 1}`.padStart(6, "0")}`));
  const owed = results.reduce((sum, one) => sum + known(book, statementOwed(one.statement)), 0n);
  expect(sumOf(book, "owed-to-producers")).toBe(-owed);
  expect(sumOf(book, "advances")).toBe(sumTally((id) => known(book, advanceOwed(id)), ["a0", "a1"]));
  const principal = (id: string) => known(book, creditState(id)).principal;
  expect(sumOf(book, "credit-principal")).toBe(sumTally(principal, ["c2", "c3"]));
  const shares = people.reduce((sum, one) => sum + (book.page.tally(`tally|share-capital|${one}|COP`) ?? 0n), 0n);
  expect(sumOf(book, "share-capital")).toBe(-shares);
  const ids = rowsOf<never>(book, "payment").map((one) => (one as { payment: string }).payment);
  expect(new Set(ids).size).toBe(ids.length);
}

const sumTally = (owed: (id: string) => bigint, names: readonly string[]): bigint =>
  names.reduce((sum, one) => sum + owed(idOf(one)), 0n);

const many = { minLength: 5, maxLength: 40, size: "max" } as const;
const grams = fc.array(fc.bigInt({ min: 1n, max: 120_000n }), { minLength: 8, maxLength: 8 });
const debts = fc.array(fc.bigInt({ min: 1n, max: 700_000n }), { minLength: 4, maxLength: 4 });

test("whatever is said in whatever order: tallies are the sums of the ledger, and nothing is settled twice [ledger.both-ends]", () => {
  fc.assert(
    fc.property(grams, debts, fc.array(step, many), (weights, owed, steps) => {
      const book = collected(weights, owed);
      tell(book, steps);
      mustHold(book);
    }),
    { numRuns: 120 },
  );
});

test("what is paid as the statements say, in parts or at once, in any order, leaves nothing owed", () => {
  const parts = fc.array(fc.record({ at: fc.constantFrom(0, 1), percent: fc.bigInt({ min: 1n, max: 60n }) }), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(grams, debts, parts, fc.boolean(), (weights, owed, paid, atOnce) => {
      const book = collected(weights, owed);
      const mine = (at: number) => weights.flatMap((_, one) => (one % 2 === at ? [`d${one}`] : []));
      const statements = people.map((one, at) => [one, ...mine(at)] as const) as Parameters<typeof draftOf>[1][];
      for (const [kind, says] of [
        ["draft", draftOf("s", ...statements)],
        ["review", { settlement: idOf("s") }],
        ["close", { settlement: idOf("s") }],
      ] as const)
        expect(codesOf(book.speak(`settlement.${kind}`, says))).toEqual([]);
      for (const [order, { at, percent }] of paid.entries()) {
        const part = (known(book, statementOwed(statementOf("s", people[at]))) * percent) / 100n;
        const answer = book.speak("payment.make", paymentOf("s", `${part}`, `part ${order}`, people[at]));
        expect(codesOf(answer)).toEqual([]);
      }
      const parted = new Set(paid.map((_, order) => idOf(`part ${order}`)));
      if (atOnce) book.speak("settlement.pay", { settlement: idOf("s"), paidIn: "cash", on: today });
      for (const [at, one] of people.entries()) {
        const rest = known(book, statementOwed(statementOf("s", one)));
        if (rest > 0n) book.speak("payment.make", paymentOf("s", `${rest}`, `rest ${at}`, one));
      }
      if (atOnce)
        // What was handed over in parts, and then all that was left of what the statement says.
        for (const one of rowsOf<typeof statementResult>(book, "statement_result")) {
          const handed = rowsOf<typeof payment>(book, "payment").filter(({ statement }) => statement === one.statement);
          const inParts = handed.filter(({ payment }) => parted.has(payment));
          const sum = (of: typeof handed) => of.reduce((all, { amount }) => all + amount, 0n);
          // biome-ignore lint/complexity/useMathMinMax: Math.max knows no bigint.
          expect(sum(handed)).toBe(sum(inParts) > one.paid ? sum(inParts) : one.paid);
        }
      expect(sumOf(book, "owed-to-producers")).toBe(0n);
      const coins = sumOf(book, "rounding");
      expect(coins >= -50n && coins <= 50n).toBe(true); // At most half a coin of 50 for each statement.
      mustHold(book);
    }),
    { numRuns: 60 },
  );
});

test("money told again in other acts, at any later time, is the same money: no box pays twice", () => {
  const all = ["cash", "unresolved", "owed-to-producers", "purchases", "rounding", "advances"];
  fc.assert(
    fc.property(grams, debts, fc.array(step, many), (weights, owed, steps) => {
      const book = collected(weights, owed);
      tell(book, steps);
      const before = all.map((account) => sumOf(book, account));
      tell(
        book,
        steps.filter(({ kind }) => kind === "pay" || kind === "spot"),
      );
      expect(all.map((account) => sumOf(book, account))).toEqual(before);
      mustHold(book);
    }),
    { numRuns: 60 },
  );
});
