/**
 * Bulk rows: `INSERT … SELECT unnest(…)` for any table, from declared columns. One statement per table and batch, prepared by
 * name, so a batch of a thousand acts costs about as many round trips as one.
 */
import type pg from "pg";
import type { AnyRow, ColumnType, RecordDeclaration } from "../../kernel/act/record.ts";
import { assert } from "../../kernel/refusal.ts";
import { type ListType, listOf } from "./binary.ts";

/** A connection inside a transaction. */
export type Client = Pick<pg.PoolClient, "query">;

/** A column as a statement needs it: its name and its PostgreSQL type. */
export type SqlColumn = { readonly name: string; readonly type: ListType };

/** How a bulk insert behaves when a row of the same key is there: an error, left alone, or replaced (`now` records). */
export type OnSame = { readonly replace: readonly string[] } | "error" | "leave";

const sqlTypes = {
  uuid: "uuid",
  text: "text",
  bigint: "bigint",
  int: "int",
  day: "date",
  json: "jsonb",
  boolean: "boolean",
} as const satisfies Record<ColumnType, string>;

const statements = new Map<string, string>();

/** Inserts rows given as columns of values: `values[i]` holds all values of `columns[i]`. Returns how many went in. */
export async function insertColumns(
  client: Client,
  table: string,
  book: string,
  columns: readonly SqlColumn[],
  values: readonly (readonly unknown[])[],
  onSame: OnSame = "error",
): Promise<number> {
  if ((values[0]?.length ?? 0) === 0) return 0;
  const name = `insert ${table}`;
  let text = statements.get(name);
  if (text === undefined) {
    text = insertText(table, columns, onSame);
    statements.set(name, text);
  }
  const lists = columns.map((one, at) => listOf(one.type, values[at] as readonly unknown[]));
  const result = await client.query({ name, text, values: [book, ...lists] });
  return result.rowCount ?? 0;
}

function insertText(table: string, columns: readonly SqlColumn[], onSame: OnSame): string {
  const names = columns.map((one) => `"${one.name}"`).join(", ");
  const arrays = columns.map((one, at) => `$${at + 2}::${one.type}[]`).join(", ");
  const conflict =
    onSame === "error"
      ? ""
      : onSame === "leave"
        ? " on conflict do nothing"
        : ` on conflict (book_id, ${onSame.replace.map((key) => `"${key}"`).join(", ")}) do update set ${columns
            .filter((one) => !onSame.replace.includes(one.name))
            .map((one) => `"${one.name}" = excluded."${one.name}"`)
            .join(", ")}`;
  return `insert into ayni."${table}" (book_id, ${names}) select $1::uuid, * from unnest(${arrays})${conflict}`;
}

/** The columns of a record's table as the store writes them: its own, and the position of the act. */
export const recordColumns = (record: RecordDeclaration): readonly SqlColumn[] => [
  ...Object.entries(record.columns).map(([name, of]) => ({ name, type: sqlTypes[of.type] })),
  { name: "position", type: "bigint" },
];

/** Inserts rows of one record, each with the position of the act that wrote it. */
export function insertRecords(
  client: Client,
  book: string,
  record: RecordDeclaration,
  rows: readonly { readonly row: AnyRow; readonly position: bigint }[],
): Promise<number> {
  const last = record.shape === "now" ? lastOfEachKey(record, rows) : rows;
  const names = Object.keys(record.columns);
  const values = names.map((name) => {
    const { type, empty } = record.columns[name] as { type: ColumnType; empty: boolean };
    return last.map(({ row }) => {
      const value = row[name];
      // The promise is spelled only when it is broken: this is asked of every value of a batch.
      if (value === undefined || (value === null && !empty)) assert(false, `${record.table}.${name} has a value`);
      return type === "json" && value !== null ? JSON.stringify(value) : value;
    });
  });
  const onSame: OnSame = record.shape === "now" ? { replace: record.rowKey } : "error";
  return insertColumns(
    client,
    record.table,
    book,
    recordColumns(record),
    [...values, last.map((one) => one.position)],
    onSame,
  );
}

/** PostgreSQL refuses to update one row twice in a statement: of a `now` record only the last row of a key is written. */
function lastOfEachKey<T extends { readonly row: AnyRow }>(
  record: RecordDeclaration,
  rows: readonly T[],
): readonly T[] {
  const last = new Map<string, T>();
  for (const one of rows) last.set(record.rowKey.map((key) => String(one.row[key])).join("|"), one);
  return [...last.values()];
}
