import { describe, expect, it } from "vitest";
import { codesOf, idOf, type TestBook, today } from "../../book/testing.ts";
import { erasureHold } from "../../people/needs.ts";
import {
  advanceOf,
  cherryBook,
  cherrySeason,
  closed,
  draftOf,
  handOver,
  julian,
  known,
  paymentOf,
  rosa,
  sumOf,
  told,
} from "../testing.ts";

/** The slip of Rosa's 100.3 kg: 799,838, in coins 799,850. */
const slip = {
  settlement: idOf("spot"),
  statement: idOf("spot statement"),
  payment: idOf("spot payment"),
  season: cherrySeason.agreement,
  agent: rosa.agent,
  delivery: idOf("A"),
  paid: "799850",
  shownNet: "799838",
  currency: "COP",
  place: "point-2",
  on: today,
};
const spot = (book: TestBook, says: object = {}) => codesOf(book.speak("settlement.on-the-spot", { ...slip, ...says }));
const received = () => {
  const book = cherryBook();
  handOver(book, "A", 100_300n);
  return book;
};
const asked = (because: string) => ({ questions: [{ facts: { because } }, {}] });

describe("paid on the spot [settlement.on-the-spot]", () => {
  it("is one closed statement, paid: nothing is owed and nobody is held", () => {
    const book = received();
    expect(spot(book)).toEqual([]);
    expect([sumOf(book, "owed-to-producers"), sumOf(book, "cash"), sumOf(book, "rounding")]).toEqual([
      0n,
      -799_850n,
      12n,
    ]);
    expect(known(book, erasureHold(rosa.agent))).toBe(0n);
    const name = { ...draftOf("later", [rosa.agent, "A"]) };
    expect(codesOf(book.speak("settlement.draft", name))).toEqual(["settlement.delivery-settled"]);
    expect(codesOf(book.speak("settlement.drop", { settlement: slip.settlement }))).toEqual(["settlement.not-open"]);
  });
  it("with another amount than the book's: both stand, and the manager is asked", () => {
    const book = received();
    expect(spot(book, { paid: "799800" })).toEqual(["settlement.shown-differs"]);
    expect([sumOf(book, "owed-to-producers"), known(book, erasureHold(rosa.agent))]).toEqual([-38n, 1n]);
    const more = received();
    expect(spot(more, { paid: "900000" })).toEqual(["payment.more-than-owed", "settlement.shown-differs"]);
    expect(sumOf(more, "owed-to-producers")).toBe(100_162n);
  });
  it("without having seen an advance that is owed: the advance is collected, and what was paid too much is owed back", () => {
    const book = received();
    advanceOf(book, "one", "50000");
    expect(spot(book)).toEqual(["payment.more-than-owed", "settlement.shown-differs"]);
    expect([sumOf(book, "advances"), sumOf(book, "owed-to-producers", rosa.agent)]).toEqual([0n, 50_012n]);
  });
  it("while a question about the hand-over waits says so", () => {
    const book = received();
    book.speak("delivery.object", { objection: idOf("o"), delivery: idOf("A"), against: "weight", on: today });
    expect(spot(book)).toEqual(["settlement.paid-in-doubt"]);
  });
  it("is booked on the first open day when the accounts of its day are closed", () => {
    const book = received();
    told(book, "accounting-day.close", { until: "2026-11-14" });
    const answer = book.speak("settlement.on-the-spot", { ...slip, on: "2026-11-14" });
    const [paper] = "folded" in answer ? answer.folded.follows.papers : [];
    const days = { happened: "2026-11-14", booked: "2026-11-15", issued: "2026-11-15" };
    expect(JSON.parse(paper?.content ?? "{}").days).toEqual(days);
  });
});

describe("paid on the spot where no statement can be made: the cash left, and its meaning is open", () => {
  it.each([
    ["settlement.season-unknown", { season: idOf("none") }],
    ["settlement.delivery-unknown", { delivery: idOf("none") }],
    ["settlement.delivery-of-another", { agent: julian.agent }],
    ["settlement.other-currency", { currency: "PEN" }],
  ])("%s", (because, says) => {
    const book = received();
    expect(spot(book, says)).toEqual(["settlement.spot-not-computed", "payment.statement-unknown"]);
    expect(book.history.at(-1)?.outcome).toMatchObject(asked(because));
    expect([sumOf(book, "unresolved"), sumOf(book, "cash"), sumOf(book, "purchases")]).toEqual([
      799_850n,
      -799_850n,
      0n,
    ]);
    expect(spot(book, says)).toEqual(["payment.id-used"]);
    expect(sumOf(book, "unresolved")).toBe(799_850n);
  });
  it("of a hand-over that another statement has taken", () => {
    const book = received();
    closed(book, "first", [rosa.agent, "A"]);
    expect(spot(book)).toEqual(["settlement.spot-not-computed", "payment.statement-unknown"]);
    expect(book.history.at(-1)?.outcome).toMatchObject(asked("settlement.delivery-settled"));
  });
  it("keeps the hand-over from being closed by period until somebody says what the cash was for", () => {
    const book = received();
    spot(book, { currency: "PEN" });
    told(book, "settlement.draft", draftOf("first", [rosa.agent, "A"]));
    told(book, "settlement.review", { settlement: idOf("first") });
    expect(codesOf(book.speak("settlement.close", { settlement: idOf("first") }))).toEqual([
      "settlement.questions-open",
    ]);
  });
});

describe("a slip under ids that are used [settlement.on-the-spot]", () => {
  it("of a statement or a settlement: nothing is written, and the manager is asked", () => {
    const book = received();
    spot(book);
    expect(spot(book)).toEqual(["settlement.statement-used"]);
    expect(spot(book, { statement: idOf("other") })).toEqual(["settlement.statement-used"]);
    expect(spot(book, { settlement: idOf("other") })).toEqual(["settlement.statement-used"]);
    expect(sumOf(book, "cash")).toBe(-799_850n);
  });
  it("of a payment: the treasurer is asked", () => {
    const book = received();
    handOver(book, "B", 10_000n, julian.agent);
    closed(book, "first", [julian.agent, "B"]);
    const paid = paymentOf("first", "79750", "used", julian.agent);
    told(book, "payment.make", paid);
    expect(spot(book, { payment: paid.payment })).toEqual(["payment.id-used"]);
    expect(sumOf(book, "cash")).toBe(-79_750n);
  });
});
