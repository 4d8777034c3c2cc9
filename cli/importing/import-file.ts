/** One file into a book, whichever of the kinds we can read it is. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import type { FileVoice } from "../../exchange/act.ts";
import { type LotMemory, lotMemory, readLots } from "../../exchange/coffee-lots/read-lots.ts";
import { cellsByColumn } from "../../exchange/columns.ts";
import type { RowOutcome } from "../../exchange/outcome.ts";
import { priceMemory } from "../../exchange/price-series/read-price.ts";
import { readPrices } from "../../exchange/price-series/read-prices.ts";
import { addsUp, type Reconciliation, Reconciling } from "../../exchange/reconciliation.ts";
import { assert, done, type Refusal, type Result } from "../../kernel/refusal.ts";
import type { BookAtHand } from "./book-at-hand.ts";
import { type FirstDays, importLots, noteFirstDay } from "./lots.ts";
import { importPrices } from "./prices.ts";

/** Reads a cell of a row by the name of its column. */
type Cell = (column: string) => string;

/** What is imported: a book, the clock, and which rows (all when unsaid). What is left out is counted apart, and not read. */
export type Importing = {
  readonly hand: BookAtHand;
  readonly now: () => number;
  readonly wanted?: (cell: Cell) => boolean;
  readonly progress?: (rowsSettled: number) => void;
};

/** What became of a file: its account adds up, and `waiting` are the rows that wait for somebody. */
export type ImportedFile = {
  readonly kind: "lots" | "prices";
  readonly columns: readonly string[];
  readonly account: Reconciliation;
  readonly leftOut: number;
  readonly waiting: readonly RowOutcome<unknown>[];
};

/** What the files of one import share. */
export type ImportMemory = { readonly lots: LotMemory; readonly firstDays: FirstDays };
export const importMemory = (): ImportMemory => ({ lots: lotMemory(), firstDays: new Map() });

/**
 * Looks a file over before anything is said: who brings lots, and since when. Refused with `import.columns-missing` when it is
 * of no kind that we can read. The columns of the kind it lacks least are named.
 */
export async function lookOver(path: string, memory: ImportMemory): Promise<Result<"lots" | "prices">> {
  const lots = await readLots(createReadStream(path), lotMemory());
  if (lots.ok) {
    for await (const row of lots.value.rows) if ("draft" in row) noteFirstDay(memory.firstDays, row.draft);
    return done("lots");
  }
  const prices = await readPrices(createReadStream(path));
  if (prices.ok) return done("prices");
  const fewer = missing(prices.refusal) < missing(lots.refusal) ? prices.refusal : lots.refusal;
  return { ok: false, refusal: fewer };
}

const missing = ({ facts }: Refusal): number => String(facts.columns).split(", ").length;

/** Says a file that was looked over to the book. Refused when the seat may not, or the intake is full. */
export async function importFile(
  path: string,
  kind: "lots" | "prices",
  { hand, now, wanted, progress }: Importing,
  memory: ImportMemory,
): Promise<Result<ImportedFile>> {
  const reconciling = new Reconciling();
  const waiting: RowOutcome<unknown>[] = [];
  let leftOut = 0;
  let count = 0;
  const settled = (row: RowOutcome<unknown>): void => {
    reconciling.add(row);
    if (row.outcome === "questioned" || row.outcome === "refused") waiting.push(row);
    count += 1;
    progress?.(count);
  };
  const only = async function* <Row extends RowOutcome<unknown>>(columns: readonly string[], rows: AsyncIterable<Row>) {
    const cellOf = cellsByColumn(columns);
    for await (const row of rows) {
      if (wanted?.((column) => cellOf(row.row.cells, column)) ?? true) yield row;
      else leftOut += 1;
    }
  };
  const voice: FileVoice = { ...hand, file: await digestOf(path), at: new Date(now()).toISOString() };
  const said = await sayFile(path, kind, voice, { hand, memory, only, settled });
  if (!said.ok) return said;
  const account = reconciling.account();
  assert(addsUp(account), "every row read stands in exactly one place");
  return done({ kind, columns: said.value, account, leftOut, waiting });
}

type Saying = {
  readonly hand: BookAtHand;
  readonly memory: ImportMemory;
  readonly settled: (row: RowOutcome<unknown>) => void;
  only<Row extends RowOutcome<unknown>>(columns: readonly string[], rows: AsyncIterable<Row>): AsyncIterable<Row>;
};

/** Says the file's rows, and gives its columns. */
async function sayFile(
  path: string,
  kind: "lots" | "prices",
  voice: FileVoice,
  { hand, memory, settled, only }: Saying,
): Promise<Result<readonly string[]>> {
  const bytes = createReadStream(path);
  if (kind === "lots") {
    const file = await readLots(bytes, memory.lots);
    if (!file.ok) return file;
    const { columns, rows } = file.value;
    const said = await importLots(only(columns, rows), hand, voice, { firstDays: memory.firstDays, settled });
    return said.ok ? done(columns) : said;
  }
  const file = await readPrices(bytes, priceMemory(await hand.pricesHeld()));
  if (!file.ok) return file;
  const { columns, rows } = file.value;
  const said = await importPrices(only(columns, rows), hand, voice, settled);
  return said.ok ? done(columns) : said;
}

/** The SHA-256 of a file's bytes. */
async function digestOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path)) hash.update(piece as Uint8Array);
  return hash.digest("hex");
}
