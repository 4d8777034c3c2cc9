import { existsSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { done, type Result, refused } from "../../kernel/refusal.ts";
import { hasEnded, isAlive, workingFolder } from "./processes.ts";

/** How long a server may take to end its sessions and write its last checkpoint before it is stopped hard, in milliseconds. */
const PATIENCE = 15_000;

/**
 * Stops the server that a killed Ayni left behind on this data directory. It is ours only if the process named in
 * `postmaster.pid` lives and works in this very directory; a file of a server that no longer lives is left to PostgreSQL, which
 * recovers by itself, unless its number now belongs to another program (then PostgreSQL would wait for nothing: we remove it).
 * Refuses with `database.orphan-stays` when the server does not end.
 *
 * @returns the number of the process stopped, or null when there was none.
 */
export const stopOrphan = async (data: string): Promise<Result<number | null>> => {
  const file = join(data, "postmaster.pid");
  const pid = serverIn(file);
  if (pid === null) return done(null);
  if (!worksIn(pid, data)) {
    rmSync(file, { force: true });
    return done(null);
  }
  if (await stopServer(pid)) return done(pid);
  return refused("database.orphan-stays", { pid, folder: data });
};

/** Ends a server: fast (sessions are cut, a checkpoint is written); when it does not end, at once (it recovers at its next start). */
export const stopServer = async (pid: number): Promise<boolean> => {
  signal(pid, "SIGINT");
  if (await hasEnded(pid, PATIENCE)) return true;
  signal(pid, "SIGQUIT");
  return hasEnded(pid, PATIENCE);
};

const serverIn = (file: string): number | null => {
  if (!existsSync(file)) return null;
  const pid = Number.parseInt(readFileSync(file, "utf8").split("\n")[0] ?? "", 10);
  return Number.isSafeInteger(pid) && pid > 1 ? pid : null;
};

const worksIn = (pid: number, data: string): boolean => isAlive(pid) && workingFolder(pid) === realpathSync(data);

const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
};
