/** What a backup carries, read from the database's own catalogue: a table that is added later is carried without a word of code. */
import type pg from "pg";

/** A table as a backup carries it. `name` is "schema.table"; `columns` in order; `key` its primary key. */
export type CarriedTable = {
  readonly name: string;
  /** A book's table has one part for each book; the others belong to the installation. */
  readonly ofBook: boolean;
  /** How its rows come and go: "event", "sheet", "stage", "now" or "local". */
  readonly shape: string;
  readonly columns: readonly string[];
  readonly key: readonly { readonly column: string; readonly isText: boolean }[];
};

/** Tables that stay behind, each with its reason. */
export const staysBehind: Readonly<Record<string, string>> = {
  "public.migration": "the database that is restored into is made by its own migrations",
  "public.migration_lock": "the same",
  "ayni.session": "whoever was signed in signs in again: a backup lets nobody in",
  "ayni.known_browser": "the same: it is half of a sign-in",
  "ayni.backup_run": "it tells of this installation's backups",
  "ayni.backup_part": "the same",
  "ayni.rehearsal": "the same",
  "ayni.field_ticket": "a ticket lasts half an hour, and a backup lets no telephone in",
  "ayni.field_file": "half a file: its telephone sends it again",
};

/** Tables that say `citus:…` in their comment are ours. Those that others refer to come first. */
const ours = `
  select n.nspname || '.' || c.relname as name,
         obj_description(c.oid, 'pg_class') like 'citus:distributed%' as of_book,
         substring(obj_description(c.oid, 'pg_class') from 'shape:([a-z]+)') as shape,
         (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
           where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
         (select jsonb_agg(jsonb_build_object('column', a.attname, 'isText', a.attcollation <> 0) order by k.place)
            from pg_index i cross join lateral unnest(i.indkey::int2[]) with ordinality k (attnum, place)
            join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
           where i.indrelid = c.oid and i.indisprimary) as key,
         (select coalesce(array_agg(distinct f.confrelid::regclass::text), '{}') from pg_constraint f
           where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as refers
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p') and not c.relispartition and obj_description(c.oid, 'pg_class') like 'citus:%'
   order by 1`;

type Row = {
  readonly name: string;
  readonly of_book: boolean;
  readonly shape: string | null;
  readonly columns: string[];
  readonly key: CarriedTable["key"] | null;
  readonly refers: string[];
};

/** Every table that is carried, in an order in which they can be filled. */
export async function carriedTables(client: pg.ClientBase | pg.Pool): Promise<readonly CarriedTable[]> {
  const { rows } = await client.query<Row>(ours);
  const waiting = rows.filter(({ name }) => !Object.hasOwn(staysBehind, name));
  const ordered: Row[] = [];
  const isFilled = (name: string): boolean => ordered.some((one) => one.name === name);
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ refers }) =>
      refers.every((name) => isFilled(name) || !waiting.some((one) => one.name === name)),
    );
    ordered.push(...waiting.splice(Math.max(next, 0), 1));
  }
  return ordered.map(({ of_book, shape, key, ...table }) => ({
    ...{ name: table.name, columns: table.columns, ofBook: of_book },
    ...{ shape: shape ?? "", key: key ?? [] },
  }));
}

const quoted = (name: string): string => `"${name}"`;

/** "ayni.act" as PostgreSQL reads it. */
export const spelledTable = (name: string): string => name.split(".").map(quoted).join(".");

/** Columns in their order, as PostgreSQL reads them. */
export const spelledColumns = (columns: readonly string[]): string => columns.map(quoted).join(", ");

/** Tables of a book whose rows are only ever added, each with the position of its act: up to a place they never change again. */
export const growsOnly = ({ ofBook, shape, columns }: CarriedTable): boolean =>
  ofBook && shape !== "now" && columns.includes("position");

/**
 * The command that gives a table's rows (of one book), in the order of its key by code point: the same on every server. `upTo` leaves out what
 * came after a position.
 */
export function copyOutText(table: CarriedTable, book: string | null, upTo: bigint | null = null): string {
  const order = table.key.map(({ column, isText }) => `${quoted(column)}${isText ? ' collate "C"' : ""}`).join(", ");
  const where = book === null ? "" : ` where "book_id" = '${book}'::uuid`;
  const until = upTo === null ? "" : ` and "position" <= ${upTo}`;
  const sorted = order === "" ? "" : ` order by ${order}`;
  return `copy (select ${spelledColumns(table.columns)} from ${spelledTable(table.name)}${where}${until}${sorted}) to stdout`;
}

/** The command that takes rows back. */
export const copyInText = (name: string, columns: readonly string[]): string =>
  `copy ${spelledTable(name)} (${spelledColumns(columns)}) from stdin`;
