/** From the rows of a file to a sheet with a header. */
import { done, type Result, refused } from "../../kernel/refusal.ts";
import { type Header, headerAt, headerIn } from "./header.ts";
import { mostColumns, rowsSampled } from "./limits.ts";
import { decimalMarkOf } from "./looks.ts";
import type { OpenSheet, RawSheet, SheetRow } from "./opened.ts";

/** Finds the header and opens the sheet under it. Refusals: `sheet.empty`, `sheet.too-many-columns`, `sheet.header-row-missing`. */
export async function headed(raw: RawSheet, headerRow: number | undefined): Promise<Result<OpenSheet>> {
  const sample = await sampleOf(raw);
  const found = Math.max(0, ...sample.map((row) => row.cells.findLastIndex((cell) => cell !== "") + 1));
  if (found === 0) return refused("sheet.empty");
  if (found > mostColumns) return refused("sheet.too-many-columns", { found, most: mostColumns });
  const header = headerRow === undefined ? headerIn(sample) : headerAt(sample, headerRow);
  if (header === null) return refused("sheet.header-row-missing", { row: headerRow ?? 0 }, "headerRow");
  const headings = Array.from({ length: found }, (_, place) => oneLine(header.headings[place] ?? ""));
  const records = sample.filter((row) => row.number > (header.rows.at(-1)?.number ?? 0));
  const mark = raw.kind === "xlsx" ? "." : decimalMarkOf(records.flatMap((row) => row.cells));
  return done({
    kind: raw.kind,
    how: mark === undefined ? raw.how : { ...raw.how, decimalMark: mark },
    header: headings,
    headerRows: header.rows.map((row) => row.number),
    rows: () => recordsOf(raw, header, found),
    close: () => raw.close(),
  });
}

const oneLine = (heading: string): string => heading.replace(/\s+/g, " ").trim();

async function sampleOf(raw: RawSheet): Promise<readonly SheetRow[]> {
  const sample: SheetRow[] = [];
  for await (const piece of raw.pieces()) {
    for (const row of piece) if (sample.length < rowsSampled) sample.push(row);
    if (sample.length >= rowsSampled) break;
  }
  return sample;
}

async function* recordsOf(raw: RawSheet, header: Header, width: number): AsyncGenerator<SheetRow> {
  const begins = header.rows.at(-1)?.number ?? 0;
  const repeated = new Set(header.rows.map((row) => contentOf(row)));
  const beginnings = new Set(header.rows.map(beginningOf));
  for await (const piece of raw.pieces())
    for (const row of piece) {
      if (row.number <= begins) continue;
      if (beginnings.has(beginningOf(row)) && repeated.has(contentOf(row))) continue;
      yield row.cells.length === width ? row : { number: row.number, cells: widened(row.cells, width) };
    }
}

const beginningOf = (row: SheetRow): string => (row.cells.find((cell) => cell !== "") ?? "").toLowerCase();

/** A row without what does not count, to know it again. */
const contentOf = (row: SheetRow): string =>
  row.cells
    .filter((cell) => cell !== "")
    .join("\u0000")
    .toLowerCase();

/** A cell for each column: blanks for those that are missing, and no blanks beyond the last column. */
function widened(cells: readonly string[], width: number): readonly string[] {
  if (cells.length < width) return [...cells, ...Array.from({ length: width - cells.length }, () => "")];
  const last = cells.findLastIndex((cell) => cell !== "") + 1;
  return cells.slice(0, Math.max(width, last));
}
