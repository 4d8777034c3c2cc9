/** One book leaves for another installation, or comes from one: the same form as a backup, with one book in it. */
import type { KeyObject } from "node:crypto";
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { done, type Refusal, type Result, refused } from "../../kernel/refusal.ts";
import { inTransaction, type Store } from "../connection/pools.ts";
import type { Home } from "../installation/home.ts";
import type { Numbering } from "../migrate/files.ts";
import { MIGRATIONS, migrate } from "../migrate/run.ts";
import { asRefusal, breakOff, orBreak } from "./broken.ts";
import { actTable } from "./chain.ts";
import type { Manifest } from "./content.ts";
import { type Compared, compareOn, fill, type Loading, loadRows, migrationsOfBackup, prepareFor } from "./load.ts";
import { alone } from "./lock.ts";
import { type OpenDraft, openDraft, writeWhole } from "./place.ts";
import { type BackupRead, readBackup } from "./read.ts";
import { layPublicKey } from "./restore.ts";
import { rowsIn } from "./rows.ts";
import { readBack } from "./run.ts";
import { onScratch } from "./scratch.ts";
import { carriedTables } from "./tables.ts";
import { type Taken, takeBackup } from "./write.ts";

/** What leaving needs. */
export type Leaving = {
  readonly store: Store;
  readonly book: string;
  readonly privateKey: KeyObject;
  readonly sealKeys: ReadonlyMap<string, string>;
  readonly ayni: string;
  readonly now: () => number;
  readonly passphrase: string | null;
  readonly opened?: OpenDraft;
  readonly progress?: (rows: bigint) => void;
};

/** Writes one book into a file that is not there yet. Refusals: `book.unknown`, `export.file-there`, those of the place. */
export async function exportBook(leaving: Leaving, file: string): Promise<Result<Taken>> {
  if (existsSync(file)) return refused("export.file-there", { file });
  let taken: Taken | null = null;
  try {
    await writeWhole(
      file,
      async (sink) => {
        taken = await takeBackup({ ...leaving, keys: [...leaving.sealKeys.values()] }, sink);
      },
      (draft) => readBack(draft, leaving.passphrase, taken),
      leaving.opened ?? openDraft,
    );
    return done(taken as unknown as Taken);
  } catch (error) {
    return asRefusal(error);
  }
}

/** What coming in needs. `book` names one of several in the file; null: the only one. */
export type Coming = {
  readonly store: Store;
  readonly home: Home;
  readonly file: string;
  readonly passphrase: string | null;
  readonly book: string | null;
  readonly privateKey: KeyObject;
  readonly ayni: string;
  readonly now: () => number;
  readonly numbering?: Numbering;
};

/** A book that came in. */
export type Came = {
  readonly book: Manifest["books"][number];
  readonly tables: readonly Compared[];
  readonly ayni: string;
};

/**
 * Takes a book in, whole or not at all. Refusals: those of reading; `import.which-book` (the file holds several); when the book is here
 * already, `import.book-equal`, `import.book-older`, `import.book-newer` or `import.book-other`, by how its past stands to the one here;
 * `restore.differs`. A book of an older Ayni is brought forward in a database of its own first.
 */
export async function importBook(coming: Coming): Promise<Result<Came>> {
  try {
    const read = orBreak(await readBackup(coming.file, coming.passphrase));
    const [book, ...others] = read.manifest.books.filter((one) => coming.book === null || one.book === coming.book);
    if (book === undefined) return refused("book.unknown", { book: coming.book });
    if (others.length > 0) return refused("import.which-book", { count: read.manifest.books.length });
    const here = await standingHere(coming, book);
    if (here !== null) return { ok: false, refusal: here };
    const tables = await takeIn(coming, read, book.book);
    for (const raw of read.manifest.keys) layPublicKey(coming.home, raw);
    return done({ book, tables, ayni: read.header.ayni });
  } catch (error) {
    return asRefusal(error);
  }
}

async function takeIn(coming: Coming, read: BackupRead, book: string): Promise<readonly Compared[]> {
  const { rows } = await coming.store.connect("keeper").query("select number from public.migration");
  const wanted = migrationsOfBackup(read.manifest, coming.file, coming.numbering);
  if (wanted.length < rows.length) return bringForward(coming, read, book);
  const loading: Loading = { ...coming, book };
  const tables = await inTransaction(coming.store.connect("keeper"), async (client) => {
    await client.query("insert into ayni.book_directory (book_id) values ($1)", [book]);
    await loadRows(client, loading);
    // Before it is committed: rows that say they are another book's would be missing here.
    const compared = await compareOn(client, read.manifest.tables, book);
    const differs = compared.find(({ isSame }) => !isSame);
    return differs === undefined ? compared : breakOff(refused("restore.differs", { table: differs.table }).refusal);
  });
  const owner = coming.store.connect("owner");
  for (const { name, ofBook } of await carriedTables(owner)) if (ofBook) await owner.query(`analyze ${name}`);
  return tables;
}

/** Through a scratch database: filled as the old program had it, migrated, written out anew, and that is taken in. */
async function bringForward(coming: Coming, read: BackupRead, book: string): Promise<readonly Compared[]> {
  const forward = join(coming.home.root, `forward-${book}.backup`);
  try {
    const worked = await alone(coming.store.server, "rehearsal", () =>
      onScratch(coming.store.server, async (store) => {
        await prepareFor(store, read, { ...coming, book });
        await fill(store, { ...coming, book });
        orBreak(await migrate(store, MIGRATIONS, coming.numbering));
        const sealKeys = new Map(read.manifest.keys.map((raw, at) => [`${at}`, raw]));
        return exportBook({ ...coming, store, book, sealKeys, passphrase: null }, forward);
      }),
    );
    if (worked === null) return breakOff(refused("backup.running").refusal);
    orBreak(worked);
    const again = orBreak(await readBackup(forward, null));
    return await takeIn({ ...coming, file: forward, passphrase: null }, again, book);
  } finally {
    await rm(forward, { force: true });
  }
}

/** How the past of a book in the file stands to the same book here; null when it is not here. */
async function standingHere(
  coming: Coming,
  { book, position, head }: Manifest["books"][number],
): Promise<Refusal | null> {
  const keeper = coming.store.connect("keeper");
  const { rows } = await keeper.query(
    `select h.position, encode(h.head, 'hex') as head, encode(a.head, 'hex') as then
       from ayni.book_head h left join ayni.act a on a.book_id = h.book_id and a.position = $2::bigint
      where h.book_id = $1::uuid`,
    [book, position],
  );
  const here = rows[0] as { position: bigint; head: string; then: string | null } | undefined;
  if (here === undefined) return null;
  const facts = { book, here: here.position.toString(), inFile: position };
  if (here.head === head) return refused("import.book-equal", facts).refusal;
  if (here.then === head) return refused("import.book-older", facts).refusal;
  const sameUpToHere =
    BigInt(position) > here.position && (await headInFile(coming, book, here.position)) === here.head;
  return (sameUpToHere ? refused("import.book-newer", facts) : refused("import.book-other", facts)).refusal;
}

/** The head that the file's book had at a position. */
async function headInFile({ file, passphrase }: Coming, book: string, position: bigint): Promise<string | null> {
  let head: string | null = null;
  orBreak(
    await readBackup(file, passphrase, async (table) => {
      if (table.table !== actTable || table.book !== book) return;
      for await (const piece of table.rows())
        for (const row of rowsIn(piece, table.columns))
          if (row.position === `${position}`) head = row.head?.slice(2) ?? null;
    }),
  );
  return head;
}
