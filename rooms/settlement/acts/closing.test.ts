import { describe, expect, it } from "vitest";
import { codesOf, idOf, type TestBook, testSettings } from "../../book/testing.ts";
import { advanceOwed, creditState } from "../../finance/needs.ts";
import { erasureHold } from "../../people/needs.ts";
import {
  advanceOf,
  cherryBook,
  cherrySeason,
  closed,
  creditOf,
  deductionsIn,
  draftOf,
  handOver,
  known,
  rosa,
  statementOf,
  sumOf,
  told,
} from "../testing.ts";

const first = { settlement: idOf("first") };
const review = (book: TestBook) => codesOf(book.speak("settlement.review", first));
const close = (book: TestBook) => codesOf(book.speak("settlement.close", first));

/** Rosa's 100.3 kg at 8,055 (807,917 pesos), named in the settlement "first". */
function drafted(policy: object = {}): TestBook {
  const book = cherryBook(policy);
  handOver(book, "A", 100_300n);
  told(book, "settlement.draft", draftOf("first", [rosa.agent, "A"]));
  return book;
}

describe("what a closing collects [settlement.credit]", () => {
  it("advances oldest first, then credits, as far as 30 % is left to live on", () => {
    const book = drafted();
    for (const [name, amount] of [
      ["one", "150000"],
      ["two", "250000"],
    ] as const)
      advanceOf(book, name, amount);
    for (const [name, amount] of [
      ["abono", "100000"],
      ["cal", "200000"],
    ] as const)
      creditOf(book, name, amount);
    review(book);
    close(book);
    const owed = ["one", "two"].map((name) => known(book, advanceOwed(idOf(name))));
    const lent = ["abono", "cal"].map((name) => known(book, creditState(idOf(name))).principal);
    // 557,463 may be taken: 400,000 of advances, 100,000 of the first credit and 57,463 of the second.
    expect([owed, lent]).toEqual([
      [0n, 0n],
      [0n, 142_537n],
    ]);
    expect(sumOf(book, "credit-principal", rosa.agent)).toBe(142_537n);
    expect(sumOf(book, "owed-to-producers", rosa.agent)).toBe(-242_375n);
  });
  it("capital no further than the year's limit, over two settlements; the next year begins anew", () => {
    const book = drafted();
    review(book);
    close(book);
    handOver(book, "B", 50_000n);
    closed(book, "second", [rosa.agent, "B"]);
    expect(deductionsIn(book)).toEqual([["capital", "1921", "capital-year"]]);
    handOver(book, "C", 50_000n);
    const newYear = { received: "2027-01-02T15:00:00.000Z" };
    told(book, "settlement.draft", draftOf("third", [rosa.agent, "C"]), newYear);
    told(book, "settlement.review", { settlement: idOf("third") }, newYear);
    const follows = told(book, "settlement.close", { settlement: idOf("third") }, newYear);
    expect(deductionsIn(book)).toEqual([["capital", "4028", null]]);
    expect(follows.papers?.map((one) => one.number)).toEqual(["L-2027-000001"]);
  });
  it("all there is, where nothing protects it: a net of nothing is owed to nobody, and nothing is held or paid", () => {
    const deductions = { ...cherrySeason.policy.deductions, caps: [] };
    const book = drafted({ deductions });
    advanceOf(book, "one", "900000");
    review(book);
    close(book);
    expect(sumOf(book, "owed-to-producers")).toBe(0n);
    expect(known(book, advanceOwed(idOf("one")))).toBe(100_162n);
    expect(known(book, erasureHold(rosa.agent))).toBe(1n); // The rest of the advance.
    const paid = told(book, "settlement.pay", { ...first, paidIn: "cash", on: "2026-11-15" });
    expect([paid.entries, paid.records?.map((one) => one.row.stage)]).toEqual([[], ["paid"]]);
  });
});

describe("what a closing leaves [settlement.statement-paper]", () => {
  it("consigned goods become the organisation's", () => {
    const book = drafted({ title: "on-settlement" });
    review(book);
    const [, passed] = told(book, "settlement.close", first).entries ?? [];
    expect(passed?.postings.map((line) => [line.amount, line.owner])).toEqual([
      [-100_300n, rosa.agent],
      [100_300n, null],
    ]);
  });
  it("what is worth nothing has its statement and posts nothing", () => {
    const book = cherryBook();
    const empty = {
      delivery: idOf("no weight"),
      member: rosa.agent,
      product: "coffee-cherry",
      bags: [],
      measurements: [],
    };
    const scale = { scale: "B-03", scaleChecked: "2026-11-14" };
    book.speak("delivery.receive", { ...empty, ...scale, place: "point-2", on: "2026-11-14" });
    const position = `${book.history.at(-1)?.position}`;
    told(book, "question.answer", { position, ordinal: 0, answer: "stands" });
    closed(book, "first", [rosa.agent, "no weight"]);
    const follows = book.history.at(-1)?.follows;
    expect([follows?.entries, follows?.papers.map((one) => one.number)]).toEqual([[], ["L-2026-000001"]]);
  });
  it("a member who left is paid for what they brought, without a number", () => {
    const book = drafted();
    told(book, "tie.end", { tie: rosa.tie, until: "2026-11-14", reason: "moved" });
    review(book);
    const [paper] = told(book, "settlement.close", first).papers ?? [];
    expect(JSON.parse(paper?.content ?? "{}")).toMatchObject({
      organisation: testSettings.name,
      agent: { id: rosa.agent, memberNumber: null },
    });
    expect(paper?.about).toBe(statementOf("first"));
  });
});
