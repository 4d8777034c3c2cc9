/** Loads what needs ask for onto a page: one statement for each table and find, however many acts ask. */
import { keyTextOf, type Read } from "../../kernel/act/need.ts";
import type { Page } from "../../kernel/act/page.ts";
import type { AnyRow, RecordDeclaration } from "../../kernel/act/record.ts";
import { type ListType, listOf } from "./binary.ts";
import { type Client, recordColumns } from "./rows.ts";

/** Past so many keys of one find, as when a settlement is closed, a join over the book is cheaper than a look for each. */
const mostOneByOne = 2_000;

type RowsRead = Read & { readonly kind: "rows" };
type TallyRead = Read & { readonly kind: "tally" };

/** Loads the reads that are missing, each once. */
export async function loadReads(client: Client, book: string, page: Page, reads: readonly Read[]): Promise<void> {
  const groups = new Map<string, Map<string, RowsRead>>();
  const tallies = new Map<string, TallyRead>();
  for (const read of reads) {
    if (read.kind === "tally") tallies.set(read.id, read);
    else {
      const same = groups.get(read.shelf) ?? new Map<string, RowsRead>();
      same.set(read.keyText, read);
      groups.set(read.shelf, same);
    }
  }
  for (const group of groups.values()) await loadRows(client, book, page, [...group.values()]);
  if (tallies.size > 0) await loadTallies(client, book, page, [...tallies.values()]);
}

async function loadRows(client: Client, book: string, page: Page, reads: readonly RowsRead[]): Promise<void> {
  const { record, find } = reads[0] as RowsRead;
  const columns = record.finds[find] as readonly string[];
  const isMany = reads.length > mostOneByOne;
  // Of a young table PostgreSQL may think that it has one row, and read it through once for each key: so not that way.
  if (isMany) await client.query("set local enable_nestloop = off");
  const { rows } = await client.query({
    name: `find ${isMany ? "many " : ""}${record.table} ${find}`,
    text: isMany ? findManyText(record, columns) : findText(record, columns),
    values: [book, ...keyLists(record, columns, reads)],
  });
  if (isMany) await client.query("set local enable_nestloop = on");
  const found = new Map<string, AnyRow[]>();
  for (const row of rows as AnyRow[]) {
    const key = keyTextOf(columns.map((name) => String(row[name])));
    const list = found.get(key);
    if (list === undefined) found.set(key, [row]);
    else list.push(row);
  }
  for (const read of reads) page.loadRows(read, found.get(read.keyText) ?? []);
}

const keyLists = (record: RecordDeclaration, columns: readonly string[], reads: readonly RowsRead[]): Buffer[] =>
  columns.map((name, at) =>
    listOf(
      typeOf(record, name),
      reads.map((read) => read.key[at]),
    ),
  );

const typeOf = (record: RecordDeclaration, name: string): ListType =>
  recordColumns(record).find((one) => one.name === name)?.type as ListType;

/** The pieces of a find's statement: the lists given, the names of their values, what is selected, and in which order. */
function findParts(record: RecordDeclaration, columns: readonly string[]) {
  return {
    given: columns.map((name, at) => `$${at + 2}::${typeOf(record, name)}[]`).join(", "),
    names: columns.map((_, at) => `k${at}`).join(", "),
    selected: Object.keys(record.columns)
      .map((name) => `t."${name}"`)
      .join(", "),
    order: ["position", ...record.rowKey].map((name) => `t."${name}"`).join(", "),
  };
}

function findText(record: RecordDeclaration, columns: readonly string[]): string {
  const { given, names, selected, order } = findParts(record, columns);
  // A find by no column is all there is in the book.
  if (columns.length === 0)
    return `select ${selected} from ayni."${record.table}" t where t.book_id = $1::uuid order by ${order}`;
  const match = columns.map((name, at) => `found."${name}" = asked.k${at}`).join(" and ");
  // `offset 0` keeps PostgreSQL from turning the question round: from reading the whole book and looking for what was asked.
  return `select ${selected} from unnest(${given}) as asked(${names}) cross join lateral (select * from ayni."${record.table}" found
     where found.book_id = $1::uuid and ${match} offset 0) t order by ${order}`;
}

function findManyText(record: RecordDeclaration, columns: readonly string[]): string {
  const { given, names, selected, order } = findParts(record, columns);
  const match = columns.map((name, at) => `t."${name}" = asked.k${at}`).join(" and ");
  return `select ${selected} from unnest(${given}) as asked(${names})
     join ayni."${record.table}" t on t.book_id = $1::uuid and ${match} order by ${order}`;
}

async function loadTallies(client: Client, book: string, page: Page, reads: readonly TallyRead[]): Promise<void> {
  const { rows } = await client.query({
    name: "find tally",
    text: `select t.kind, t.key, t.amount from unnest($2::text[], $3::text[]) as asked(kind, key)
           cross join lateral (select * from ayni.tally found
             where found.book_id = $1::uuid and found.kind = asked.kind and found.key = asked.key offset 0) t`,
    values: [
      book,
      listOf(
        "text",
        reads.map((read) => read.tally),
      ),
      listOf(
        "text",
        reads.map((read) => read.key),
      ),
    ],
  });
  const found = new Map(rows.map((row) => [`${row.kind}|${row.key}`, row.amount as bigint]));
  for (const read of reads) page.loadTally(read, found.get(`${read.tally}|${read.key}`) ?? 0n);
}
