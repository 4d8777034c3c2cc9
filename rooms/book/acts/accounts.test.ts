/** The chart of accounts and the periods as acts: what is published, opened and closed, and what is refused. */
import { describe, expect, test } from "vitest";
import type { ChartOfAccounts } from "../rules/chart-of-accounts.ts";
import { codesOf, openedBook } from "../testing.ts";

const chart: ChartOfAccounts = {
  title: "Plan de una cooperativa",
  accounts: [
    { code: "1105", kind: "assets", names: { es: "Caja" } },
    { code: "6205", kind: "expenses", names: { es: "Compras", en: "Purchases" } },
    { code: "2895", kind: "liabilities", names: { es: "Por clasificar" } },
    { code: "3605", kind: "equity", names: { pt: "Resultado" } },
  ],
  places: [
    { account: "cash", code: "1105" },
    { account: "purchases", code: "6205" },
    { account: "purchases", product: "cocoa", code: "6205" },
  ],
  otherwise: "2895",
  results: "3605",
};

describe("a chart of accounts is published by a decision [books.chart]", () => {
  const publish = (over: Partial<ChartOfAccounts>) =>
    codesOf(openedBook().speak("chart.publish", { chart: { ...chart, ...over }, from: "2026-01-01" }));

  test("whole and from a day; each posting finds a place in it", () => expect(publish({})).toEqual([]));

  test.each<[string, Partial<ChartOfAccounts>, string]>([
    ["the same code twice", { accounts: [...chart.accounts, ...chart.accounts.slice(0, 1)] }, "chart.code-twice"],
    [
      "an account without a name",
      { accounts: [...chart.accounts, { code: "9", kind: "assets", names: {} }] },
      "chart.name-missing",
    ],
    [
      "an account that the ledger has not",
      { places: [{ account: "goodwill", code: "1105" }] },
      "chart.account-unknown",
    ],
    ["a code that it does not list", { places: [{ account: "cash", code: "1110" }] }, "chart.code-unknown"],
    ["two places for one", { places: [...chart.places, { account: "cash", code: "6205" }] }, "chart.place-twice"],
    ["nowhere for what is not named", { otherwise: "0000" }, "chart.code-unknown"],
    ["a year's result among the expenses", { results: "6205" }, "chart.results-kind"],
  ])("is refused with %s", (_, over, code) => expect(publish(over)).toEqual([code]));

  test("does not reach back behind closed days that another chart has read", () => {
    const book = openedBook();
    book.speak("chart.publish", { chart, from: "2026-01-01" });
    book.speak("accounting-day.close", { until: "2026-09-30" });
    expect(codesOf(book.speak("chart.publish", { chart, from: "2026-09-30" }))).toEqual(["chart.closed-days"]);
    expect(codesOf(book.speak("chart.publish", { chart, from: "2026-10-01" }))).toEqual([]);
  });
});

const line = (account: string, opening: number, debit: number, credit: number) => ({
  account,
  commodity: "money:COP:1",
  opening: `${opening}`,
  debit: `${debit}`,
  credit: `${credit}`,
  closing: `${opening + debit - credit}`,
});
const september = [
  line("cash", 0, 4_000_000, 2_940_800),
  line("opening", 0, 0, 4_000_000),
  line("purchases", 0, 2_940_800, 0),
];
const october = [
  line("cash", 1_059_200, 0, 59_200),
  line("opening", -4_000_000, 0, 0),
  line("purchases", 2_940_800, 59_200, 0),
];

describe("months and years are opened and closed by a decision [books.periods]", () => {
  const book = openedBook();
  const say = (kind: string, says: unknown) => codesOf(book.speak(kind, says));

  test("one after the other, and none twice", () => {
    expect(say("accounting-period.open", { period: "2026-09" })).toEqual([]);
    expect(say("accounting-period.open", { period: "2026-09" })).toEqual(["accounting-period.open-already"]);
    expect(say("accounting-period.open", { period: "2026-11" })).toEqual(["accounting-period.gap"]);
    expect(say("accounting-period.open", { period: "2026-10" })).toEqual([]);
    expect(say("accounting-period.open", { period: "2026" })).toEqual([]);
  });

  test("a month closes only once its days are closed, after the month before it", () => {
    const close = (period: string, balance: unknown) => say("accounting-period.close", { period, balance });
    expect(close("2026-08", september)).toEqual(["accounting-period.not-open"]);
    expect(close("2026-09", september)).toEqual(["accounting-period.days-open"]);
    expect(say("accounting-day.close", { until: "2026-10-31" })).toEqual([]);
    expect(close("2026-10", october)).toEqual(["accounting-period.earlier-open"]);
    expect(close("2026-09", september)).toEqual([]);
  });

  test("the balance it is closed with is a paper, to the grain", () => {
    const closed = book.speak("accounting-period.close", { period: "2026-10", balance: october });
    const papers = "folded" in closed ? closed.folded.follows.papers : [];
    expect(papers.map(({ kind, number }) => [kind, number])).toEqual([["trial-balance", "2026-10"]]);
    expect(JSON.parse(papers[0]?.content ?? "{}")).toMatchObject({
      first: "2026-10-01",
      last: "2026-10-31",
      balance: october,
    });
  });

  test("it is never opened or closed again", () => {
    expect(say("accounting-period.open", { period: "2026-09" })).toEqual(["accounting-period.closed"]);
    expect(say("accounting-period.close", { period: "2026-09", balance: september })).toEqual([
      "accounting-period.closed",
    ]);
    expect(say("accounting-period.open", { period: "2026-08" })).toEqual(["accounting-period.days-closed"]);
  });
});

test.each([
  [
    "a line that does not add up",
    [{ ...line("cash", 0, 5, 0), closing: "4" }, line("opening", 0, 0, 5)],
    "trial-balance.line-wrong",
  ],
  ["one account twice", [line("cash", 0, 5, 0), line("cash", 0, 0, 5)], "trial-balance.line-twice"],
  ["more in than out", [line("cash", 0, 5, 0), line("opening", 0, 0, 4)], "trial-balance.uneven"],
  [
    "another beginning than the end before",
    [line("cash", 7, 0, 0), line("opening", -7, 0, 0)],
    "trial-balance.not-from-before",
  ],
])("a balance with %s is not kept [books.periods]", (_, balance, code) => {
  const book = openedBook();
  for (const period of ["2026-08", "2026-09"]) book.speak("accounting-period.open", { period });
  book.speak("accounting-day.close", { until: "2026-09-30" });
  book.speak("accounting-period.close", {
    period: "2026-08",
    balance: [line("cash", 0, 9, 0), line("opening", 0, 0, 9)],
  });
  const answer = codesOf(book.speak("accounting-period.close", { period: "2026-09", balance }));
  expect(answer).toContain(code);
});
