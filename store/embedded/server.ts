import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { done, type Result, refused } from "../../kernel/refusal.ts";
import { openServer, type Server } from "../connection/server.ts";
import { ensureDatabase } from "../migrate/roles.ts";
import { type Account, asAccount, barrier, serverAccount } from "./account.ts";
import { type Folder, folderAt, leaveSocket, ownFolder, secretOf } from "./folder.ts";
import { initialise, SUPERUSER } from "./initialise.ts";
import { takeFolder } from "./lock.ts";
import { stopOrphan, stopServer } from "./orphan.ts";
import { pause } from "./processes.ts";
import { findPrograms, type Programs } from "./programs.ts";

/**
 * What is asked: the root folder of the data, the database's name, settings of the server ("fsync": "off" in tests), and words of
 * its environment beside the usual ones (a benchmark slows the disk by them).
 */
export type EmbeddedRequest = {
  readonly folder: string;
  readonly database?: string;
  readonly settings?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
};

/** A running embedded server. `stop` ends it cleanly and gives the folder back; calling it again does nothing more. */
export type Embedded = { readonly connection: Server; readonly pid: number; stop(): Promise<void> };

/** A server that was just killed can still hold its lock for more than a second: so many tries, so far apart (in all 4 s). */
const TRIES = 8;
const BETWEEN_TRIES = 500;
const STARTING = 60_000;

/** What PostgreSQL says when the one before it is not quite gone. Any other reason would be the same a moment later. */
const LOCKED = /lock file|shared memory block|already in use|another server/i;

/**
 * Starts PostgreSQL on a folder, for this process alone: no TCP, a Unix socket of its own, a random secret, and the three roles and
 * the database made when missing. A server left by a killed Ayni is stopped first.
 *
 * Refusals: `database.platform-unsupported`, `database.account-missing`, `database.folder-unreachable`, `database.folder-in-use`,
 * `database.folder-foreign`, `database.other-major`, `database.orphan-stays`, `database.initialise-failed`, `database.start-failed`.
 */
export const startEmbedded = async (request: EmbeddedRequest): Promise<Result<Embedded>> => {
  const folder = folderAt(resolve(request.folder));
  const account = serverAccount(folder.data);
  if (!account.ok) return account;
  mkdirSync(folder.root, { recursive: true, mode: account.value === null ? 0o700 : 0o711 });
  const blocked = barrier(folder.root, account.value);
  if (blocked !== null) {
    return refused("database.folder-unreachable", {
      folder: folder.root,
      blocked,
      account: account.value?.name ?? null,
    });
  }
  const taken = takeFolder(folder.root, folder.lock);
  if (!taken.ok) return taken;
  const started = await startTaken(folder, account.value, request).catch((error: unknown) => {
    taken.value();
    throw error;
  });
  if (!started.ok) {
    taken.value();
    return started;
  }
  const giveBack = (): void => {
    leaveSocket(folder);
    taken.value();
  };
  return done(heldServer(started.value.child, started.value.connection, giveBack));
};

type Started = { readonly child: ChildProcess & { pid: number }; readonly connection: Server };

const startTaken = async (
  folder: Folder,
  account: Account | null,
  request: EmbeddedRequest,
): Promise<Result<Started>> => {
  const programs = findPrograms(folder.programs, account);
  if (!programs.ok) return programs;
  const password = secretOf(folder);
  const whole = initialise(folder, programs.value, account);
  if (!whole.ok) return whole;
  const orphan = await stopOrphan(folder.data);
  if (!orphan.ok) return orphan;
  ownFolder(folder.socket, account);
  const child = await startPatiently(folder, programs.value, account, request);
  if (!child.ok) return child;
  const connection: Server = {
    host: folder.socket,
    port: 5432,
    user: SUPERUSER,
    password,
    database: request.database ?? "ayni",
    roles: "login",
  };
  const ready = await openServer({ ...connection, database: "postgres" }, (client) =>
    ensureDatabase(client, connection),
  ).catch(async (error: unknown) => {
    await stopServer(child.value.pid);
    throw error;
  });
  if (!ready.ok) {
    await stopServer(child.value.pid);
    return ready;
  }
  return done({ child: child.value, connection });
};

const startPatiently = async (
  folder: Folder,
  programs: Programs,
  account: Account | null,
  request: EmbeddedRequest,
): Promise<Result<ChildProcess & { pid: number }>> => {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const child = await startOnce(folder, programs, account, request);
    if (child !== null) return done(child);
    if (!LOCKED.test(lastLines(folder.log))) break;
    await pause(BETWEEN_TRIES);
  }
  return refused("database.start-failed", { folder: folder.root, log: folder.log, output: lastLines(folder.log) });
};

/** Null when the server ended before it was ready; its reason stands in the log. */
const startOnce = async (
  folder: Folder,
  programs: Programs,
  account: Account | null,
  { settings = {}, environment = {} }: EmbeddedRequest,
): Promise<(ChildProcess & { pid: number }) | null> => {
  const log = openSync(folder.log, "a", 0o600);
  const child = spawn(programs.postgres, ["-D", folder.data, ...settingWords(folder, settings)], {
    cwd: folder.data,
    env: { PATH: process.env.PATH, LD_LIBRARY_PATH: programs.libraries, LANG: "C", TZ: "UTC", ...environment },
    stdio: ["ignore", log, log],
    // A group of its own: Ctrl-C in the terminal reaches us alone, and we stop the server when our own work is done.
    detached: true,
    ...asAccount(account),
  });
  closeSync(log);
  return (await isReady(child, folder.data)) ? (child as ChildProcess & { pid: number }) : null;
};

const settingWords = (folder: Folder, settings: Readonly<Record<string, string>>): string[] => {
  const all = {
    listen_addresses: "",
    unix_socket_directories: folder.socket,
    unix_socket_permissions: "0700",
    port: "5432",
    max_connections: "60",
    timezone: "UTC",
    log_timezone: "UTC",
    // A first import makes tables large within seconds; until they are looked at, questions over them are planned as if they were empty.
    autovacuum_naptime: "10s",
    ...settings,
  };
  return Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
};

/** PostgreSQL writes "ready" on the last line of its pid file when it takes connections. */
const isReady = async (child: ChildProcess, data: string): Promise<boolean> => {
  const until = performance.now() + STARTING;
  let ended = child.pid === undefined;
  child.once("error", () => {
    ended = true;
  });
  child.once("exit", () => {
    ended = true;
  });
  while (!ended && performance.now() < until) {
    const lines = pidLines(data);
    if (lines[0] === String(child.pid) && lines[7]?.trim() === "ready") return true;
    await pause(10);
  }
  if (!ended && child.pid !== undefined) await stopServer(child.pid);
  return false;
};

const pidLines = (data: string): string[] => {
  try {
    return readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return [];
  }
};

const lastLines = (log: string): string => readFileSync(log, "utf8").trimEnd().split("\n").slice(-5).join("\n");

/** If our process ends without `stop` (an exception, process.exit), the server is at least asked to end on the way out. */
const heldServer = (child: ChildProcess & { pid: number }, connection: Server, giveBack: () => void): Embedded => {
  const lastWord = (): void => {
    child.kill("SIGINT");
  };
  process.once("exit", lastWord);
  let stopping: Promise<void> | null = null;
  const stopOnce = async (): Promise<void> => {
    process.removeListener("exit", lastWord);
    if (!(await stopServer(child.pid))) throw new Error(`the database server ${child.pid} does not end`);
    giveBack();
  };
  return {
    connection,
    pid: child.pid,
    stop: () => {
      stopping ??= stopOnce();
      return stopping;
    },
  };
};
