import { describe, expect, it } from "vitest";
import { coffeePlan, coffeeScheme, coffeeSeason } from "../../agreements/testing.ts";
import { byTelephone, codesOf, idOf, type TestBook, testSettings } from "../../book/testing.ts";
import { acts as marketActs } from "../../market/index.ts";
import { rosa } from "../../people/testing.ts";
import { collectingBook, kept, sevenSacks, stock } from "../testing.ts";

/** What the telephone prints of the seven sacks: worked example 1, 404.82 kg at 16,043.64 is COP 6,494,786. */
const printed = {
  currency: "COP",
  paid_g: "404820",
  plan: { code: "cafe-pergamino-2026", plan: coffeePlan.plan, version: 1 },
  unitPrice: "16043.64",
  value: "6494786",
  who: rosa.number,
};
const fetched = "2026-11-10T08:00:00Z";
const relied = (id: string, version: number) => ({ id, version, fetched });

/** A book that knows the reference price of the hand-over's day. */
function priced(): TestBook {
  const book = collectingBook(...marketActs);
  const series = { title: "Precio base", currency: "COP", per: "carga de 125 kg", period: "day", source: "Federación" };
  book.speak("price-series.open", { series: "fnc-pergamino", ...series });
  book.speak("prices.record", {
    series: "fnc-pergamino",
    points: ["2026-11-13", "2026-11-14"].map((period) => ({ period, value: "2005000" })),
  });
  return book;
}

function asked(shown: object, how: { relied?: readonly object[]; book?: TestBook; says?: object } = {}) {
  const book = how.book ?? priced();
  const says = { ...sevenSacks, ...how.says, shown };
  book.speak("delivery.receive", says, { ...byTelephone(1), relied: how.relied ?? [] });
  return { book, questions: book.history.at(-1)?.follows.questions ?? [] };
}
const codes = (found: ReturnType<typeof asked>) => found.questions.map(({ code }) => code);

describe("what was shown at the scale against what the book finds [acopio.shown]", () => {
  it("the same is no question", () => {
    expect(codes(asked(printed))).toEqual([]);
  });
  it.each([
    [
      "another weight to pay",
      { paid_g: "404830" },
      "delivery.paid-weight-differs",
      { shown: "404.83", found: "404.82" },
    ],
    [
      "another price of a kilo",
      { unitPrice: "16100" },
      "delivery.price-differs",
      { shown: "16100", found: "16043.64" },
    ],
    ["another value", { value: "6494700" }, "delivery.value-differs", { shown: "6494700", found: "6494786" }],
    ["the number of somebody else", { who: "13" }, "delivery.number-differs", { shown: "13", found: "31" }],
  ])("%s is asked with both, and the hand-over stands", (_, other, code, facts) => {
    const { book, questions } = asked({ ...printed, ...other });
    expect(questions).toEqual([expect.objectContaining({ code, to: "manager", about: sevenSacks.delivery })]);
    expect(questions[0]?.facts).toMatchObject(facts);
    expect(stock(book)).toBe(407_600n);
    expect(kept(book)?.shown).toMatchObject(other);
  });
  it("a price with fewer decimals on the paper may be rounded", () => {
    expect(codes(asked({ ...printed, unitPrice: "16043.6" }))).toEqual([]);
    expect(codes(asked({ ...printed, unitPrice: "16043.640" }))).toEqual([]);
    expect(codes(asked({ ...printed, unitPrice: "16043.8" }))).toEqual(["delivery.price-differs"]);
  });
  it("what cannot be computed yet is provisional and no question: no sample was taken, no price is published", () => {
    const [moisture] = sevenSacks.measurements;
    expect(codes(asked({ ...printed, value: "1" }, { says: { measurements: [moisture] } }))).toEqual([]);
    expect(codes(asked({ ...printed, value: "1" }, { book: collectingBook(...marketActs) }))).toEqual([]);
  });
});

describe("terms of another day [acopio.stale]", () => {
  /** On 12 November the pasilla goes from 6,000 to 7,000; the telephone was last filled on the 10th. */
  function withNewPrice(): TestBook {
    const book = priced();
    const steps = coffeePlan.body.steps.map((step) =>
      "pasillaPrice" in step ? { ...step, pasillaPrice: "7000" } : step,
    );
    const answer = book.speak("price-plan.publish", {
      plan: coffeePlan.plan,
      body: { ...coffeePlan.body, steps },
      from: "2026-11-12",
      reason: "assembly",
    });
    expect(codesOf(answer)).toEqual([]);
    return book;
  }
  it("an old price on the paper stands, and both versions are asked about, with both values", () => {
    const { book, questions } = asked(printed, { book: withNewPrice(), relied: [relied(coffeePlan.plan, 1)] });
    expect(questions.map(({ code }) => code)).toEqual([
      "delivery.stale-terms",
      "delivery.price-differs",
      "delivery.value-differs",
    ]);
    expect(questions[0]?.facts).toEqual({
      plan: "cafe-pergamino-2026",
      planInForce: "cafe-pergamino-2026",
      relied: 1,
      inForce: 2,
      day: "2026-11-14",
    });
    expect(questions[2]?.facts).toMatchObject({ shown: "6494786" });
    expect(kept(book)?.shown).toMatchObject({ value: "6494786", unitPrice: "16043.64" });
  });
  it("the price of the event's own day is no old one, however late it comes", () => {
    expect(
      codes(asked(printed, { book: withNewPrice(), says: { on: "2026-11-11", scaleChecked: "2026-11-11" } })),
    ).toEqual([]);
  });
  it("is found by what was relied on, where nothing was printed", () => {
    const { questions } = asked({}, { book: withNewPrice(), relied: [relied(coffeePlan.plan, 1)] });
    expect(questions.map(({ code }) => code)).toEqual(["delivery.stale-terms"]);
  });
  it("a paper by a plan that the season does not have names both", () => {
    const other = { code: "old-list", plan: idOf("another plan"), version: 3 };
    const [question] = asked({ ...printed, plan: other }).questions;
    expect(question).toMatchObject({
      code: "delivery.stale-terms",
      facts: { plan: "old-list", relied: 3, planInForce: "cafe-pergamino-2026", inForce: 1 },
    });
  });
  it("an older grading table and an older policy of the season are asked about too", () => {
    const all = [relied(coffeePlan.plan, 1), relied(coffeeScheme.scheme, 7), relied(coffeeSeason.agreement, 4)];
    const { questions } = asked(printed, { relied: all });
    expect(questions.map(({ code, facts }) => [code, facts.relied, facts.inForce])).toEqual([
      ["delivery.stale-scheme", 7, 1],
      ["delivery.stale-season", 4, 1],
    ]);
  });
});

describe("who, and which day [acopio.questions]", () => {
  it("who left is told apart from who never was a member", () => {
    const book = collectingBook();
    book.speak("tie.end", { tie: rosa.tie, until: "2026-10-31" });
    book.speak("delivery.receive", { ...sevenSacks, shown: { who: "31" } }, byTelephone(1));
    const [question, ...others] = book.history.at(-1)?.follows.questions ?? [];
    expect(others).toEqual([]);
    expect(question).toMatchObject({
      code: "delivery.member-left",
      facts: { member: rosa.agent, left: "2026-10-31", day: "2026-11-14" },
    });
    const stranger = book.speak("delivery.receive", {
      ...sevenSacks,
      delivery: idOf("another hand-over"),
      member: testSettings.organisation,
    });
    expect(codesOf(stranger)).toEqual(["delivery.not-a-member"]);
  });
  it.each([
    [
      "1970",
      "1970-01-03T12:00:00Z",
      "1970-01-03",
      ["delivery.not-a-member", "delivery.season-closed", "delivery.day-doubted", "clock.doubted"],
    ],
    [
      "2100",
      "2100-02-01T12:00:00Z",
      "2100-02-01",
      ["delivery.day-ahead", "delivery.season-closed", "delivery.day-doubted", "clock.doubted"],
    ],
  ])("a clock of %s is doubted visibly, the rules of that day apply, and nothing is lost", (_, at, on, expected) => {
    const book = collectingBook();
    const answer = book.speak("delivery.receive", { ...sevenSacks, on, scaleChecked: on }, byTelephone(9, at));
    expect(codesOf(answer)).toEqual(expected);
    expect(kept(book)).toMatchObject({ happened: on, season: null, net_g: 407_600n });
    expect(stock(book)).toBe(407_600n);
  });
  it("where act and hand-over have one id, the doubted clock is asked once", () => {
    const book = collectingBook();
    const how = { ...byTelephone(9, "1970-01-03T12:00:00Z"), id: sevenSacks.delivery };
    const answer = book.speak("delivery.receive", sevenSacks, how);
    expect(codesOf(answer)).toEqual(["clock.doubted"]);
    expect(book.history.at(-1)?.follows.questions[0]?.about).toBe(sevenSacks.delivery);
  });
  it("keeps the photographs it names before the files are here [acopio.photos]", () => {
    const book = collectingBook();
    const photos = ["a".repeat(64), "b".repeat(64)];
    expect(codesOf(book.speak("delivery.receive", { ...sevenSacks, photos }, byTelephone(1)))).toEqual([]);
    expect(kept(book)?.photos).toEqual(photos);
  });
});
