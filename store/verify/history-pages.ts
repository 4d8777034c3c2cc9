/** Reads a book's history in order, a few thousand acts at a time, with each act's entries and papers beside it. */
import type pg from "pg";
import type { Paper } from "../../kernel/act/follows.ts";
import type { BookedEntry } from "../../kernel/act/history.ts";
import type { Posting } from "../../kernel/ledger/entry.ts";

/** One act as stored, digests and head in hex. */
export type StoredAct = {
  readonly position: bigint;
  readonly act_id: string;
  readonly kind: string;
  readonly version: number;
  readonly rules: number;
  readonly by_agent: string;
  readonly way: string;
  readonly body: string;
  readonly signature: string | null;
  readonly received: string;
  readonly cause: string | null;
  readonly outcome: string;
  readonly act_digest: string;
  readonly outcome_digest: string;
  readonly entries_digest: string;
  readonly papers_digest: string;
  readonly head: string;
};

/** An act with all that is chained to it. `misdated`: a posting does not carry its entry's days. */
export type Told = {
  readonly act: StoredAct;
  readonly entries: BookedEntry[];
  readonly papers: Paper[];
  misdated: boolean;
};

/** How many acts are read at once. */
const chapter = 4_000;

const actText = `select position, act_id, kind, version, rules, by_agent, way, body, signature, received, cause, outcome,
    encode(act_digest, 'hex') as act_digest, encode(outcome_digest, 'hex') as outcome_digest,
    encode(entries_digest, 'hex') as entries_digest, encode(papers_digest, 'hex') as papers_digest, encode(head, 'hex') as head
  from ayni.act where book_id = $1::uuid and position > $2 order by position limit ${chapter}`;

const entryText = `select position, ordinal, because, about, happened, booked, reverses_position, reverses_ordinal
  from ayni.entry where book_id = $1::uuid and position between $2 and $3 order by position, ordinal`;

const postingText = `select position, ordinal, account, commodity, amount, agent, lot, place, owner, agreement, happened, booked
  from ayni.posting where book_id = $1::uuid and position between $2 and $3 order by position, ordinal, line`;

const paperText = `select position, kind, number, about, content
  from ayni.paper where book_id = $1::uuid and position between $2 and $3 order by position, ordinal`;

/** Yields the history chapter by chapter; the next is fetched while this one is read. */
export async function* historyPages(client: pg.PoolClient, book: string): AsyncGenerator<readonly Told[]> {
  let next = readChapter(client, book, 0n);
  for (;;) {
    const told = await next;
    if (told.length === 0) return;
    next = readChapter(client, book, (told[told.length - 1] as Told).act.position);
    yield told;
  }
}

async function readChapter(client: pg.PoolClient, book: string, after: bigint): Promise<readonly Told[]> {
  const acts = (await client.query({ name: "told acts", text: actText, values: [book, after] })).rows as StoredAct[];
  if (acts.length === 0) return [];
  const range = [book, (acts[0] as StoredAct).position, (acts[acts.length - 1] as StoredAct).position];
  const entries = await client.query({ name: "told entries", text: entryText, values: range, rowMode: "array" });
  const postings = await client.query({ name: "told postings", text: postingText, values: range, rowMode: "array" });
  const papers = await client.query({ name: "told papers", text: paperText, values: range });
  const told = new Map<bigint, Told>(
    acts.map((act) => [act.position, { act, entries: [], papers: [], misdated: false }]),
  );
  layEntries(told, entries.rows as unknown as EntryRow[], postings.rows as unknown as PostingRow[]);
  for (const { position, kind, number, about, content } of papers.rows)
    told.get(position)?.papers.push({ kind, number, about, content });
  return [...told.values()];
}

type EntryRow = readonly [bigint, number, string, string | null, string, string, bigint | null, number | null];
type PostingRow = readonly [
  bigint,
  number,
  string,
  string,
  bigint,
  string | null,
  string | null,
  string | null,
  string | null,
  string | null,
  string,
  string,
];

function layEntries(told: Map<bigint, Told>, entries: readonly EntryRow[], postings: readonly PostingRow[]): void {
  let at = 0;
  for (const [position, ordinal, because, about, happened, booked, reversesPosition, reversesOrdinal] of entries) {
    const lines: Posting[] = [];
    const into = told.get(position);
    for (; at < postings.length; at += 1) {
      const row = postings[at] as PostingRow;
      const [p, o, account, commodity, amount, agent, lot, place, owner, agreement, lineHappened, lineBooked] = row;
      if (p > position || (p === position && o > ordinal)) break;
      if (p < position || o < ordinal) {
        const stray = told.get(p); // A posting of no entry.
        if (stray !== undefined) stray.misdated = true;
        continue;
      }
      lines.push({ account, commodity, amount, agent, lot, place, owner, agreement });
      if (into !== undefined && (lineHappened !== happened || lineBooked !== booked)) into.misdated = true;
    }
    const reverses =
      reversesPosition === null || reversesOrdinal === null
        ? null
        : { position: reversesPosition, ordinal: reversesOrdinal };
    into?.entries.push({ because, about, happened, booked, reverses, postings: lines });
  }
  for (; at < postings.length; at += 1) {
    const stray = told.get((postings[at] as PostingRow)[0]);
    if (stray !== undefined) stray.misdated = true;
  }
}
