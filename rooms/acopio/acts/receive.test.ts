import { describe, expect, it } from "vitest";
import { coffeeSeason } from "../../agreements/testing.ts";
import { openQuestions } from "../../book/needs.ts";
import { byTelephone, codesOf, idOf, testSettings } from "../../book/testing.ts";
import { rosa } from "../../people/testing.ts";
import { delivery as deliveryRecord } from "../records.ts";
import { collectingBook, delivered, kept, known, notes, receive, sevenSacks, stock } from "../testing.ts";

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
