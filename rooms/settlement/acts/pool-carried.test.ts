import { describe, expect, it } from "vitest";
import { codesOf, idOf, type TestBook } from "../../book/testing.ts";
import { closeWith, correct } from "../correction-testing.ts";
import { poolCarrying } from "../needs/pool-carried.ts";
import { opening, parchment, parchmentBook } from "../pool-testing.ts";
import { closed, julian, known, rosa, told } from "../testing.ts";

/** Opens a pool over days of November, with one sale of so many soles in it. */
function pooled(
  book: TestBook,
  name: string,
  [from, until]: readonly [string, string],
  sale: string,
  more: object = {},
): void {
  told(book, "pool.open", { ...opening, pool: idOf(name), title: name, from, until, ...more });
  const paper = { paper: "F-1", on: "2026-11-12", how: { way: "amount", amount: sale } };
  told(book, "pool.entry", { entry: idOf(`${name}: sale`), pool: idOf(name), kind: "sale", ...paper });
}
const decide = (book: TestBook, name: string) => told(book, "pool.decide", { pool: idOf(name) });
const payOut = (book: TestBook, name: string) => told(book, "pool.pay-out", { pool: idOf(name), paidIn: "transfer" });

/** A hand-over of the fifteenth: of the second pool's days. */
function onTheFifteenth(book: TestBook, name: string, grams: bigint, agent: string): void {
  const bags = [{ gross_g: `${grams}`, tare_g: "0", container: "sack", count: 1 }];
  const said = { delivery: idOf(name), member: agent, product: "coffee-parchment", place: "point-2", on: "2026-11-15" };
  told(book, "delivery.receive", { ...said, bags, scale: "B-03", scaleChecked: "2026-11-15", measurements: [] });
}

/** What stands on the account of a pool, in cents. */
const standsOn = (book: TestBook, name: string): bigint =>
  book.history
    .flatMap((one) => one.follows.entries.flatMap((entry) => entry.postings))
    .filter((one) => one.account === "pool" && one.agreement === idOf(name))
    .reduce((sum, one) => sum - one.amount, 0n);

const light = (book: TestBook, name: string, kilos: bigint, agent: string): void => {
  parchment(book, name, kilos * 1_000n, agent);
  for (const { position, follows } of [...book.history])
    for (const ordinal of follows.questions.keys())
      book.speak("question.answer", { position: `${position}`, ordinal, answer: "stands" });
};

const days = { first: ["2026-09-01", "2026-11-14"], second: ["2026-11-15", "2026-11-15"] } as const;

/** Rosa's and Julián's thousand kilos at S/ 14.60, sold for 40,000: 80 % of the 10,800 left are 4.32 a kilo. */
function firstPool(): TestBook {
  const book = parchmentBook();
  light(book, "A", 1_000n, rosa.agent);
  light(book, "B", 1_000n, julian.agent);
  closed(book, "s1", [rosa.agent, "A"], [julian.agent, "B"]);
  pooled(book, "one", days.first, "40000");
  expect(decide(book, "one").records?.[0]?.row).toMatchObject({ totals: { rate: "4.32", paid: "864000" } });
  payOut(book, "one");
  return book;
}

describe("what a pool carries of earlier ones [pool.carried]", () => {
  it("a hand-over settled late brings its own pool's rate; kilos that were too many are given back as far as one's line goes", () => {
    const book = firstPool();
    light(book, "C", 100n, rosa.agent);
    light(book, "B2", 900n, julian.agent);
    closed(book, "s2", [rosa.agent, "C"]);
    expect(codesOf(correct(book, "c", "B", "replaced", "B2"))).toEqual([]);
    closeWith(book, "s3", [], ["c"], julian.agent);
    onTheFifteenth(book, "D", 500_000n, rosa.agent);
    closed(book, "s4", [rosa.agent, "D"]);
    pooled(book, "two", days.second, "20000");
    const follows = decide(book, "two");
    // 20,000 − 7,300 paid first (late and corrected value stand against each other) − 432 carried; 80 % of 12,268.
    expect(follows.records?.[0]?.row).toMatchObject({
      totals: { base: "500000", first: "730000", carried: "43200", back: "0", surplus: "1226800", rate: "19.6288" },
    });
    const paid = payOut(book, "two");
    const papers = (paid.papers ?? []).map(({ content }) => JSON.parse(content));
    expect(papers).toHaveLength(1);
    expect(papers[0]).toMatchObject({
      amount: "1024640",
      carried: [{ amount: "43200", delivery: idOf("C"), grams: "100000", pool: idOf("one"), rate: "4.32" }],
    });
    expect(standsOn(book, "two")).toBe(0n);
    // Julián still owes 432.00 to the reserve: his next line bears it.
    expect(known(book, poolCarrying(idOf("two"))).carried).toMatchObject([{ agent: julian.agent, due: -43_200n }]);
  });

  it("what was given back too little is taken from the next line, and nothing is carried twice", () => {
    const book = firstPool();
    light(book, "B2", 900n, julian.agent);
    correct(book, "c", "B", "replaced", "B2");
    closeWith(book, "s3", [], ["c"], julian.agent);
    onTheFifteenth(book, "D", 10_000n, julian.agent);
    closed(book, "s4", [julian.agent, "D"]);
    // First: 146 − 1,460 of the kilos that were too many; 2,000 is what the goods came to.
    pooled(book, "two", days.second, "2000");
    const totals = Object((decide(book, "two").records ?? [])[0]?.row).totals as Record<string, string>;
    expect(totals).toMatchObject({ first: "-131400", surplus: "331400", toMembers: "265120", back: "43200" });
    expect(totals.reserve).toBe(`${331_400n - 265_120n + 43_200n}`);
    expect(totals.paid).toBe(`${265_120n - 43_200n}`);
    payOut(book, "two");
    expect(standsOn(book, "two")).toBe(0n);
    expect(known(book, poolCarrying(idOf("two"))).carried).toEqual([]);
  });

  it("a hand-over corrected before the decision counts as it stands, and is not carried later", () => {
    const book = parchmentBook();
    light(book, "A", 1_000n, rosa.agent);
    light(book, "B", 1_000n, julian.agent);
    closed(book, "s1", [rosa.agent, "A"], [julian.agent, "B"]);
    light(book, "B2", 500n, julian.agent);
    correct(book, "c", "B", "replaced", "B2");
    closeWith(book, "s2", [], ["c"], julian.agent);
    pooled(book, "one", days.first, "40000");
    expect(decide(book, "one").records?.[0]?.row).toMatchObject({ totals: { base: "1500000", first: "2190000" } });
    expect(known(book, poolCarrying(idOf("one"))).counting).toEqual([]);
    pooled(book, "two", days.second, "10");
    expect(known(book, poolCarrying(idOf("two"))).carried).toEqual([]);
  });

  it("counts hand-overs of before the book where it was opened over them: their kilos, and what their papers say was paid", () => {
    const book = parchmentBook();
    const bags = [{ gross_g: "200000", tare_g: "0", container: "sack", count: 1 }];
    const said = {
      delivery: idOf("old"),
      member: rosa.agent,
      product: "coffee-parchment",
      place: "point-2",
      on: "2026-10-02",
    };
    const settled = { paid: "2900.50", currency: "PEN", on: "2026-10-09", paper: "L-77" };
    const more = { scale: "B-03", scaleChecked: "2026-10-02", measurements: [], settled };
    expect(codesOf(book.speak("delivery.record-past", { ...said, bags, ...more }))).toEqual([]);
    pooled(book, "without", days.first, "5000");
    expect(codesOf(book.speak("pool.decide", { pool: idOf("without") }))).toEqual(["pool.no-hand-overs"]);
    pooled(book, "with", days.first, "5000", { past: true });
    const follows = decide(book, "with");
    expect(follows.records?.[0]?.row).toMatchObject({ totals: { base: "200000", first: "290050", rate: "8.398" } });
    const accounts = follows.entries?.flatMap((one) => one.postings.map((line) => [line.account, line.amount]));
    expect(accounts).toContainEqual(["opening", -290_050n]);
    expect(accounts?.some(([account]) => account === "purchases")).toBe(false);
    payOut(book, "with");
    expect(standsOn(book, "with")).toBe(0n);
  });
});
