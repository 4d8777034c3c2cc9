/** Every table that a book publishes, row by row, as `keeper`, all at one moment of the book. */
import pg from "pg";
import type { CellKind, ExportTable } from "../exchange/export/table.ts";

/** Rows fetched at once. */
const chapter = 2_000;

/** Columns that say who somebody is: a seal over the value that is kept apart. Names are what a roll is for; the others are not. */
const sealed: Readonly<Record<string, readonly string[]>> = { profile: ["name", "identity", "telephone"] };
const openToAll = ["name"];
/** The table of sealed values themselves. */
const valuesTable = "personal_value";

type Column = { readonly name: string; readonly type: string };

const kinds: Readonly<Record<string, CellKind>> = {
  ...{ bigint: "number", integer: "number", smallint: "number", numeric: "number" },
  date: "day",
};

/**
 * The tables of a book, each with its rows still to be read. The client stands in a repeatable-read transaction until the last
 * is read. Numbers are as the book keeps them: grams, line grains; headings are the names that the schema has. Identity numbers,
 * telephones and the table of personal values come only with `personal`.
 */
export async function tablesOf(
  client: pg.PoolClient,
  book: string,
  personal: boolean,
): Promise<readonly ExportTable[]> {
  const { rows } = await client.query(
    `select c.relname as relation, jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, null))
                                             order by a.attnum) as columns
       from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'books'::regnamespace and c.relkind = 'v' and a.attnum > 0 and not a.attisdropped
      group by c.relname order by c.relname`,
  );
  return (rows as { readonly relation: string; readonly columns: readonly Column[] }[])
    .filter(
      ({ relation, columns }) =>
        columns.some(({ name }) => name === "book_id") && (personal || relation !== valuesTable),
    )
    .map(({ relation, columns }) => {
      const shown = columns.filter(({ name }) => personal || !isPersonal(relation, name));
      return {
        name: relation,
        columns: shown.map(({ name, type }) => ({
          head: name,
          kind: isSealed(relation, name) ? "text" : (kinds[type] ?? "text"),
        })),
        rows: rowsOf(client, book, relation, shown),
      };
    });
}

const isSealed = (relation: string, column: string): boolean => (sealed[relation] ?? []).includes(column);
const isPersonal = (relation: string, column: string): boolean =>
  isSealed(relation, column) && !openToAll.includes(column);

async function* rowsOf(
  client: pg.PoolClient,
  book: string,
  relation: string,
  columns: readonly Column[],
): AsyncGenerator<readonly string[]> {
  const written = columns.map(({ name }) => {
    const column = `one.${pg.escapeIdentifier(name)}`;
    return isSealed(relation, name)
      ? `(select v.value from books.${valuesTable} v where v.book_id = one.book_id and v.digest = ${column} ->> 'digest')`
      : `${column}::text`;
  });
  const cells = written.map((one) => `coalesce(${one}, '')`).join(", ");
  const from = `books.${pg.escapeIdentifier(relation)} one where one.book_id = ${pg.escapeLiteral(book)}::uuid`;
  await client.query(`declare exported no scroll cursor for select array[${cells}] as cells from ${from}`);
  for (;;) {
    const { rows } = await client.query(`fetch ${chapter} from exported`);
    for (const row of rows) yield row.cells as readonly string[];
    if (rows.length < chapter) break;
  }
  await client.query("close exported");
}
