import { done, type Result } from "../../kernel/refusal.ts";
import { cellsByColumn, missingColumns } from "../columns.ts";
import type { RowOutcome } from "../outcome.ts";
import { readSheet } from "../sheet/read.ts";
import type { FileBytes, Progress } from "../sheet/sheet.ts";
import { type PriceMemory, priceMemory, readPrice } from "./read-price.ts";
import type { PricePointDraft } from "./series.ts";

const NEEDED = ["month", "commodity", "unit", "price_usd"];

/** A file recognised as prices; its rows come one by one, each with its outcome. */
export type PriceFile = {
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<RowOutcome<PricePointDraft>>;
};

/**
 * Reads the long form of the World Bank's Pink Sheet: one row for each month of each commodity, nominal US dollars.
 * Refused as a whole only when its columns are not these (`import.columns-missing`).
 */
export async function readPrices(
  bytes: FileBytes,
  memory: PriceMemory = priceMemory(),
  options: { readonly progress?: Progress } = {},
): Promise<Result<PriceFile>> {
  const sheet = await readSheet(bytes, options);
  const missing = missingColumns(sheet.columns, NEEDED);
  if (missing.length > 0)
    return { ok: false, refusal: { code: "import.columns-missing", facts: { columns: missing.join(", ") } } };
  const cellOf = cellsByColumn(sheet.columns);
  async function* rows() {
    for await (const row of sheet.rows) yield readPrice(row, cellOf, memory);
  }
  return done({ columns: sheet.columns, rows: rows() });
}
