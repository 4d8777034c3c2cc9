import { execFileSync, spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { dirname } from "node:path";
import { done, type Result, refused } from "../../kernel/refusal.ts";

/** The operating system's account under which the database server runs. PostgreSQL refuses to run as root. */
export type Account = { readonly name: string; readonly uid: number; readonly gid: number };

/** Accounts we may use when started as root, best first. The last is made when neither exists. */
const USUAL = ["ayni", "postgres"] as const;
const MADE = "ayni";

/**
 * The account for the server: null when we are an ordinary user (the server runs as ourselves); as root, the owner of the data if
 * there is some, else an existing usual account, else a new one without a home or a shell.
 */
export const serverAccount = (data: string): Result<Account | null> => {
  if (process.getuid?.() !== 0) return done(null);
  const owner = ownerOf(data);
  if (owner !== null && owner.uid !== 0) return done(owner);
  for (const name of USUAL) {
    const account = accountNamed(name);
    if (account !== null) return done(account);
  }
  spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", MADE]);
  const account = accountNamed(MADE);
  return account === null ? refused("database.account-missing", { account: MADE }) : done(account);
};

/** How a program is started under the account; empty when it is our own. */
export const asAccount = (account: Account | null): { uid: number; gid: number } | Record<string, never> =>
  account === null ? {} : { uid: account.uid, gid: account.gid };

/** The first folder on the way to `path`, from the root down, that the account may not pass through; null when it may pass all. */
export const barrier = (path: string, account: Account | null): string | null => {
  if (account === null) return null;
  return [...ancestors(path), path].find((folder) => !mayPass(folder, account)) ?? null;
};

const ancestors = (path: string): string[] =>
  dirname(path) === path ? [] : [...ancestors(dirname(path)), dirname(path)];

const mayPass = (folder: string, account: Account): boolean =>
  spawnSync("/bin/sh", ["-c", 'test -x "$1"', "sh", folder], { cwd: "/", uid: account.uid, gid: account.gid })
    .status === 0;

const ownerOf = (data: string): Account | null => {
  try {
    const { uid, gid } = statSync(data);
    return { name: String(uid), uid, gid };
  } catch {
    return null;
  }
};

const accountNamed = (name: string): Account | null => {
  const uid = identity("-u", name);
  const gid = identity("-g", name);
  return uid === null || gid === null ? null : { name, uid, gid };
};

const identity = (which: "-u" | "-g", name: string): number | null => {
  try {
    return Number.parseInt(
      execFileSync("id", [which, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
      10,
    );
  } catch {
    return null;
  }
};
