import { describe, expect, it } from "vitest";
import { stockOf } from "../../acopio/needs.ts";
import { collectingBook, known, sevenSacks } from "../../acopio/testing.ts";
import { codesOf, efrain, idOf, type TestBook } from "../../book/testing.ts";
import { rosa } from "../../people/testing.ts";
import { acts } from "../index.ts";

const opened = () => collectingBook(...acts);
const lines = (book: TestBook) =>
  book.history
    .at(-1)
    ?.follows.entries.flatMap((entry) => entry.postings.map((one) => [one.account, one.commodity, one.amount]));
const stock = { product: "coffee-parchment", place: "point-2", grams: "1250000", on: "2026-11-01" };
const serial = { papers: "receipt", of: "point-2", last: "1041", on: "2026-11-01" };
const cash = { account: "cash", place: "point-2", amount: "785000", currency: "COP", on: "2026-11-01" };

describe("goods in store as the book begins [opening.stock]", () => {
  it("are in the stock of the place, ours or a producer's", () => {
    const book = opened();
    expect(codesOf(book.speak("opening.stock", stock))).toEqual([]);
    expect(codesOf(book.speak("opening.stock", { ...stock, grams: "40000", owner: rosa.agent }))).toEqual([]);
    expect(known(book, stockOf("coffee-parchment", "point-2"))).toBe(1_290_000n);
    expect(lines(book)).toEqual([
      ["stock", "goods:coffee-parchment:g", 40_000n],
      ["opening", "goods:coffee-parchment:g", -40_000n],
    ]);
  });
  it("told again are one; told otherwise, of nothing, of nobody's and by a clerk they are refused", () => {
    const book = opened();
    book.speak("opening.stock", stock);
    expect(codesOf(book.speak("opening.stock", stock))).toEqual([]);
    expect(codesOf(book.speak("opening.stock", { ...stock, grams: "1" }))).toEqual(["opening.told-otherwise"]);
    expect(codesOf(book.speak("opening.stock", { ...stock, place: "point-3", grams: "0" }))).toEqual([
      "opening.nothing-said",
    ]);
    const ofNobody = { ...stock, owner: idOf("nobody") };
    expect(codesOf(book.speak("opening.stock", ofNobody))).toEqual(["agent.unknown"]);
    const byClerk = {
      by: efrain.agent,
      through: { way: "seat", seat: efrain.seat, at: "2026-11-15T15:00:00Z" },
    } as const;
    expect(codesOf(book.speak("opening.stock", { ...stock, place: "x" }, byClerk))).toEqual(["power.missing"]);
    expect(known(book, stockOf("coffee-parchment", "point-2"))).toBe(1_250_000n);
  });
});

describe("the last number of the old receipt book [opening.serial]", () => {
  it("lets ours go on after it, once", () => {
    const book = opened();
    expect(codesOf(book.speak("opening.serial", serial))).toEqual([]);
    expect(codesOf(book.speak("opening.serial", serial))).toEqual([]);
    book.speak("delivery.receive", sevenSacks);
    const [paper] = book.history.at(-1)?.follows.papers ?? [];
    expect(paper?.number).toBe("point-2-001042");
    expect(codesOf(book.speak("opening.serial", { ...serial, last: "2000" }))).toEqual(["opening.told-otherwise"]);
  });
  it("is refused when the book has passed it, and when a year is none", () => {
    const book = opened();
    book.speak("delivery.receive", sevenSacks);
    book.speak("delivery.receive", { ...sevenSacks, delivery: idOf("more") });
    expect(codesOf(book.speak("opening.serial", { ...serial, last: "1" }))).toEqual(["opening.serial-passed"]);
    expect(codesOf(book.speak("opening.serial", { ...serial, papers: "statement" }))).toEqual([
      "opening.year-unreadable",
    ]);
  });
});

describe("money in boxes and banks as the book begins [opening.cash]", () => {
  it("is in the account of its place", () => {
    const book = opened();
    expect(codesOf(book.speak("opening.cash", cash))).toEqual([]);
    expect(lines(book)).toEqual([
      ["cash", "money:COP:1", 785_000n],
      ["opening", "money:COP:1", -785_000n],
    ]);
    expect(codesOf(book.speak("opening.cash", cash))).toEqual([]);
    expect(lines(book)).toEqual([]);
  });
  it("is refused in a currency the book does not keep, in fractions of its grain, and told otherwise", () => {
    const book = opened();
    expect(codesOf(book.speak("opening.cash", { ...cash, currency: "USD" }))).toEqual(["opening.currency-unknown"]);
    expect(codesOf(book.speak("opening.cash", { ...cash, amount: "0.5" }))).toEqual(["opening.amount-unreadable"]);
    book.speak("opening.cash", cash);
    expect(codesOf(book.speak("opening.cash", { ...cash, amount: "1" }))).toEqual(["opening.told-otherwise"]);
  });
});

describe("a hand-over settled before the book [delivery.past]", () => {
  const past = {
    ...sevenSacks,
    on: "2024-10-02",
    settled: { price: "8900", per: "kg", paid: "3627640", currency: "COP" },
  };
  const { scaleChecked, ...said } = past;
  it("is a document: no goods, no season wanted", () => {
    const book = opened();
    expect(codesOf(book.speak("delivery.record-past", said))).toEqual([]);
    expect(book.history.at(-1)?.follows.entries).toEqual([]);
    expect(known(book, stockOf("coffee-parchment", "point-2"))).toBe(0n);
  });
  it("told again is one, told otherwise asks", () => {
    const book = opened();
    book.speak("delivery.record-past", said);
    expect(codesOf(book.speak("delivery.record-past", said))).toEqual([]);
    const other = { ...said, settled: { paid: "1" } };
    expect(codesOf(book.speak("delivery.record-past", other))).toEqual(["delivery.id-used"]);
  });
});
