/** One backup from its beginning to its end: alone, written, read back, named, noted, and the old ones that may go taken away. */
import { type KeyObject, randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { done, type Result, refused } from "../../kernel/refusal.ts";
import { inTransaction, type Store } from "../connection/pools.ts";
import { keyIdOf, rawPublicKey } from "../writer/seal.ts";
import { asRefusal, breakOff, orBreak } from "./broken.ts";
import type { Manifest } from "./content.ts";
import { mayGo } from "./keep.ts";
import { alone } from "./lock.ts";
import {
  type BackupPlace,
  backupName,
  backupsIn,
  type OpenDraft,
  openPlace,
  sweepDrafts,
  writeWhole,
} from "./place.ts";
import { readBackup } from "./read.ts";
import { type Taken, takeBackup } from "./write.ts";

/** What a backup of the whole installation needs. */
export type BackupRequest = {
  readonly store: Store;
  readonly privateKey: KeyObject;
  readonly sealKeys: ReadonlyMap<string, string>;
  readonly ayni: string;
  readonly now: () => number;
  readonly passphrase: string | null;
  readonly place: BackupPlace;
  readonly why: "daily" | "asked";
  readonly opened?: OpenDraft;
  readonly signal?: AbortSignal;
  readonly progress?: (rows: bigint) => void;
};

/** A backup that was written, read back and found good. */
export type KeptRun = {
  readonly path: string;
  readonly bytes: bigint;
  readonly manifest: Manifest;
  /** Older ones that were taken away, by the rule of what is kept. */
  readonly gone: readonly string[];
};

/**
 * Backs up everything. Refusals: `backup.running` (another process is at it), those of the place (`backup.disk-full` …), and
 * `backup.not-good` (what was read back is not what was written). Whatever comes of it is noted, for *today*.
 */
export async function backUp(request: BackupRequest): Promise<Result<KeptRun>> {
  const began = request.now();
  const outcome = await alone(request.store.server, "backup", async () => {
    const run = await backUpAlone(request).catch(asRefusal);
    await note(request, began, run); // Before others may begin: whoever looks finds it under way, or noted.
    return run;
  });
  return outcome ?? refused("backup.running");
}

async function backUpAlone(request: BackupRequest): Promise<Result<KeptRun>> {
  const { store, place, now, passphrase } = request;
  const keyId = keyIdOf(rawPublicKey(request.privateKey));
  await openPlace(place);
  await sweepDrafts(place.folder, keyId);
  const path = join(place.folder, backupName(keyId, new Date(now()).toISOString()));
  let taken: Taken | null = null;
  await writeWhole(
    path,
    async (sink) => {
      const keys = [...request.sealKeys.values()];
      taken = await takeBackup({ ...request, store, book: null, keys }, sink);
    },
    (draft) => readBack(draft, passphrase, taken),
    request.opened,
  );
  const { manifest, bytes } = taken as unknown as Taken;
  const gone = mayGo(await backupsIn(place.folder, keyId));
  for (const file of gone) await rm(join(place.folder, file), { force: true });
  return done({ path, bytes, manifest, gone });
}

/** Reads back what was written: a disk that lies is found now, not on the day the backup is needed. */
export async function readBack(draft: string, passphrase: string | null, taken: Taken | null): Promise<void> {
  const read = await readBackup(draft, passphrase);
  if (!read.ok && !/^backup\.(altered|cut-short|not-one)$/.test(read.refusal.code)) orBreak(read);
  const isSame = read.ok && isDeepStrictEqual(read.value.manifest, taken?.manifest);
  if (!isSame) breakOff(refused("backup.not-good", { file: draft }).refusal);
}

/** Notes a run beside the books, with the head of each book that is in it. */
async function note(request: BackupRequest, began: number, outcome: Result<KeptRun>): Promise<void> {
  const run = randomUUID();
  const { why, place, passphrase, now } = request;
  await inTransaction(request.store.connect("keeper"), async (client) => {
    await client.query(
      `insert into ayni.backup_run (run, began, ended, why, place, file, size_bytes, encrypted, refusal)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        run,
        new Date(began).toISOString(),
        new Date(now()).toISOString(),
        why,
        place.folder,
        outcome.ok ? outcome.value.path : null,
        outcome.ok ? outcome.value.bytes : 0n,
        passphrase !== null,
        outcome.ok ? null : JSON.stringify(outcome.refusal),
      ],
    );
    if (!outcome.ok) return;
    for (const { book, position, head, tables, rows } of partsOf(outcome.value.manifest))
      await client.query(
        `insert into ayni.backup_part (run, book_id, position, head, table_count, row_count) values ($1, $2, $3, $4, $5, $6)`,
        [run, book, position, head, tables, rows],
      );
  });
}

const partsOf = ({ books, tables }: Manifest) =>
  books.map(({ book, position, head }) => {
    const own = tables.filter((one) => one.book === book);
    return { book, position, head, tables: own.length, rows: own.reduce((sum, { rows }) => sum + BigInt(rows), 0n) };
  });
