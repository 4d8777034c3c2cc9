/** Whatever is ordered, replaced, cancelled, confirmed and refused by the bank, in whatever order: nobody is paid twice by orders. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reached } from "../../../kernel/act/record.ts";
import { idOf, type TestBook } from "../../book/testing.ts";
import { orderOf as orderNeed, statementOrdered } from "../needs/order.ts";
import { statementOwed } from "../needs.ts";
import { julian, orderBook, orderOf, rosa, statementOf, transferOf } from "../order-testing.ts";
import { known, sumOf } from "../testing.ts";

const people = [rosa.agent, julian.agent];
const step = fc.record({
  what: fc.constantFrom("make", "replace", "cancel", "paid", "failed"),
  who: fc.subarray(people, { minLength: 1 }),
  which: fc.nat(5),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** The orders there are, by name, with their payments. */
const ordersIn = (book: TestBook, made: number) =>
  Array.from({ length: made }, (_, at) => known(book, orderNeed(idOf(`order ${at}`)))).filter(
    (one) => one.order !== null,
  );

/** Says one step; the bank speaks only of payments that it was asked for, once each. */
function say(book: TestBook, { what, who, which }: Step, at: number, answered: Set<string>): void {
  const name = `order ${at}`;
  const orders = ordersIn(book, at);
  const old = orders[which % Math.max(1, orders.length)]?.order?.payment_order;
  if (what === "make") book.speak("payment-order.make", orderOf(name, ...who));
  if (what === "replace" && old !== undefined)
    book.speak("payment-order.replace", { ...orderOf(name, ...who), replaces: old, reason: "otro día" });
  if (what === "cancel" && old !== undefined) book.speak("payment-order.cancel", { order: old, reason: "error" });
  const waiting = orders.flatMap((one) => one.payments).filter(({ stages }) => reached(stages)?.stage === "ordered");
  const line = waiting[which % Math.max(1, waiting.length)]?.line;
  if (line === undefined || answered.has(line.number)) return;
  const { number, payment, amount, agent } = line;
  if (what === "paid") book.speak("payment.make", { ...transferOf(`${amount}`, "", agent), payment, number });
  if (what === "failed") book.speak("payment-order.failed", { number, reason: "other", on: "2026-11-18" });
  if (what === "paid" || what === "failed") answered.add(number);
}

describe("for any course of orders [payment-order.never-twice]", () => {
  it("a statement is in one open order at most, what is ordered is what is owed, and the bank pays each once", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 3, maxLength: 14 }), (steps) => {
        const book = orderBook();
        const answered = new Set<string>();
        for (const [at, one] of steps.entries()) say(book, one, at, answered);
        const all = ordersIn(book, steps.length).flatMap((one) => one.payments);
        const open = all.filter(({ stages }) => reached(stages)?.stage === "ordered").map(({ line }) => line);
        expect(new Set(open.map((one) => one.statement)).size).toBe(open.length);
        expect(new Set(all.map(({ line }) => line.number)).size).toBe(all.length);
        let owed = 0n;
        for (const agent of people) {
          const statement = statementOf("first", agent);
          const line = open.find((one) => one.statement === statement);
          expect(known(book, statementOrdered(statement))).toBe(line?.amount ?? 0n);
          const left = known(book, statementOwed(statement));
          expect(left >= 0n).toBe(true);
          if (line !== undefined) expect(line.amount).toBe(left);
          owed += left;
        }
        expect(sumOf(book, "owed-to-producers") + owed).toBe(0n);
        expect(sumOf(book, "bank")).toBe(owed - 1_198_560n);
      }),
      { numRuns: 60 },
    );
  });
});
