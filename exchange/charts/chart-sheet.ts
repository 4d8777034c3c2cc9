/**
 * A chart of accounts as a sheet, to and fro: a row for each account with its code, kind and names, and in `takes` what of our ledger is
 * read there: "purchases", "purchases/cocoa" for one product, "purchases@SEASON" for one season; "*" for what no row names, "=" for
 * the result of closed years.
 */
import { type Refusal, refused } from "../../kernel/refusal.ts";
import {
  accountKinds,
  type ChartOfAccounts,
  type ChartPlace,
  chartLanguages,
} from "../../rooms/book/rules/chart-of-accounts.ts";
import type { ExportTable } from "../export/table.ts";

/** The columns, in their order. Headings are said in the reader's language, and understood in every one. */
export const chartColumns = ["code", "kind", "name_es", "name_en", "name_pt", "takes"] as const;
export type ChartColumn = (typeof chartColumns)[number];

/** What a heading or a kind is, from whatever word stands for it; null when it is neither. */
export type ChartWords = {
  column(heading: string): ChartColumn | null;
  kind(word: string): string | null;
};

/** The words of the files that come with Ayni, and of those who write the codes themselves. */
export const plainWords: ChartWords = {
  column: (heading) => chartColumns.find((one) => one === heading.trim().toLowerCase()) ?? null,
  kind: (word) => accountKinds.find((one) => one === word.trim().toLowerCase()) ?? null,
};

/** What a sheet says of a chart: all but its title and source. */
export type ChartRows = Pick<ChartOfAccounts, "accounts" | "places" | "otherwise" | "results">;

/** Most rows that are read. */
export const mostChartRows = 600;

/** Where something of ours goes, as one word: "purchases/cocoa@SEASON". */
export const placeWord = ({ account, product, season }: Omit<ChartPlace, "code">): string =>
  `${account}${product === undefined ? "" : `/${product}`}${season === undefined ? "" : `@${season}`}`;

/** The chart as a sheet; `heads` and `kindSaid` in the reader's language. */
export const chartTable = (
  chart: ChartOfAccounts,
  heads: Readonly<Record<ChartColumn, string>>,
  kindSaid: (kind: string) => string,
): ExportTable => ({
  name: chart.title,
  columns: chartColumns.map((column) => ({ head: heads[column], kind: "text" })),
  rows: chart.accounts.map(({ code, kind, names }) => [
    code,
    kindSaid(kind),
    ...chartLanguages.map((language) => names[language] ?? ""),
    [
      ...chart.places.filter((one) => one.code === code).map(placeWord),
      ...(chart.otherwise === code ? ["*"] : []),
      ...(chart.results === code ? ["="] : []),
    ].join(" "),
  ]),
});

const PLACE = /^([a-z][a-z-]*)(?:\/([a-z0-9-]+))?(?:@([0-9a-f-]{36}))?$/;

type Read =
  | { readonly ok: true; readonly value: ChartRows }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** Reads a sheet's header and rows. Whether the chart holds together is judged where it is published. */
export function readChart(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  words: ChartWords = plainWords,
): Read {
  const at = new Map<ChartColumn, number>();
  for (const [place, heading] of header.entries()) {
    const column = words.column(heading);
    if (column !== null) at.set(column, place);
  }
  const missing = (["code", "kind", "takes"] as const).filter((column) => !at.has(column));
  if (missing.length > 0)
    return { ok: false, refusals: [refused("chart.sheet-unread", { missing: missing.join(", ") }).refusal] };
  if (rows.length > mostChartRows)
    return { ok: false, refusals: [refused("chart.too-long", { most: mostChartRows }).refusal] };
  const found = rows.map((row, index) =>
    rowRead((column) => (row[at.get(column) ?? -1] ?? "").trim(), index + 2, words),
  );
  const wrong = found.flatMap((one) => one.wrong);
  const [otherwise, results] = [found.find((one) => one.isOtherwise), found.find((one) => one.isResults)];
  for (const [word, rowsOf] of [
    ["*", found.filter((one) => one.isOtherwise)],
    ["=", found.filter((one) => one.isResults)],
  ] as const)
    if (rowsOf.length > 1)
      wrong.push(refused("chart.place-twice", { account: word, code: rowsOf[1]?.account.code ?? "" }).refusal);
  if (otherwise === undefined) wrong.push(refused("chart.otherwise-missing").refusal);
  if (wrong.length > 0 || otherwise === undefined) return { ok: false, refusals: wrong };
  return {
    ok: true,
    value: {
      accounts: found.map((one) => one.account),
      places: found.flatMap((one) => one.places),
      otherwise: otherwise.account.code,
      ...(results === undefined ? {} : { results: results.account.code }),
    },
  };
}

type RowRead = {
  readonly account: ChartRows["accounts"][number];
  readonly places: readonly ChartPlace[];
  readonly isOtherwise: boolean;
  readonly isResults: boolean;
  readonly wrong: readonly Refusal[];
};

/** One row: an account, what it takes, and what is not understood of it. `number` is what a spreadsheet program shows beside it. */
function rowRead(cell: (column: ChartColumn) => string, number: number, words: ChartWords): RowRead {
  const wrong: Refusal[] = [];
  const unread = (column: ChartColumn, said: string): void => {
    wrong.push(refused("chart.row-unread", { row: number, cell: said.slice(0, 60), column }).refusal);
  };
  const code = cell("code");
  const kind = accountKinds.find((one) => one === words.kind(cell("kind")));
  if (kind === undefined) unread("kind", cell("kind"));
  if (!/^[0-9A-Za-z][0-9A-Za-z.\-/]{0,23}$/.test(code)) unread("code", code);
  const names = Object.fromEntries(
    chartLanguages.flatMap((language) => {
      const name = cell(`name_${language}`);
      return name === "" ? [] : [[language, name.slice(0, 120)]];
    }),
  );
  const taken = cell("takes")
    .split(/[\s,;]+/)
    .filter((word) => word !== "");
  const places = taken
    .filter((word) => word !== "*" && word !== "=")
    .flatMap((word): ChartPlace[] => {
      const [, account, product, season] = PLACE.exec(word) ?? [];
      if (account === undefined) {
        unread("takes", word);
        return [];
      }
      const only = { ...(product === undefined ? {} : { product }), ...(season === undefined ? {} : { season }) };
      return [{ account, code, ...only }];
    });
  return {
    account: { code, kind: kind ?? "assets", names },
    places,
    isOtherwise: taken.includes("*"),
    isResults: taken.includes("="),
    wrong,
  };
}
