/** The certificates of an installation, in its folder: the authority that telephones install, and the server's own, renewed in time. */
import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { done, type Result, refused } from "../../kernel/refusal.ts";
import type { Home } from "../installation/home.ts";
import { type Issued, makeAuthority, makeServerCertificate, vouchesFor } from "./issue.ts";
import { inAddress, type ServerName, serverNames } from "./names.ts";

/** The authority as anybody may see it. `until` in milliseconds since 1970. */
export type Authority = { readonly certificate: Uint8Array; readonly fingerprint: string; readonly until: number };

/** The file of a server's certificate and key, and the names it is reached by, as they stand in an address. */
export type OwnCertificate = { readonly file: string; readonly names: readonly string[] };

/** Renewed when it holds for less than this, in milliseconds. */
const renewedBefore = 30 * 24 * 60 * 60_000;

const fileOf = (home: Home, of: "authority" | "server"): string => join(home.root, "certificate", `${of}.pem`);

/** The authority of an installation; null when none was made. */
export function authorityOf(home: Home): Authority | null {
  const file = fileOf(home, "authority");
  if (!existsSync(file)) return null;
  const { raw, fingerprint256, validTo } = new X509Certificate(readFileSync(file));
  return { certificate: raw, fingerprint: fingerprint256, until: Date.parse(validTo) };
}

/** Where the server's own certificate lies; null when none was made. */
export function ownCertificate(home: Home): OwnCertificate | null {
  const file = fileOf(home, "server");
  return existsSync(file) ? { file, names: keptNames(file).map(inAddress) } : null;
}

/**
 * Makes the certificate for these names: by the authority that is there, so that telephones need nothing new; by a new one if there is
 * none, or if that was asked. Refuses `certificate.other-names` (fact: names) when the one that is there may not vouch for them.
 */
export function makeCertificate(
  home: Home,
  names: readonly ServerName[],
  now: number,
  asked: "same-authority" | "new-authority",
): Result<"made" | "given"> {
  const kept = asked === "new-authority" ? null : keptAuthority(home);
  if (kept !== null) {
    const strange = names.filter((name) => !vouchesFor(kept.names, name)).map(({ text }) => text);
    if (strange.length > 0) return refused("certificate.other-names", { names: strange.join(" ") });
  }
  const authority = kept ?? newAuthority(home, names, now);
  keep(home, "server", makeServerCertificate(authority, names, now), names);
  return done(kept === null ? "made" : "given");
}

/**
 * Gives the server a new certificate when its own soon ends; true when it did. A machine whose clock stands before the certificate
 * began does nothing: the clock is wrong, and what it would make now would be of no use once it is right.
 */
export function renewCertificate(home: Home, now: number): boolean {
  const own = ownCertificate(home);
  const authority = keptAuthority(home);
  if (own === null || authority === null) return false;
  const { validFrom, validTo } = new X509Certificate(readFileSync(own.file));
  const until = Date.parse(validTo);
  if (now < Date.parse(validFrom) || now < until - renewedBefore || until >= authority.until) return false;
  const names = keptNames(own.file);
  keep(home, "server", makeServerCertificate(authority, names, now), names);
  return true;
}

type KeptAuthority = { readonly key: KeyObject; readonly names: readonly ServerName[]; readonly until: number };

function newAuthority(home: Home, names: readonly ServerName[], now: number): KeptAuthority {
  const made = makeAuthority(names, now);
  keep(home, "authority", made, names);
  return { key: made.key, names, until: Date.parse(new X509Certificate(made.certificate).validTo) };
}

function keptAuthority(home: Home): KeptAuthority | null {
  const shown = authorityOf(home);
  if (shown === null) return null;
  const file = fileOf(home, "authority");
  return { key: createPrivateKey(readFileSync(file)), names: keptNames(file), until: shown.until };
}

const namesLine = /^names: (.*)$/m;

function keptNames(file: string): readonly ServerName[] {
  const names = serverNames((namesLine.exec(readFileSync(file, "utf8"))?.[1] ?? "").split(" "));
  return names.ok ? names.value : [];
}

/**
 * Names, key and certificate in one file, written under another name until it is whole: a crash leaves no half of it, and no key beside
 * another's certificate. Programs that read such files pass over words before the first block (RFC 7468 §2).
 */
function keep(
  home: Home,
  of: "authority" | "server",
  { certificate, key }: Issued,
  names: readonly ServerName[],
): void {
  const file = fileOf(home, of);
  const half = `${file}.${process.pid}`;
  const said = `names: ${names.map(({ text }) => text).join(" ")}\n`;
  const blocks = `${key.export({ type: "pkcs8", format: "pem" })}${new X509Certificate(certificate)}`;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(half, `${said}${blocks}`, { mode: 0o600 });
  renameSync(half, file);
}
