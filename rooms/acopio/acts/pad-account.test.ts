import { describe, expect, it } from "vitest";
import { codesOf, efrain, idOf, marta, now, type Saying, type TestBook, today } from "../../book/testing.ts";
import { padKnown } from "../needs/pads.ts";
import { delivery } from "../needs.ts";
import { atPoint, pointBook } from "../point-testing.ts";
import { known, sevenSacks, stock } from "../testing.ts";

const pad = { pad: idOf("a pad"), series: "T2", from: 451, to: 460, place: "point-2", on: "2026-11-01" };
const issued = (): TestBook => {
  const book = pointBook();
  book.speak("pad.issue", pad);
  return book;
};
/** Efraín keys in on the 15th what he wrote on a leaf on the 14th. */
const leaf = (serial: number, says: object = {}) => ({
  ...sevenSacks,
  delivery: idOf(`leaf ${serial}`),
  pad: { pad: pad.pad, serial, writer: efrain.agent },
  ...says,
});
const keyIn = (book: TestBook, serial: number, says: object = {}, how: Saying = atPoint(serial)) =>
  codesOf(book.speak("delivery.receive", leaf(serial, says), how));

describe("a pad goes to a point [acopio.pads]", () => {
  it("with a series and serials that no other pad has", () => {
    const book = issued();
    expect(codesOf(book.speak("pad.issue", pad))).toEqual(["pad.id-used", "pad.serials-used"]);
    const next = { ...pad, pad: idOf("the next"), from: 461, to: 470 };
    expect(codesOf(book.speak("pad.issue", next))).toEqual([]);
    expect(codesOf(book.speak("pad.issue", { ...next, pad: idOf("x"), from: 470, to: 480 }))).toEqual([
      "pad.serials-used",
    ]);
  });
  it.each([
    ["that ends before it begins", { from: 9, to: 1 }, ["pad.range-turned"]],
    ["of ten thousand leaves and one", { from: 1, to: 10_001 }, ["pad.too-long"]],
    ["in the series of a telephone", { series: "QD2A" }, ["pad.series-of-device"]],
    ["for a point nobody opened", { place: "point-9" }, ["point.unknown"]],
  ] as const)("not one %s", (_, says, codes) => {
    expect(codesOf(pointBook().speak("pad.issue", { ...pad, ...says }))).toEqual(codes);
  });
});

describe("a hand-over written on a pad is keyed in later [acopio.pad-entry]", () => {
  it("under the leaf's number, with who wrote it and when it was keyed in; the pad is its paper", () => {
    const book = issued();
    expect(keyIn(book, 451)).toEqual([]);
    expect(known(book, delivery(idOf("leaf 451")))).toMatchObject({ receipt: "T2-000451", happened: "2026-11-14" });
    expect(book.history.at(-1)?.follows.papers).toEqual([]);
    expect(stock(book)).toBe(407_600n);
    expect(known(book, padKnown(pad.pad))?.serials).toMatchObject([
      { serial: 451, state: "used", writer: efrain.agent, happened: "2026-11-14", told: today },
    ]);
  });
  it("in the office too, by whoever has the leaf before them", () => {
    const how: Saying = { by: marta.agent, through: { way: "paper", seat: marta.seat, paper: "T2-000452", at: now } };
    const book = issued();
    expect(keyIn(book, 452, { receipt: "T2-000452" }, how)).toEqual([]);
    expect(book.history.at(-1)?.follows.papers).toEqual([]);
  });
  it.each([
    [
      "of a pad that nobody issued",
      { pad: { pad: idOf("other"), serial: 1, writer: efrain.agent } },
      ["delivery.pad-unknown"],
    ],
    [
      "that the pad does not have",
      { pad: { pad: pad.pad, serial: 461, writer: efrain.agent } },
      ["delivery.pad-outside"],
    ],
    ["of another point's pad", { place: "point-3" }, ["delivery.pad-of-another"]],
  ] as const)("a leaf %s: it is kept, and asked", (_, says, codes) => {
    const book = issued();
    expect(keyIn(book, 453, says)).toEqual(codes);
    expect(known(book, delivery(idOf("leaf 453")))).not.toBeNull();
  });
  it("one leaf for two hand-overs: both are kept, and both papers are asked for", () => {
    const book = issued();
    keyIn(book, 451);
    expect(keyIn(book, 451, { delivery: idOf("again") }, atPoint(90))).toEqual([
      "delivery.receipt-used",
      "delivery.pad-leaf-told",
    ]);
    expect(known(book, padKnown(pad.pad))?.serials).toHaveLength(1);
  });
  it("late is shown and not asked, until the producer could no longer object to it", () => {
    // The season gives 15 days to object: what happened on 14 November is doubtful from 30 November on.
    const on = (day: string): Saying => ({ ...atPoint(5, `${day}T15:00:00.000Z`), received: `${day}T15:00:00.000Z` });
    expect(keyIn(issued(), 451, {}, on("2026-11-29"))).toEqual([]);
    expect(keyIn(issued(), 451, {}, on("2026-11-30"))).toEqual(["delivery.pad-late"]);
  });
});

describe("every leaf is accounted for [acopio.pad-account]", () => {
  const account = (book: TestBook, says: object, sequence = 95) =>
    codesOf(book.speak("pad.account", { pad: pad.pad, serials: [], on: today, ...says }, atPoint(sequence)));
  const spoiled = (from: number, to = from) => ({ from, to, state: "spoiled" });
  it("used, spoiled or given back blank: nothing is asked", () => {
    const book = issued();
    keyIn(book, 451);
    keyIn(book, 453);
    const serials = [spoiled(452), { from: 454, to: 460, state: "blank" }];
    expect(account(book, { serials, all: true })).toEqual([]);
    expect(known(book, padKnown(pad.pad))).toMatchObject({ over: true, serials: { length: 10 } });
  });
  it("a leaf of which nothing is known when the pad is over is missing", () => {
    const book = issued();
    keyIn(book, 451);
    expect(account(book, { serials: [{ from: 453, to: 459, state: "blank" }], all: true })).toEqual([
      "pad.serials-missing",
    ]);
    const { outcome } = book.history.at(-1) ?? {};
    expect(outcome).toMatchObject({ questions: [{ facts: { series: "T2", serials: "452, 460", count: 2 } }] });
  });
  it("a leaf said to be used and not keyed in is missing; keyed in afterwards it is there", () => {
    const book = issued();
    expect(account(book, { serials: [{ from: 451, to: 451, state: "used" }] })).toEqual(["pad.serials-missing"]);
    expect(keyIn(book, 451)).toEqual([]);
    expect(account(book, { serials: [{ from: 451, to: 451, state: "used" }] }, 96)).toEqual([]);
  });
  it("the first that is told of a leaf stands: told otherwise, it is asked", () => {
    const book = issued();
    account(book, { serials: [spoiled(451)] });
    expect(keyIn(book, 451)).toEqual(["delivery.pad-leaf-told"]);
    expect(account(book, { serials: [{ from: 451, to: 451, state: "blank" }] }, 96)).toEqual(["pad.serial-otherwise"]);
    expect(account(book, { serials: [spoiled(440, 451)] }, 97)).toEqual(["pad.serial-outside"]);
    expect(account(book, { pad: idOf("other") }, 98)).toEqual(["pad.unknown"]);
  });
  it("a hole is asked about when the day is closed, once", () => {
    const book = issued();
    keyIn(book, 451);
    keyIn(book, 454);
    const close = { place: "point-2", on: today, receipts: null, handOvers: 0, voids: 0, kilos: [] };
    expect(codesOf(book.speak("point.close-day", close, atPoint(97)))).toEqual(["pad.serials-missing"]);
    expect(codesOf(book.speak("point.close-day", close, atPoint(98)))).toEqual([]);
  });
});
