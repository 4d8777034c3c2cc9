/** Which tables of a book name people, and which of their rows name one person or a document of theirs. */
import type pg from "pg";
import type { OwnRecord } from "./own-history.ts";

/** Columns that say whose a row is. Whoever recorded or decided something stands in other columns, and it is not theirs. */
const whose = ["agent", "member", "holder", "from_agent", "to_agent"];

/** Tables that are not records: the history itself is read apart, and who looked at whom is told on the page of one's data. */
const history = [
  ...[
    "act",
    "entry",
    "posting",
    "paper",
    "seal",
    "book_head",
    "tally",
    "personal_value",
    "intake",
    "intake_understood",
  ],
  ...["file", "personal_access"],
  // How telephones were heard: places in their own count, nobody's data.
  ...["device_sequence", "device_heard"],
];

/** A record's table: the columns that name people, and the ids in its key that name its documents. */
export type ReadTable = {
  readonly name: string;
  readonly people: readonly string[];
  readonly documents: readonly string[];
  /** Every column that holds an id. */
  readonly ids: readonly string[];
  readonly hasPosition: boolean;
};

/** Whether its rows are somebody's. */
export const isPersonal = ({ people }: ReadTable): boolean => people.length > 0;

/** Every record of a book, from the catalogue. */
export async function tablesOfBook(client: pg.PoolClient): Promise<readonly ReadTable[]> {
  const { rows } = await client.query(
    `select c.relname as name,
            coalesce(array_agg(a.attname::text) filter (where a.atttypid = 'uuid'::regtype and a.attname <> 'book_id'), '{}') as ids,
            coalesce(array_agg(a.attname::text) filter (where a.atttypid = 'uuid'::regtype and a.attname <> 'book_id' and a.attnum = any(k.indkey)), '{}') as key,
            bool_or(a.attname = 'position') as has_position
       from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'ayni'
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       join pg_index k on k.indrelid = c.oid and k.indisprimary
      where obj_description(c.oid, 'pg_class') like 'citus:distributed%' and c.relname <> all($1)
      group by c.relname order by c.relname`,
    [history],
  );
  return (rows as { name: string; ids: string[]; key: string[]; has_position: boolean }[]).map(
    ({ name, ids, key, has_position }) => {
      const people = ids.filter((column) => whose.includes(column));
      return {
        name,
        ids,
        people,
        documents: key.filter((column) => !whose.includes(column)),
        hasPosition: has_position,
      };
    },
  );
}

/** The rows that name a person, or a document of theirs; the documents' ids; and the places of the acts that wrote them. */
export type Named = {
  readonly records: readonly OwnRecord[];
  readonly documents: ReadonlySet<string>;
  readonly positions: ReadonlySet<string>;
};

/** Twice: what names the person gives their documents, and what names these (a void, an objection, a payment) is theirs too. */
export async function rowsNaming(
  client: pg.PoolClient,
  tables: readonly ReadTable[],
  book: string,
  agent: string,
): Promise<Named> {
  const records: OwnRecord[] = [];
  const documents = new Set<string>();
  const positions = new Set<string>();
  const read = async (table: ReadTable, columns: readonly string[], ids: readonly string[]): Promise<void> => {
    for (const row of await rowsWith(client, table, columns, book, ids)) {
      records.push({ table: table.name, row });
      if (table.hasPosition) positions.add(String(row.position));
      if (isPersonal(table)) for (const name of table.documents) documents.add(String(row[name]));
    }
  };
  for (const table of tables.filter(isPersonal)) await read(table, table.people, [agent]);
  for (const table of tables) if (!isPersonal(table)) await read(table, table.ids, [...documents]);
  return { records, documents, positions };
}

async function rowsWith(
  client: pg.PoolClient,
  { name }: ReadTable,
  columns: readonly string[],
  book: string,
  ids: readonly string[],
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  if (columns.length === 0 || ids.length === 0) return [];
  const any = columns.map((column) => `"${column}" = any($2::uuid[])`).join(" or ");
  const { rows } = await client.query(
    `select to_jsonb(t) - 'book_id' as row from ayni."${name}" t where book_id = $1 and (${any})`,
    [book, ids],
  );
  return rows.map(({ row }) => row);
}
