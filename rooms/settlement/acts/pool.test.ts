import { describe, expect, it } from "vitest";
import { codesOf, idOf, type TestBook } from "../../book/testing.ts";
import { erasureHold } from "../../people/needs.ts";
import { poolOf } from "../needs/pool.ts";
import { statementOwed } from "../needs.ts";
import { containerBook, opening, paperOf, parchment, parchmentBook, thePool } from "../pool-testing.ts";
import { closed, julian, known, rosa, sumOf, told } from "../testing.ts";

const pool = { pool: thePool };
const cash = { ...pool, paidIn: "cash", place: "point-2" };
const decide = (book: TestBook, more: object = {}) => codesOf(book.speak("pool.decide", { ...pool, ...more }));
const enter = (book: TestBook, kind: string, how: object, more: object = {}) =>
  codesOf(book.speak("pool.entry", paperOf(kind, how, more)));
const plain = (amount: string) => ({ way: "amount", amount });
const lineOf = (book: TestBook, agent: string) => known(book, poolOf(thePool)).lines.find((one) => one.agent === agent);

describe("opening a pool [pool.open]", () => {
  it("keeps the board's rule, once", () => {
    const book = parchmentBook();
    expect(told(book, "pool.open", opening).records?.[0]?.row).toMatchObject({
      percent: "80",
      decided_by: "Consejo, acta 14",
    });
    expect(codesOf(book.speak("pool.open", opening))).toEqual(["pool.id-used"]);
  });
  it("is refused over an unknown season, days in disorder, a currency the book does not keep, and a rule to come", () => {
    const wrong = {
      seasons: [idOf("no season")],
      from: "2026-12-31",
      until: "2026-09-01",
      currency: "USD",
      rule: { ...opening.rule, decidedOn: "2026-11-16" },
    };
    expect(codesOf(parchmentBook().speak("pool.open", { ...opening, ...wrong }))).toEqual([
      "pool.season-unknown",
      "pool.ends-before-it-begins",
      "pool.currency-unknown",
      "pool.rule-to-come",
    ]);
  });
});

describe("counting papers in a pool [pool.entry]", () => {
  it("posts what came in and what was spent, and keeps the premium outside", () => {
    const book = containerBook();
    expect([sumOf(book, "premium-fund"), sumOf(book, "operating-margin")]).toEqual([-2_970_122n, -2_797_856n]);
    // 466,309.26 + 5,992.08 − 17,187.50 − 25,575.00 − 9,113.00 − 27,978.56
    expect(sumOf(book, "pool")).toBe(-39_244_728n);
  });
  it("is refused for a pool that is not there, an id used before, a day to come, and a figure no paper has", () => {
    const book = containerBook();
    expect(enter(book, "sale", plain("1"), { pool: idOf("no pool") })).toEqual(["pool.unknown"]);
    expect(enter(book, "sale", plain("1.005"), { on: "2026-11-16" })).toEqual([
      "pool.entry-used",
      "pool.entry-to-come",
      "pool.amount-unreadable",
    ]);
  });
  it("takes back what a later paper corrects, once", () => {
    const book = containerBook();
    const corrects = { entry: idOf("paper freight"), reason: "leído mal" };
    const right = { entry: idOf("freight again"), corrects };
    expect(enter(book, "freight", plain("25000"), right)).toEqual([]);
    expect(sumOf(book, "pool")).toBe(-39_244_728n - 57_500n);
    expect(enter(book, "freight", plain("1"), { entry: idOf("third"), corrects })).toEqual(["pool.entry-corrected"]);
    const unknown = { entry: idOf("fourth"), corrects: { ...corrects, entry: idOf("nothing") } };
    expect(enter(book, "freight", plain("1"), unknown)).toEqual(["pool.entry-unknown"]);
  });
});

describe("deciding a pool [pool.decide]", () => {
  it("comes to the figures of worked example 2", () => {
    const book = containerBook();
    expect(decide(book, { seen: { base: "24967110", surplus: "2792747", toMembers: "2234198" } })).toEqual([]);
    expect(known(book, poolOf(thePool)).stages.at(-1)?.totals).toMatchObject({
      ...{ sales: "46630926", otherIn: "599208", first: "36451981", costs: "7985406" },
      ...{ surplus: "2792747", toMembers: "2234198", reserve: "558549", rate: "0.8948", residue: "141" },
    });
    expect(lineOf(book, rosa.agent)).toMatchObject({ grams: 1_240_500n, first_paid: 1_811_130n, amount: 111_000n });
    expect(sumOf(book, "stabilisation-reserve")).toBe(-558_549n);
  });
  it("is refused with other figures than were seen, without hand-overs, with nothing left, and twice", () => {
    const book = containerBook();
    expect(decide(book, { seen: { surplus: "2792748" } })).toEqual(["pool.figures-differ"]);
    expect(decide(book)).toEqual([]);
    expect(decide(book)).toEqual(["pool.not-open"]);
    expect(enter(book, "sale", plain("1"), { entry: idOf("late") })).toEqual(["pool.not-open"]);
    expect(decide(book, { pool: idOf("no pool") })).toEqual(["pool.unknown"]);
    const empty = parchmentBook();
    told(empty, "pool.open", opening);
    expect(decide(empty)).toEqual(["pool.no-hand-overs"]);
    parchment(empty, "A", 1_240_500n, rosa.agent);
    expect(decide(empty)).toEqual(["pool.no-hand-overs"]); // Not settled yet.
    closed(empty, "first", [rosa.agent, "A"]);
    expect(decide(empty)).toEqual(["pool.nothing-left"]);
  });
  it("leaves out the hand-overs of other days, and those that another pool has taken", () => {
    const book = containerBook();
    const other = { ...opening, pool: idOf("other pool") };
    told(book, "pool.open", { ...other, until: "2026-11-13" });
    expect(decide(book, { pool: other.pool })).toEqual(["pool.no-hand-overs"]);
    expect(decide(book)).toEqual([]);
    const third = { ...opening, pool: idOf("third pool") };
    told(book, "pool.open", third);
    expect(decide(book, { pool: third.pool })).toEqual(["pool.no-hand-overs"]);
  });
});

describe("paying a pool out [pool.pay-out]", () => {
  it("gives each member a numbered statement with its paper, owed and paid like any other", () => {
    const book = containerBook();
    expect(codesOf(book.speak("pool.pay-out", cash))).toEqual(["pool.not-decided"]);
    decide(book);
    const { papers: issued } = told(book, "pool.pay-out", cash);
    const line = lineOf(book, rosa.agent);
    const paper = issued?.find((one) => one.about === line?.statement);
    expect(paper?.kind).toBe("second-payment");
    expect(JSON.parse(paper?.content ?? "{}")).toMatchObject({
      ...{
        form: "second-payment/1",
        amount: "111000",
        paid: "111000",
        first: "1811130",
        rate: "0.8948",
        deliveries: 1,
      },
      whole: { base: "24967110", percent: "80", surplus: "2792747", toMembers: "2234198" },
    });
    expect(issued?.map((one) => one.number).sort()).toEqual(["S-2026-000001", "S-2026-000002"]);
    expect(known(book, statementOwed(line?.statement ?? ""))).toBe(111_000n);
    const payment = {
      payment: idOf("p"),
      statement: line?.statement,
      amount: "111000",
      currency: "PEN",
      paidIn: "cash",
    };
    expect(codesOf(book.speak("payment.make", { ...payment, on: "2026-11-15" }))).toEqual([]);
    expect(known(book, statementOwed(line?.statement ?? ""))).toBe(0n);
    expect(codesOf(book.speak("pool.pay-out", cash))).toEqual(["pool.not-decided"]);
  });
  it("holds the person's name from the decision until it is paid", () => {
    const book = containerBook();
    const before = known(book, erasureHold(julian.agent));
    decide(book);
    expect(known(book, erasureHold(julian.agent))).toBe(before + 1n);
    told(book, "pool.pay-out", { ...cash, paidIn: "transfer" });
    const { statement, amount } = lineOf(book, julian.agent) ?? {};
    const payment = { payment: idOf("p"), statement, amount: `${amount}`, currency: "PEN", paidIn: "transfer" };
    told(book, "payment.make", { ...payment, on: "2026-11-15" });
    expect(known(book, erasureHold(julian.agent))).toBe(before);
  });
  it("leaves the residue on the pool's account, to the cent: in = first + costs + paid + reserve + residue", () => {
    const book = containerBook();
    decide(book);
    told(book, "pool.pay-out", cash);
    expect(sumOf(book, "pool")).toBe(-141n);
    const first = 36_451_981n;
    expect(sumOf(book, "owed-to-producers")).toBe(-(first + 2_234_057n));
  });
});
