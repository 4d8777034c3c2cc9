/** Fills an empty database with the rows of a backup, in one transaction: all of them or none. */
import { createHash } from "node:crypto";
import type pg from "pg";
import { type Refusal, refused } from "../../kernel/refusal.ts";
import { inTransaction, type Store } from "../connection/pools.ts";
import { type Migration, migrationsIn, type Numbering } from "../migrate/files.ts";
import { MIGRATIONS, migrate } from "../migrate/run.ts";
import { breakOff, orBreak } from "./broken.ts";
import type { Manifest, ManifestTable } from "./content.ts";
import { copyIn, copyOut } from "./copy.ts";
import { type BackupRead, type OnTable, readBackup } from "./read.ts";
import { carriedTables, copyInText, copyOutText } from "./tables.ts";

/** Which file, which of its books (null: everything in it), and how migrations are numbered (loose in tests). */
export type Loading = {
  readonly file: string;
  readonly passphrase: string | null;
  readonly book: string | null;
  readonly numbering?: Numbering;
};

/** How a table of the database stands beside the same table of a backup. */
export type Compared = {
  readonly table: string;
  readonly book: string | null;
  readonly rows: string;
  readonly rowsHere: string;
  readonly isSame: boolean;
};

const isWanted = (table: { readonly book: string | null }, book: string | null): boolean =>
  book === null || table.book === book;

/**
 * The migrations of a backup as this program has them. Refuses `backup.newer` when it has not all of them, `backup.other-migrations` when
 * one of them is not the same.
 */
export function migrationsOfBackup(
  manifest: Manifest,
  file: string,
  numbering: Numbering = "strict",
): readonly Migration[] {
  const ours = orBreak(migrationsIn(MIGRATIONS, numbering));
  for (const { number, name, checksum } of manifest.migrations) {
    const own = ours.find((one) => one.number === number);
    if (own === undefined) return breakOff(refused("backup.newer", { file, name }).refusal);
    if (own.name !== name || own.checksum !== checksum)
      return breakOff(refused("backup.other-migrations", { file, name }).refusal);
  }
  return ours.filter(({ number }) => manifest.migrations.some((one) => one.number === number));
}

/**
 * Brings an empty database to where the backup's database stood: its tables, as they were. Refuses `restore.not-empty` when the database
 * was brought further already.
 */
export async function prepareFor(store: Store, read: BackupRead, { file, numbering }: Loading): Promise<void> {
  const wanted = migrationsOfBackup(read.manifest, file, numbering);
  orBreak(await migrate(store, MIGRATIONS, numbering, wanted.at(-1)?.number));
  const { rows } = await store.connect("owner").query("select count(*)::int as applied from public.migration");
  if (rows[0]?.applied !== wanted.length)
    breakOff(refused("restore.not-empty", { table: "public.migration", database: store.server.database }).refusal);
}

/** Why a database cannot be restored into: something is in it already. Null when it is empty. */
export async function notEmpty(store: Store): Promise<Refusal | null> {
  const keeper = store.connect("keeper");
  for (const table of await carriedTables(keeper)) {
    const { rowCount } = await keeper.query(`select 1 from ${table.name} limit 1`);
    if (rowCount !== 0)
      return refused("restore.not-empty", { table: table.name, database: store.server.database }).refusal;
  }
  return null;
}

/** Loads a backup's rows, inside the transaction of the client. */
export async function loadRows(client: pg.PoolClient, loading: Loading, besides?: OnTable): Promise<BackupRead> {
  const load: OnTable = async (table) => {
    if (!isWanted(table, loading.book)) return;
    await copyIn(client, copyInText(table.table, table.columns), table.rows());
    await besides?.(table);
  };
  return orBreak(await readBackup(loading.file, loading.passphrase, load));
}

/** Fills the store's database, which stands where the backup's stood, and has PostgreSQL look at what came in. */
export async function fill(store: Store, loading: Loading): Promise<BackupRead> {
  const keeper = store.connect("keeper");
  const carried = await carriedTables(keeper);
  const loaded = await inTransaction(keeper, async (client) => {
    // A migration may have laid rows of its own into the installation's tables; those of the backup stand in their place.
    for (const { name, ofBook } of carried.toReversed()) if (!ofBook) await client.query(`delete from ${name}`);
    return loadRows(client, loading);
  });
  for (const { name } of carried) await store.connect("owner").query(`analyze ${name}`);
  return loaded;
}

/** Compares every table of a backup with the database it was loaded into, by number of rows and digest of their text. */
export async function compareTables(
  store: Store,
  tables: readonly ManifestTable[],
  book: string | null,
): Promise<readonly Compared[]> {
  const client = await store.connect("keeper").connect();
  let ended = false;
  try {
    await client.query("begin transaction isolation level repeatable read read only");
    const compared = await compareOn(client, tables, book);
    await client.query("commit");
    ended = true;
    return compared;
  } finally {
    client.release(!ended);
  }
}

/** The same within a transaction, before it is committed. */
export async function compareOn(
  client: pg.PoolClient,
  tables: readonly ManifestTable[],
  book: string | null,
): Promise<readonly Compared[]> {
  const carried = await carriedTables(client);
  const compared: Compared[] = [];
  for (const said of tables.filter((one) => isWanted(one, book))) {
    const table = carried.find(({ name }) => name === said.table);
    const text = table === undefined ? null : copyOutText({ ...table, columns: said.columns }, said.book);
    const here = text === null ? null : await digestOf(client, text);
    const isSame = here !== null && here.rows === said.rows && here.digest === said.digest;
    compared.push({ table: said.table, book: said.book, rows: said.rows, rowsHere: here?.rows ?? "0", isSame });
  }
  return compared;
}

/** Number of rows and SHA-256 of what a copy gives. */
export async function digestOf(client: pg.PoolClient, text: string): Promise<{ rows: string; digest: string }> {
  const digest = createHash("sha256");
  let rows = 0n;
  await copyOut(client, text, async (piece, count) => {
    digest.update(piece);
    rows += BigInt(count);
  });
  return { rows: rows.toString(), digest: digest.digest("hex") };
}
