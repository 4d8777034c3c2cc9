/**
 * What a book holds about one person: the records that name them or their documents, the acts behind these, their papers, their lines of
 * the ledger, and their personal values. Found through the catalogue of tables, so that a room that is added later is in it too.
 * What a person recorded about others in an office of theirs is not about them, and is not in it. Read as `app`, behind the wall.
 */
import type pg from "pg";
import { isUuid } from "../../kernel/ids.ts";
import { assert } from "../../kernel/refusal.ts";
import { isPersonal, type ReadTable, rowsNaming, tablesOfBook } from "./naming.ts";

/** A row of a record: its columns as PostgreSQL's JSON writes them, other people's ids taken out. */
export type OwnRecord = { readonly table: string; readonly row: Readonly<Record<string, unknown>> };

/**
 * An act about the person. `body` is its exact text as it was received, null when it names other people too: then it stands here by
 * its digest alone.
 */
export type OwnAct = {
  readonly position: string;
  readonly act: string;
  readonly kind: string;
  readonly received: string;
  readonly body: string | null;
  readonly actDigest: string;
};

/** A paper issued about the person, its content as it was kept. */
export type OwnPaper = {
  readonly position: string;
  readonly kind: string;
  readonly number: string;
  readonly content: string;
};

/** A line of the ledger that names the person; `amount` in whole grains of the commodity. */
export type OwnLine = {
  readonly position: string;
  readonly happened: string;
  readonly booked: string;
  readonly because: string;
  readonly account: string;
  readonly commodity: string;
  readonly amount: string;
};

/** All of it, with the head of the book at that moment. */
export type OwnHistory = {
  readonly book: string;
  readonly agent: string;
  readonly head: { readonly position: string; readonly digest: string };
  readonly personal: readonly { readonly value: string; readonly digest: string; readonly salt: string }[];
  readonly acts: readonly OwnAct[];
  readonly papers: readonly OwnPaper[];
  readonly lines: readonly OwnLine[];
  readonly records: readonly OwnRecord[];
};

/** Reads the history of one agent of a book, all at one moment. */
export async function ownHistory(pool: pg.Pool, book: string, agent: string): Promise<OwnHistory> {
  assert(isUuid(book) && isUuid(agent), "book and agent are named by uuids");
  const client = await pool.connect();
  try {
    await client.query(`begin transaction isolation level repeatable read read only; set local ayni.book = '${book}'`);
    return await readHistory(client, book, agent);
  } finally {
    await client.query("rollback").catch(() => undefined);
    client.release();
  }
}

async function readHistory(client: pg.PoolClient, book: string, agent: string): Promise<OwnHistory> {
  const tables = await tablesOfBook(client);
  const named = await rowsNaming(client, tables, book, agent);
  const documents = [...named.documents];
  const papers = await client.query(
    `select position::text, kind, number, content from ayni.paper where book_id = $1 and about = any($2::uuid[]) order by paper.position, ordinal`,
    [book, [agent, ...documents]],
  );
  const lines = await client.query(
    `select p.position::text, p.happened, p.booked, e.because, p.account, p.commodity, p.amount::text
       from ayni.posting p join ayni.entry e using (book_id, position, ordinal)
      where p.book_id = $1 and p.agent = $2 order by p.position, p.ordinal, p.line`,
    [book, agent],
  );
  const positions = new Set([
    ...named.positions,
    ...papers.rows.map((row) => row.position),
    ...lines.rows.map((row) => row.position),
  ]);
  const head = await client.query(
    `select position::text, encode(head, 'hex') as digest from ayni.book_head where book_id = $1`,
    [book],
  );
  const own = new Set([agent, book, ...documents]);
  const acts = await actsAt(client, book, [...positions]);
  const others = await othersIn(client, tables, book, own, [
    ...acts.map(({ body }) => saysOf(body)),
    ...named.records.map(({ row }) => JSON.stringify(row)),
  ]);
  return {
    ...{ book, agent, head: head.rows[0] },
    personal: await personalOf(client, book, named.records),
    acts: acts.map((act) => ({ ...act, body: namesAny(saysOf(act.body), others) ? null : act.body })),
    papers: papers.rows, // Issued to the person as they stand: whoever weighed, and whoever brought the bags, is on them.
    lines: lines.rows,
    records: named.records.map(({ table, row }) => ({ table, row: withoutOthers(row, others) })),
  };
}

type ReadAct = OwnAct & { readonly body: string };

/** The acts at these places. */
async function actsAt(client: pg.PoolClient, book: string, positions: readonly string[]): Promise<readonly ReadAct[]> {
  const { rows } = await client.query(
    `select position::text, act_id as act, kind, received, body, encode(act_digest, 'hex') as "actDigest"
       from ayni.act where book_id = $1 and position = any($2::bigint[]) order by act.position`,
    [book, positions],
  );
  return rows as ReadAct[];
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Ids in these texts that are other people, or their documents: ids that a table of people's things holds, and that are not one's own. */
async function othersIn(
  client: pg.PoolClient,
  tables: readonly ReadTable[],
  book: string,
  own: ReadonlySet<string>,
  texts: readonly string[],
): Promise<ReadonlySet<string>> {
  const unknown = new Set(texts.flatMap((text) => text.match(UUID) ?? []).filter((id) => !own.has(id)));
  const others = new Set<string>();
  const organisations = await client.query("select organisation from ayni.book_settings where book_id = $1", [book]);
  for (const { organisation } of organisations.rows) unknown.delete(organisation);
  for (const table of tables.filter(isPersonal)) {
    for (const column of new Set([...table.people, ...table.documents])) {
      const { rows } = await client.query(
        `select distinct "${column}" as id from ayni."${table.name}" where book_id = $1 and "${column}" = any($2::uuid[])`,
        [book, [...unknown]],
      );
      for (const { id } of rows) others.add(id);
    }
  }
  return others;
}

/** What an act says. Who recorded it, and from which seat or device, stands around that: one may know who wrote about one. */
const saysOf = (body: string): string => JSON.stringify((JSON.parse(body) as { readonly says?: unknown }).says) ?? "";

const namesAny = (text: string, others: ReadonlySet<string>): boolean =>
  (text.match(UUID) ?? []).some((id) => others.has(id));

/** The same row, with other people's ids gone. */
const withoutOthers = (
  row: Readonly<Record<string, unknown>>,
  others: ReadonlySet<string>,
): Readonly<Record<string, unknown>> =>
  JSON.parse(JSON.stringify(row).replace(UUID, (id) => (others.has(id) ? "" : id)));

/** The values whose digests the person's own profiles name. */
async function personalOf(client: pg.PoolClient, book: string, records: readonly OwnRecord[]) {
  const digests = records.flatMap(({ row }) => JSON.stringify(row).match(/\b[0-9a-f]{64}\b/g) ?? []);
  const { rows } = await client.query(
    "select value, digest, salt from ayni.personal_value where book_id = $1 and digest = any($2) order by digest",
    [book, digests],
  );
  return rows as OwnHistory["personal"];
}
