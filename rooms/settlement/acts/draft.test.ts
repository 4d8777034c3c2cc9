import { describe, expect, it } from "vitest";
import { codesOf, idOf } from "../../book/testing.ts";
import { cherryBook, cherrySeason, closed, draftOf, handOver, julian, reviewed, rosa, told } from "../testing.ts";

const codes = (book: ReturnType<typeof cherryBook>, kind: string, says: unknown) => codesOf(book.speak(kind, says));

describe("drafting a settlement [settlement.period]", () => {
  it("names hand-overs for statements; another act with the same heading adds more", () => {
    const book = cherryBook();
    handOver(book, "A", 100_300n);
    handOver(book, "B", 80_000n, julian.agent);
    told(book, "settlement.draft", draftOf("first", [rosa.agent, "A"]));
    told(book, "settlement.draft", draftOf("first", [julian.agent, "B"]));
    const follows = told(book, "settlement.review", { settlement: idOf("first"), seen: { statements: "2" } });
    expect(follows.records?.[0]?.row).toMatchObject({ stage: "reviewed", step: 2, totals: { deliveries: "2" } });
  });
  it("under the id of another settlement, or with another way of paying, is refused", () => {
    const book = cherryBook();
    handOver(book, "A", 100_300n);
    handOver(book, "B", 80_000n, julian.agent);
    told(book, "settlement.draft", draftOf("first", [rosa.agent, "A"]));
    const more = draftOf("first", [julian.agent, "B"]);
    for (const other of [{ title: "Diciembre" }, { paidIn: "transfer" }, { place: "point-2" }])
      expect(codes(book, "settlement.draft", { ...more, ...other })).toEqual(["settlement.id-used"]);
  });
  it("of a season that nobody opened is refused", () => {
    const said = { ...draftOf("first", [rosa.agent, "A"]), season: idOf("no season") };
    expect(codes(cherryBook(), "settlement.draft", said)).toEqual(["settlement.season-unknown"]);
  });
  it("refuses what cannot be settled, with each hand-over's place and reason at once", () => {
    const book = cherryBook();
    handOver(book, "settled", 50_000n);
    closed(book, "before", [rosa.agent, "settled"]);
    handOver(book, "Julián's", 50_000n, julian.agent);
    handOver(book, "voided", 50_000n);
    told(book, "delivery.void", { delivery: idOf("voided"), reason: "tare", on: "2026-11-15" });
    const product = { delivery: idOf("plantain"), product: "plantain", on: "2026-11-14", member: rosa.agent };
    const bag = { gross_g: "9000", tare_g: "0", container: "box", count: 1 };
    const checked = { scale: "B-03", scaleChecked: "2026-11-14", measurements: [] };
    book.speak("delivery.receive", { ...product, place: "point-2", bags: [bag], ...checked });
    handOver(book, "good", 50_000n);
    const names = ["settled", "Julián's", "voided", "plantain", "nobody's", "good", "good"] as const;
    const answer = book.speak("settlement.draft", draftOf("first", [rosa.agent, ...names]));
    expect(codesOf(answer)).toEqual([
      "settlement.delivery-settled",
      "settlement.delivery-of-another",
      "settlement.delivery-voided",
      "settlement.delivery-other-product",
      "settlement.delivery-unknown",
      "settlement.delivery-twice",
    ]);
    expect(answer).toMatchObject({
      folded: { outcome: { refusals: [{ field: "statements.0.deliveries.0" }, {}, {}, {}, {}, {}] } },
    });
  });
  it("of a hand-over that came in under another season is refused: its terms were others", () => {
    const book = cherryBook();
    handOver(book, "A", 100_300n);
    const agreement = idOf("second season");
    const policy = { ...cherrySeason.policy, season: "2026-late", from: "2026-11-15" };
    told(book, "season.open", { agreement, policy });
    const said = { ...draftOf("first", [rosa.agent, "A"]), season: agreement };
    expect(codes(book, "settlement.draft", said)).toEqual(["settlement.delivery-other-season"]);
  });
  it("refuses two statements of one person, a statement's id used twice, and one used before", () => {
    const book = cherryBook();
    for (const name of ["A", "B", "C"]) handOver(book, name, 50_000n);
    handOver(book, "D", 50_000n, julian.agent);
    const two = draftOf("first", [rosa.agent, "A"], [rosa.agent, "B"]);
    expect(codes(book, "settlement.draft", two)).toEqual(["settlement.statement-used", "settlement.agent-twice"]);
    const [one, other] = draftOf("first", [rosa.agent, "A"], [julian.agent, "D"]).statements;
    const sameId = [one, { ...other, statement: one?.statement }];
    const heading = draftOf("first");
    expect(codes(book, "settlement.draft", { ...heading, statements: sameId })).toEqual(["settlement.statement-used"]);
    told(book, "settlement.draft", draftOf("first", [rosa.agent, "A"]));
    const again = { ...draftOf("second", [julian.agent, "D"]) };
    const used = { ...again, statements: [{ ...again.statements[0], statement: one?.statement }] };
    expect(codes(book, "settlement.draft", used)).toEqual(["settlement.statement-used"]);
    const added = { ...heading, statements: [{ statement: idOf("more"), agent: rosa.agent, deliveries: [idOf("C")] }] };
    expect(codes(book, "settlement.draft", added)).toEqual(["settlement.agent-twice"]);
  });
  it("adds nothing once it was reviewed", () => {
    const book = cherryBook();
    handOver(book, "A", 50_000n);
    handOver(book, "B", 50_000n, julian.agent);
    reviewed(book, "first", [rosa.agent, "A"]);
    const more = draftOf("first", [julian.agent, "B"]);
    expect(codes(book, "settlement.draft", more)).toEqual(["settlement.not-a-draft"]);
  });
});

describe("dropping a settlement", () => {
  it("frees its hand-overs, drafted or reviewed; it is not taken up again", () => {
    const book = cherryBook();
    handOver(book, "A", 50_000n);
    reviewed(book, "first", [rosa.agent, "A"]);
    told(book, "settlement.drop", { settlement: idOf("first") });
    for (const kind of ["review", "close", "drop"])
      expect(codes(book, `settlement.${kind}`, { settlement: idOf("first") })).toHaveLength(1);
    closed(book, "second", [rosa.agent, "A"]);
  });
  it("is refused when it is closed, or when there is none", () => {
    const book = cherryBook();
    handOver(book, "A", 50_000n);
    closed(book, "first", [rosa.agent, "A"]);
    expect(codes(book, "settlement.drop", { settlement: idOf("first") })).toEqual(["settlement.not-open"]);
    expect(codes(book, "settlement.drop", { settlement: idOf("none") })).toEqual(["settlement.unknown"]);
  });
});
