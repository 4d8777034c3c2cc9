import { stringify } from "csv-stringify/sync";
import { harmless } from "./harmless.ts";

/**
 * Writes a sheet as CSV: UTF-8, comma, CRLF as RFC 4180 has it; cells a spreadsheet program would run as formulas are
 * made harmless. `readSheet` gives back the same cells.
 */
export function writeSheet(columns: readonly string[], rows: Iterable<readonly string[]>): string {
  const records = [[...columns], ...Array.from(rows, (row) => row.map(harmless))];
  return stringify(records, { record_delimiter: "\r\n" });
}
