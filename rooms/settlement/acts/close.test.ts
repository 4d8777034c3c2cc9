import { describe, expect, it } from "vitest";
import { codesOf, idOf, type TestBook, testSettings } from "../../book/testing.ts";
import { erasureHold } from "../../people/needs.ts";
import {
  advanceOf,
  cherryBook,
  cherryPlan,
  cherrySeason,
  creditOf,
  deductionsIn,
  draftOf,
  handOver,
  julian,
  known,
  reviewed,
  rosa,
  sumOf,
  told,
} from "../testing.ts";

const first = { settlement: idOf("first") };
const review = (book: TestBook, says: object = first) => codesOf(book.speak("settlement.review", says));
const close = (book: TestBook, says: object = first) => codesOf(book.speak("settlement.close", says));
const price = (book: TestBook, value: string) =>
  codesOf(book.speak("prices.record", { series: "cereza", points: [{ period: "2026-11-14", value }] }));

/** Rosa's 100.3 kg at 8,055 (807,917 pesos), named in the settlement "first". */
function drafted(policy: object = {}): TestBook {
  const book = cherryBook(policy);
  handOver(book, "A", 100_300n);
  told(book, "settlement.draft", draftOf("first", [rosa.agent, "A"]));
  return book;
}

/** Answers every question about a document. */
function answerAll(book: TestBook): void {
  for (const { position, follows } of [...book.history])
    for (const ordinal of follows.questions.keys())
      book.speak("question.answer", { position: `${position}`, ordinal, answer: "stands" });
}

describe("reviewing a settlement [settlement.period]", () => {
  it("keeps the totals; those that the reviewer saw must be the book's", () => {
    const book = drafted();
    const seen = { statements: "1", deliveries: "1", value: "807917", deducted: "8079", net: "799838", paid: "799850" };
    for (const [name, wrong] of Object.entries({ value: "807916", net: "799839", paid: "799838" }))
      expect(review(book, { ...first, seen: { ...seen, [name]: wrong } })).toEqual(["settlement.totals-differ"]);
    expect(told(book, "settlement.review", { ...first, seen }).records?.[0]?.row).toMatchObject({ totals: seen });
  });
  it("is refused when there is no such settlement, or it is closed", () => {
    const book = drafted();
    expect(review(book, { settlement: idOf("none") })).toEqual(["settlement.unknown"]);
    review(book);
    close(book);
    expect(review(book)).toEqual(["settlement.not-a-draft"]);
  });
  it("is refused when a hand-over was voided since it was drafted, or has no price", () => {
    const book = drafted();
    told(book, "delivery.void", { delivery: idOf("A"), reason: "tare", on: "2026-11-15" });
    expect(review(book)).toEqual(["settlement.delivery-voided"]);
    const unpriced = cherryBook();
    const plan = { plan: cherrySeason.policy.pricePlan, body: { ...cherryPlan, steps: stepsOf("otra") } };
    told(unpriced, "price-plan.publish", { ...plan, from: "2026-09-01", reason: "asamblea" });
    handOver(unpriced, "A", 100_300n);
    told(unpriced, "settlement.draft", draftOf("first", [rosa.agent, "A"]));
    expect(review(unpriced)).toEqual(["valuation.price-missing"]);
  });
  it("is refused when no plan was in force on the hand-over's day", () => {
    const late = { plan: idOf("late plan"), body: { ...cherryPlan, code: "tarde" }, from: "2026-11-15" };
    const book = cherryBook();
    told(book, "price-plan.publish", late);
    const policy = { ...cherrySeason.policy, pricePlan: late.plan };
    const change = { agreement: cherrySeason.agreement, policy, from: "2026-11-15" };
    told(book, "season.change", change);
    handOver(book, "A", 100_300n);
    told(book, "settlement.draft", draftOf("first", [rosa.agent, "A"]));
    expect(review(book)).toEqual(["settlement.plan-missing"]);
  });
  it("is refused when the book does not say how the plan's currency is rounded", () => {
    const book = drafted();
    const [, soles] = testSettings.currencies;
    told(book, "book.settings", { settings: { ...testSettings, currencies: [soles] } });
    expect(review(book)).toEqual(["settlement.no-grain"]);
  });
});

const stepsOf = (series: string) => cherryPlan.steps.map((step) => ("series" in step ? { ...step, series } : step));

describe("closing a settlement [settlement.period]", () => {
  it("posts one entry for each statement, issues papers in order and owes the net", () => {
    const book = cherryBook();
    handOver(book, "A", 100_300n);
    handOver(book, "B", 50_000n, julian.agent);
    reviewed(book, "first", [rosa.agent, "A"], [julian.agent, "B"]);
    const follows = told(book, "settlement.close", first);
    expect(follows.papers?.map((one) => one.number)).toEqual(["L-2026-000001", "L-2026-000002"]);
    expect(follows.entries?.map((one) => one.postings.map((line) => [line.account, line.amount]))).toEqual([
      [
        ["purchases", 807_917n],
        ["share-capital", -8_079n],
        ["owed-to-producers", -799_838n],
      ],
      [
        ["purchases", 402_750n],
        ["share-capital", -4_028n],
        ["owed-to-producers", -398_722n],
      ],
    ]);
    expect(known(book, erasureHold(rosa.agent))).toBe(1n);
  });
  it("waits for a review, and for an answer to every question about its hand-overs", () => {
    const book = drafted();
    expect(close(book)).toEqual(["settlement.not-reviewed"]);
    review(book);
    book.speak("delivery.object", { objection: idOf("o"), delivery: idOf("A"), against: "weight", on: "2026-11-15" });
    expect(close(book)).toEqual(["settlement.questions-open"]);
    answerAll(book);
    expect(close(book)).toEqual([]);
    expect(close(book)).toEqual(["settlement.not-reviewed"]);
    expect(close(book, { settlement: idOf("none") })).toEqual(["settlement.unknown"]);
  });
  it("at a price that changed since the review waits for its question, then for another review", () => {
    const book = drafted();
    review(book);
    expect(price(book, "8100")).toEqual(["price.changed"]);
    expect(close(book)).toEqual(["settlement.questions-open"]);
    answerAll(book);
    expect(close(book)).toEqual(["settlement.totals-differ"]);
    expect(review(book, { ...first, seen: { value: "812430" } })).toEqual([]);
    expect(close(book)).toEqual([]);
  });
  it("is refused when totals agree and a line has changed: an advance took the place of a credit", () => {
    const book = drafted();
    creditOf(book, "abono", "600000");
    review(book);
    advanceOf(book, "cosecha", "100000");
    expect(close(book)).toEqual(["settlement.figures-differ"]);
    expect(review(book)).toEqual([]);
    expect(close(book)).toEqual([]);
    expect(deductionsIn(book)).toEqual([
      ["capital", "8079", null],
      ["advance", "100000", null],
      ["credit", "457463", "to-live-on"],
    ]);
  });
  it("of two settlements that name the same hand-over, the second is refused", () => {
    const book = drafted();
    reviewed(book, "second", [rosa.agent, "A"]);
    review(book);
    expect(close(book, { settlement: idOf("second") })).toEqual([]);
    expect(close(book)).toEqual(["settlement.delivery-settled"]);
    expect(sumOf(book, "purchases")).toBe(807_917n);
  });
  it("is refused when a hand-over was voided since the review", () => {
    const book = drafted();
    review(book);
    told(book, "delivery.void", { delivery: idOf("A"), reason: "tare", on: "2026-11-15" });
    expect(close(book)).toEqual(["settlement.delivery-voided"]);
  });
  it("under deductions that changed since the review waits for another review", () => {
    const book = drafted();
    review(book);
    const policy = { ...cherrySeason.policy, deductions: null };
    told(book, "season.change", { agreement: cherrySeason.agreement, policy, from: "2026-11-15" });
    expect(close(book)).toEqual(["settlement.totals-differ"]);
  });
});
