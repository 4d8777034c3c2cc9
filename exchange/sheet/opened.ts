/** What a sheet is once it is open, whatever kind of file it came in. */
import type { Refusal } from "../../kernel/refusal.ts";

/**
 * One row. `number` is what a spreadsheet program shows beside it, counted from 1. There is a cell for each column of the
 * header, blank ones as ""; a row that has more keeps them. Days come as YYYY-MM-DD where the sheet says that they are days
 * (with a clock: YYYY-MM-DDTHH:MM), numbers of a workbook as exact text with a point ("48.35"), shares shown as percent with
 * their sign ("11.5%"), cells of a CSV as they are written.
 */
export type SheetRow = { readonly number: number; readonly cells: readonly string[] };

/**
 * How a sheet was read. `decimalMark` is told only where the cells leave no doubt ("1.234" alone tells nothing); a workbook's
 * own numbers always have the point. `sheets` are the visible sheets of a workbook in their order, `sheet` the one that is read.
 */
export type SheetManner = {
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly decimalMark?: "," | ".";
  readonly sheet?: string;
  readonly sheets?: readonly string[];
};

/**
 * An open sheet. `header` has one heading per column, two rows of headings joined by a space; `headerRows` are their numbers,
 * none when the sheet begins with its first record. Each `rows()` reads the file anew from its beginning, without the header,
 * what stands above it, its repetitions and blank rows. Reading throws `SheetBroken` where the file is damaged on the way.
 */
export type OpenSheet = {
  readonly kind: "csv" | "xlsx";
  readonly how: SheetManner;
  readonly header: readonly string[];
  readonly headerRows: readonly number[];
  rows(): AsyncIterable<SheetRow>;
  close(): Promise<void>;
};

/** What a person says of a sheet that was not read as they meant. `headerRow` 0: there is none. */
export type SheetChoice = {
  readonly sheet?: string;
  readonly headerRow?: number;
  readonly delimiter?: string;
  readonly encoding?: string;
};

/** A file before its header is known: every row that has content, in pieces, read anew at each asking. */
export type RawSheet = {
  readonly kind: "csv" | "xlsx";
  readonly how: SheetManner;
  pieces(): AsyncIterable<readonly SheetRow[]>;
  close(): Promise<void>;
};

/** Thrown by reading where a file turns out to be damaged after it was opened; carries the refusal to tell. */
export class SheetBroken extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}
