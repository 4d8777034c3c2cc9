import { describe, expect, it } from "vitest";
import type { Need } from "../../kernel/act/need.ts";
import { coffeeSeason } from "../agreements/testing.ts";
import { openQuestions } from "../book/needs.ts";
import { byTelephone, codesOf, efrain, idOf, type TestBook, testBook, testSettings } from "../book/testing.ts";
import { rosa } from "../people/testing.ts";
import { deliveredOf, delivery, gradedDelivery, settledChange, stockOf, voidOf } from "./needs.ts";
import { deliveryNote, delivery as deliveryRecord } from "./records.ts";
import { collectingBook, sevenSacks } from "./testing.ts";

function known<T>(book: TestBook, need: Need<T>): T {
  const tried = need.tryOn(book.page);
  if ("missing" in tried) throw new Error("a whole page knows");
  return tried.known;
}

const receive = (says: object, how = byTelephone(1)) => {
  const book = collectingBook();
  const answer = book.speak("delivery.receive", { ...sevenSacks, ...says }, how);
  return { book, codes: codesOf(answer), follows: book.history.at(-1)?.follows };
};
const kept = (book: TestBook, id = sevenSacks.delivery) => known(book, delivery(id));
const stock = (book: TestBook) => known(book, stockOf("coffee-parchment", "point-2"));
const delivered = (book: TestBook) => known(book, deliveredOf(rosa.agent, "coffee-parchment", "2026-main"));
const notes = (book: TestBook) =>
  book.history.at(-1)?.follows.records.filter((one) => one.record.table === deliveryNote.table) ?? [];

describe("receiving a hand-over [acopio.receive]", () => {
  it("keeps gross, tare as weighed and net, with the season of its day", () => {
    const { book, codes } = receive({});
    expect(codes).toEqual([]);
    expect(kept(book)).toMatchObject({
      bags: 7,
      gross_g: 412_500n,
      tare_g: 4_900n,
      net_g: 407_600n,
      season: "2026-main",
      season_agreement: coffeeSeason.agreement,
      member_known: true,
      mode: "bought",
      origin: "device",
    });
  });
  it("posts the net grams into the place, from the member, and no money", () => {
    const { book, follows } = receive({});
    const commodity = "goods:coffee-parchment:g";
    const agreement = coffeeSeason.agreement;
    expect(follows?.entries).toEqual([
      {
        because: "delivery.received",
        about: sevenSacks.delivery,
        happened: "2026-11-14",
        reverses: null,
        postings: [
          {
            account: "stock",
            commodity,
            amount: 407_600n,
            agent: null,
            lot: null,
            place: "point-2",
            owner: null,
            agreement,
          },
          {
            account: "goods-received",
            commodity,
            amount: -407_600n,
            agent: rosa.agent,
            lot: null,
            place: "point-2",
            owner: null,
            agreement,
          },
        ],
      },
    ]);
    expect(stock(book)).toBe(407_600n);
    expect(delivered(book)).toBe(407_600n);
  });
  it("stays the producer's while it is consigned", () => {
    const book = collectingBook();
    const policy = { ...coffeeSeason.policy, title: "on-settlement" };
    book.speak("season.change", { agreement: coffeeSeason.agreement, policy, from: "2026-11-14", reason: "as agreed" });
    book.speak("delivery.receive", sevenSacks, byTelephone(1));
    expect(kept(book)?.mode).toBe("consigned");
    expect(book.history.at(-1)?.follows.entries[0]?.postings[0]?.owner).toBe(rosa.agent);
  });
  it("gives the grams that examples of Guatemala read in pounds, and keeps the reading", () => {
    const bags = [
      { gross_g: "300460", tare_g: "31933", container: "crate", count: 16, reading: { gross: "662.4", unit: "lb" } },
    ];
    const { book, codes } = receive({ bags });
    expect(codes).toEqual([]);
    expect(kept(book)?.net_g).toBe(268_527n);
    expect(kept(book)?.bag_list).toEqual(bags);
  });
  it("is kept by a book that closed its accounts of that day: what happened is not changed by an office", () => {
    const book = collectingBook();
    expect(codesOf(book.speak("accounting-day.close", { until: "2026-11-14" }))).toEqual([]);
    expect(codesOf(book.speak("delivery.receive", sevenSacks, byTelephone(1)))).toEqual([]);
    expect(book.history.at(-1)?.follows.entries[0]?.happened).toBe("2026-11-14");
  });
});

describe("the receipt [acopio.receipt]", () => {
  const bySeat = { by: efrain.agent, through: { way: "seat", seat: efrain.seat, at: "2026-11-15T15:00:00Z" } } as const;
  it("is numbered by place when the book issues it, and names nobody", () => {
    const book = collectingBook();
    book.speak("delivery.receive", sevenSacks, bySeat);
    book.speak("delivery.receive", { ...sevenSacks, delivery: idOf("more") }, bySeat);
    book.speak("delivery.receive", { ...sevenSacks, delivery: idOf("elsewhere"), place: "point-1" }, bySeat);
    const papers = book.history.flatMap((one) => one.follows.papers);
    expect(papers.map((one) => `${one.kind} ${one.number}`)).toEqual([
      "receipt point-2-000001",
      "receipt point-2-000002",
      "receipt point-1-000001",
    ]);
    expect(kept(book)?.receipt).toBe("point-2-000001");
    expect(papers[0]?.about).toBe(sevenSacks.delivery);
    expect(JSON.parse(papers[0]?.content ?? "")).toMatchObject({
      form: "receipt/1",
      number: "point-2-000001",
      book: testBook,
      organisation: testSettings.name,
      agent: rosa.agent,
      attested: "book",
      gross: "412500",
      tare: "4900",
      net: "407600",
      bags: 7,
      scale: "B-03",
      clock: "07:42",
      plot: null,
      provisional: true,
    });
    expect(papers[0]?.content).not.toContain("Quispe");
  });
  it("keeps what a telephone printed, under its number, and says that the device attests it", () => {
    const shown = { net_g: "407600", value: "6494786", currency: "COP", net: "2940786", cash: "2940800" };
    const { follows } = receive({ receipt: "T3Q-2-004417", shown });
    expect(follows?.papers[0]).toMatchObject({ kind: "receipt-printed", number: "T3Q-2-004417" });
    expect(JSON.parse(follows?.papers[0]?.content ?? "")).toMatchObject({
      attested: "device",
      shown,
      provisional: false,
    });
  });
  it("stands as printed where the book finds another weight, and the difference is asked about", () => {
    const { book, codes, follows } = receive({ receipt: "T3Q-2-004417", shown: { net_g: "407500" } });
    expect(codes).toEqual(["delivery.shown-differs"]);
    expect(JSON.parse(follows?.papers[0]?.content ?? "").net).toBe("407500");
    expect(kept(book)?.net_g).toBe(407_600n);
    expect(stock(book)).toBe(407_600n);
  });
  it("of a pad or a file is its own paper: the book issues none", () => {
    const how = {
      by: efrain.agent,
      through: { way: "paper", seat: efrain.seat, paper: "pad 7", at: "2026-11-15T15:00:00Z" },
    } as const;
    const { codes, follows } = receive({ receipt: "0031" }, how as never);
    expect(codes).toEqual([]);
    expect(follows?.papers).toEqual([]);
  });
  it("number used before asks, and both papers are kept", () => {
    const book = collectingBook();
    book.speak("delivery.receive", { ...sevenSacks, receipt: "T3Q-1" }, byTelephone(1));
    const again = { ...sevenSacks, delivery: idOf("another"), receipt: "T3Q-1" };
    expect(codesOf(book.speak("delivery.receive", again, byTelephone(2)))).toEqual(["delivery.receipt-used"]);
    const numbers = book.history.flatMap((one) => one.follows.papers.map((paper) => paper.number));
    expect(numbers).toEqual(["T3Q-1", `T3Q-1/${idOf("another")}`]);
  });
});

describe("what is doubted is asked, and the hand-over is kept [acopio.questions]", () => {
  it.each([
    [
      "more tare than gross",
      { bags: [{ gross_g: "1000", tare_g: "2000", container: "tank", count: 1 }] },
      ["delivery.net-negative"],
    ],
    ["no weight at all", { bags: [] }, ["delivery.weight-missing"]],
    [
      "sacks of 600 kg",
      { bags: [{ gross_g: "600000", tare_g: "700", container: "sack", count: 1 }] },
      ["delivery.weight-implausible"],
    ],
    [
      "a scale read in an unknown unit",
      { bags: [{ ...sevenSacks.bags[0], reading: { gross: "4", unit: "tercio" } }] },
      ["delivery.scale-unit-unknown"],
    ],
    ["nobody the book knows", { member: idOf("a stranger") }, ["delivery.member-unknown"]],
    ["a neighbour who is no member", { member: testSettings.organisation }, ["delivery.not-a-member"]],
    ["a day to come", { on: "2026-11-20", scaleChecked: "2026-11-20" }, ["delivery.day-ahead"]],
    ["a day in no season", { on: "2026-08-30" }, ["delivery.season-closed"]],
    ["a product in no season", { product: "cocoa" }, ["delivery.season-closed"]],
    ["a scale not checked", { scaleChecked: null }, ["delivery.scale-unchecked"]],
    ["a scale checked the day before", { scaleChecked: "2026-11-13" }, ["delivery.scale-unchecked"]],
    [
      "moisture of 99 %",
      { measurements: [{ measure: "moisture", value: "99", unit: "percent" }] },
      ["delivery.measure-implausible"],
    ],
    [
      "a measure the scheme has not",
      { measurements: [{ measure: "cup-score", value: "84", unit: "point" }] },
      ["delivery.measure-not-in-scheme"],
    ],
    [
      "an unknown unit",
      { measurements: [{ measure: "sample-grams", value: "8", unit: "onza-vieja" }] },
      ["delivery.unit-unknown"],
    ],
    [
      "another unit than the scheme's",
      { measurements: [{ measure: "sample-grams", value: "8.8", unit: "oz" }] },
      ["delivery.unit-other"],
    ],
  ] as const)("%s", (_, says, codes) => {
    const outcome = receive(says);
    expect(outcome.codes).toEqual(codes);
    expect(kept(outcome.book)).not.toBeNull();
    expect(known(outcome.book, openQuestions([sevenSacks.delivery]))).toHaveLength(1);
  });
  it("posts nothing without weight, and what is certain all the same", () => {
    expect(receive({ bags: [{ gross_g: "1", tare_g: "2", container: "tank", count: 1 }] }).follows?.entries).toEqual(
      [],
    );
    expect(receive({ bags: [] }).follows?.entries).toEqual([]);
    expect(stock(receive({ member: idOf("a stranger") }).book)).toBe(407_600n);
    expect(receive({ product: "cocoa" }).follows?.entries[0]?.postings[0]?.owner).toBe(rosa.agent);
  });
  it("a unit that the organisation has defined is no unknown one", () => {
    const book = collectingBook();
    const unit = {
      unit: "onza-vieja",
      kind: "mass",
      factor: "28.75",
      source: "uso",
      from: "2026-01-01",
      reason: "uso",
    };
    book.speak("unit.define", unit);
    const measurements = [{ measure: "sample-grams", value: "8", unit: "onza-vieja" }];
    const answer = book.speak("delivery.receive", { ...sevenSacks, measurements }, byTelephone(1));
    expect(codesOf(answer)).toEqual(["delivery.unit-other"]);
  });
});

describe("a hand-over said twice [acopio.told-again]", () => {
  const twice = (other: object) => {
    const { book } = receive({});
    const codes = codesOf(book.speak("delivery.receive", { ...sevenSacks, ...other }, byTelephone(2)));
    const rows = book.history.flatMap((one) =>
      one.follows.records.filter((row) => row.record.table === deliveryRecord.table),
    );
    return { book, codes, rows: rows.length };
  };
  it("by the same act is known already", () => {
    const book = collectingBook();
    const how = { ...byTelephone(1), id: idOf("the hand-over's act") };
    book.speak("delivery.receive", sevenSacks, how);
    expect(book.speak("delivery.receive", sevenSacks, how).outcome).toBe("known already");
    expect(stock(book)).toBe(407_600n);
  });
  it("by another act, the same in all, is one hand-over", () => {
    const { book, codes, rows } = twice({});
    expect([codes, rows, stock(book), notes(book).length]).toEqual([[], 1, 407_600n, 0]);
  });
  it("with details that a paper does not carry, is one hand-over and they are noted", () => {
    const { book, codes, rows } = twice({ bags: [{ gross_g: "412500", tare_g: "4900", container: "sack", count: 7 }] });
    expect([codes, rows, stock(book)]).toEqual([[], 1, 407_600n]);
    expect(notes(book)[0]?.row).toMatchObject({ kind: "told-again", delivery: sevenSacks.delivery });
  });
  it("told otherwise, the first stays and the book asks", () => {
    const { book, codes, rows } = twice({ member: idOf("somebody else") });
    expect([codes, rows, stock(book)]).toEqual([["delivery.id-used"], 1, 407_600n]);
    expect(notes(book)[0]?.row).toMatchObject({ kind: "told-otherwise" });
  });
});

describe("voiding a hand-over [acopio.void]", () => {
  const said = { delivery: sevenSacks.delivery, reason: "weighed with the wrong tare", on: "2026-11-15" };
  it("posts the goods back on their own day, naming what it undoes; the hand-over stays visible", () => {
    const { book } = receive({});
    const position = book.history.at(-1)?.position;
    expect(codesOf(book.speak("delivery.void", { ...said, replacedBy: idOf("the new one") }))).toEqual([]);
    const entry = book.history.at(-1)?.follows.entries[0];
    expect(entry).toMatchObject({
      because: "delivery.voided",
      happened: "2026-11-14",
      reverses: { position, ordinal: 0 },
    });
    expect(entry?.postings.map((one) => one.amount)).toEqual([-407_600n, 407_600n]);
    expect([stock(book), delivered(book)]).toEqual([0n, 0n]);
    expect(kept(book)).not.toBeNull();
    expect(known(book, voidOf(sevenSacks.delivery))?.replaced_by).toBe(idOf("the new one"));
  });
  it("twice for the same reason is one void; for another it asks", () => {
    const { book } = receive({});
    book.speak("delivery.void", said);
    expect(book.speak("delivery.void", said).outcome).toBe("done");
    expect(codesOf(book.speak("delivery.void", { ...said, reason: "another" }))).toEqual(["delivery.void-twice"]);
    expect(stock(book)).toBe(0n);
  });
  it("of a hand-over that a statement has taken changes nothing and asks", () => {
    const { book } = receive({});
    book.page.change(settledChange(sevenSacks.delivery, 1n));
    expect(codesOf(book.speak("delivery.void", said))).toEqual(["delivery.void-after-settlement"]);
    expect(stock(book)).toBe(407_600n);
    expect(known(book, voidOf(sevenSacks.delivery))).toBeNull();
  });
  it("that comes before its hand-over waits for it: it is kept, does not count, and the book asks", () => {
    const book = collectingBook();
    expect(codesOf(book.speak("delivery.void", said))).toEqual(["delivery.void-unknown"]);
    expect(codesOf(book.speak("delivery.receive", sevenSacks, byTelephone(1)))).toEqual(["delivery.voided-before"]);
    expect(stock(book)).toBe(0n);
  });
  it("of a hand-over without weight has nothing to post back", () => {
    const { book } = receive({ bags: [] });
    expect(codesOf(book.speak("delivery.void", said))).toEqual([]);
    expect(book.history.at(-1)?.follows.entries).toEqual([]);
  });
});

describe("later results of a sample [acopio.grade]", () => {
  const result = {
    sampleResult: idOf("laboratory result 1"),
    delivery: sevenSacks.delivery,
    measurements: [{ measure: "moisture", value: "12.1", unit: "percent", instrument: "oven" }],
    on: "2026-11-15",
    laboratory: "Laboratorio central",
  };
  const graded = (book: TestBook) => {
    const found = known(book, gradedDelivery(sevenSacks.delivery));
    return found?.measurements.map((one) => `${one.measure} ${one.value}`);
  };
  it("stand in place of the readings at the scale; those stay visible", () => {
    const { book } = receive({});
    expect(codesOf(book.speak("delivery.grade", result))).toEqual([]);
    expect(graded(book)).toEqual(["moisture 12.1", "sample-grams 250", "sound-grams 188.2", "pasilla-grams 9.4"]);
    expect(kept(book)?.measurements).toEqual(sevenSacks.measurements);
  });
  it("told again are one result; told otherwise the first stays and the book asks", () => {
    const { book } = receive({});
    book.speak("delivery.grade", result);
    expect(book.speak("delivery.grade", result).outcome).toBe("done");
    const other = { ...result, measurements: [{ measure: "moisture", value: "14", unit: "percent" }] };
    expect(codesOf(book.speak("delivery.grade", other))).toEqual(["sample-result.id-used"]);
    expect(graded(book)?.[0]).toBe("moisture 12.1");
  });
  it("are doubted like readings at the scale, and kept", () => {
    const { book } = receive({});
    const measurements = [{ measure: "moisture", value: "0", unit: "percent" }];
    expect(codesOf(book.speak("delivery.grade", { ...result, measurements }))).toEqual([
      "delivery.measure-implausible",
    ]);
  });
  it("of an unknown hand-over, or of one settled before, ask", () => {
    expect(codesOf(collectingBook().speak("delivery.grade", result))).toEqual(["sample-result.delivery-unknown"]);
    const { book } = receive({});
    book.page.change(settledChange(sevenSacks.delivery, 1n));
    expect(codesOf(book.speak("delivery.grade", result))).toEqual(["sample-result.after-settlement"]);
  });
});

describe("an objection [acopio.object]", () => {
  const objecting = {
    objection: idOf("Rosa objects"),
    delivery: sevenSacks.delivery,
    against: "moisture",
    words: "En mi casa midió once y medio.",
    on: "2026-11-14",
  };
  it("is kept and asks whoever answers for quality; the question is about the hand-over", () => {
    const { book } = receive({});
    expect(codesOf(book.speak("delivery.object", objecting, byTelephone(2)))).toEqual(["delivery.objection"]);
    const [asked] = known(book, openQuestions([sevenSacks.delivery]));
    expect(asked).toMatchObject({ code: "delivery.objection", to_role: "technician" });
  });
  it("told again is one objection; told otherwise the book asks", () => {
    const { book } = receive({});
    book.speak("delivery.object", objecting, byTelephone(2));
    expect(book.speak("delivery.object", objecting, byTelephone(3)).outcome).toBe("done");
    const other = { ...objecting, against: "price" };
    expect(codesOf(book.speak("delivery.object", other, byTelephone(4)))).toEqual(["objection.id-used"]);
  });
  it("to a hand-over that nobody knows is kept too", () => {
    expect(codesOf(collectingBook().speak("delivery.object", objecting, byTelephone(1)))).toEqual([
      "delivery.objection",
      "objection.delivery-unknown",
    ]);
  });
});
