import { describe, expect, it } from "vitest";
import { codesOf, idOf, type TestBook, testSettings, today } from "../../book/testing.ts";
import { cashAt } from "../needs/cash.ts";
import { atPoint, notes, pointBook } from "../point-testing.ts";
import { receiptNumberOf } from "../rules/serials.ts";
import { known, sevenSacks } from "../testing.ts";

/** Efraín hands out receipt QD2A-00000n for `kilos` of parchment; his telephone's sequence is the serial's. */
function receive(book: TestBook, serial: number, kilos: number): void {
  const bags = [{ gross_g: `${kilos * 1000}`, tare_g: "0", container: "sack", count: 1 }];
  const receipt = receiptNumberOf("QD2A", serial);
  const said = { ...sevenSacks, delivery: idOf(receipt), on: today, scaleChecked: today, bags, receipt };
  book.speak("delivery.receive", said, atPoint(serial));
}

const day = { place: "point-2", on: today, clock: "17:10" };
/** Three hand-overs of 60, 50 and 70 kg; the second was voided. */
function threeReceived(): TestBook {
  const book = pointBook();
  for (const [serial, kilos] of [60, 50, 70].entries()) receive(book, serial + 1, kilos);
  book.speak("delivery.void", { delivery: idOf("QD2A-000002"), reason: "weighed twice", on: today }, atPoint(90));
  return book;
}
const counted = {
  ...day,
  receipts: { series: "QD2A", from: 1, to: 3 },
  handOvers: 3,
  voids: 1,
  kilos: [{ product: "coffee-parchment", net_g: "130000" }],
};
const close = (book: TestBook, says: object, sequence = 99) =>
  codesOf(book.speak("point.close-day", { ...counted, ...says }, atPoint(sequence)));
const facts = (book: TestBook) => {
  const { outcome } = book.history.at(-1) ?? {};
  return outcome?.outcome === "done with a question" ? outcome.questions.map((one) => one.facts) : [];
};

describe("the count of the evening against the receipts [acopio.close-day]", () => {
  it("agrees: three hand-overs, one voided, 130 kg", () => {
    expect(close(threeReceived(), {})).toEqual([]);
  });
  it.each([
    ["one hand-over too many", { handOvers: 4 }, ["point.counts-differ"]],
    ["a void not counted", { voids: 0 }, ["point.counts-differ"]],
    [
      "kilos that include the void",
      { kilos: [{ product: "coffee-parchment", net_g: "180000" }] },
      ["point.kilos-differ"],
    ],
    ["a product left out", { kilos: [] }, ["point.kilos-differ"]],
    [
      "receipts of another telephone",
      { receipts: { series: "QD2B", from: 1, to: 1 } },
      ["point.other-series", "point.receipts-missing", "point.counts-differ", "point.kilos-differ"],
    ],
  ] as const)("%s: both are kept, and the manager is asked", (_, says, codes) => {
    const book = threeReceived();
    expect(close(book, says)).toEqual(codes);
    expect(book.history.at(-1)?.follows.records[0]?.row).toMatchObject({
      closing: expect.any(String),
      place: "point-2",
    });
  });
  it("a serial that no hand-over has is named", () => {
    const book = threeReceived();
    receive(book, 6, 40);
    const said = { receipts: { series: "QD2A", from: 1, to: 6 }, handOvers: 4 };
    expect(close(book, { ...said, kilos: [{ product: "coffee-parchment", net_g: "170000" }] })).toEqual([
      "point.receipts-missing",
    ]);
    expect(facts(book)).toMatchObject([{ series: "QD2A", serials: "4–5", count: 2 }]);
  });
  it("a day that nobody closed is looked at with the next: what is there is not missing", () => {
    const book = threeReceived();
    expect(
      close(book, {
        receipts: { series: "QD2A", from: 3, to: 3 },
        handOvers: 1,
        voids: 0,
        kilos: [{ product: "coffee-parchment", net_g: "70000" }],
      }),
    ).toEqual([]);
    receive(book, 5, 20);
    const last = { receipts: { series: "QD2A", from: 5, to: 5 }, handOvers: 1, voids: 0 };
    expect(close(book, { ...last, kilos: [{ product: "coffee-parchment", net_g: "20000" }] }, 100)).toEqual([
      "point.receipts-missing",
    ]);
    expect(facts(book)).toMatchObject([{ serials: "4", count: 1 }]);
  });
  it("a day without a receipt is closed as well", () => {
    expect(close(pointBook(), { receipts: null, handOvers: 0, voids: 0, kilos: [] })).toEqual([]);
  });
});

describe("the cash of a day [acopio.float-day]", () => {
  const lending = { id: idOf("the float") };
  const given = (book: TestBook, name: string, amount: string, sequence: number) => {
    const top = { place: "point-2", amount, currency: "COP", on: today };
    book.speak("float.lend", { place: "point-2", amount, currency: "COP", until: today }, { id: idOf(name) });
    return codesOf(book.speak("float.top-up", { ...top, lent: idOf(name) }, atPoint(sequence)));
  };
  it("2,000,000 in the morning, 500,000 more, 300,000 back: 2,200,000 in the evening by notes", () => {
    const book = threeReceived();
    expect(given(book, "the float", "2000000", 10)).toEqual([]);
    const morning = { ...day, clock: "06:45", cash: [{ currency: "COP", notes: notes("100000", 12, "50000", 16) }] };
    expect(codesOf(book.speak("point.open-day", morning, atPoint(11)))).toEqual([]);
    expect(given(book, "more", "500000", 12)).toEqual([]);
    const back = { place: "point-2", amount: "300000", currency: "COP", on: today };
    expect(codesOf(book.speak("float.return", back, atPoint(13)))).toEqual([]);
    const evening = [{ currency: "COP", notes: notes("100000", 20, "50000", 4), shown: "2200000" }];
    expect(close(book, { cash: evening })).toEqual([]);
    expect(known(book, cashAt("point-2", "COP", testSettings))).toBe(2_200_000n);
    expect(lending.id).toBe(idOf("the float"));
  });
  it("a note short in the evening is asked about by its sum", () => {
    const book = threeReceived();
    given(book, "the float", "2000000", 10);
    expect(close(book, { cash: [{ currency: "COP", notes: notes("100000", 19, "50000", 1) }] })).toEqual([
      "float.differs",
    ]);
    expect(facts(book)).toMatchObject([{ counted: "1950000", computed: "2000000", difference: "-50000", day: today }]);
  });
});
