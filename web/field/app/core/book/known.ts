/** What was pulled of the book: kept in chunks as it came, and laid on a page in the same order. */
import type { Page, TallyChange } from "../../../../../kernel/act/page.ts";
import type { AnyRow, RecordDeclaration } from "../../../../../kernel/act/record.ts";
import type { PulledTable } from "../../../wire.ts";
import { OwnPage } from "../laid/own-page.ts";
import { tables } from "./tables.ts";

/** One chunk of what was pulled. */
export type Chunk = {
  readonly number: number;
  readonly tables: readonly PulledTable[];
  readonly values: readonly (readonly [string, string])[];
  readonly tallies: readonly (readonly [string, string, string])[];
};

/** What the book told this telephone: the page, people's names by digest, and the rows people are found by. */
export type Known = {
  readonly page: OwnPage;
  readonly names: ReadonlyMap<string, string>;
  readonly people: PeopleRows;
};

/** The rows from which people are found: agents, profiles and ties, in the order in which they were said. */
export type PeopleRows = {
  readonly agent: AnyRow[];
  readonly profile: AnyRow[];
  readonly tie: AnyRow[];
  readonly seat: AnyRow[];
  readonly plot: AnyRow[];
};

/** Lays all chunks on a fresh page. */
export function knownFrom(chunks: readonly Chunk[]): Known {
  const page = new OwnPage();
  const names = new Map<string, string>();
  const people: PeopleRows = { agent: [], profile: [], tie: [], seat: [], plot: [] };
  const seen = new Set<string>();
  for (const chunk of chunks) {
    for (const table of chunk.tables) layTable(page, table, people, seen);
    for (const [digest, value] of chunk.values) names.set(digest, value);
    for (const [kind, key, value] of chunk.tallies) setTally(page, kind, key, BigInt(value));
    page.settle();
  }
  return { page, names, people };
}

/** A row that comes again (an answer was lost, a pull began anew) is laid once; a `now` row takes the place of the one before. */
function layTable(page: Page, { table, columns, rows }: PulledTable, people: PeopleRows, seen: Set<string>): void {
  const record = tables.get(table);
  if (record === undefined) return;
  const kept = people[table as keyof PeopleRows];
  for (const values of rows) {
    const row = rowOf(record, columns, values);
    if (record.shape !== "now") {
      const key = `${table}|${record.rowKey.map((name) => `${row[name]}`).join("|")}`;
      if (seen.has(key)) continue;
      seen.add(key);
    }
    page.lay({ record, row });
    kept?.push(row);
  }
}

/** A pulled row as rules read it: whole numbers as such, and null for columns that were not sent. */
function rowOf(record: RecordDeclaration, columns: readonly string[], values: readonly unknown[]): AnyRow {
  const row: Record<string, unknown> = {};
  for (const name of Object.keys(record.columns)) row[name] = null;
  for (const [at, name] of columns.entries()) {
    const value = values[at] ?? null;
    row[name] = record.columns[name]?.type === "bigint" && typeof value === "string" ? BigInt(value) : value;
  }
  return row;
}

/** Tallies are sent as they stand. */
function setTally(page: Page, kind: string, key: string, value: bigint): void {
  const before = page.tally(`tally|${kind}|${key}`) ?? 0n;
  const change: TallyChange = { kind, key, change: value - before };
  page.change(change);
}

/** Chunks without the values of erased digests: on disk too nothing of them stays. Only the ones that change are given back. */
export function forgetting(chunks: readonly Chunk[], erased: ReadonlySet<string>): readonly Chunk[] {
  return chunks.flatMap((chunk) => {
    const values = chunk.values.filter(([digest]) => !erased.has(digest));
    return values.length === chunk.values.length ? [] : [{ ...chunk, values }];
  });
}
