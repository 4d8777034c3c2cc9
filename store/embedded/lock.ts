import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from "node:fs";
import { done, type Result, refused } from "../../kernel/refusal.ts";
import { birthOf } from "./processes.ts";

/** Whoever holds the folder: the number of a process and what tells it from a later process with that number. */
type Holder = { readonly pid: number; readonly birth: string };

/**
 * Takes the folder for this process, so that two never serve the same data. A lock left by a process that no longer lives is
 * taken over. Refuses with `database.folder-in-use` (facts: folder, pid) while its holder lives.
 *
 * @returns how to give it back.
 */
export const takeFolder = (folder: string, path: string): Result<() => void> => {
  const mine: Holder = { pid: process.pid, birth: birthOf(process.pid) ?? "" };
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (created(path, mine)) return done(() => giveBack(path, mine));
    const holder = holderOf(path);
    if (holder !== null && holder.birth === birthOf(holder.pid)) {
      return refused("database.folder-in-use", { folder, pid: holder.pid });
    }
    removeStale(path, holder);
  }
  return refused("database.folder-in-use", { folder, pid: holderOf(path)?.pid ?? null });
};

/** Creates the lock whole or not at all: written under another name, then linked, so nobody ever reads half a lock. */
const created = (path: string, mine: Holder): boolean => {
  const draft = `${path}.${mine.pid}`;
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  } finally {
    unlinkSync(draft);
  }
};

const holderOf = (path: string): Holder | null => {
  try {
    const read: unknown = JSON.parse(readFileSync(path, "utf8"));
    const { pid, birth } = read as Partial<Holder>;
    return typeof pid === "number" && typeof birth === "string" ? { pid, birth } : null;
  } catch {
    return null;
  }
};

/** Another process may have taken the stale lock over between our reading and our removing: then its lock is put back. */
const removeStale = (path: string, stale: Holder | null): void => {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const moved = holderOf(aside);
  const isTheStaleOne = moved?.pid === stale?.pid && moved?.birth === stale?.birth;
  if (isTheStaleOne) unlinkSync(aside);
  else renameSync(aside, path);
};

const giveBack = (path: string, mine: Holder): void => {
  const holder = holderOf(path);
  if (holder?.pid === mine.pid && holder.birth === mine.birth) unlinkSync(path);
};
