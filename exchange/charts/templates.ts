/**
 * Charts of accounts to begin with, as sheets beside this file. None of them was checked by an accountant of its country: each page that
 * offers one says so, with where its codes come from.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { assert } from "../../kernel/refusal.ts";
import { type ChartRows, readChart } from "./chart-sheet.ts";

/** Which there are: for any small cooperative, and by the codes of a country. Title and source stand in the languages, under the same name. */
export const chartTemplates = [
  { template: "small-cooperative", country: null },
  { template: "pe-pcge", country: "PE" },
  { template: "co-puc", country: "CO" },
] as const;
export type ChartTemplate = (typeof chartTemplates)[number]["template"];

/** Whether a text names one. */
export const isChartTemplate = (text: string): text is ChartTemplate =>
  chartTemplates.some((one) => one.template === text);

/** One of them. Their files are plain: no cell holds a comma or a quotation mark but between the marks of RFC 4180. */
export function chartTemplate(template: ChartTemplate): ChartRows {
  const text = readFileSync(join(import.meta.dirname, `${template}.csv`), "utf8");
  const [header = [], ...rows] = text.trim().split("\n").map(cellsOf);
  const read = readChart(header, rows);
  assert(read.ok, `a template can be read: ${template}`);
  return read.value;
}

const cellsOf = (line: string): string[] =>
  [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
    .slice(0, 6)
    .map(([, cell = ""]) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell));
