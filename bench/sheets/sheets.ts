/** `sheets`: reading and writing a sheet of 100,000 rows, beside programs that do only a part of it. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startChild } from "../method/child.ts";
import { figuresOf, ratioText, spelled, spelledFigures } from "../method/figures.ts";
import type { Bench } from "../method/report.ts";
import { writeCsv, writeSharedXlsx, writeXlsx } from "./files.ts";
import type { Work, Worked } from "./work.ts";

const ROWS = 100_000;
const REPEATS = 3;

/** One piece of work, repeated, each time in a new process. */
async function repeated(work: Work, repeats: number): Promise<readonly Worked[]> {
  const all: Worked[] = [];
  for (let turn = 0; turn < repeats; turn += 1) {
    const child = startChild(new URL("work.ts", import.meta.url));
    all.push(await child.ask<Worked>(work));
    await child.end();
  }
  return all;
}

/** The benchmark. */
export const bench: Bench = async ({ size, say }) => {
  const folder = mkdtempSync(join(tmpdir(), "ayni-bench-sheets-"));
  const rows = Math.round(ROWS * size);
  const [csv, xlsx, shared] = ["a.csv", "a.xlsx", "shared.xlsx"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  try {
    say(`writing files of ${rows} rows`);
    await Promise.all([writeCsv(csv, rows), writeXlsx(xlsx, rows), writeSharedXlsx(shared, rows)]);
    const began = performance.now();
    execFileSync("wc", ["-l", csv]);
    const counted = (performance.now() - began) / 1_000;
    const table: string[][] = [];
    const line = async (name: string, work: Work, yardstick: number | null): Promise<number> => {
      const all = await repeated(work, REPEATS);
      const took = figuresOf(all.map((one) => one.seconds));
      const peak = figuresOf(all.map((one) => one.mebibytes));
      const beside = yardstick === null ? "" : ratioText(took.median, yardstick);
      table.push([name, spelledFigures(took), spelled(rows / took.median), spelledFigures(peak), beside]);
      say(table.at(-1)?.join("  ") ?? "");
      return took.median;
    };
    const parsed = await line("CSV, taken apart by csv-parse only", { what: "csv-parse", file: csv }, null);
    await line("CSV, read", { what: "read", file: csv }, parsed);
    const unpacked = await line("workbook, only unpacked", { what: "unpack", file: xlsx }, null);
    await line("workbook, read: texts in the cells", { what: "read", file: xlsx }, unpacked);
    await line("workbook, read: a table of texts, as Excel writes", { what: "read", file: shared }, unpacked);
    const out = join(folder, "out");
    const stringified = await line("CSV, written by csv-stringify", { what: "csv-stringify", file: out, rows }, null);
    await line("CSV, written", { what: "csv", file: out, rows }, stringified);
    const packaged = await line(
      "workbook, written by write-excel-file",
      { what: "write-excel-file", file: out, rows },
      null,
    );
    await line("workbook, written", { what: "xlsx", file: out, rows }, packaged);
    const mebibytes = (file: string): string => spelled(statSync(file).size / 2 ** 20);
    return {
      name: "sheets",
      method: [
        `Files of ${rows} rows and ten columns (${mebibytes(csv)} MiB as CSV, ${mebibytes(xlsx)} and ${mebibytes(shared)} MiB as workbooks), semicolons and decimal commas.`,
        "Each figure from a process of its own; memory is the most that the process ever held, the program itself (about 100 MiB) included.",
        "Reading opens the file, finds letters, delimiter, header and decimal mark, and passes every row once.",
      ],
      tables: [
        {
          title: "One file",
          columns: ["work", "seconds", "rows/s", "peak memory, MiB", "beside the line above"],
          rows: table,
        },
      ],
      notes: [`wc -l of the CSV: ${spelled(counted)} s.`],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
