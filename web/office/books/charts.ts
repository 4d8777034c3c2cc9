/** The chart of accounts as pages of the office read it: the version in force on a day, its codes and its names. */
import {
  type ChartOfAccounts,
  chartName,
  chartOn,
  codeFinder,
  type ToPlace,
} from "../../../rooms/book/rules/chart-of-accounts.ts";
import type { PageAt } from "../../desk/page.ts";
import { rowsOf } from "../read.ts";

/** One version, ready to be read. */
export type ReadChart = {
  readonly chart: ChartOfAccounts;
  readonly version: number;
  readonly since: string;
  codeOf(of: ToPlace): string;
  /** The name of a code in the reader's language. */
  nameOf(code: string): string;
};

/** Every version; `on` gives the one that reads a day, null while the organisation has no chart. */
export type Charts = { readonly versions: number; on(day: string): ReadChart | null };

type Version = { readonly body: ChartOfAccounts; readonly version: number; readonly since: string };

/** The charts of the book, as far as the reader may know them. */
export async function chartsAt(at: Pick<PageAt, "ask" | "may" | "language">): Promise<Charts> {
  const rows = (await rowsOf<Version>(at, "chart.versions")) ?? [];
  const versions = rows.map((one) => ({ ...one, from_day: one.since }));
  const ready = new Map<number, ReadChart>();
  const on = (day: string): ReadChart | null => {
    const found = chartOn(versions, day);
    if (found === null) return null;
    const known = ready.get(found.version) ?? readChartOf(found, at.language);
    ready.set(found.version, known);
    return known;
  };
  return { versions: versions.length, on };
}

function readChartOf({ body, version, since }: Version, language: string): ReadChart {
  const names = new Map(body.accounts.map((one) => [one.code, chartName(one, language)]));
  return {
    chart: body,
    version,
    since,
    codeOf: codeFinder(body),
    nameOf: (code) => names.get(code) ?? code,
  };
}
