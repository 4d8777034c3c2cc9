/** What a benchmark prints: machine, method, tables. Once as columns for a person, once as Markdown for docs/performance.md. */
import { machineLine, momentLine } from "./machine.ts";

/** A small table; all cells are text already. */
export type Table = {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** All that one benchmark has to say. `method` tells what was done, in whole sentences. */
export type BenchReport = {
  readonly name: string;
  readonly method: readonly string[];
  readonly tables: readonly Table[];
  readonly notes: readonly string[];
};

/** A benchmark: `size` scales its work (1 is the size the aims speak of); `say` tells a person who waits what is being done. */
export type Bench = (request: { readonly size: number; readonly say: (line: string) => void }) => Promise<BenchReport>;

/** The report as text for a terminal. */
export function asText(report: BenchReport): string {
  const parts = [`${report.name}`, machineLine(), momentLine(), "", ...report.method];
  for (const table of report.tables) parts.push("", table.title, ...lined(table));
  return [...parts, ...(report.notes.length > 0 ? ["", ...report.notes] : [])].join("\n");
}

/** The report as Markdown. */
export function asMarkdown(report: BenchReport): string {
  const parts = [`## ${report.name}`, "", `${machineLine()}. ${momentLine()}.`, "", ...report.method];
  for (const { title, columns, rows } of report.tables)
    parts.push("", `**${title}**`, "", row(columns), row(columns.map(() => "---")), ...rows.map(row));
  return [...parts, ...(report.notes.length > 0 ? ["", ...report.notes.map((one) => `* ${one}`)] : [])].join("\n");
}

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

function lined({ columns, rows }: Table): string[] {
  const widths = columns.map((name, at) => Math.max(name.length, ...rows.map((cells) => cells[at]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join("  ");
  return [line(columns), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)];
}
