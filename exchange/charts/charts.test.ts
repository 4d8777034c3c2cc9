/** Charts as sheets: the templates hold together, take every account of ours, and a sheet comes back as it went out. */
import { describe, expect, it } from "vitest";
import { chart as ledger } from "../../kernel/ledger/chart.ts";
import { type ChartOfAccounts, checkChart, codeFinder } from "../../rooms/book/rules/chart-of-accounts.ts";
import { chartColumns, chartTable, readChart } from "./chart-sheet.ts";
import { chartTemplate, chartTemplates } from "./templates.ts";

const season = "01994f6e-0000-7000-8000-0000000a0100";
const heads = Object.fromEntries(chartColumns.map((one) => [one, one])) as Record<
  (typeof chartColumns)[number],
  string
>;
const whole = (name: (typeof chartTemplates)[number]["template"]): ChartOfAccounts => ({
  title: name,
  ...chartTemplate(name),
});

describe.each(chartTemplates.map((one) => one.template))("the template %s [books.templates]", (name) => {
  it("can be published as it is, with a name in every language", () => {
    const chart = whole(name);
    expect(checkChart(chart)).toEqual([]);
    for (const { names } of chart.accounts) expect(Object.keys(names)).toEqual(["es", "en", "pt"]);
    expect(chart.results).toBeDefined();
  });

  it("has a place of its own for what a settlement books", () => {
    const chart = whole(name);
    const codeOf = codeFinder(chart);
    const booked = [
      "cash",
      "bank",
      "advances",
      "credit-principal",
      "owed-to-producers",
      "share-capital",
      "purchases",
      "pool",
    ];
    for (const account of booked) {
      expect(Object.hasOwn(ledger, account)).toBe(true);
      expect(codeOf({ account, product: null, season: null })).not.toBe(chart.otherwise);
    }
  });

  it("goes out as a sheet and comes back the same, split by product and season too", async () => {
    const chart = whole(name);
    const [first, second] = chart.accounts.map((one) => one.code);
    chart.places.push({ account: "purchases", product: "cocoa", code: first ?? "" });
    chart.places.push({ account: "purchases", season, product: "cocoa", code: second ?? "" });
    const table = chartTable(chart, heads, (kind) => kind);
    const rows: (readonly string[])[] = [];
    for await (const row of table.rows) rows.push(row);
    const read = readChart(
      table.columns.map((one) => one.head),
      rows,
    );
    expect(read.ok).toBe(true);
    if (!read.ok) return;
    const sorted = (of: ChartOfAccounts["places"]) =>
      of.map((one) => JSON.stringify(Object.entries(one).sort())).sort();
    expect(sorted(read.value.places)).toEqual(sorted(chart.places));
    expect({ ...read.value, places: [] }).toEqual({ ...chartTemplate(name), places: [] });
  });
});

it("a posting finds the most fitting place: season and product, season, product, account, else the rest [books.chart]", () => {
  const codeOf = codeFinder({
    title: "t",
    accounts: [],
    places: [
      { account: "purchases", code: "A" },
      { account: "purchases", product: "cocoa", code: "B" },
      { account: "purchases", season, code: "C" },
      { account: "purchases", product: "cocoa", season, code: "D" },
    ],
    otherwise: "Z",
  });
  const of = (product: string | null, when: string | null, account = "purchases") =>
    codeOf({ account, product, season: when });
  expect([of(null, null), of("coffee", null), of("cocoa", null), of("coffee", season), of("cocoa", season)]).toEqual([
    ...["A", "A", "B", "C", "D"],
  ]);
  expect(of("cocoa", season, "an account of a later release")).toBe("Z");
});

it.each<[string, string[], string[][], string]>([
  ["a sheet without the column of codes", ["kind", "takes"], [], "chart.sheet-unread"],
  ["a kind that there is none of", ["code", "kind", "takes"], [["1", "goodies", "*"]], "chart.row-unread"],
  ["a code with a space", ["code", "kind", "takes"], [["1 1", "assets", "*"]], "chart.row-unread"],
  [
    "something taken that is no word of ours",
    ["code", "kind", "takes"],
    [["1", "assets", "* =1+1"]],
    "chart.row-unread",
  ],
  [
    "two places for the rest",
    ["code", "kind", "takes"],
    [
      ["1", "assets", "*"],
      ["2", "assets", "*"],
    ],
    "chart.place-twice",
  ],
  ["nowhere for the rest", ["code", "kind", "takes"], [["1", "assets", "cash"]], "chart.otherwise-missing"],
])("%s is refused with its row [books.templates]", (_, header, rows, code) => {
  const read = readChart(header, rows);
  expect(read.ok ? [] : read.refusals.map((one) => one.code)).toEqual([code]);
});
