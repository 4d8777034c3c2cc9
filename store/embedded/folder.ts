import { createHash, randomBytes } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Account } from "./account.ts";

/** Where everything of one embedded database lies. All paths are absolute. */
export type Folder = {
  readonly root: string;
  /** PostgreSQL's own data directory. */
  readonly data: string;
  /** The directory of the server's Unix socket. */
  readonly socket: string;
  /** Our lock, the database roles' password, the server's log, and a copy of the server's programs where one is needed. */
  readonly lock: string;
  readonly secret: string;
  readonly log: string;
  readonly programs: string;
};

/** A Unix socket's path may have 107 bytes; PostgreSQL's file in the directory is called `.s.PGSQL.5432`. */
const LONGEST_SOCKET_FOLDER = 107 - "/.s.PGSQL.5432".length;

/** The layout under a root folder. The socket moves to the temporary folder, under a name made from the root, when its path would be too long. */
export const folderAt = (root: string): Folder => {
  const near = join(root, "socket");
  const far = join(tmpdir(), `ayni-${createHash("sha256").update(root).digest("hex").slice(0, 16)}`);
  return {
    root,
    data: join(root, "postgres"),
    socket: Buffer.byteLength(near) <= LONGEST_SOCKET_FOLDER ? near : far,
    lock: join(root, "lock"),
    secret: join(root, "secret"),
    log: join(root, "server.log"),
    programs: join(root, "programs"),
  };
};

/** Makes a folder that only its owner may enter, and gives it to the server's account. */
export const ownFolder = (path: string, account: Account | null): void => {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (account !== null) chownSync(path, account.uid, account.gid);
  chmodSync(path, 0o700);
};

/** Removes the socket's folder after a stop, for it may lie outside the root. A server that did not stop keeps it. */
export const leaveSocket = (folder: Folder): void => {
  try {
    rmdirSync(folder.socket);
  } catch {
    // Still in use, or gone already.
  }
};

/** The password of the embedded server's roles: 32 random bytes, made once, readable by the user who starts Ayni only. */
export const secretOf = (folder: Folder): string => {
  if (!existsSync(folder.secret)) {
    writeFileSync(folder.secret, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  }
  chmodSync(folder.secret, 0o600);
  return readFileSync(folder.secret, "utf8").trim();
};
