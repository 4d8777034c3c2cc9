import { describe, expect, it } from "vitest";
import { theDay } from "../../kernel/time/index.ts";
import { codesOf, openedBook } from "../book/testing.ts";
import { acts } from "./index.ts";
import { priceOn, pricesOf } from "./needs.ts";
import { periodFor, priceText } from "./rules/points.ts";

const arabica = "world-bank-coffee-arabica";
const series = {
  series: arabica,
  title: "Coffee, Arabica",
  currency: "USD",
  per: "kg",
  period: "month",
  source: "World Bank",
};
function opened() {
  const book = openedBook(...acts);
  book.speak("price-series.open", series);
  return book;
}
type Book = ReturnType<typeof opened>;
const record = (book: Book, ...points: [string, string][]) =>
  codesOf(
    book.speak("prices.record", { series: arabica, points: points.map(([period, value]) => ({ period, value })) }),
  );
const written = (book: Book) =>
  book.history.at(-1)?.follows.records.filter((one) => one.record.table === "price_point");
const priced = (book: Book, day: string, rule: "month-of" | "month-before") =>
  priceOn(arabica, theDay(day), rule).tryOn(book.page);

describe("a price series [market.series]", () => {
  it("is opened once", () => {
    const book = opened();
    expect(codesOf(book.speak("price-series.open", series))).toEqual(["price-series.open-already"]);
  });
});

describe("recording prices [market.prices]", () => {
  it("keeps many months at once, exactly as published", () => {
    const book = opened();
    expect(record(book, ["2017-01", "3.61"], ["2017-02", "3.6410"])).toEqual([]);
    expect(written(book)?.map((one) => one.row.value)).toEqual(["3.61", "3.641"]);
  });
  it("adds nothing for a price already kept, however it is spelled", () => {
    const book = opened();
    record(book, ["2017-01", "3.61"]);
    expect(record(book, ["2017-01", "3.610"])).toEqual([]);
    expect(written(book)).toEqual([]);
  });
  it("keeps a changed price as a revision and asks about it, also within one act", () => {
    const book = opened();
    record(book, ["2017-01", "3.61"]);
    expect(record(book, ["2017-01", "3.65"], ["2017-01", "3.66"], ["2017-01", "3.66"])).toEqual([
      "price.changed",
      "price.changed",
    ]);
    expect(written(book)?.map((one) => one.row.revision)).toEqual([2, 3]);
    expect(priced(book, "2017-01-20", "month-of")).toMatchObject({ known: { value: "3.66", revision: 3 } });
  });
  it("asks about what is no price or no month, and keeps the rest", () => {
    const book = opened();
    const doubtful: [string, string][] = [
      ["2017-13", "3.61"],
      ["2017-03", "0"],
      ["2017-04", "3,61"],
      ["2017-05", "3.5"],
    ];
    expect(record(book, ...doubtful)).toEqual(["price.unreadable", "price.unreadable", "price.unreadable"]);
    expect(written(book)).toHaveLength(1);
  });
  it("never takes a day's price for a monthly mean", () =>
    expect(record(opened(), ["2017-01-31", "3.61"])).toEqual(["price.period-differs"]));
  it("keeps prices of a series nobody opened, and asks", () =>
    expect(record(openedBook(...acts), ["2017-01", "3.61"])).toEqual(["price.series-unknown"]));
});

describe("the price of an event", () => {
  it("is that of its month, or of the month before", () => {
    const book = opened();
    record(book, ["2016-12", "3.5"], ["2017-01", "3.61"]);
    expect(priced(book, "2017-01-31", "month-of")).toMatchObject({ known: { value: "3.61" } });
    expect(priced(book, "2017-01-31", "month-before")).toMatchObject({ known: { value: "3.5" } });
    expect(priced(book, "2017-02-01", "month-of")).toEqual({ known: null });
    const two = pricesOf(arabica, ["2017-01", "2017-01", "2020-01"]).tryOn(book.page);
    expect("known" in two && [...two.known.keys()]).toEqual(["2017-01"]);
  });
  it.each([
    ["2024-03-31", "month-before", "2024-02"],
    ["2024-01-01", "month-before", "2023-12"],
    ["2024-01-01", "day-of", "2024-01-01"],
  ] as const)("of %s by %s is of %s", (day, rule, period) => expect(periodFor(theDay(day), rule)).toBe(period));
  it("has one spelling", () => expect(["2.80", "1e3", "-1", " 2"].map(priceText)).toEqual(["2.8", null, null, null]));
});
