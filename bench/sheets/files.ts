/** The files of the benchmark: hand-overs of a made-up cooperative, as separated values and as workbooks. */
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { csvPieces } from "../../exchange/export/csv.ts";
import type { CellKind, ExportTable } from "../../exchange/export/table.ts";
import {
  columnName,
  partsAfter,
  partsBefore,
  sheetBeginning,
  sheetEnd,
  xmlText,
} from "../../exchange/export/workbook-parts.ts";
import { xlsxPieces } from "../../exchange/export/xlsx.ts";
import { type ZipPart, zipped } from "../../exchange/export/zip.ts";

const columns: readonly (readonly [string, CellKind])[] = [
  ["N°", "number"],
  ["Nombre", "text"],
  ["Comunidad", "text"],
  ["Día", "day"],
  ["Producto", "text"],
  ["Recibo", "text"],
  ["Bruto (kg)", "number"],
  ["Tara (kg)", "number"],
  ["Neto (kg)", "number"],
  ["Humedad (%)", "number"],
];
const producers = 5_000;
const two = (number: number): string => `${number}`.padStart(2, "0");

function rowOf(at: number): readonly string[] {
  const grams = 40_000 + ((at * 7_919) % 400_000);
  const kilograms = (value: number): string => `${Math.floor(value / 1_000)}.${`${value % 1_000}`.padStart(3, "0")}`;
  return [
    `${at % producers}`,
    `Ñusta Peña ${at % producers}`,
    `Comunidad ${at % 31}`,
    `2024-${two((at % 12) + 1)}-${two((at % 28) + 1)}`,
    at % 3 === 0 ? "cacao en baba" : "café pergamino",
    `T3Q-${`${at}`.padStart(7, "0")}`,
    kilograms(grams),
    "0.350",
    kilograms(grams - 350),
    `${9 + (at % 8)}.${at % 10}`,
  ];
}

/** So many rows as a table. */
export const tableOf = (rows: number): ExportTable => ({
  name: "Entregas",
  columns: columns.map(([head, kind]) => ({ head, kind })),
  rows: (function* () {
    for (let at = 0; at < rows; at++) yield rowOf(at);
  })(),
});

/** Writes the table as separated values. */
export const writeCsv = (path: string, rows: number): Promise<void> =>
  pipeline(Readable.from(csvPieces(tableOf(rows), "es")), createWriteStream(path));

/** Writes the table as our own workbook, its texts within its cells. */
export const writeXlsx = (path: string, rows: number): Promise<void> =>
  pipeline(Readable.from(xlsxPieces(tableOf(rows))), createWriteStream(path));

/** Writes the table as Excel does: every text once, in a table of texts that the cells point into. */
export async function writeSharedXlsx(path: string, rows: number): Promise<void> {
  const texts = new Map<string, number>();
  const cell = (text: string, kind: CellKind, place: string): string => {
    if (kind === "number") return `<c r="${place}"><v>${text}</v></c>`;
    const known = texts.get(text) ?? texts.size;
    texts.set(text, known);
    return `<c r="${place}" t="s"><v>${known}</v></c>`;
  };
  function* sheet() {
    const table = tableOf(rows);
    const line = (cells: readonly string[], number: number, kinds: readonly CellKind[]): string =>
      `<row r="${number}">${cells.map((one, at) => cell(one, kinds[at] ?? "text", `${columnName(at)}${number}`)).join("")}</row>`;
    yield sheetBeginning([]).replace("<cols></cols>", "") +
      line(
        table.columns.map((one) => one.head),
        1,
        [],
      );
    let number = 1;
    for (const cells of table.rows as Iterable<readonly string[]>) {
      number += 1;
      yield line(
        cells,
        number,
        table.columns.map((one) => one.kind),
      );
    }
    yield sheetEnd(0, number);
  }
  function* shared() {
    yield "<sst>";
    for (const text of texts.keys()) yield `<si><t>${xmlText(text)}</t></si>`;
    yield "</sst>";
  }
  function* parts(): Generator<ZipPart> {
    yield* partsBefore();
    yield { name: "xl/worksheets/sheet1.xml", content: sheet() };
    yield { name: "xl/sharedStrings.xml", content: shared() };
    yield* partsAfter("Entregas", 1);
  }
  await pipeline(Readable.from(zipped(parts())), createWriteStream(path));
}
