import { describe, expect, it } from "vitest";
import { byTelephone, codesOf, idOf, type TestBook, testSettings, today } from "../../book/testing.ts";
import { cashAt, floatsOnTheWay } from "../needs/cash.ts";
import { atPoint, notes, pointBook, pointTwo } from "../point-testing.ts";
import { isOnTheWayTo, onTheWayTo } from "../rules/cash.ts";
import { known } from "../testing.ts";

const lent = { place: "point-2", from: "office", amount: "2000000", currency: "COP", until: "2026-11-21" };
const lending = { id: idOf("two millions") };
const topUp = { place: "point-2", lent: lending.id, amount: "2000000", currency: "COP", on: today };

const box = (book: TestBook, place: string): bigint => known(book, cashAt(place, "COP", testSettings));
const open = (book: TestBook) =>
  book.history
    .flatMap((one) => one.follows.entries.flatMap((entry) => entry.postings))
    .filter((one) => one.account === "unresolved")
    .reduce((sum, one) => sum + one.amount, 0n);
const withFloat = (): TestBook => {
  const book = pointBook();
  book.speak("float.lend", lent, lending);
  book.speak("float.top-up", topUp, atPoint(1));
  return book;
};

describe("the office lends a point its float [acopio.float]", () => {
  it("leaves the office at once and is on its way until the point says that it has come", () => {
    const book = pointBook();
    expect(codesOf(book.speak("float.lend", lent, lending))).toEqual([]);
    expect([box(book, "office"), box(book, onTheWayTo("point-2")), box(book, "point-2")]).toEqual([
      -2_000_000n,
      2_000_000n,
      0n,
    ]);
    expect(known(book, floatsOnTheWay("point-2")).map((one) => one.hold.hold)).toEqual([lending.id]);
    expect([isOnTheWayTo(onTheWayTo("point-2")), isOnTheWayTo("point-2")]).toEqual(["point-2", null]);
    expect(codesOf(book.speak("float.top-up", topUp, atPoint(1)))).toEqual([]);
    expect([box(book, onTheWayTo("point-2")), box(book, "point-2"), open(book)]).toEqual([0n, 2_000_000n, 0n]);
    expect(known(book, floatsOnTheWay("point-2"))).toEqual([]);
  });
  it("that arrives short: what is there is there, the rest is open and the treasurer is asked", () => {
    const book = pointBook();
    book.speak("float.lend", lent, lending);
    const short = book.speak("float.top-up", { ...topUp, amount: "1950000" }, atPoint(1));
    expect(codesOf(short)).toEqual(["float.lent-otherwise"]);
    expect([box(book, onTheWayTo("point-2")), box(book, "point-2"), open(book)]).toEqual([0n, 1_950_000n, 50_000n]);
  });
  it("that arrives twice, or that nobody lent, comes from the office and asks", () => {
    const book = withFloat();
    expect(codesOf(book.speak("float.top-up", topUp, atPoint(2)))).toEqual(["float.not-lent"]);
    const { lent: _, ...unsaid } = topUp;
    expect(codesOf(book.speak("float.top-up", { ...unsaid, amount: "500000" }, atPoint(3)))).toEqual([
      "float.not-lent",
    ]);
    expect([box(book, "point-2"), known(book, cashAt(null, "COP", testSettings))]).toEqual([4_500_000n, -2_500_000n]);
  });
  it.each([
    ["to a point nobody opened", { place: "point-9" }, ["point.unknown"]],
    ["until a day that is past", { until: "2026-11-14" }, ["hold.day-past"]],
    ["out of the point's own box", { from: "point-2" }, ["float.same-box"]],
    ["in a currency the book does not keep", { currency: "USD" }, ["float.currency-unknown"]],
    ["of half a peso", { amount: "0.5" }, ["float.amount-unreadable"]],
    ["of nothing", { amount: "0" }, ["float.amount-unreadable"]],
  ] as const)("is refused %s", (_, says, codes) => {
    expect(codesOf(pointBook().speak("float.lend", { ...lent, ...says }))).toEqual(codes);
  });
  it("is refused where the point pays no cash, and by a clerk", () => {
    const book = pointBook();
    expect(codesOf(book.speak("float.lend", lent, byTelephone(1)))).toEqual(["power.missing"]);
    book.speak("point.change", { ...pointTwo, from: today, sheet: { ...pointTwo.sheet, paysCash: false } });
    expect(codesOf(book.speak("float.lend", lent))).toEqual(["point.pays-no-cash"]);
  });
  it("goes back, all of it or a part; more than there is goes back as well, and asks", () => {
    const book = withFloat();
    const back = { place: "point-2", to: "office", amount: "1500000", currency: "COP", on: today };
    expect(codesOf(book.speak("float.return", back, atPoint(2)))).toEqual([]);
    expect([box(book, "point-2"), box(book, "office")]).toEqual([500_000n, -500_000n]);
    expect(codesOf(book.speak("float.return", { ...back, amount: "600000" }, atPoint(3)))).toEqual(["float.overdrawn"]);
    expect(box(book, "point-2")).toBe(-100_000n);
  });
  it("an amount that is none is kept as it was said, and asks", () => {
    const book = withFloat();
    const back = { place: "point-2", amount: "0.5", currency: "COP", on: today };
    expect(codesOf(book.speak("float.return", back, atPoint(2)))).toEqual(["float.unreadable"]);
    expect(codesOf(book.speak("float.top-up", { ...topUp, currency: "USD" }, atPoint(3)))).toEqual([
      "float.unreadable",
    ]);
    expect(box(book, "point-2")).toBe(2_000_000n);
  });
});

describe("the box is counted note by note [acopio.float-count]", () => {
  const count = (...pairs: (string | number)[]) => ({
    place: "point-2",
    on: today,
    cash: { currency: "COP", notes: notes(...pairs), shown: "2000000" },
  });
  it("and holds what the book finds: 15 of 100,000 and 10 of 50,000", () => {
    const answer = withFloat().speak("float.count", count("100000", 15, "50000", 10), atPoint(2));
    expect(codesOf(answer)).toEqual([]);
  });
  it("and holds another sum: the box is right, the difference is open and the treasurer is asked", () => {
    const book = withFloat();
    expect(codesOf(book.speak("float.count", count("100000", 15, "50000", 9), atPoint(2)))).toEqual(["float.differs"]);
    expect([box(book, "point-2"), open(book)]).toEqual([1_950_000n, 50_000n]);
    const { outcome } = book.history.at(-1) ?? {};
    expect(outcome).toMatchObject({
      questions: [{ to: "treasurer", facts: { counted: "1950000", computed: "2000000", difference: "-50000" } }],
    });
    expect(codesOf(book.speak("float.count", count("100000", 15, "50000", 9), atPoint(3)))).toEqual([]);
  });
  it("with a coin that is no amount of the currency: kept as counted, nothing posted, and asked", () => {
    const book = withFloat();
    expect(codesOf(book.speak("float.count", count("0.5", 3), atPoint(2)))).toEqual(["float.unreadable"]);
    const aFingerTooLong = count("100000000000", 1_000_000);
    expect(codesOf(book.speak("float.count", aFingerTooLong, atPoint(3)))).toEqual(["float.unreadable"]);
    expect(box(book, "point-2")).toBe(2_000_000n);
  });
});

describe("a hold ends before its day [acopio.hold-end]", () => {
  it("once, and only one that there is", () => {
    const book = withFloat();
    const end = { hold: lending.id, reason: "The season is over." };
    expect(codesOf(book.speak("hold.end", end))).toEqual([]);
    expect(codesOf(book.speak("hold.end", end))).toEqual(["hold.ended-already"]);
    expect(codesOf(book.speak("hold.end", { ...end, hold: idOf("none") }))).toEqual(["hold.unknown"]);
  });
});
