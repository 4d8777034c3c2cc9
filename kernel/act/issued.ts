/**
 * Papers as later acts may read them: what a statement said when it was closed is what a correction of it starts from. Papers are history
 * and not records, so no act writes a row of this; the fold lays the papers that an act issues on the page, and the store loads those of before.
 */
import type { Paper } from "./follows.ts";
import { column, record, type Written, write } from "./record.ts";

/** Which papers are read again. Of others, a receipt among them, the records keep all that acts ask for. */
const readAgain: ReadonlySet<string> = new Set(["statement"]);

/** A paper as issued, found by the document it is about. */
export const issuedPaper = record({
  table: "paper",
  room: "store",
  shape: "event",
  columns: { kind: column.text, number: column.text, about: column.uuid, content: column.text },
  key: ["kind", "number"],
  finds: { byAbout: ["about"] },
});

/** The rows by which later acts find these papers. */
export const issuedRows = (papers: readonly Paper[]): readonly Written[] =>
  papers
    .filter(({ kind }) => readAgain.has(kind))
    .map(({ kind, number, about, content }) => write(issuedPaper, { kind, number, about, content }));
