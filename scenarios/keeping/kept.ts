/** An installation with books in it, for stories about backups: the example co-operative, over a database of the test's own. */
import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeExample } from "../../cli/example.ts";
import { allRecords, tools } from "../../rooms/all.ts";
import { openDraft } from "../../store/backup/place.ts";
import { takeBackup } from "../../store/backup/write.ts";
import type { Store } from "../../store/connection/pools.ts";
import type { Server } from "../../store/connection/server.ts";
import { freshDatabase, type TestDatabase } from "../../store/testing/database.ts";
import { verifyBook } from "../../store/verify/verify.ts";
import { keyIdOf, rawPublicKey, sealWith } from "../../store/writer/seal.ts";
import { openWriters, type Writers } from "../../store/writer/writers.ts";

/** A key of an installation. */
export type OwnKey = {
  readonly privateKey: KeyObject;
  readonly raw: string;
  readonly sealKeys: ReadonlyMap<string, string>;
};

/** Makes a key. */
export function ownKey(): OwnKey {
  const { privateKey } = generateKeyPairSync("ed25519");
  const raw = rawPublicKey(privateKey);
  return { privateKey, raw, sealKeys: new Map([[keyIdOf(raw), raw]]) };
}

/** A database with the example book. */
export type Kept = {
  readonly database: TestDatabase;
  readonly key: OwnKey;
  readonly writers: Writers;
  readonly book: string;
};

/** Makes the example co-operative on a database of its own. */
export async function keptExample(): Promise<Kept> {
  const database = await freshDatabase();
  const key = ownKey();
  const writersBy = (now: () => string) => openWriters(database, tools, sealWith(key.privateKey), now);
  const writers = writersBy(() => new Date().toISOString());
  const book = await makeExample({ store: database, writersBy, now: Date.now }, []);
  if (book === null) throw new Error("no example was made");
  return { database, key, writers, book };
}

/** A folder that the database's account may pass through. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "ayni-keeping-"));
  chmodSync(folder, 0o711);
  return folder;
}

/** Writes a backup of everything, or of one book, straight into a file. */
export async function backedUp(
  { database, key }: Pick<Kept, "database" | "key">,
  file: string,
  how: { readonly book?: string; readonly passphrase?: string } = {},
) {
  const draft = await openDraft(file);
  const taken = await takeBackup(
    {
      store: database,
      book: how.book ?? null,
      privateKey: key.privateKey,
      keys: [...key.sealKeys.values()],
      ayni: "test",
      now: Date.now,
      passphrase: how.passphrase ?? null,
    },
    draft,
  );
  await draft.finish();
  return taken;
}

/** What a verification says of a book. */
export const verified = (store: Store, book: string, { sealKeys }: Pick<OwnKey, "sealKeys">) =>
  verifyBook(store.connect("keeper"), book, { records: allRecords, tools, sealKeys });

/** A test server's database as an address. */
export const urlOf = ({ user, password, host, port, database }: Server): string =>
  `postgres://${encodeURIComponent(user)}:${encodeURIComponent(password)}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
