/**
 * Documents as data. A room declares its records here-shaped, so that the store writes and loads any room's rows without
 * knowing the room, and the phone keeps the same rows in its own store.
 *
 * Four shapes, so that rooms do not invent five:
 * - `event`: happened once; a void is a row of its own
 * - `sheet`: a whole new version is inserted, with the day it is in force `from_day`; columns `version`, `from_day` are added
 * - `stage`: the steps of a document's life as rows; columns `step`, `stage` are added
 * - `now`: an updatable cache of the current sheet or stage; can be rebuilt
 */

import { canonicalJson } from "../canonical.ts";

/** What a column holds. `bigint` is a whole number of any size, `int` a small count, `day` "YYYY-MM-DD", `json` plain data. */
export type ColumnType = "uuid" | "text" | "bigint" | "int" | "day" | "json" | "boolean";

/** One column: its type, and whether it may be empty. */
export type Column<Type extends ColumnType = ColumnType, Empty extends boolean = boolean> = {
  readonly type: Type;
  readonly empty: Empty;
};

/** The value that a column's rows carry in TypeScript. */
type Held<Type extends ColumnType> = Type extends "bigint"
  ? bigint
  : Type extends "int"
    ? number
    : Type extends "boolean"
      ? boolean
      : Type extends "json"
        ? unknown
        : string;

type Columns = Readonly<Record<string, Column>>;

/** The rows of a set of columns. */
export type RowOf<C extends Columns> = {
  readonly [Name in keyof C]: C[Name] extends Column<infer Type, infer Empty>
    ? Held<Type> | (Empty extends true ? null : never)
    : never;
};

/** Any row, when the record is not known by type. */
export type AnyRow = Readonly<Record<string, unknown>>;

/** The four shapes. */
export type Shape = "event" | "sheet" | "stage" | "now";

type Added = {
  event: Record<never, never>;
  sheet: { readonly version: Column<"int", false>; readonly from_day: Column<"day", false> };
  stage: { readonly step: Column<"int", false>; readonly stage: Column<"text", false> };
  now: Record<never, never>;
};

/** A record declaration: table, columns, key, and the column lists by which needs may find its rows. */
export type RecordDeclaration<C extends Columns = Columns> = {
  readonly table: string;
  readonly room: string;
  readonly shape: Shape;
  readonly columns: C;
  /** Names one document; sheets and stages have several rows for it. */
  readonly key: readonly string[];
  /** Names one row: the key, and `version` or `step` where the shape has one. */
  readonly rowKey: readonly string[];
  /** Column lists by which rows can be asked for, by name; `key` is always there. */
  readonly finds: Readonly<Record<string, readonly string[]>>;
  /** For each find, the name under which its rows lie on a page: "delivery|byReceipt". */
  readonly shelves: Readonly<Record<string, string>>;
};

/** The row type of a record declaration. */
export type Row<R> = R extends RecordDeclaration<infer C> ? RowOf<C> : never;

const added = {
  event: {},
  sheet: { version: { type: "int", empty: false }, from_day: { type: "day", empty: false } },
  stage: { step: { type: "int", empty: false }, stage: { type: "text", empty: false } },
  now: {},
} as const satisfies { [S in Shape]: Columns };

const rowKeyOf = { event: [], sheet: ["version"], stage: ["step"], now: [] } as const;

/** Column makers: `column.uuid`, `column.text` …; `column.maybe(column.text)` may be empty. */
export const column = {
  uuid: { type: "uuid", empty: false },
  text: { type: "text", empty: false },
  bigint: { type: "bigint", empty: false },
  int: { type: "int", empty: false },
  day: { type: "day", empty: false },
  json: { type: "json", empty: false },
  boolean: { type: "boolean", empty: false },
  maybe: <Type extends ColumnType>(of: Column<Type>): Column<Type, true> => ({ type: of.type, empty: true }),
} as const;

/** Declares a record. Every table also has `book_id` and the `position` of the act that wrote the row; rooms need not say so. */
export function record<S extends Shape, C extends Columns>(declared: {
  readonly table: string;
  readonly room: string;
  readonly shape: S;
  readonly columns: C;
  readonly key: readonly (keyof C & string)[];
  readonly finds?: Readonly<Record<string, readonly (keyof C & string)[]>>;
}): RecordDeclaration<C & Added[S]> {
  return {
    table: declared.table,
    room: declared.room,
    shape: declared.shape,
    columns: { ...declared.columns, ...added[declared.shape] } as unknown as C & Added[S],
    key: declared.key,
    rowKey: [...declared.key, ...rowKeyOf[declared.shape]],
    finds: { ...declared.finds, key: declared.key },
    shelves: Object.fromEntries(
      [...Object.keys(declared.finds ?? {}), "key"].map((find) => [find, `${declared.table}|${find}`]),
    ),
  };
}

/** One row to be written. */
export type Written = { readonly record: RecordDeclaration; readonly row: AnyRow };

/** Pairs a record with a row of its type: the only way a room makes something to be written. */
export const write = <C extends Columns>(to: RecordDeclaration<C>, row: RowOf<C>): Written => ({
  record: to as unknown as RecordDeclaration,
  row: row as AnyRow,
});

/** The version of a sheet in force on a day: the highest version whose day has come; null before the first. */
export function inForce<T extends { readonly version: number; readonly from_day: string }>(
  versions: readonly T[],
  day: string,
): T | null {
  let found: T | null = null;
  for (const one of versions) if (one.from_day <= day && (found === null || one.version > found.version)) found = one;
  return found;
}

/** The newest version of a sheet, whether or not its day has come; null when there is none. */
export const newest = <T extends { readonly version: number }>(versions: readonly T[]): T | null =>
  versions.reduce<T | null>((best, one) => (best === null || one.version > best.version ? one : best), null);

/** The stage a document has reached: the row of the highest step; null when it has none. */
export const reached = <T extends { readonly step: number }>(stages: readonly T[]): T | null =>
  stages.reduce<T | null>((best, one) => (best === null || one.step > best.step ? one : best), null);

/** The number of the next version of a sheet. */
export const nextVersion = (versions: readonly { readonly version: number }[]): number =>
  versions.reduce((highest, one) => Math.max(highest, one.version), 0) + 1;

/** Whether a kept row says the same as a new one, column by column; plain data is compared whatever the order of its keys. */
export const sameRow = (kept: AnyRow, said: AnyRow): boolean =>
  Object.keys(said).every((name) => spelled(kept[name]) === spelled(said[name]));

const spelled = (value: unknown): string => (typeof value === "bigint" ? `${value}` : canonicalJson(value));

/**
 * The rows of one act in the order in which the store gives them back: those of one table by their row key. A page that was folded
 * and one that was loaded then answer in the same order, so everything that follows from an order is the same everywhere.
 */
export function inKeyOrder(written: readonly Written[]): readonly Written[] {
  if (written.length < 2) return written;
  const tables = new Map<RecordDeclaration, Written[]>();
  for (const one of written) {
    const same = tables.get(one.record);
    if (same === undefined) tables.set(one.record, [one]);
    else same.push(one);
  }
  return [...tables.entries()].flatMap(([record, rows]) =>
    rows.length < 2 ? rows : rows.sort(byRowKey(record.rowKey)),
  );
}

/** Most keys have one column, and a closing sorts two hundred thousand rows by it. */
function byRowKey(names: readonly string[]): (one: Written, other: Written) => number {
  const [only] = names;
  if (only !== undefined && names.length === 1)
    return (one, other) => inOrder(one.row[only] as Sortable, other.row[only] as Sortable);
  return (one, other) => {
    for (const name of names) {
      const order = inOrder(one.row[name] as Sortable, other.row[name] as Sortable);
      if (order !== 0) return order;
    }
    return 0;
  };
}

type Sortable = string | number | bigint;
const inOrder = (one: Sortable, other: Sortable): number => (one === other ? 0 : one < other ? -1 : 1);
