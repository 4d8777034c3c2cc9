/** Files of backups in a folder: how they are named, how one is written so that half of one never stands there, which are kept. */
import { access, constants, type FileHandle, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { refused } from "../../kernel/refusal.ts";
import { breakOff, placeFailure } from "./broken.ts";
import type { Sink } from "./frames.ts";

/** A folder for backups. One that was named must be there: a stick that is not plugged in is told, not written beside. */
export type BackupPlace = { readonly folder: string; readonly isOurs: boolean };

/** A backup's name: which installation (8 digits of its key's id) and when, in UTC. Only files so named are ever taken away. */
const NAME = /^ayni-([0-9a-f]{8})-(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})Z\.backup$/;
const PARTIAL = ".partial";

/** A kept backup. */
export type KeptBackup = { readonly file: string; readonly made: string };

/** The name of a backup made now. `keyId` is the id of the installation's key, `at` an ISO instant. */
export const backupName = (keyId: string, at: string): string =>
  `ayni-${keyId.slice(0, 8)}-${at.slice(0, 19).replace(/(T\d{2}):(\d{2}):(\d{2})/, "$1$2$3")}Z.backup`;

/** When a backup with this name was made; null when the name is not one of this installation's. */
export function madeAt(file: string, keyId: string): string | null {
  const [, installation, day, hour, minute, second] = NAME.exec(file) ?? [];
  return installation === keyId.slice(0, 8) ? `${day}T${hour}:${minute}:${second}Z` : null;
}

/** Sees that the folder is there and can be written. Refuses `backup.place-gone`, `.not-writable`. */
export async function openPlace({ folder, isOurs }: BackupPlace): Promise<void> {
  try {
    if (isOurs) await mkdir(folder, { recursive: true, mode: 0o700 });
    const here = await stat(folder);
    if (!here.isDirectory()) breakOff(refused("backup.place-gone", { place: folder, reason: "ENOTDIR" }).refusal);
    await access(folder, constants.W_OK);
  } catch (error) {
    throw placeFailure(error, folder);
  }
}

/** The backups of this installation in a folder, newest first. */
export async function backupsIn(folder: string, keyId: string): Promise<readonly KeptBackup[]> {
  const kept = (await readdir(folder)).flatMap((file) => {
    const made = madeAt(file, keyId);
    return made === null ? [] : [{ file, made }];
  });
  return kept.sort((one, other) => (one.made < other.made ? 1 : -1));
}

/** A file that is being written: a sink, and how it ends. Opened apart, so that tests can hand in a disk that is full. */
export type Draft = Sink & { finish(): Promise<void>; abandon(): Promise<void> };
export type OpenDraft = (path: string) => Promise<Draft>;

/** Opens a draft on the disk. `finish` waits until the disk has it. */
export const openDraft: OpenDraft = async (path) => {
  const handle: FileHandle = await open(path, "wx", 0o600);
  return {
    write: async (bytes) => {
      let put = 0;
      while (put < bytes.length) put += (await handle.write(bytes, put)).bytesWritten;
    },
    finish: async () => {
      await handle.sync();
      await handle.close();
    },
    abandon: () => handle.close().catch(() => undefined),
  };
};

/**
 * Writes a file under another name, has it checked, and only then gives it its own name. Whatever fails, nothing half-done stays.
 * Failures of the disk become refusals (`placeFailure`).
 */
export async function writeWhole(
  path: string,
  write: (sink: Sink) => Promise<void>,
  check: (draft: string) => Promise<void>,
  opened: OpenDraft = openDraft,
): Promise<void> {
  const draft = `${path}${PARTIAL}`;
  let sink: Draft | null = null;
  try {
    sink = await opened(draft);
    await write(sink);
    await sink.finish();
    await check(draft);
    await rename(draft, path);
    await syncFolder(join(path, ".."));
  } catch (error) {
    await sink?.abandon();
    await rm(draft, { force: true }).catch(() => undefined);
    throw placeFailure(error, join(path, ".."));
  }
}

/** The new name itself is on the disk only when the folder is. Some file systems of sticks cannot be asked for that. */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, "r").catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
};

/** Takes away drafts that a killed process left. Only whoever holds the lock of backups does. */
export async function sweepDrafts(folder: string, keyId: string): Promise<void> {
  for (const file of await readdir(folder)) {
    const isDraft = file.endsWith(PARTIAL) && madeAt(file.slice(0, -PARTIAL.length), keyId) !== null;
    if (isDraft) await rm(join(folder, file), { force: true });
  }
}
