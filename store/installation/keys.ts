/**
 * The installation's own key (Ed25519): it seals the head of a book after each transaction. The public key of every key ever
 * used here is kept, so that `verify` can judge seals made before a key was replaced.
 */
import { createPrivateKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { done, type Result, refused } from "../../kernel/refusal.ts";
import { keyIdOf, rawPublicKey } from "../writer/seal.ts";
import type { Home } from "./home.ts";

/** The private key in use, and all public keys of this installation (raw, base64url) by their ids. */
export type InstallationKeys = { readonly privateKey: KeyObject; readonly sealKeys: ReadonlyMap<string, string> };

const PUBLIC = ".public";

/** The keys of a home; the first start makes them. Refuses `installation.key-unreadable` (fact: file). */
export function installationKeys(home: Home): Result<InstallationKeys> {
  const file = join(home.keys, "installation.pem");
  if (!existsSync(file)) makeKey(file);
  const privateKey = readKey(file);
  if (privateKey === null) return refused("installation.key-unreadable", { file });
  keepPublicKey(home, rawPublicKey(privateKey));
  return done({ privateKey, sealKeys: publicKeysIn(home) });
}

/** The public keys that a home holds now, by their ids: a book that comes in brings its own while the server runs. */
export function publicKeysIn(home: Home): ReadonlyMap<string, string> {
  if (!existsSync(home.keys)) return new Map();
  return new Map(
    readdirSync(home.keys)
      .filter((one) => one.endsWith(PUBLIC))
      .map((name) => [name.slice(0, -PUBLIC.length), readFileSync(join(home.keys, name), "utf8").trim()]),
  );
}

/** Written under another name and renamed, so that no crash leaves half a key. */
function makeKey(file: string): void {
  const { privateKey } = generateKeyPairSync("ed25519");
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 });
  renameSync(draft, file);
}

function readKey(file: string): KeyObject | null {
  try {
    const key = createPrivateKey(readFileSync(file, "utf8"));
    return key.asymmetricKeyType === "ed25519" ? key : null;
  } catch {
    return null; // Not a key, or not ours to read: the caller says which file.
  }
}

function keepPublicKey(home: Home, raw: string): void {
  const file = join(home.keys, `${keyIdOf(raw)}${PUBLIC}`);
  if (!existsSync(file)) writeFileSync(file, `${raw}\n`, { mode: 0o644 });
}
