/**
 * Rows of a book after a position, for a telephone: of each table only the columns and rows that it was declared to need, in the order
 * of positions, as much as fits on one page. A book has one order of acts, so a position says exactly what has been told.
 */
import type pg from "pg";
import type { ColumnType, RecordDeclaration } from "../../kernel/act/record.ts";
import { isUuid } from "../../kernel/ids.ts";
import { assert } from "../../kernel/refusal.ts";
import { inTransaction } from "../connection/pools.ts";

/**
 * A table that is pulled: its record, the columns that stay behind, and which rows go, as a condition over `t` (the row) and `p` (the
 * point: `p.device`, `p.place`, `p.today`).
 */
export type PulledRecord = {
  readonly record: RecordDeclaration;
  readonly cut: readonly string[];
  readonly where: string;
  /**
   * At which position a row is told, where that is not its own: a debt that is lent to the point long after it began is told with the
   * lending.
   */
  readonly toldAt?: string;
};

/** Sums and counters of a kind, of which those go that fit the condition over `t` and `p`. */
export type PulledTally = { readonly kind: string; readonly where: string };

/** What is pulled of a book by any telephone. */
export type Pulling = { readonly records: readonly PulledRecord[]; readonly tallies: readonly PulledTally[] };

/** Who pulls, from where on. `after` 0: from the beginning. `headAfter`: the link of the chain that was told then, in hex. */
export type PullAsked = {
  readonly book: string;
  readonly device: string;
  readonly place: string;
  readonly today: string;
  readonly after: bigint;
  readonly headAfter: string | null;
};

/** How much goes on one page: rows of each table, and bytes of JSON over all. */
export type PageSize = { readonly rows: number; readonly bytes: number };
export const usualPage: PageSize = { rows: 2_000, bytes: 200_000 };

/** One table's rows, columns by name. */
export type PulledRows = {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
};

/** A page. `head` is the link of the chain at `upTo`; `reset`: the history is not the one that `headAfter` was told of. */
export type PulledPage = {
  readonly upTo: bigint;
  readonly head: string;
  readonly more: boolean;
  readonly reset: boolean;
  readonly tables: readonly PulledRows[];
  readonly values: readonly (readonly [string, string])[];
  readonly erased: readonly string[];
  readonly tallies: readonly (readonly [string, string, string])[];
  /** The device's own acts among those positions. */
  readonly own: readonly (readonly [string, string])[];
};

type Client = Pick<pg.PoolClient, "query">;
type At = { readonly position: bigint; readonly values: readonly unknown[] };
type Found = { readonly of: Source; readonly rows: readonly At[]; readonly bound: bigint };
type Source = { readonly name: string; readonly columns: readonly string[]; readonly text: string };

/** Reads one page, all of it from one moment of the book. */
export function pullPage(
  pool: pg.Pool,
  pulling: Pulling,
  asked: PullAsked,
  size: PageSize = usualPage,
): Promise<PulledPage> {
  assert(isUuid(asked.book), "a book is named by a uuid"); // It goes into `set local`, which takes no parameters.
  return inTransaction(pool, async (client) => {
    await client.query(
      `set transaction isolation level repeatable read read only; set local ayni.book = '${asked.book}'; set local jit = off`,
    );
    const head = await headOf(client, asked.book);
    const fits = await isSameHistory(client, asked, head.position);
    const from = fits ? asked.after : 0n;
    return pageFrom(
      client,
      pulling,
      { ...asked, after: from },
      { ...size, head: head.position, reset: !fits || from === 0n },
    );
  });
}

async function headOf(client: Client, book: string): Promise<{ readonly position: bigint }> {
  const { rows } = await client.query("select position from ayni.book_head where book_id = $1::uuid", [book]);
  return { position: (rows[0]?.position as bigint | undefined) ?? 0n };
}

async function linkAt(client: Client, book: string, position: bigint): Promise<string> {
  const { rows } = await client.query(
    "select encode(head, 'hex') as head from ayni.act where book_id = $1::uuid and position = $2::bigint",
    [book, position],
  );
  return (rows[0]?.head as string | undefined) ?? "";
}

/** A book that was restored may stand at the same position with another history: the link of the chain tells them apart. */
async function isSameHistory(client: Client, { book, after, headAfter }: PullAsked, head: bigint): Promise<boolean> {
  if (after === 0n) return true;
  return after <= head && headAfter !== null && (await linkAt(client, book, after)) === headAfter;
}

type Paging = PageSize & { readonly head: bigint; readonly reset: boolean };

async function pageFrom(client: Client, pulling: Pulling, asked: PullAsked, paging: Paging): Promise<PulledPage> {
  const sources = [...pulling.records.map(sourceOf), ownActs, erasures];
  const found: Found[] = [];
  if (asked.after < paging.head) for (const source of sources) found.push(await rowsOf(client, source, asked, paging));
  const upTo = cutAt(found, asked.after, paging);
  const told = new Map(
    found.map(({ of, rows }) => [of.name, rows.filter(({ position }) => position <= upTo).map(({ values }) => values)]),
  );
  const rowsIn = (name: string): readonly (readonly unknown[])[] => told.get(name) ?? [];
  const tables = sources
    .filter(({ name }) => name !== ownActs.name && name !== erasures.name && rowsIn(name).length > 0)
    .map(({ name, columns }) => ({ table: name, columns, rows: rowsIn(name) }));
  const more = upTo < paging.head;
  return {
    upTo,
    head: upTo === 0n ? "" : await linkAt(client, asked.book, upTo),
    more,
    reset: paging.reset,
    tables,
    values: await valuesOf(client, asked.book, tables),
    erased: rowsIn(erasures.name).flatMap(([digests]) => digests as readonly string[]),
    tallies: more ? [] : await talliesOf(client, pulling.tallies, asked),
    own: rowsIn(ownActs.name) as readonly (readonly [string, string])[],
  };
}

const point = "with p as (select $4::uuid as device, $5::text as place, $6::date as today)";

/** Whole numbers and days go as text, as everywhere between us and a telephone. */
const spelled = (name: string, type: ColumnType): string =>
  type === "bigint" || type === "uuid" || type === "day" ? `t."${name}"::text` : `t."${name}"`;

function sourceOf({ record, cut, where, toldAt = "t.position" }: PulledRecord): Source {
  const columns = Object.keys(record.columns).filter((name) => !cut.includes(name));
  const spoken = columns.map((name) => `${spelled(name, record.columns[name]?.type as ColumnType)} as "${name}"`);
  const order = record.rowKey.map((name) => `t."${name}"`).join(", ");
  return {
    name: record.table,
    columns,
    // All rows of the last position come along: one act's rows are never told by halves.
    text: `${point} select t."at the position", ${spoken.join(", ")} from (
        select t.*, ${toldAt} as "at the position" from ayni."${record.table}" t cross join p
         where t.book_id = $1::uuid and ${toldAt} > $2::bigint and (${where})
         order by ${toldAt} fetch first ($3::int) rows with ties) t order by t."at the position", ${order}`,
  };
}

const ownActs: Source = {
  name: "own acts",
  columns: ["act", "position"],
  text: `${point} select t.position as "at the position", t.act_id::text as act, t.position::text as position
    from ayni.act t cross join p
   where t.book_id = $1::uuid and t.position > $2::bigint and t.way = 'device'
     and (t.body::json #>> '{through,device}') = p.device::text
   order by t.position fetch first ($3::int) rows with ties`,
};

const erasures: Source = {
  name: "erasures",
  columns: ["digests"],
  text: `${point} select t.position as "at the position", t.digests from ayni.erasure t cross join p
   where t.book_id = $1::uuid and t.position > $2::bigint
   order by t.position fetch first ($3::int) rows with ties`,
};

async function rowsOf(client: Client, of: Source, asked: PullAsked, { rows: most, head }: Paging): Promise<Found> {
  const { book, after, device, place, today } = asked;
  const { rows } = await client.query({
    name: `pull ${of.name}`,
    text: of.text,
    values: [book, after, most, device, place, today],
  });
  const read = rows.map((row) => ({
    position: row["at the position"] as bigint,
    values: of.columns.map((name) => row[name] as unknown),
  }));
  return { of, rows: read, bound: read.length < most ? head : (read.at(-1)?.position ?? head) };
}

const byPosition = (one: bigint, other: bigint): number => (one < other ? -1 : 1);

/** Up to which position everything found is complete and fits on the page; one position goes in any case. */
function cutAt(found: readonly Found[], after: bigint, { head, bytes }: Paging): bigint {
  const bound = [head, ...found.map((one) => one.bound)].sort(byPosition)[0] as bigint;
  const sizes = new Map<bigint, number>();
  for (const { rows } of found)
    for (const { position, values } of rows)
      if (position <= bound) sizes.set(position, (sizes.get(position) ?? 0) + JSON.stringify(values).length);
  let sum = 0;
  let last = after;
  for (const position of [...sizes.keys()].sort(byPosition)) {
    sum += sizes.get(position) ?? 0;
    if (sum > bytes && last > after) return last;
    last = position;
  }
  return bound;
}

/** The values of the names that these rows carry, as far as they are still there. */
async function valuesOf(
  client: Client,
  book: string,
  tables: readonly PulledRows[],
): Promise<readonly (readonly [string, string])[]> {
  const digests = tables.flatMap(({ table, columns, rows }) => {
    const at = table === "profile" ? columns.indexOf("name") : -1;
    return at < 0 ? [] : rows.flatMap((row) => (row[at] as { readonly digest?: string } | null)?.digest ?? []);
  });
  if (digests.length === 0) return [];
  const { rows } = await client.query(
    "select digest, value from ayni.personal_value where book_id = $1::uuid and digest = any($2::text[]) order by digest",
    [book, digests],
  );
  return rows.map(({ digest, value }) => [digest, value]);
}

async function talliesOf(
  client: Client,
  tallies: readonly PulledTally[],
  { book, device, place, today }: PullAsked,
): Promise<readonly (readonly [string, string, string])[]> {
  const any = tallies.map(({ kind, where }) => `(t.kind = '${kind}' and (${where}))`).join(" or ");
  const { rows } = await client.query({
    name: "pull tallies",
    text: `with p as (select $2::uuid as device, $3::text as place, $4::date as today)
      select t.kind, t.key, t.amount::text as amount from ayni.tally t cross join p
       where t.book_id = $1::uuid and t.amount <> 0 and (${any}) order by t.kind, t.key`,
    values: [book, device, place, today],
  });
  return rows.map(({ kind, key, amount }) => [kind, key, amount]);
}
