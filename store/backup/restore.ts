/** Restores a backup into an empty installation: read whole, made, filled, compared table by table, brought forward. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { done, type Result, refused } from "../../kernel/refusal.ts";
import { openStore } from "../connection/pools.ts";
import { openServer } from "../connection/server.ts";
import { databaseOf } from "../installation/database.ts";
import { type Home, homeAt, makeHome } from "../installation/home.ts";
import { installationKeys } from "../installation/keys.ts";
import { ensureRoles } from "../migrate/roles.ts";
import { MIGRATIONS, migrate } from "../migrate/run.ts";
import { keyIdOf } from "../writer/seal.ts";
import { asRefusal, breakOff, orBreak } from "./broken.ts";
import { type Compared, compareTables, fill, type Loading, notEmpty, prepareFor } from "./load.ts";
import { type BackupRead, readBackup } from "./read.ts";

/** Where a backup is restored to. With a database's address the folder holds the keys only. */
export type Restoring = Loading & {
  readonly home: string;
  readonly databaseUrl?: string | undefined;
  readonly progress?: (step: RestoreStep) => void;
};

/** What is being done, for a person who waits. */
export type RestoreStep = "read" | "load" | "compare" | "forward";

/** What was restored. `sameKey`: the installation goes on sealing with the key it had. */
export type Restored = {
  readonly read: BackupRead;
  readonly tables: readonly Compared[];
  readonly sameKey: boolean;
};

/**
 * Restores into a folder that does not exist or is empty, or into an empty database. When it does not come to its end, what it made
 * is taken away. Refusals: those of `readBackup`, `restore.home-not-empty`, `restore.not-empty`, `restore.one-book` (a backup of one book is
 * imported, not restored), `restore.differs`, and those of the database.
 */
export async function restore(restoring: Restoring): Promise<Result<Restored>> {
  const home = homeAt(restoring.home);
  if (existsSync(home.root) && readdirSync(home.root).length > 0)
    return refused("restore.home-not-empty", { folder: home.root });
  const isNew = !existsSync(home.root);
  try {
    restoring.progress?.("read");
    const read = orBreak(await readBackup(restoring.file, restoring.passphrase));
    if (read.header.content !== "installation") breakOff(refused("restore.one-book", { file: restoring.file }).refusal);
    return done(await restoreRead(home, read, restoring));
  } catch (error) {
    takeAway(home, isNew);
    return asRefusal(error);
  }
}

const takeAway = (home: Home, isNew: boolean): void => {
  if (isNew) rmSync(home.root, { recursive: true, force: true });
  else for (const name of readdirSync(home.root)) rmSync(join(home.root, name), { recursive: true, force: true });
};

async function restoreRead(home: Home, read: BackupRead, restoring: Restoring): Promise<Restored> {
  mkdirSync(home.root, { recursive: true });
  makeHome(home);
  layKeys(home, read);
  orBreak(installationKeys(home));
  const database = orBreak(await databaseOf(home, restoring.databaseUrl, false));
  const store = openStore(database.server);
  try {
    if (store.server.roles === "set") orBreak(await openServer(store.server, ensureRoles));
    const blocked = await notEmpty(store);
    if (blocked !== null) breakOff(blocked);
    await prepareFor(store, read, restoring);
    restoring.progress?.("load");
    await fill(store, restoring);
    restoring.progress?.("compare");
    const tables = await compareTables(store, read.manifest.tables, null);
    const differs = tables.find(({ isSame }) => !isSame);
    if (differs !== undefined) breakOff(refused("restore.differs", { table: differs.table }).refusal);
    restoring.progress?.("forward");
    orBreak(await migrate(store, MIGRATIONS, restoring.numbering));
    return { read, tables, sameKey: read.key !== null };
  } finally {
    await store.close();
    await database.stop();
  }
}

/** Public keys, so that seals can be judged; the private key when the backup carries it, else the first start makes a new one. */
function layKeys(home: Home, { manifest, key }: BackupRead): void {
  for (const raw of manifest.keys) layPublicKey(home, raw);
  if (key === null) return;
  const file = join(home.keys, "installation.pem");
  writeFileSync(`${file}.draft`, key, { mode: 0o600 });
  renameSync(`${file}.draft`, file);
}

/** Keeps a public key (raw Ed25519, base64url) of those whose seals are judged here. */
export function layPublicKey(home: Home, raw: string): void {
  const file = join(home.keys, `${keyIdOf(raw)}.public`);
  if (!existsSync(file)) writeFileSync(file, `${raw}\n`, { mode: 0o644 });
}
