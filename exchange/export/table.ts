/** A table on its way out, whatever file it goes into. */

/**
 * What a column holds. Cells of "number" are exact decimals with a point, of "day" YYYY-MM-DD; a cell that is neither is written
 * as the text it is. "" is blank.
 */
export type CellKind = "text" | "number" | "day";

/** One column: its heading, unit included, and what it holds. */
export type ExportColumn = { readonly head: string; readonly kind: CellKind };

/** A table: `name` is what a workbook calls its sheet. Rows come one by one, so that any number of them can pass. */
export type ExportTable = {
  readonly name: string;
  readonly columns: readonly ExportColumn[];
  readonly rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>;
};

/** Which files there are. */
export type ExportFormat = "csv" | "xlsx";

/** The type of a file, as HTTP names it. */
export const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
