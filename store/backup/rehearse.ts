/**
 * A rehearsal: the last good backup of one book is restored aside, compared table by table with the backup and with the running book,
 * proves itself, and is let go. What came of it is kept, for the page of that book.
 */
import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { Tools } from "../../kernel/act/fold.ts";
import type { RecordDeclaration } from "../../kernel/act/record.ts";
import { done, type Refusal, type Result, refused } from "../../kernel/refusal.ts";
import { inTransaction, type Store } from "../connection/pools.ts";
import type { SealHolds } from "../field/seals.ts";
import type { Numbering } from "../migrate/files.ts";
import { MIGRATIONS, migrate } from "../migrate/run.ts";
import { verifyBook } from "../verify/verify.ts";
import { keyIdOf } from "../writer/seal.ts";
import { asRefusal, breakOff, orBreak } from "./broken.ts";
import { lastBackup } from "./last.ts";
import { compareTables, digestOf, fill, type Loading, prepareFor } from "./load.ts";
import { alone } from "./lock.ts";
import { type BackupRead, readBackup } from "./read.ts";
import { onScratch } from "./scratch.ts";
import { type CarriedTable, carriedTables, copyOutText, growsOnly } from "./tables.ts";

/** What a rehearsal needs. `by` is the agent who asked for it. */
export type Rehearsing = {
  readonly store: Store;
  readonly tools: Tools;
  readonly records: readonly RecordDeclaration[];
  readonly book: string;
  readonly by: string;
  readonly passphrase: string | null;
  /** Judges devices' seals on printed receipts: see `Verification`. */
  readonly sealHolds?: SealHolds;
  readonly now: () => number;
  readonly numbering?: Numbering;
};

/** Where a rehearsal is. */
export type RehearsalStep = "read" | "load" | "compare" | "prove" | "done";

/**
 * One table of the book. `rows` in the backup, `rowsRestored` after the restore; `isSame`: the same text, row for row. `runningSame`: so does
 * the running book, up to the place the backup stands at; null for what may change since (sums, names that were erased).
 */
export type RehearsedTable = {
  readonly table: string;
  readonly rows: string;
  readonly rowsRestored: string;
  readonly isSame: boolean;
  readonly runningSame: boolean | null;
};

/** What came of a rehearsal. */
export type RehearsalOutcome = {
  readonly made: string;
  readonly position: string;
  readonly head: string;
  readonly tables: readonly RehearsedTable[];
  readonly acts: number;
  readonly problems: number;
};

/** The last rehearsal of a book. */
export type Rehearsal = {
  readonly rehearsal: string;
  readonly began: string;
  readonly step: RehearsalStep;
  readonly ended: string | null;
  readonly refusal: Refusal | null;
  readonly outcome: RehearsalOutcome | null;
};

/** Notes that a rehearsal begins, and gives it: `ended` is there once it has. The page goes on meanwhile. */
export async function beginRehearsal(
  rehearsing: Rehearsing,
): Promise<{ readonly rehearsal: string; readonly ended: Promise<void> }> {
  const rehearsal = randomUUID();
  const { store, book, by, now } = rehearsing;
  const keeper = store.connect("keeper");
  await keeper.query(
    "insert into ayni.rehearsal (rehearsal, book_id, asked_by, began, step) values ($1, $2, $3, $4, 'read')",
    [rehearsal, book, by, new Date(now()).toISOString()],
  );
  const at = async (step: RehearsalStep): Promise<void> => {
    await keeper.query("update ayni.rehearsal set step = $2 where rehearsal = $1", [rehearsal, step]);
  };
  const end = async (outcome: Result<RehearsalOutcome>): Promise<true> => {
    await keeper.query(
      "update ayni.rehearsal set step = 'done', ended = $2, refusal = $3, outcome = $4 where rehearsal = $1",
      [
        rehearsal,
        new Date(now()).toISOString(),
        outcome.ok ? null : JSON.stringify(outcome.refusal),
        outcome.ok ? JSON.stringify(outcome.value) : null,
      ],
    );
    return true;
  };
  const work = async (): Promise<void> => {
    const play = async (): Promise<true> => end(await rehearse(rehearsing, at).catch(asRefusal));
    const played = await alone(store.server, "rehearsal", play);
    if (played === null) await end(refused("backup.running"));
  };
  return { rehearsal, ended: work() };
}

/** The last rehearsal of a book; null when there was none. */
export async function lastRehearsal(store: Store, book: string): Promise<Rehearsal | null> {
  const { rows } = await store
    .connect("app")
    .query(
      "select rehearsal, began, step, ended, refusal, outcome from ayni.rehearsal where book_id = $1 order by began desc limit 1",
      [book],
    );
  return (rows[0] as Rehearsal | undefined) ?? null;
}

/**
 * Plays it. Refusals: `backup.none`, `backup.book-not-in` (the book is newer than the backup), those of reading, `backup.no-scratch`.
 */
async function rehearse(
  rehearsing: Rehearsing,
  at: (step: RehearsalStep) => Promise<void>,
): Promise<Result<RehearsalOutcome>> {
  const { store, book, passphrase } = rehearsing;
  const { good } = await lastBackup(store, book, rehearsing.now());
  if (good === null) return refused("backup.none");
  if (good.position === null) return refused("backup.book-not-in");
  const loading: Loading = {
    ...{ file: good.file, book, passphrase },
    ...(rehearsing.numbering === undefined ? {} : { numbering: rehearsing.numbering }),
  };
  const read = orBreak(await readBackup(loading.file, passphrase));
  await at("load");
  return done(await onScratch(store.server, (scratch) => playThrough(rehearsing, loading, read, scratch, at)));
}

async function playThrough(
  { store, book, records, tools, sealHolds }: Rehearsing,
  loading: Loading,
  read: BackupRead,
  scratch: Store,
  at: (step: RehearsalStep) => Promise<void>,
): Promise<RehearsalOutcome> {
  await prepareFor(scratch, read, loading);
  await fill(scratch, loading);
  await at("compare");
  const standing =
    read.manifest.books.find((one) => one.book === book) ?? breakOff(refused("backup.book-not-in").refusal);
  const restored = await compareTables(scratch, read.manifest.tables, book);
  const running = await runningDigests(store, read, book, standing.position);
  const tables = restored.map(({ table, rows, rowsHere, isSame }) => {
    const said = read.manifest.tables.find((one) => one.table === table && one.book === book);
    const now = running.get(table);
    const runningSame = now === undefined ? null : now === said?.digest;
    return { table, rows, rowsRestored: rowsHere, isSame, runningSame };
  });
  await at("prove");
  orBreak(await migrate(scratch, MIGRATIONS, loading.numbering));
  const sealKeys = new Map(read.manifest.keys.map((raw) => [keyIdOf(raw), raw]));
  const judged = sealHolds === undefined ? {} : { sealHolds };
  const report = await verifyBook(scratch.connect("keeper"), book, { records, tools, sealKeys, ...judged });
  const sameHead = report.head === standing.head;
  return {
    made: read.header.made,
    position: standing.position,
    head: standing.head,
    tables,
    acts: report.acts,
    problems: report.problems.length + (sameHead ? 0 : 1),
  };
}

/** Digests of the running book up to the place of the backup, of the tables whose rows are only ever added. */
async function runningDigests(
  store: Store,
  { manifest }: BackupRead,
  book: string,
  position: string,
): Promise<ReadonlyMap<string, string>> {
  return inTransaction(store.connect("keeper"), async (client) => {
    await client.query("set transaction isolation level repeatable read read only");
    const digests = new Map<string, string>();
    for (const table of (await carriedTables(client)).filter(growsOnly)) {
      const said = manifest.tables.find((one) => one.table === table.name && one.book === book);
      if (said === undefined) continue;
      const { digest } = await digestUpTo(client, { ...table, columns: said.columns }, book, position);
      digests.set(table.name, digest);
    }
    return digests;
  });
}

const digestUpTo = (client: pg.PoolClient, table: CarriedTable, book: string, position: string) =>
  digestOf(client, copyOutText(table, book, BigInt(position)));
