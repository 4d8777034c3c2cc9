import { done, type Result } from "../../kernel/refusal.ts";
import { cellsByColumn } from "../columns.ts";
import { NameCodes } from "../names/name-codes.ts";
import type { RowOutcome } from "../outcome.ts";
import { readSheet } from "../sheet/read.ts";
import type { FileBytes, Progress } from "../sheet/sheet.ts";
import type { CoffeeLotDraft, FileForm } from "./draft.ts";
import { formOf } from "./form.ts";
import { readLot } from "./read-lot.ts";

/** What several files of one import share: codes for names, and the lots already known (key → where they were read). */
export type LotMemory = { readonly names: NameCodes; readonly known: Map<string, string> };

/** A memory with the lots that a book already holds. */
export const lotMemory = (known: Iterable<readonly [key: string, where: string]> = []): LotMemory => ({
  names: new NameCodes(),
  known: new Map(known),
});

/** A file recognised as coffee lots; its rows come one by one, each with its outcome. */
export type LotFile = {
  readonly form: FileForm;
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<RowOutcome<CoffeeLotDraft>>;
};

/**
 * Reads a file of graded coffee lots of the Coffee Quality Institute, cleaned or raw, with names or with codes for names.
 * Refused as a whole only when its columns are not those of coffee lots (`import.columns-missing`).
 */
export async function readLots(
  bytes: FileBytes,
  memory: LotMemory,
  options: { readonly progress?: Progress } = {},
): Promise<Result<LotFile>> {
  const sheet = await readSheet(bytes, options);
  const form = formOf(sheet.columns);
  if (!form.ok) return form;
  const reading = { form: form.value, cellOf: cellsByColumn(sheet.columns), ...memory };
  async function* rows() {
    for await (const row of sheet.rows) yield readLot(row, reading);
  }
  return done({ form: form.value, columns: sheet.columns, rows: rows() });
}
