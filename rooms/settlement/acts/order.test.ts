import { describe, expect, it } from "vitest";
import { reached } from "../../../kernel/act/record.ts";
import { idOf, type TestBook } from "../../book/testing.ts";
import { erasureHold } from "../../people/needs.ts";
import { orderOf as orderNeed, statementOrdered } from "../needs/order.ts";
import { statementOwed } from "../needs.ts";
import {
  accountSaid,
  codes,
  julian,
  orderBook,
  orderOf,
  rosa,
  statementOf,
  told,
  transferOf,
  withAccount,
} from "../order-testing.ts";
import { closed, handOver, known, paymentOf, sumOf } from "../testing.ts";

const ordered = (book: TestBook, agent = rosa.agent) => known(book, statementOrdered(statementOf("first", agent)));
const owed = (book: TestBook, agent = rosa.agent) => known(book, statementOwed(statementOf("first", agent)));
const order = (book: TestBook, name: string) => known(book, orderNeed(idOf(name)));
const states = (book: TestBook, name: string) => order(book, name).payments.map(({ stages }) => reached(stages)?.stage);
const numbers = (book: TestBook, name: string) => order(book, name).payments.map(({ line }) => line.number);
const leftOut = (book: TestBook) =>
  book.history
    .at(-1)
    ?.follows.records.filter(({ record }) => record.table === "order_left_out")
    .map(({ row }) => row.reason);
const make = (book: TestBook, said: object) => codes(book, "payment-order.make", said);
const fail = (book: TestBook, number: string | undefined, reason: string) =>
  codes(book, "payment-order.failed", { number, reason, on: "2026-11-18" });

describe("an order [payment-order.make]", () => {
  it("names two statements, one payment each with our number; nothing is paid by it", () => {
    const book = orderBook();
    told(book, "payment-order.make", orderOf("one", rosa.agent, julian.agent));
    const { order: made, payments } = order(book, "one");
    const mark = book.book.slice(0, 4).toUpperCase();
    expect(made).toMatchObject({ number: `O${mark}-2026-0001`, total: 1_198_560n, payments: 2, currency: "COP" });
    expect(payments.map(({ line }) => [line.number, line.amount])).toEqual(
      [
        [`P${mark}-2026-000001`, 799_838n],
        [`P${mark}-2026-000002`, 398_722n],
      ].sort(),
    );
    expect([ordered(book), owed(book), sumOf(book, "bank")]).toEqual([799_838n, 799_838n, 0n]);
  });

  it("never takes a statement twice: a second order is refused, or goes on without it", () => {
    const book = orderBook();
    told(book, "payment-order.make", orderOf("one", rosa.agent));
    expect(make(book, orderOf("two", rosa.agent))).toEqual([
      "payment-order.nothing-to-order",
      "payment-order.ordered-already",
    ]);
    told(book, "payment-order.make", orderOf("three", rosa.agent, julian.agent));
    expect(leftOut(book)).toEqual(["payment-order.ordered-already"]);
    expect(numbers(book, "three")).toHaveLength(1);
  });

  it("leaves out, each with its reason, what cannot go", () => {
    const book = orderBook();
    told(book, "account.close", { account: idOf("Rosa's account"), on: "2026-11-10", reason: "cerrada" });
    told(book, "payment-order.make", orderOf("one", rosa.agent, julian.agent));
    expect(leftOut(book)).toEqual(["payment-order.account-closed"]);
    withAccount(book, "Rosa's dollars", rosa.agent, { currency: "USD" });
    expect(make(book, orderOf("two", rosa.agent))).toContain("payment-order.account-other-currency");
    handOver(book, "C", 10_000n);
    closed(book, "second", [rosa.agent, "C"]);
    const cash = { ...orderOf("three"), statements: [statementOf("second"), statementOf("none")] };
    expect(make(book, cash)).toEqual([
      "payment-order.nothing-to-order",
      "payment-order.in-cash",
      "payment-order.not-closed",
    ]);
    told(book, "payment.make", transferOf("799838", "by hand"));
    expect(make(book, orderOf("four", rosa.agent))).toContain("payment-order.paid");
  });

  it("of somebody without an account, or without any name, says so", () => {
    const book = orderBook();
    told(book, "account.close", { account: idOf("Julián's account"), on: "2026-01-15", reason: "cerrada" });
    expect(make(book, orderOf("one", julian.agent))).toContain("payment-order.account-closed");
    const nobody = { ...accountSaid("hers from March", rosa.agent, { since: "2027-03-01" }) };
    told(book, "account.state", nobody.says, nobody.how);
    expect(make(book, orderOf("two", rosa.agent))).toEqual([]);
    withAccount(book, "Julián's other", julian.agent);
    told(book, "profile.correct", { agent: julian.agent });
    expect(make(book, orderOf("three", julian.agent))).toContain("payment-order.no-name");
  });

  it("of somebody who died waits until an heir's account is told [people.heirs]", () => {
    const book = orderBook();
    told(book, "person.died", { agent: rosa.agent, on: "2026-11-12" });
    expect(make(book, orderOf("one", rosa.agent))).toContain("payment-order.heirs");
    withAccount(book, "an heir's", rosa.agent, { holder: "Luis Quispe", since: "2026-11-14" });
    expect(make(book, orderOf("two", rosa.agent))).toEqual([]);
    expect(order(book, "two").payments[0]?.line.paid_to).toMatchObject({
      account: idOf("an heir's"),
      name: { kind: "name" },
    });
  });

  it("is refused from an account that is not ours, into the past, in a layout nobody knows, or under a used id", () => {
    const book = orderBook();
    const said = orderOf("one", rosa.agent);
    expect(make(book, { ...said, account: idOf("Rosa's account") })).toEqual(["payment-order.not-our-account"]);
    expect(make(book, { ...said, on: "2026-11-14", layout: "mt101/1" })).toEqual([
      "payment-order.layout-unknown",
      "payment-order.day-past",
    ]);
    told(book, "payment-order.make", said);
    expect(make(book, { ...said, statements: [statementOf("first", julian.agent)] })).toEqual([
      "payment-order.id-used",
    ]);
  });
});

describe("what the bank answers [payment-order.answered]", () => {
  const begun = () => {
    const book = orderBook();
    told(book, "payment-order.make", orderOf("one", rosa.agent));
    const [number] = numbers(book, "one");
    return { book, number, said: { ...transferOf("799838", "p1"), number, reference: "TRX 91-7" } };
  };

  it("paid: the money leaves the bank on the bank's day, and its reference is kept", () => {
    const { book, said } = begun();
    expect(codes(book, "payment.make", said)).toEqual([]);
    expect([ordered(book), owed(book), sumOf(book, "bank"), states(book, "one")]).toEqual([
      0n,
      0n,
      -799_838n,
      ["paid"],
    ]);
    expect(codes(book, "payment.make", said)).toEqual([]);
    expect([sumOf(book, "bank"), known(book, erasureHold(rosa.agent))]).toEqual([-799_838n, 0n]);
  });

  it("failed: it is owed as before, and may be ordered again", () => {
    const { book, number } = begun();
    expect(fail(book, number, "account-unknown")).toEqual([]);
    expect(fail(book, number, "account-unknown")).toEqual([]);
    expect([ordered(book), owed(book), sumOf(book, "bank"), states(book, "one")]).toEqual([
      0n,
      799_838n,
      0n,
      ["failed"],
    ]);
    expect(make(book, orderOf("two", rosa.agent))).toEqual([]);
  });

  it("failed because the account is closed: nothing more is ordered to it", () => {
    const { book, number } = begun();
    fail(book, number, "account-closed");
    expect(make(book, orderOf("two", rosa.agent))).toContain("payment-order.account-closed");
  });

  it("returned after it was paid: the money is in the bank again, and owed again", () => {
    const { book, number, said } = begun();
    codes(book, "payment.make", said);
    expect(fail(book, number, "holder-differs")).toEqual([]);
    expect([owed(book), sumOf(book, "bank"), states(book, "one")]).toEqual([799_838n, 0n, ["returned"]]);
    expect([sumOf(book, "owed-to-producers", rosa.agent), known(book, erasureHold(rosa.agent))]).toEqual([
      -799_838n,
      1n,
    ]);
    expect(make(book, orderOf("two", rosa.agent))).toEqual([]);
  });

  it("that does not fit is kept and asked about, never refused", () => {
    const { book, number, said } = begun();
    expect(codes(book, "payment.make", { ...paymentOf("first", "799850", "cash"), amount: "100" })).toEqual([
      "payment.ordered-already",
    ]);
    expect(codes(book, "payment.make", { ...said, amount: "799738" })).toEqual(["payment.other-amount"]);
    expect(codes(book, "payment.make", { ...said, payment: idOf("p2") })).toEqual([
      "payment.more-than-owed",
      "payment.paid-twice",
    ]);
    const unknown = { ...transferOf("398722", "p3", julian.agent), number: "P0000-2026-000009" };
    expect(codes(book, "payment.make", unknown)).toEqual(["payment.number-unknown"]);
    expect(codes(book, "payment.make", { ...transferOf("1", "p4", julian.agent), number })).toEqual([
      "payment.more-than-owed",
      "payment.number-of-another",
    ]);
    expect(fail(book, "P0000-2026-000009", "other")).toEqual(["payment-order.number-unknown"]);
  });

  it("a settlement paid as a whole in cash asks about what was ordered", () => {
    const { book } = begun();
    const all = { settlement: idOf("first"), paidIn: "cash", on: "2026-11-15" };
    expect(codes(book, "settlement.pay", all)).toEqual(["payment.ordered-already"]);
  });
});

describe("an order is taken back [payment-order.replace]", () => {
  it("replaced: the new file names the old one, and the old one is void", () => {
    const book = orderBook();
    told(book, "payment-order.make", orderOf("one", rosa.agent, julian.agent));
    const said = { ...orderOf("two", rosa.agent, julian.agent), replaces: idOf("one"), reason: "otro día" };
    expect(codes(book, "payment-order.replace", said)).toEqual([]);
    const mark = book.book.slice(0, 4).toUpperCase();
    expect(order(book, "two").order).toMatchObject({ message: `O${mark}-2026-0002-R2026-0001`, replaces: idOf("one") });
    expect([states(book, "one"), reached(order(book, "one").stages)?.stage]).toEqual([["void", "void"], "replaced"]);
    expect([ordered(book), states(book, "two")]).toEqual([799_838n, ["ordered", "ordered"]]);
    expect(codes(book, "payment-order.replace", { ...said, order: idOf("three") })).toEqual(["payment-order.not-open"]);
  });

  it("cancelled: what it ordered may be ordered anew; what the bank paid all the same is asked about", () => {
    const book = orderBook();
    told(book, "payment-order.make", orderOf("one", rosa.agent));
    const [number] = numbers(book, "one");
    expect(codes(book, "payment-order.cancel", { order: idOf("one"), reason: "error" })).toEqual([]);
    expect(codes(book, "payment-order.cancel", { order: idOf("one"), reason: "error" })).toEqual([
      "payment-order.not-open",
    ]);
    expect([ordered(book), states(book, "one")]).toEqual([0n, ["void"]]);
    expect(codes(book, "payment.make", { ...transferOf("799838", "p1"), number })).toEqual(["payment.of-void-order"]);
    expect([owed(book), states(book, "one")]).toEqual([0n, ["paid"]]);
  });
});
