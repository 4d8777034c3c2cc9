/** What a file says to a book, ready to be sent: the voice of a seat that brought the file in, and one act for each thing said. */
import { derivedUuid } from "../kernel/ids.ts";

/** Who brings which file into which book. `file` is the SHA-256 of its bytes, `at` the clock of whoever brings it (ISO, UTC). */
export type FileVoice = {
  readonly book: string;
  readonly seat: string;
  readonly agent: string;
  readonly file: string;
  readonly at: string;
};

/** One act that a row of a file gives. `row` is the number a spreadsheet shows beside it. */
export type FileAct = { readonly id: string; readonly row: number; readonly kind: string; readonly says: unknown };

/** The id of what one row says: the same file read again says the same acts. `what` tells several acts of a row apart. */
export const rowActId = (file: string, row: number, what: string): string => derivedUuid(`file ${file} ${row} ${what}`);

/** The body of an act as text, spoken through the file. */
export function bodyOf({ id, row, kind, says }: FileAct, { book, seat, agent, file, at }: FileVoice): string {
  return JSON.stringify({ id, book, kind, version: 1, by: agent, through: { way: "file", seat, file, row, at }, says });
}
