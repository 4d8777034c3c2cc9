import { describe, expect, it } from "vitest";
import { codesOf, idOf, today } from "../../book/testing.ts";
import { creditState, debtsOf } from "../../finance/needs.ts";
import { erasureHold } from "../../people/needs.ts";
import { statementOwed } from "../needs.ts";
import { cherryBook, closed, deductionsIn, draftOf, handOver, known, rosa, sumOf } from "../testing.ts";

/** Doña Rosa's page of the old notebook, closed on 31 October 2026. */
const page = {
  agent: rosa.agent,
  on: "2026-10-31",
  currency: "COP",
  shares: "350000",
  savings: "120000",
  advances: [{ advance: idOf("old advance"), owed: "80000", given: "2026-08-20" }],
  credits: [
    {
      credit: idOf("old credit"),
      principal: "200000",
      interest: "9000",
      ratePerMonth: "1.5",
      start: "2026-07-15",
      due: "2026-12-31",
      purpose: "Fertilizante",
    },
  ],
  owed: { statement: idOf("old paper"), amount: "64500" },
};
const say = (book: ReturnType<typeof cherryBook>, more: object = {}) =>
  codesOf(book.speak("opening.member", { ...page, ...more }));

describe("a member's balances as the book begins [opening.member]", () => {
  it("post each against the opening, and sum to zero", () => {
    const book = cherryBook();
    expect(say(book)).toEqual([]);
    const sums = ["share-capital", "savings", "advances", "credit-principal", "owed-to-producers", "opening"].map(
      (account) => sumOf(book, account, rosa.agent),
    );
    expect(sums).toEqual([-350_000n, -120_000n, 80_000n, 200_000n, -64_500n, 254_500n]);
  });

  it("are collected by the next settlement like any advance and credit, with interest from the day of the balances", () => {
    const book = cherryBook();
    say(book);
    expect(known(book, debtsOf(rosa.agent, "COP", today))).toMatchObject({
      advances: [{ owed: 80_000n, since: "2026-08-20" }],
      credits: [{ principal: 200_000n, interestOwed: 9_000n, monthsSettled: 3, standing: "current" }],
    });
    handOver(book, "A", 100_000n);
    closed(book, "first", [rosa.agent, "A"]);
    // 15 July to 15 November are four months; three were charged by 31 October: 9,000 + 200,000 × 1.5 %.
    expect(deductionsIn(book)).toEqual([
      ["capital", "8055", null],
      ["advance", "80000", null],
      ["interest", "12000", null],
      ["credit", "200000", null],
    ]);
    expect(known(book, creditState(idOf("old credit")))).toMatchObject({ principal: 0n, interestOwed: 0n });
    expect(sumOf(book, "advances", rosa.agent)).toBe(0n);
  });

  it("are paid like a closed statement, and the person is then free", () => {
    const book = cherryBook();
    say(book, { advances: [], credits: [] });
    const payment = { payment: idOf("p"), statement: idOf("old paper"), amount: "64500", currency: "COP" };
    expect(known(book, erasureHold(rosa.agent))).toBe(1n);
    const how = { paidIn: "cash", place: "point-2", on: today };
    expect(codesOf(book.speak("payment.make", { ...payment, ...how }))).toEqual([]);
    expect([known(book, statementOwed(idOf("old paper"))), sumOf(book, "owed-to-producers")]).toEqual([0n, 0n]);
    expect(known(book, erasureHold(rosa.agent))).toBe(0n);
  });

  it("told again change nothing; told otherwise are refused, and the first stay", () => {
    const book = cherryBook();
    say(book);
    expect(say(book)).toEqual([]);
    expect(sumOf(book, "share-capital")).toBe(-350_000n);
    expect(say(book, { shares: "350001" })).toContain("opening.told-otherwise");
    expect(sumOf(book, "share-capital")).toBe(-350_000n);
  });

  it.each([
    [{ agent: idOf("nobody") }, "agent.unknown"],
    [{ currency: "USD" }, "opening.currency-unknown"],
    [{ shares: "1.5" }, "opening.amount-unreadable"],
    [{ on: "2026-12-01" }, "opening.day-to-come"],
    [{ on: "2026-08-01" }, "opening.given-after"],
    [{ credits: [{ ...page.credits[0], due: "2026-07-01" }] }, "credit.due-before-start"],
    [{ advances: [...page.advances, ...page.advances] }, "opening.id-used"],
  ])("are refused whole when something does not hold: %j → %s", (more, code) => {
    const book = cherryBook();
    expect(say(book, more)).toContain(code);
    expect(sumOf(book, "opening")).toBe(0n);
  });

  it("that say nothing are refused", () => {
    const book = cherryBook();
    const said = { agent: rosa.agent, on: page.on, currency: "COP", shares: "0" };
    expect(codesOf(book.speak("opening.member", said))).toEqual(["opening.nothing-said"]);
  });
});

it("a hand-over settled before the book is taken by no settlement, and voids nothing [delivery.past]", () => {
  const book = cherryBook();
  const bags = [{ gross_g: "50000", tare_g: "0", container: "sack", count: 1 }];
  const said = { delivery: idOf("old"), member: rosa.agent, product: "coffee-cherry", place: "point-2", bags };
  expect(codesOf(book.speak("delivery.record-past", { ...said, on: "2026-10-02" }))).toEqual([]);
  expect(codesOf(book.speak("settlement.draft", draftOf("first", [rosa.agent, "old"])))).toEqual([
    "settlement.delivery-settled",
  ]);
  const voided = { delivery: idOf("old"), reason: "twice", on: today };
  expect(codesOf(book.speak("delivery.void", voided))).toEqual(["delivery.void-after-settlement"]);
  expect(book.history.at(-1)?.follows.entries).toEqual([]);
});
