/** Reads a book's ledger for the journal, as `keeper`, a few thousand entries at a time, all at one moment of the book. */
import type pg from "pg";
import type { AccountKeys, NameOf } from "../exchange/journal/accounts.ts";
import type { JournalEntry, JournalSource } from "../exchange/journal/journal.ts";
import type { Posting } from "../kernel/ledger/entry.ts";

/** Acts read at once. */
const chapter = 5_000;

/** The source of one book's journal. The client stands in a repeatable-read transaction until the journal is written. */
export async function ledgerOf(client: pg.PoolClient, book: string, title: string): Promise<JournalSource> {
  const used = await client.query(
    "select distinct account, agent, lot, place, owner, agreement from books.posting where book_id = $1::uuid",
    [book],
  );
  const commodities = await client.query(
    "select distinct commodity from books.posting where book_id = $1::uuid order by commodity",
    [book],
  );
  return {
    title,
    accounts: used.rows as AccountKeys[],
    commodities: commodities.rows.map((row) => row.commodity as string),
    entries: entriesOf(client, book),
    nameOf: await numbersOf(client, book),
  };
}

/** Member numbers by agent. A number that two have had names neither: their ids are written whole. */
async function numbersOf(client: pg.PoolClient, book: string): Promise<NameOf> {
  const { rows } = await client.query(
    `select agent, number from (
       select from_agent as agent, min(number) as number, count(distinct number) as own from books.tie
        where book_id = $1::uuid and kind = 'membership' and number is not null group by from_agent) as one
      where own = 1`,
    [book],
  );
  const holders = new Map<string, number>();
  for (const { number } of rows) holders.set(number, (holders.get(number) ?? 0) + 1);
  const numbers = new Map<string, string>(
    rows.filter(({ number }) => holders.get(number) === 1).map(({ agent, number }) => [agent, number]),
  );
  return (agent) => numbers.get(agent) ?? null;
}

type Line = Posting & { readonly position: bigint; readonly ordinal: number };

async function* entriesOf(client: pg.PoolClient, book: string): AsyncGenerator<JournalEntry> {
  let after = 0n;
  for (;;) {
    const { rows: bound } = await client.query(
      `select max(position) as last from (select position from books.act
        where book_id = $1::uuid and position > $2 order by position limit ${chapter}) as next`,
      [book, after],
    );
    const last = bound[0]?.last as bigint | null;
    if (last === null) return;
    const { rows } = await client.query(
      `select e.position, e.ordinal, e.because, e.about, e.happened, e.booked, e.reverses_position, e.reverses_ordinal, a.act_id
         from books.entry e join books.act a on a.book_id = e.book_id and a.position = e.position
        where e.book_id = $1::uuid and e.position > $2 and e.position <= $3 order by e.position, e.ordinal`,
      [book, after, last],
    );
    yield* withPostings(rows as EntryRow[], await postingsBetween(client, book, after, last));
    after = last;
  }
}

async function postingsBetween(
  client: pg.PoolClient,
  book: string,
  after: bigint,
  last: bigint,
): Promise<Map<string, Posting[]>> {
  const { rows } = await client.query(
    `select position, ordinal, account, commodity, amount, agent, lot, place, owner, agreement from books.posting
      where book_id = $1::uuid and position > $2 and position <= $3 order by position, ordinal, line`,
    [book, after, last],
  );
  const byEntry = new Map<string, Posting[]>();
  for (const { position, ordinal, ...line } of rows as Line[]) {
    const key = `${position}.${ordinal}`;
    const lines = byEntry.get(key);
    if (lines === undefined) byEntry.set(key, [line]);
    else lines.push(line);
  }
  return byEntry;
}

type EntryRow = Omit<JournalEntry, "postings" | "reverses" | "act"> & {
  readonly act_id: string;
  readonly reverses_position: bigint | null;
  readonly reverses_ordinal: number | null;
};

function* withPostings(rows: readonly EntryRow[], postings: ReadonlyMap<string, Posting[]>): Generator<JournalEntry> {
  for (const { act_id, reverses_position, reverses_ordinal, ...entry } of rows) {
    const reverses =
      reverses_position === null || reverses_ordinal === null
        ? null
        : { position: reverses_position, ordinal: reverses_ordinal };
    yield { ...entry, act: act_id, reverses, postings: postings.get(`${entry.position}.${entry.ordinal}`) ?? [] };
  }
}
