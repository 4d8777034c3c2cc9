import { describe, expect, it } from "vitest";
import { cashAt, holdLeft } from "../../acopio/needs/cash.ts";
import { byTelephone, codesOf, idOf, type Saying, type TestBook, testSettings, today } from "../../book/testing.ts";
import { advanceOwed, debtsOf } from "../../finance/needs.ts";
import { atPoint, lendDebt, lendFloat, payingBook, slipOf } from "../point-testing.ts";
import {
  advanceOf,
  closed,
  creditOf,
  deductionsIn,
  draftOf,
  handOver,
  known,
  paymentOf,
  rosa,
  sumOf,
  told,
} from "../testing.ts";

const spot = (book: TestBook, name: string, paid: string, says: object = {}, how: Saying = atPoint(50)) =>
  codesOf(book.speak("settlement.on-the-spot", { ...slipOf(name, paid), ...says }, how));
const heldOf = (book: TestBook): string =>
  String(book.history.flatMap((one) => one.follows.records).findLast((one) => one.record.table === "hold")?.row.hold);
const left = (book: TestBook, hold = heldOf(book)): bigint => known(book, holdLeft(hold));
const later = (day: string, sequence: number): Saying => ({
  ...atPoint(sequence, `${day}T15:00:00.000Z`),
  received: `${day}T15:00:00.000Z`,
});

/** Rosa brought 100.3 kg at 8,055: 807,917; less 1 % of capital, 799,838. She owes an advance of 500,000. */
function withAdvance(): TestBook {
  const book = payingBook();
  advanceOf(book, "advance", "500000");
  handOver(book, "A", 100_300n);
  lendFloat(book, "2000000", atPoint(40));
  return book;
}
const advance = idOf("advance");

describe("a point pays on the spot without a signal [settlement.point-holds]", () => {
  it("and deducts nothing that it does not hold: the advance is owed as before", () => {
    const book = withAdvance();
    expect(spot(book, "A", "799850", { shownNet: "799838" })).toEqual([]);
    expect(deductionsIn(book).map(([code]) => code)).toEqual(["capital"]);
    expect([known(book, advanceOwed(advance)), sumOf(book, "advances")]).toEqual([500_000n, 500_000n]);
    expect(known(book, cashAt("point-2", "COP", testSettings))).toBe(1_200_150n);
  });
  it("from a seat nothing is otherwise than before: the whole advance is collected, within what is left to live on", () => {
    const book = withAdvance();
    expect(spot(book, "A", "299850", { place: "office" }, {})).toEqual([]);
    expect(known(book, advanceOwed(advance))).toBe(0n);
  });
  it("and collects an advance it holds, up to what it holds", () => {
    const book = withAdvance();
    expect(lendDebt(book, advance, "300000")).toEqual([]);
    expect(spot(book, "A", "499850", { shownNet: "499838" })).toEqual([]);
    expect(deductionsIn(book)).toContainEqual(["advance", "300000", null]);
    expect([known(book, advanceOwed(advance)), left(book)]).toEqual([200_000n, 0n]);
  });
  it("a second hand-over finds nothing left of what was lent", () => {
    const book = withAdvance();
    lendDebt(book, advance, "300000");
    handOver(book, "B", 100_300n);
    expect(spot(book, "A", "499850")).toEqual([]);
    // The capital of 1 % reaches its 10,000 of the year: 807,917 less 1,921, in coins 806,000.
    expect(spot(book, "B", "806000", {}, atPoint(51))).toEqual([]);
    expect(known(book, advanceOwed(advance))).toBe(200_000n);
  });
  it("a credit: interest and principal together, no more than it holds", () => {
    const book = payingBook();
    const terms = { ratePerMonth: "2", method: "simple-monthly", start: "2026-09-15", due: "2026-12-31" };
    const said = { credit: idOf("credit"), agent: rosa.agent, principal: "1000000", currency: "COP", purpose: "Abono" };
    told(book, "input-credit.grant", { ...said, ...terms });
    handOver(book, "A", 100_300n);
    lendFloat(book, "2000000", atPoint(40));
    expect(lendDebt(book, idOf("credit"), "250000")).toEqual([]);
    expect(spot(book, "A", "549850")).toEqual([]);
    expect(deductionsIn(book).slice(1)).toEqual([
      ["interest", "40000", null],
      ["credit", "210000", null],
    ]);
    expect(known(book, debtsOf(rosa.agent, "COP", today)).credits).toMatchObject([{ principal: 790_000n }]);
    expect(left(book)).toBe(0n);
  });
  it("on a day after the last of the hold, or at a point that was lent nothing, it collects nothing", () => {
    const book = withAdvance();
    lendDebt(book, advance, "300000", today);
    const slip = { on: "2026-11-16", shownNet: "799838" };
    expect(spot(book, "A", "799850", slip, later("2026-11-16", 51))).toEqual([]);
    expect(left(book)).toBe(300_000n);
    const other = withAdvance();
    lendDebt(other, advance, "300000");
    expect(spot(other, "A", "799850", { place: "point-3" })).toEqual(["float.not-held", "float.overdrawn"]);
  });
});

describe("cash that a point spends [settlement.point-float]", () => {
  it("without a float of the office is kept, and asks", () => {
    const book = payingBook();
    handOver(book, "A", 100_300n);
    expect(spot(book, "A", "799850")).toEqual(["float.not-held", "float.overdrawn"]);
    expect(sumOf(book, "owed-to-producers")).toBe(0n);
  });
  it("beyond what its box holds asks; so does a telephone that stands elsewhere", () => {
    const book = payingBook();
    handOver(book, "A", 100_300n);
    lendFloat(book, "500000", atPoint(40));
    expect(spot(book, "A", "799850")).toEqual(["float.overdrawn"]);
    const elsewhere = withAdvance();
    expect(spot(elsewhere, "A", "799850", {}, byTelephone(9))).toEqual(["float.not-held"]);
  });
  it("is of the box of its own place when no place is said", () => {
    const book = withAdvance();
    const { place: _, ...slip } = slipOf("A", "799850");
    expect(codesOf(book.speak("settlement.on-the-spot", slip, atPoint(50)))).toEqual([]);
    expect(known(book, cashAt("point-2", "COP", testSettings))).toBe(1_200_150n);
  });
  it("that the office takes from a box the point holds: the cash is gone, and the point may not know", () => {
    const book = withAdvance();
    handOver(book, "B", 10_000n);
    closed(book, "first", [rosa.agent, "B"]);
    const payment = paymentOf("first", "79750", "p");
    expect(codesOf(book.speak("payment.make", payment))).toContain("float.held-by-point");
    const given = {
      advance: idOf("new"),
      agent: rosa.agent,
      amount: "10000",
      currency: "COP",
      day: today,
      mode: "cash",
    };
    expect(codesOf(book.speak("advance.give", { ...given, place: "point-2" }))).toEqual(["float.held-by-point"]);
    expect(codesOf(book.speak("advance.give", { ...given, advance: idOf("n2"), place: "office" }))).toEqual([]);
  });
});

describe("the office leaves alone what a point holds [finance.holds]", () => {
  const statement = (book: TestBook) => {
    closed(book, "november", [rosa.agent, "A"]);
    return deductionsIn(book);
  };
  it("of an advance of 500,000 a statement collects the 200,000 that are not lent", () => {
    const book = withAdvance();
    lendDebt(book, advance, "300000");
    expect(statement(book)).toContainEqual(["advance", "200000", null]);
    expect(known(book, advanceOwed(advance))).toBe(300_000n);
  });
  it("all of it again once the hold is ended, or its day is past", () => {
    const ended = withAdvance();
    lendDebt(ended, advance, "300000");
    told(ended, "hold.end", { hold: heldOf(ended), reason: "The point is closed." });
    expect(statement(ended)).toContainEqual(["advance", "500000", null]);
    const past = withAdvance();
    lendDebt(past, advance, "300000", today);
    const how = { received: "2026-11-16T15:00:00.000Z" };
    told(past, "settlement.draft", draftOf("november", [rosa.agent, "A"]), how);
    told(past, "settlement.review", { settlement: idOf("november") }, how);
    told(past, "settlement.close", { settlement: idOf("november") }, how);
    expect(deductionsIn(past)).toContainEqual(["advance", "500000", null]);
  });
  it("of a credit it leaves what is lent, interest included", () => {
    const book = payingBook();
    creditOf(book, "credit", "400000");
    handOver(book, "A", 100_300n);
    lendDebt(book, idOf("credit"), "150000");
    expect(statement(book)).toContainEqual(["credit", "250000", null]);
  });
  it("a slip that comes after the office collected takes what is still owed, and the difference is asked about", () => {
    const book = withAdvance();
    lendDebt(book, advance, "300000");
    handOver(book, "B", 100_300n);
    told(book, "hold.end", { hold: heldOf(book), reason: "Nobody has heard from the point." });
    closed(book, "november", [rosa.agent, "B"]);
    expect(known(book, advanceOwed(advance))).toBe(0n);
    expect(spot(book, "A", "499850", { shownNet: "499838" })).toEqual(["settlement.shown-differs"]);
    expect([known(book, advanceOwed(advance)), sumOf(book, "owed-to-producers", rosa.agent)]).toEqual([
      0n,
      -299_838n - 306_146n,
    ]);
  });
  it.each([
    ["a debt that nobody has", [{ debt: idOf("none") }], ["hold.debt-unknown"]],
    ["more than is owed", [{ debt: advance, upTo: "500001" }], ["hold.more-than-owed"]],
    ["half a peso", [{ debt: advance, upTo: "0.5" }], ["hold.amount-unreadable"]],
    ["one debt twice", [{ debt: advance }, { debt: advance }], ["hold.debt-twice"]],
  ] as const)("%s is not lent", (_, debts, codes) => {
    const says = { place: "point-2", until: "2026-11-21", debts };
    expect(codesOf(withAdvance().speak("hold.lend", says))).toEqual(codes);
  });
  it("nor to a second point while the first holds it, nor for a day that is past, nor where there is no point", () => {
    const book = withAdvance();
    lendDebt(book, advance, "300000");
    expect(lendDebt(book, advance, "100000")).toEqual(["hold.debt-held"]);
    const says = { place: "point-9", until: "2026-11-14", debts: [{ debt: advance }] };
    expect(codesOf(book.speak("hold.lend", says))).toEqual(["point.unknown", "hold.day-past", "hold.debt-held"]);
  });
});
