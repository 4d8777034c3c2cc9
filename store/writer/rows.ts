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

/**
 * One write of a statement: `text` from the number of its first parameter, and its parameters for some of its rows, made only when
 * they are sent. The same `name` has the same text. The first parameter of every statement is the book. `together`: how many rows a
 * statement of a large batch takes, where they are long.
 */
export type Part = {
  readonly name: string;
  readonly rows: number;
  readonly together?: number;
  readonly text: (first: number) => string;
  readonly values: (from: number, to: number) => readonly unknown[];
};

/** Rows given as columns of values: `values[i]` holds all values of `columns[i]`. */
export const columnsPart = (
  table: string,
  columns: readonly SqlColumn[],
  values: readonly (readonly unknown[])[],
  onSame: OnSame = "error",
): Part => ({
  name: table,
  rows: values[0]?.length ?? 0,
  text: (first) => insertText(table, columns, onSame, first),
  values: (from, to) => columns.map((one, at) => listOf(one.type, (values[at] as readonly unknown[]).slice(from, to))),
});

/** Rows past which a batch is written in several statements, none of more rows: of its parameters only a part is in memory at a time. */
const mostTogether = 20_000;

/** Prepared statements by the names of their parts: PostgreSQL's own names may have 63 bytes. */
const statements = new Map<string, { readonly name: string; readonly text: string }>();

/**
 * Writes all parts that have rows: in one statement, since each statement of a small batch costs more than its rows; a large
 * batch piece by piece.
 */
export async function writeParts(client: Client, book: string, parts: readonly Part[]): Promise<void> {
  const some = parts.filter((one) => one.rows > 0);
  if (some.length === 0) return;
  if (some.reduce((sum, one) => sum + one.rows, 0) > mostTogether) return writePieces(client, book, some);
  const values = some.map((one) => one.values(0, one.rows));
  await client.query({ ...statementOf(some, values), values: [book, ...values.flat()] });
}

/** While the database takes one piece, the next is made ready. */
async function writePieces(client: Client, book: string, parts: readonly Part[]): Promise<void> {
  let sent: Promise<unknown> = Promise.resolve();
  for (const part of parts) {
    const together = part.together ?? mostTogether;
    for (let from = 0; from < part.rows; from += together) {
      const values = part.values(from, Math.min(from + together, part.rows));
      await sent;
      sent = client.query({ ...statementOf([part], [values]), values: [book, ...values] });
      sent.catch(() => undefined); // It is awaited before the next; meanwhile nobody looks at it.
    }
  }
  await sent;
}

function statementOf(parts: readonly Part[], values: readonly (readonly unknown[])[]) {
  const names = parts.map((one) => one.name).join(" ");
  const kept = statements.get(names);
  if (kept !== undefined) return kept;
  let first = 2;
  const texts = parts.map((one, at) => {
    const text = `part_${at} as (${one.text(first)})`;
    first += (values[at] as readonly unknown[]).length;
    return text;
  });
  const made = { name: `write ${statements.size}`, text: `with ${texts.join(", ")} select 1` };
  statements.set(names, made);
  return made;
}

function insertText(table: string, columns: readonly SqlColumn[], onSame: OnSame, first: number): string {
  const names = columns.map((one) => `"${one.name}"`).join(", ");
  const arrays = columns.map((one, at) => `$${at + first}::${one.type}[]`).join(", ");
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

/** Rows of one record, each with the position of the act that wrote it. */
export function recordsPart(
  record: RecordDeclaration,
  rows: readonly { readonly row: AnyRow; readonly position: bigint }[],
): Part {
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
  return columnsPart(record.table, recordColumns(record), [...values, last.map((one) => one.position)], onSame);
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
