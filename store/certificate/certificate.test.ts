/** The judge is OpenSSL: what we write by hand must be read and believed by programs that are not ours. */
import { execFileSync } from "node:child_process";
import { createPrivateKey, X509Certificate } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { homeAt } from "../installation/home.ts";
import { makeServerCertificate } from "./issue.ts";
import { authorityOf, makeCertificate, ownCertificate, renewCertificate } from "./kept.ts";
import { serverNames } from "./names.ts";

const DAY = 24 * 60 * 60_000;
const now = Date.parse("2026-11-22T12:00:00Z");

const named = (...typed: string[]) => {
  const names = serverNames(typed);
  if (!names.ok) throw new Error(names.refusal.code);
  return names.value;
};
const freshHome = () => homeAt(mkdtempSync(join(tmpdir(), "ayni-certificate-")));
const made = (...typed: string[]) => {
  const home = freshHome();
  makeCertificate(home, named(...typed), now, "same-authority");
  return home;
};
const fileOf = (home: { root: string }, of: string) => join(home.root, "certificate", `${of}.pem`);
const certificateIn = (file: string) => new X509Certificate(readFileSync(file));

/** What OpenSSL says of a certificate under an authority, on a day: "OK", or why not. */
function judged(home: { root: string }, file: string, at: number, ...asked: string[]): string {
  const words = ["verify", "-x509_strict", "-purpose", "sslserver", "-attime", `${Math.floor(at / 1000)}`];
  try {
    const said = execFileSync("openssl", [...words, "-CAfile", fileOf(home, "authority"), ...asked, file], {
      stdio: "pipe",
      encoding: "utf8",
    });
    return said.includes(": OK") ? "OK" : said;
  } catch (error) {
    return (
      /error \d+ at \d+ depth lookup: (.*)/.exec(String((error as { stderr: string }).stderr))?.[1] ?? String(error)
    );
  }
}

test("[field.certificate] a certificate for a village's names is believed for them by who trusts its authority", () => {
  const home = made("acopio.lan", "192.168.4.1", "fd00::1");
  const file = fileOf(home, "server");
  expect(judged(home, file, now, "-verify_hostname", "acopio.lan")).toBe("OK");
  expect(judged(home, file, now, "-verify_ip", "192.168.4.1")).toBe("OK");
  expect(judged(home, file, now, "-verify_ip", "fd00::1")).toBe("OK");
  expect(judged(home, file, now, "-verify_hostname", "banco.example")).toMatch(/hostname mismatch/i);
  expect(ownCertificate(home)?.names).toEqual(["acopio.lan", "192.168.4.1", "[fd00::1]"]);
});

test.each([
  ["acopio.lan", "banco.example"],
  ["acopio.lan", "192.168.4.1"],
  ["acopio.lan", "fd00::1"],
  ["192.168.4.1", "192.168.4.2"],
  ["192.168.4.1", "acopio.lan"],
  ["fd00::1", "fd00::2"],
])("an authority for %s is not believed for %s, even if somebody steals its key", (own, strange) => {
  const home = made(own);
  const text = readFileSync(fileOf(home, "authority"), "utf8");
  const authority = { key: createPrivateKey(text), names: named(own), until: now + 1000 * DAY };
  const stolen = join(home.root, "stolen.pem");
  writeFileSync(
    stolen,
    new X509Certificate(makeServerCertificate(authority, named(strange), now).certificate).toString(),
  );
  expect(judged(home, stolen, now)).toMatch(/permitted subtree violation|excluded subtree violation/);
});

test("keys lie in the installation's folder and only its owner reads them", () => {
  const home = made("acopio.lan");
  for (const name of readdirSync(join(home.root, "certificate")))
    expect((statSync(join(home.root, "certificate", name)).mode & 0o777).toString(8)).toBe("600");
  expect((statSync(join(home.root, "certificate")).mode & 0o777).toString(8)).toBe("700");
});

test("the authority holds for ten years, what it gives for at most 398 days, renewed by itself in its last month", () => {
  const home = made("acopio.lan");
  const file = fileOf(home, "server");
  const first = certificateIn(file);
  const days = (Date.parse(first.validTo) - Date.parse(first.validFrom)) / DAY;
  expect(days).toBeLessThanOrEqual(398);
  expect(((authorityOf(home)?.until ?? 0) - now) / DAY).toBe(3650);
  expect(renewCertificate(home, now + 300 * DAY)).toBe(false);
  expect(renewCertificate(home, now + 380 * DAY)).toBe(true);
  expect(certificateIn(file).serialNumber).not.toBe(first.serialNumber);
  expect(judged(home, file, now + 700 * DAY, "-verify_hostname", "acopio.lan")).toBe("OK");
});

test("a machine whose clock was lost changes nothing; at the authority's own end nothing is renewed in vain", () => {
  const home = made("acopio.lan");
  const before = readFileSync(fileOf(home, "server"), "utf8");
  expect(renewCertificate(home, Date.parse("1970-01-01T00:05:00Z"))).toBe(false);
  expect(readFileSync(fileOf(home, "server"), "utf8")).toBe(before);
  expect(renewCertificate(home, now + 3600 * DAY)).toBe(true);
  expect(Date.parse(certificateIn(fileOf(home, "server")).validTo)).toBe(authorityOf(home)?.until);
  expect(renewCertificate(home, now + 3640 * DAY)).toBe(false);
});

test("the same authority gives other certificates for its names, and refuses other names; a new one is only made when asked", () => {
  const home = made("acopio.lan", "192.168.4.1");
  const { fingerprint } = authorityOf(home) ?? {};
  expect(makeCertificate(home, named("dos.acopio.lan", "192.168.4.1"), now, "same-authority")).toEqual({
    ok: true,
    value: "given",
  });
  expect(judged(home, fileOf(home, "server"), now, "-verify_hostname", "dos.acopio.lan")).toBe("OK");
  expect(makeCertificate(home, named("acopio.lan", "otra.lan"), now, "same-authority")).toEqual({
    ok: false,
    refusal: { code: "certificate.other-names", facts: { names: "otra.lan" } },
  });
  expect(authorityOf(home)?.fingerprint).toBe(fingerprint);
  expect(makeCertificate(home, named("otra.lan"), now, "new-authority")).toEqual({ ok: true, value: "made" });
  expect(judged(home, fileOf(home, "server"), now, "-verify_hostname", "otra.lan")).toBe("OK");
});

test.each([
  "",
  "acopio lan",
  "https://acopio.lan",
  "acopio.lan:8443",
  "192.168.4",
  "fe80::1%eth0",
  "señal.lan",
  "-a.lan",
  "*.lan",
])("%j is no name of a server", (name) => {
  expect(serverNames([name])).toMatchObject({
    ok: false,
    refusal: { code: "certificate.name-unreadable", facts: { name } },
  });
});

test("every IPv6 address, however it is written, is the sixteen bytes that it means", () => {
  fc.assert(
    fc.property(fc.ipV6(), (text) => {
      const [name] = named(text);
      const groups = name?.kind === "address" ? Buffer.from(name.bytes).toString("hex").match(/.{4}/g) : null;
      expect(new URL(`http://[${groups?.join(":")}]`).hostname).toBe(new URL(`http://[${text}]`).hostname);
    }),
  );
});
