import { spawnSync } from "node:child_process";
import { chownSync, existsSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { done, type Result, refused } from "../../kernel/refusal.ts";
import { type Account, asAccount } from "./account.ts";
import { type Folder, ownFolder } from "./folder.ts";
import type { Programs } from "./programs.ts";

/** The cluster's own superuser: for making roles and databases only, never for the book's work. */
export const SUPERUSER = "ayni_setup";

/**
 * Makes the data directory when there is none: UTF-8, text ordered by code point on every machine (PostgreSQL's own C.UTF-8, no
 * collation of the operating system, whose order changes with its versions), checksums on pages, passwords by SCRAM only. It is
 * made under another name and renamed when whole. Refuses a directory of another major version (`database.other-major`).
 */
export const initialise = (folder: Folder, programs: Programs, account: Account | null): Result<void> => {
  const version = majorOf(folder.data);
  if (version === programs.major) return done(undefined);
  if (version !== null) {
    return refused("database.other-major", { folder: folder.data, found: version, needed: programs.major });
  }
  if (existsSync(folder.data)) return refused("database.folder-foreign", { folder: folder.data });
  return initialised(folder, programs, account);
};

const majorOf = (data: string): string | null => {
  const file = join(data, "PG_VERSION");
  return existsSync(file) ? readFileSync(file, "utf8").trim() : null;
};

const initialised = (folder: Folder, programs: Programs, account: Account | null): Result<void> => {
  const draft = `${folder.data}.draft`;
  const password = join(draft, "..", "postgres.password");
  rmSync(draft, { recursive: true, force: true });
  ownFolder(draft, account);
  handOver(password, readFileSync(folder.secret, "utf8"), account);
  const run = spawnSync(programs.initdb, initdbWords(draft, password), {
    cwd: draft,
    env: { PATH: process.env.PATH, LD_LIBRARY_PATH: programs.libraries, LANG: "C" },
    encoding: "utf8",
    ...asAccount(account),
  });
  unlinkSync(password);
  if (run.status !== 0) {
    return refused("database.initialise-failed", {
      folder: folder.data,
      output: `${run.error?.message ?? ""}${run.stderr ?? ""}`.trim(),
    });
  }
  renameSync(draft, folder.data);
  return done(undefined);
};

const initdbWords = (data: string, password: string): string[] => [
  ...["--pgdata", data, "--username", SUPERUSER, "--pwfile", password],
  ...["--auth=scram-sha-256", "--encoding=UTF8", "--data-checksums"],
  ...["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions"],
];

/** initdb takes the password from a file only: it exists for the moment of the call, readable by the server's account only. */
const handOver = (path: string, password: string, account: Account | null): void => {
  rmSync(path, { force: true });
  writeFileSync(path, "", { mode: 0o600, flag: "wx" });
  if (account !== null) chownSync(path, account.uid, account.gid);
  writeFileSync(path, password);
};
