/**
 * One batch, one transaction, one book: lock the head, load what the acts need, fold them in order, write everything in bulk,
 * advance the head, commit. Reads never lock; other books run beside it.
 */
import type pg from "pg";
import { type Folded, foldOne, type Surveyed, survey, type Tools } from "../../kernel/act/fold.ts";
import type { Heard } from "../../kernel/act/heard.ts";
import { beginning } from "../../kernel/act/history.ts";
import type { Read } from "../../kernel/act/need.ts";
import { Page } from "../../kernel/act/page.ts";
import { type Refusal, refused } from "../../kernel/refusal.ts";
import { type Answer, answerTo } from "./answers.ts";
import { listOf } from "./binary.ts";
import { forget, partsOf } from "./history-rows.ts";
import { keepUnread, markUnderstood, type Unread, unreadOf } from "./intake.ts";
import { loadReads } from "./load.ts";
import { type Client, type Part, writeParts } from "./rows.ts";

/** What waits for a book: an act that was heard, or bytes to be kept. `intake` is its number when it is tried again. */
export type Waiting = {
  readonly source: string;
  readonly item: { readonly heard: Heard } | { readonly unread: Unread };
  readonly intake?: bigint;
};

/** Answer to one that waited; `full` when even its bytes could not be kept. */
export type Taken = Answer | { readonly full: Refusal };

/** Signs a text with the installation's key; returns the signature and the key's id. */
export type Seal = (text: string) => { readonly signature: string; readonly keyId: string };

/** The head of a book as a transaction finds it. */
export type Head = { readonly position: bigint; readonly head: string };

/** What was learnt of the book, to be used again while nobody else has moved its head. */
export type Memory = { readonly page: Page; readonly at: bigint };

/** Everything a transaction works with. */
export type Desk = {
  readonly book: string;
  readonly tools: Tools;
  readonly seal: Seal;
  readonly now: () => string;
  /** Told what was written, for the tables' statistics. */
  readonly wrote: (parts: readonly Part[]) => void;
};

/**
 * Statements of a batch find their rows by an index. Prepared while a book is young, PostgreSQL would choose to read whole small
 * tables, and keep to that while they grow. Nor is any of them worth compiling.
 */
const byIndex = "set local enable_seqscan = off; set local jit = off; set local plan_cache_mode = force_generic_plan";

/** Takes a batch in one transaction. Throws when the database does; then nothing of it happened. */
export async function takeBatch(
  pool: pg.Pool,
  desk: Desk,
  waiting: readonly Waiting[],
  memory: Memory | null,
): Promise<{ readonly taken: readonly Taken[]; readonly memory: Memory }> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const head = await beginAtHead(client, desk.book, waiting);
    const page = memory !== null && memory.at === head.position ? memory.page : new Page("partial");
    const result = await takeInTurn(client, desk, head, page, waiting);
    await client.query("commit");
    page.settle();
    return { taken: result.taken, memory: { page, at: result.position } };
  } catch (error) {
    await client.query("rollback").catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Begins the transaction behind the wall of its book, and locks the head, in one round trip. */
async function beginAtHead(client: Client, book: string, waiting: readonly Waiting[]): Promise<Head> {
  const head = `select position, encode(head, 'hex') as head from ayni.book_head where book_id = '${book}' for update`;
  const answers = await client.query(`begin; set local ayni.book = '${book}'; ${byIndex}; ${head}`);
  const found = (answers as unknown as readonly pg.QueryResult<Head>[]).at(-1)?.rows[0];
  return found ?? lockHead(client, book, waiting);
}

async function lockHead(client: Client, book: string, waiting: readonly Waiting[]): Promise<Head> {
  const found = await client.query({
    name: "lock head",
    text: "select position, encode(head, 'hex') as head from ayni.book_head where book_id = $1::uuid for update",
    values: [book],
  });
  if (found.rows[0] !== undefined) return found.rows[0] as Head;
  const opens = waiting.some(({ item }) => "heard" in item && item.heard.body.kind === "book.open");
  if (!opens) throw new BookUnknown(book);
  await client.query("insert into ayni.book_directory (book_id) values ($1::uuid) on conflict do nothing", [book]);
  await client.query(
    "insert into ayni.book_head (book_id, position, head) values ($1::uuid, 0, decode($2, 'hex')) on conflict do nothing",
    [book, beginning],
  );
  return lockHead(client, book, waiting);
}

/** Thrown when a book has never been opened here: a caller's mistake that the API answers with 404. */
export class BookUnknown extends Error {
  constructor(book: string) {
    super(`no book ${book} here`);
  }
}

async function takeInTurn(
  client: Client,
  desk: Desk,
  head: Head,
  page: Page,
  waiting: readonly Waiting[],
): Promise<{ taken: readonly Taken[]; position: bigint }> {
  const known = await knownActs(client, desk.book, waiting);
  await loadSurveyed(client, desk, page, head, waiting, known);
  const batch: Folded[] = [];
  const taken: Taken[] = [];
  let position = head.position;
  for (const one of waiting) {
    const fresh: Folded[] = [];
    const answer = await takeOne(client, desk, page, one, position + 1n, known, fresh);
    for (const folded of fresh) known.set(folded.heard.body.id, { position: folded.position, text: folded.heard.text });
    for (const one of fresh) batch.push(one);
    position += BigInt(fresh.length);
    taken.push(answer);
  }
  if (batch.length > 0) await writeBatch(client, desk, head, batch, position);
  return { taken, position };
}

async function writeBatch(
  client: Client,
  desk: Desk,
  head: Head,
  batch: readonly Folded[],
  position: bigint,
): Promise<void> {
  const { head: next, parts } = partsOf(head.head, batch);
  await writeParts(client, desk.book, [...parts, headPart(position, next), sealPart(desk, position, next)]);
  desk.wrote(parts);
  await forget(client, desk.book, batch);
}

const headPart = (position: bigint, head: () => string): Part => ({
  name: "head",
  rows: 1,
  text: (first) =>
    `update ayni.book_head set position = $${first}::bigint, head = decode($${first + 1}::text, 'hex') where book_id = $1::uuid`,
  values: () => [position, head()],
});

function sealPart(desk: Desk, position: bigint, head: () => string): Part {
  return {
    name: "seal",
    rows: 1,
    text: (first) =>
      `insert into ayni.seal (book_id, position, signature, key_id)
       values ($1::uuid, $${first}::bigint, $${first + 1}::text, $${first + 2}::text)`,
    values: () => {
      const { signature, keyId } = desk.seal(sealedText(desk.book, position, head()));
      return [position, signature, keyId];
    },
  };
}

/** The text an installation signs: which book stood where. */
export const sealedText = (book: string, position: bigint, head: string): string => `ayni|${book}|${position}|${head}`;

type KnownActs = Map<string, { readonly position: bigint; readonly text: string }>;

async function knownActs(client: Client, book: string, waiting: readonly Waiting[]): Promise<KnownActs> {
  const ids = waiting.flatMap(({ item }) => ("heard" in item ? [item.heard.body.id] : []));
  if (ids.length === 0) return new Map();
  const { rows } = await client.query({
    name: "known acts",
    text: "select act_id, position, body from ayni.act where book_id = $1::uuid and act_id = any($2::uuid[])",
    values: [book, listOf("uuid", ids)],
  });
  return new Map(rows.map((row) => [row.act_id, { position: row.position, text: row.body }]));
}

/** Loads the union of what all acts need. A need may follow from another's answer: acts with such needs are asked again. */
async function loadSurveyed(
  client: Client,
  desk: Desk,
  page: Page,
  head: Head,
  waiting: readonly Waiting[],
  known: KnownActs,
): Promise<void> {
  const position = head.position + 1n;
  let asking: Asking[] = waiting.flatMap(({ item }) =>
    "heard" in item && !known.has(item.heard.body.id) ? [(now) => survey(now, item.heard, desk.tools, position)] : [],
  );
  while (asking.length > 0) {
    const missing: Read[] = [];
    const still: Asking[] = [];
    for (const ask of asking) {
      const found = asked(ask, page);
      for (const read of found.missing) missing.push(read); // Spread as arguments, hundreds of thousands would overflow the stack.
      if (found.next !== null) still.push(found.next);
    }
    if (missing.length === 0) return;
    await loadReads(client, desk.book, page, missing);
    asking = still;
  }
}

/** Asks what one act misses. */
type Asking = (page: Page) => Surveyed;

/** An act whose needs throw is our own fault: it shows again, and is kept, when its turn comes. */
function asked(ask: Asking, page: Page): Surveyed {
  try {
    return ask(page);
  } catch {
    return { missing: [], next: null };
  }
}

async function takeOne(
  client: Client,
  desk: Desk,
  page: Page,
  { item, source, intake }: Waiting,
  position: bigint,
  known: KnownActs,
  fresh: Folded[],
): Promise<Taken> {
  if ("unread" in item) return keepUnread(client, desk.book, item.unread);
  const { heard } = item;
  const keep = (because: Refusal): Promise<Taken> => keepUnread(client, desk.book, unreadOf(heard, source, because));
  const before = known.get(heard.body.id);
  if (before !== undefined) {
    if (before.text !== heard.text) return keep(refused("act.id-used", { act: heard.body.id }).refusal);
    if (intake !== undefined) await markUnderstood(client, desk.book, intake, heard.body.id);
    return { act: heard.body.id, outcome: "known already", position: before.position.toString() };
  }
  const result = await foldWithLoading(client, desk, page, heard, position);
  if ("fault" in result)
    return keep(refused("act.our-fault", { kind: heard.body.kind, problem: result.fault }).refusal);
  if ("kept" in result) return keep(result.kept);
  for (const one of result.folded) fresh.push(one);
  if (intake !== undefined) await markUnderstood(client, desk.book, intake, heard.body.id);
  return answerTo(result.folded[0] as Folded);
}

type FoldedInTurn = { readonly folded: readonly Folded[] } | { readonly kept: Refusal } | { readonly fault: string };

async function foldWithLoading(
  client: Client,
  desk: Desk,
  page: Page,
  heard: Heard,
  position: bigint,
): Promise<FoldedInTurn> {
  for (;;) {
    let result: ReturnType<typeof foldOne>;
    try {
      result = foldOne(page, heard, position, desk.tools);
    } catch (error) {
      return { fault: error instanceof Error ? error.message : "unknown" };
    }
    if (!("missing" in result)) return result;
    await loadReads(client, desk.book, page, result.missing);
  }
}
