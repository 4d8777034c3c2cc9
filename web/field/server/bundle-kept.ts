/** Bundles kept in a folder between starts: one file each, good for as long as every input has the digest it had. */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Bundle } from "./bundle.ts";

/** A short digest of a text: the first 16 hexadecimal digits of its SHA-256. */
export const digestOf = (text: string | Uint8Array): string =>
  createHash("sha256").update(text).digest("hex").slice(0, 16);

type Kept = { readonly inputs: Readonly<Record<string, string>>; readonly bundle: Bundle };

const fileOf = (folder: string, name: string): string => join(folder, `${name}.json`);

/** The digest of an input as it stands now; null when it is gone. */
function inputDigest(root: string, path: string): string | null {
  try {
    return digestOf(readFileSync(join(root, path)));
  } catch {
    return null; // Moved or taken away since: then the bundle is another.
  }
}

/** The bundle that was kept, or null when there is none, it cannot be read, or an input has changed. */
export function keptBundle(folder: string, name: string, root: string): Bundle | null {
  try {
    const { inputs, bundle } = JSON.parse(readFileSync(fileOf(folder, name), "utf8")) as Kept;
    return Object.entries(inputs).every(([path, digest]) => inputDigest(root, path) === digest) ? bundle : null;
  } catch {
    return null; // Nothing kept, or half a file: it is made again.
  }
}

/** Keeps a bundle. A folder that cannot be written to only costs the next start its second. */
export function keepBundle(folder: string, name: string, root: string, bundle: Bundle): void {
  const inputs = Object.fromEntries(
    Object.keys(bundle.weights.inputs).map((path) => [path, inputDigest(root, path) ?? ""]),
  );
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const half = `${fileOf(folder, name)}.${process.pid}`;
    writeFileSync(half, JSON.stringify({ inputs, bundle } satisfies Kept), { mode: 0o600 });
    renameSync(half, fileOf(folder, name));
  } catch {
    // A full or read-only disk: the bundle in memory serves as well.
  }
}
