import type { Fact } from "../kernel/refusal.ts";
import type { SheetRow } from "./sheet/sheet.ts";

/**
 * What is remarkable about one cell: a lasting code ("import.bag-weight-zero"), the name of the column, and the text as it
 * was found there. The sentence for a person is in `languages/LANGUAGE/import.json` under the code without "import.".
 * When the book itself asks or refuses what the row says, the code is the book's ("delivery.season-closed"), with its `facts`.
 */
export type Remark = {
  readonly code: string;
  readonly field: string;
  readonly found: string;
  readonly facts?: Readonly<Record<string, Fact>>;
};

/** All codes of an import begin alike, so that they cannot be taken for the codes of a book. */
export type ImportCode = `import.${string}`;

/**
 * What became of one row: exactly one of four.
 * - `taken`: a draft of what an act will say;
 * - `questioned`: a person must answer `reason` first; the draft holds what is certain;
 * - `refused`: nothing in it can be used, for `reason`;
 * - `known`: the book, or an earlier row, holds the same; `reason.found` names where.
 * Notes are smaller remarks on a row that go with any outcome and stop nothing.
 */
export type RowOutcome<Draft> =
  | { readonly outcome: "taken"; readonly row: SheetRow; readonly draft: Draft; readonly notes: readonly Remark[] }
  | {
      readonly outcome: "questioned";
      readonly row: SheetRow;
      readonly draft: Draft;
      readonly reason: Remark;
      readonly notes: readonly Remark[];
    }
  | { readonly outcome: "refused"; readonly row: SheetRow; readonly reason: Remark; readonly notes: readonly Remark[] }
  | { readonly outcome: "known"; readonly row: SheetRow; readonly reason: Remark; readonly notes: readonly Remark[] };

/** A remark about a cell. */
export const remark = (code: ImportCode, field: string, found: string): Remark => ({ code, field, found });

/** What a row with a fault of the sheet itself becomes, whatever the sheet is about. */
export function refusedForFault(row: SheetRow): RowOutcome<never> | null {
  if (row.fault === null) return null;
  const found = row.fault === "cell-count" ? `${row.cells.length}` : "";
  return { outcome: "refused", row, reason: remark(`import.row-${row.fault}`, "", found), notes: [] };
}
