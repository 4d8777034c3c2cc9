/**
 * Why a row could not be taken apart: it has more or fewer cells than the heading, bytes that are not text in the file's
 * encoding, or a quotation mark that never closes (everything to the end of the file hangs on it).
 */
export type SheetFault = "cell-count" | "not-text" | "quote-open";

/** One row of a sheet. `number` is what a spreadsheet program shows beside it: the heading is row 1, the first record row 2. */
export type SheetRow = {
  readonly number: number;
  readonly cells: readonly string[];
  readonly fault: SheetFault | null;
};

/** A sheet as it comes in: its heading, and its rows one by one, so that a file larger than memory can be read. */
export type Sheet = { readonly columns: readonly string[]; readonly rows: AsyncIterable<SheetRow> };

/** The bytes of a file: a whole one, or a stream of pieces. */
export type FileBytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Told the number of records read so far; called every `PROGRESS_STEP` rows and once at the end. */
export type Progress = (rowsRead: number) => void;

export const PROGRESS_STEP = 1000;
