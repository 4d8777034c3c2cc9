/** What a book in memory answers to a telephone's pull: the same rows as the real server's, of every table a telephone knows. */
import type { MemoryBook } from "../../../../../kernel/act/memory.ts";
import type { PulledTable } from "../../../wire.ts";
import { tables } from "../book/tables.ts";

/** The tables of all acts of a book after a position, up to another. */
export function tablesOf(book: MemoryBook, after: bigint, upTo: bigint): readonly PulledTable[] {
  const found = new Map<string, { table: string; columns: string[]; rows: unknown[][] }>();
  for (const { position, follows } of book.history) {
    if (position <= after || position > upTo) continue;
    for (const { record, row } of follows.records) {
      if (!tables.has(record.table)) continue;
      const columns = Object.keys(record.columns);
      const table = found.get(record.table) ?? { table: record.table, columns, rows: [] };
      table.rows.push(columns.map((name) => plain(row[name])));
      found.set(record.table, table);
    }
  }
  return [...found.values()];
}

const plain = (value: unknown): unknown => (typeof value === "bigint" ? value.toString() : (value ?? null));

/** Names of people by digest, as they travelled beside the acts. */
export const valuesOf = (book: MemoryBook): readonly [string, string][] =>
  book.history.flatMap(({ heard }) => heard.beside.map(({ digest, value }) => [digest, value] as [string, string]));

/** Every tally of the book as it stands. */
export const talliesOf = (book: MemoryBook): readonly [string, string, string][] =>
  [...book.page.allTallies()].map(([id, value]) => {
    const [, kind = "", ...key] = id.split("|");
    return [kind, key.join("|"), value.toString()];
  });
