/** A table as separated values (RFC 4180), in the manner that the reader's spreadsheet program expects. */
import { harmless } from "../sheet/harmless.ts";
import type { CellKind, ExportTable } from "./table.ts";

/**
 * The manner of a file: "es" for countries that write 48,35 (semicolon, decimal comma), "en" for those that write 48.35 (comma,
 * point). A spreadsheet program set to one of them opens that one right.
 */
export type CsvStyle = "es" | "en";

/** The marks of each manner. */
export const csvMarks: Readonly<Record<CsvStyle, { readonly delimiter: string; readonly decimal: string }>> = {
  es: { delimiter: ";", decimal: "," },
  en: { delimiter: ",", decimal: "." },
};

/** Characters gathered before they are handed on. */
const pieceLength = 32 * 1024;
const DECIMAL = /^-?\d+(?:\.\d+)?$/;
const byteOrderMark = "\uFEFF";

/**
 * The pieces of the file. Texts that a spreadsheet program would run as a formula are made harmless; numbers stay numbers, the
 * negative ones too. `bom` begins it with the mark by which Excel of Windows knows UTF-8.
 */
export async function* csvPieces(table: ExportTable, style: CsvStyle, bom = false): AsyncGenerator<string> {
  const { delimiter, decimal } = csvMarks[style];
  const kinds = table.columns.map((column) => column.kind);
  const needsQuotes = new RegExp(`["\\r\\n${delimiter}]|^\\s|\\s$`);
  const line = (cells: readonly string[], of: readonly CellKind[]): string =>
    `${cells.map((cell, place) => written(cell, of[place] ?? "text", decimal, needsQuotes)).join(delimiter)}\r\n`;
  let piece = bom ? byteOrderMark : "";
  piece += line(
    table.columns.map((column) => column.head),
    [],
  );
  for await (const row of table.rows) {
    piece += line(row, kinds);
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}

function written(cell: string, kind: CellKind, decimal: string, needsQuotes: RegExp): string {
  if (kind === "number" && DECIMAL.test(cell)) return cell.replace(".", decimal);
  const safe = harmless(cell);
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
