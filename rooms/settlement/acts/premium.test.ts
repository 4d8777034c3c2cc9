import { describe, expect, it } from "vitest";
import { codesOf, idOf, type TestBook } from "../../book/testing.ts";
import { statementOwed } from "../needs.ts";
import { containerBook, thePool } from "../pool-testing.ts";
import { julian, known, rosa, told } from "../testing.ts";

const decision = {
  decision: idOf("premium of the container"),
  title: "Prima 2026",
  currency: "PEN",
  decidedBy: "Asamblea",
  decidedOn: "2026-11-14",
  minutes: "Acta 31",
};
/** The container brought 29,701.22 of premium. */
const school = { what: "Techo de la escuela", to: "bank", amount: "1000000" };
const fund = { what: "Fondo de salud", to: "solidarity-fund", amount: "470122" };
const members = { pool: thePool, amount: "1500000", paidIn: "transfer" };

const paidOut = (): TestBook => {
  const book = containerBook();
  told(book, "pool.decide", { pool: thePool });
  told(book, "pool.pay-out", { pool: thePool, paidIn: "transfer" });
  return book;
};
const standsOn = (book: TestBook, account: string): bigint =>
  book.history
    .flatMap((one) => one.follows.entries.flatMap((entry) => entry.postings))
    .filter((one) => one.account === account && one.commodity.startsWith("money:PEN"))
    .reduce((sum, one) => sum - one.amount, 0n);

describe("deciding what the premium is for [premium.decide]", () => {
  it("keeps who decided, when and under which minutes; each part leaves the premium account for where it goes", () => {
    const book = paidOut();
    expect(standsOn(book, "premium-fund")).toBe(2_970_122n);
    const follows = told(book, "premium.decide", { ...decision, items: [school, fund], members });
    expect(follows.records?.[0]?.row).toMatchObject({ minutes: "Acta 31", total: 2_970_122n, decided_by: "Asamblea" });
    // 15,000.00 by 24,967.11 kg is 0.6007 a kilo, cut: 745.17 for 1,240.50 kg, and 14,252.57 for the others.
    const papers = (follows.papers ?? []).map(({ content }) => JSON.parse(content));
    expect(papers.map((one) => [one.number, one.rate, one.amount])).toEqual(
      expect.arrayContaining([
        [expect.stringMatching(/^S-2026-/), "0.6007", "74517"],
        [expect.stringMatching(/^S-2026-/), "0.6007", "1425257"],
      ]),
    );
    expect(papers[0]).toMatchObject({ decidedBy: "Asamblea, Acta 31", pool: { title: "Prima 2026" } });
    // What rounding leaves stays in the account.
    expect(standsOn(book, "premium-fund")).toBe(1_500_000n - 74_517n - 1_425_257n);
    expect(standsOn(book, "solidarity-fund")).toBe(470_122n);
  });
  it("owes members their part, each under their own number, and asks where more is spent than pools brought", () => {
    const book = paidOut();
    const follows = told(book, "premium.decide", { ...decision, items: [], members });
    const [first] = follows.records?.filter(({ record }) => record.table === "statement_result") ?? [];
    expect(known(book, statementOwed(String(first?.row.statement)))).toBe(first?.row.net);
    expect([rosa.agent, julian.agent]).toContain(first?.row.agent);
    const more = { ...decision, decision: idOf("again"), items: [{ ...school, amount: "1470123" }] };
    expect(codesOf(book.speak("premium.decide", more))).toEqual(["premium.more-than-known"]);
  });
  it("is refused for an id used before, nothing at all, a day to come, and a pool that is unknown, open or in other money", () => {
    const book = containerBook();
    const refusedWith = (more: object) =>
      codesOf(book.speak("premium.decide", { ...decision, items: [school], ...more }));
    expect(refusedWith({ items: [] })).toEqual(["premium.nothing"]);
    expect(refusedWith({ decidedOn: "2026-11-16" })).toEqual(["premium.to-come"]);
    expect(refusedWith({ members })).toEqual(["premium.pool-open"]);
    expect(refusedWith({ members: { ...members, pool: idOf("none") } })).toEqual(["pool.unknown"]);
    expect(refusedWith({ currency: "USD" })).toEqual(["pool.currency-unknown"]);
    expect(refusedWith({})).toEqual([]);
    expect(refusedWith({})).toEqual(["premium.id-used"]);
    told(book, "pool.decide", { pool: thePool });
    expect(refusedWith({ decision: idOf("pesos"), currency: "COP", members })).toEqual(["premium.other-currency"]);
  });
});
