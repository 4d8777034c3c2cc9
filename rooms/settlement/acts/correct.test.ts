import { describe, expect, it } from "vitest";
import { codesOf, idOf } from "../../book/testing.ts";
import { closeWith, correct, draftWith, papersOf, settledBook } from "../correction-testing.ts";
import { explainedForm, readExplained } from "../rules/explained-file.ts";
import { type ExplainedStatement, recompute } from "../rules/recompute.ts";
import {
  advanceOf,
  cherryBook,
  cherryDeductions,
  cherryPlan,
  cherrySeason,
  handOver,
  julian,
  rosa,
  sumOf,
  told,
} from "../testing.ts";

/** Money of an account as postings, in pesos. */
const sums = (book: Parameters<typeof sumOf>[0]) =>
  Object.fromEntries(
    ["purchases", "share-capital", "advances", "owed-to-producers"].map((one) => [one, sumOf(book, one, rosa.agent)]),
  );

describe("correcting a closed statement [settlement.correct]", () => {
  it("a hand-over that did not count takes its value and its share capital back; what cannot be paid back is owed as an advance", () => {
    const book = settledBook(cherryBook());
    // 150 kg at 8,055: 1,208,250; capital 1 % = 12,083, held to 10,000 by the year.
    expect(sums(book)).toMatchObject({ purchases: 1_208_250n, "share-capital": -10_000n });
    expect(codesOf(correct(book, "c", "A", "voided"))).toEqual([]);
    const follows = closeWith(book, "second", [], ["c"]);
    const [, paper] = papersOf(book);
    expect(paper?.deliveries).toEqual([]);
    expect(paper?.corrections).toMatchObject({
      value: "-805500",
      deducted: "-5972",
      net: "-799528",
      paid: "0",
      owed: { amount: "799528" },
    });
    expect(paper?.corrections?.of[0]).toMatchObject({
      number: "L-2026-000001",
      value: { before: "1208250", after: "402750", difference: "-805500" },
      lines: [{ line: 1, reason: "voided", before: { id: idOf("A") }, after: null, difference: "-805500" }],
      deductions: [{ before: { amount: "10000" }, after: { amount: "4028" }, difference: "-5972" }],
    });
    expect(paper?.payment.paid).toBe("0");
    expect(follows.entries?.map((one) => one.because)).toEqual(["statement.corrected"]);
    expect(sums(book)).toEqual({
      ...{ purchases: 402_750n, "share-capital": -4_028n, advances: 799_528n },
      "owed-to-producers": -1_198_250n,
    });
  });
  it("one that was weighed wrong names the line, before and after, and is paid the difference", () => {
    const book = settledBook(cherryBook());
    handOver(book, "A2", 110_000n);
    expect(codesOf(correct(book, "c", "A", "replaced", "A2"))).toEqual([]);
    expect(codesOf(book.speak("settlement.draft", draftWith("other", ["A2"], [])))).toEqual([
      "settlement.delivery-settled",
    ]);
    handOver(book, "C", 10_000n);
    closeWith(book, "second", ["C"], ["c"]);
    const [first, paper] = papersOf(book);
    expect(first?.number).toBe("L-2026-000001");
    // 10 kg more: 80,550; the year's capital is used up. The new hand-over: 80,550 too.
    expect(paper?.corrections).toMatchObject({
      value: "80550",
      deducted: "0",
      net: "80550",
      paid: "80550",
      owed: null,
    });
    expect(paper?.subtotals).toMatchObject({ value: "80550", net: "80550" });
    expect(paper?.payment.paid).toBe("161100");
    expect(sums(book)["owed-to-producers"]).toBe(-(1_198_250n + 161_100n));
  });
  it("what is owed for it is collected by the next statement's waterfall, as far as its floor allows", () => {
    const book = settledBook(cherryBook());
    correct(book, "c", "A", "voided");
    handOver(book, "C", 50_000n);
    closeWith(book, "second", ["C"], ["c"]);
    const [, paper] = papersOf(book);
    // 402,750, 1 % capital of 4,028 within what the year leaves (5,972); 30 % of the value is left to live on.
    expect(paper?.deductions.map((one) => [one.code, one.amount, one.heldBy])).toEqual([
      ["capital", "4028", null],
      ["advance", "277897", "to-live-on"],
    ]);
    expect(paper?.after.advances).toEqual([{ id: expect.any(String), owed: `${799_528n - 277_897n}` }]);
    expect(paper?.payment.paid).toBe("120850");
  });
  it("a correction of a correction goes on from what the last one said, and repays first what that left owed", () => {
    const book = settledBook(cherryBook());
    handOver(book, "A2", 80_000n);
    correct(book, "c", "A", "replaced", "A2");
    closeWith(book, "second", [], ["c"]);
    handOver(book, "A3", 100_000n);
    expect(codesOf(correct(book, "d", "A2", "replaced", "A3"))).toEqual([]);
    closeWith(book, "third", [], ["d"]);
    const [, , paper] = papersOf(book);
    expect(paper?.corrections?.of[0]).toMatchObject({
      number: "L-2026-000001",
      lines: [{ line: 1, before: { id: idOf("A2") }, after: { id: idOf("A3") }, difference: "161100" }],
      value: { before: "1047150", after: "1208250" },
    });
    expect(paper?.corrections).toMatchObject({ paid: "0", owed: null, repaid: [{ amount: "161100" }] });
    expect(sums(book)).toMatchObject({ advances: 0n, purchases: 1_208_250n });
  });
  it("a price published anew counts only where it is decided, and only once", () => {
    const book = settledBook(cherryBook());
    expect(codesOf(correct(book, "c", "A", "prices"))).toEqual(["correction.changes-nothing"]);
    book.speak("prices.record", { series: "cereza", points: [{ period: "2026-11-14", value: "8100" }] });
    for (const [at, one] of book.history.entries())
      if (one.follows.questions.length > 0)
        book.speak("question.answer", { position: `${at + 1}`, ordinal: 0, answer: "stands" });
    expect(codesOf(correct(book, "c", "A", "prices"))).toEqual([]);
    expect(codesOf(correct(book, "d", "A", "prices"))).toEqual(["correction.waits-already"]);
    closeWith(book, "second", [], ["c"]);
    expect(papersOf(book)[1]?.corrections).toMatchObject({ value: "4500" });
    expect(codesOf(correct(book, "d", "A", "prices"))).toEqual(["correction.changes-nothing"]);
    const twice = book.speak("settlement.draft", draftWith("third", [], ["c"]));
    expect(codesOf(twice)).toEqual(["correction.settled"]);
  });
  it("of two drafts that name it, the second cannot be closed", () => {
    const book = settledBook(cherryBook());
    correct(book, "c", "A", "voided");
    for (const name of ["second", "third"]) {
      told(book, "settlement.draft", draftWith(name, [], ["c"]));
      told(book, "settlement.review", { settlement: idOf(name) });
    }
    told(book, "settlement.close", { settlement: idOf("second") });
    expect(codesOf(book.speak("settlement.close", { settlement: idOf("third") }))).toEqual(["correction.settled"]);
  });
  it("what was credited to another: it is taken from one, and settled as a hand-over of the other", () => {
    const book = settledBook(cherryBook({ title: "on-settlement" }));
    handOver(book, "A2", 100_000n, julian.agent);
    expect(codesOf(correct(book, "c", "A", "replaced", "A2"))).toEqual(["correction.replacement-unfit"]);
    expect(codesOf(correct(book, "c", "A", "other-member", "B"))).toEqual(["correction.not-another-member"]);
    expect(codesOf(correct(book, "c", "A", "other-member", "A2"))).toEqual([]);
    closeWith(book, "second", [], ["c"]);
    closeWith(book, "third", ["A2"], [], julian.agent);
    expect(sumOf(book, "purchases")).toBe(1_208_250n);
  });
  it("debts that were collected stay collected", () => {
    const book = cherryBook({ deductions: cherrySeason.policy.deductions });
    advanceOf(book, "cosecha", "700000");
    settledBook(book);
    correct(book, "c", "A", "voided");
    closeWith(book, "second", [], ["c"]);
    expect(papersOf(book)[1]?.corrections).toMatchObject({ net: "-799528" });
    expect(sums(book).advances).toBe(799_528n);
  });
  it("is refused where no closed statement has the hand-over, or what it names", () => {
    const book = settledBook(cherryBook());
    handOver(book, "C", 1_000n);
    expect(codesOf(correct(book, "c", "C", "voided"))).toEqual(["correction.not-settled"]);
    expect(codesOf(correct(book, "c", "A", "replaced", "nobody's"))).toEqual(["correction.replacement-unknown"]);
    expect(codesOf(book.speak("statement.correct-not", { correction: idOf("c") }))).toEqual(["correction.unknown"]);
  });
});

describe("a correction worked out again from the papers alone [settlement.recompute-corrections]", () => {
  const files = (book: Parameters<typeof papersOf>[0]) => {
    const papers = papersOf(book);
    const deductions = cherryDeductions;
    const plans = [{ plan: cherrySeason.policy.pricePlan, version: 1, body: cherryPlan }];
    return papers.map((statement, at) => ({
      ...{ statement, plans, deductions },
      corrected: papers.slice(0, at).map((paper) => ({ paper, deductions })),
    }));
  };
  const chained = () => {
    const book = settledBook(cherryBook());
    handOver(book, "A2", 80_000n);
    correct(book, "c", "A", "replaced", "A2");
    handOver(book, "C", 30_000n);
    closeWith(book, "second", ["C"], ["c"]);
    handOver(book, "A3", 120_000n);
    correct(book, "d", "A2", "replaced", "A3");
    correct(book, "e", "B", "voided");
    closeWith(book, "third", [], ["d", "e"]);
    return files(book);
  };
  it("agrees in every figure, of a chain too", () => {
    for (const file of chained()) {
      const found = recompute(file);
      expect(found).toMatchObject({ ok: true, value: { differences: [] } });
      expect(readExplained(JSON.parse(JSON.stringify({ form: explainedForm, ...file })))).toHaveProperty("file");
    }
  });
  it("names a difference that was altered, and a paper that is missing", () => {
    const [, second, third] = chained();
    const altered = JSON.parse(JSON.stringify(second?.statement).replaceAll('"-161100"', '"-161000"'));
    expect(recompute({ ...(second as ExplainedStatement), statement: altered })).toMatchObject({
      value: {
        differences: expect.arrayContaining([
          expect.objectContaining({ place: "corrections.of.0.lines.0.difference" }),
        ]),
      },
    });
    expect(recompute({ ...(third as ExplainedStatement), corrected: [] })).toMatchObject({
      refusal: { code: "explain.paper-missing" },
    });
    const without = (third?.corrected ?? []).slice(0, 1);
    expect(recompute({ ...(third as ExplainedStatement), corrected: without })).not.toMatchObject({
      value: { differences: [] },
    });
  });
});
