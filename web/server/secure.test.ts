import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { connect } from "node:http2";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TLSSocket } from "node:tls";
import { Hono } from "hono";
import { expect, test } from "vitest";
import { authorityOf, makeCertificate, ownCertificate } from "../../store/certificate/kept.ts";
import { serverNames } from "../../store/certificate/names.ts";
import { homeAt } from "../../store/installation/home.ts";
import { listen } from "./listen.ts";
import { dailyCertificate, securedBy } from "./secure.ts";

const DAY = 24 * 60 * 60_000;
const now = Date.now();
const app = new Hono().get("/", (context) => context.text(new URL(context.req.url).protocol));
const freshHome = () => homeAt(mkdtempSync(join(tmpdir(), "ayni-secure-")));

function homeFor(name: string, at = now) {
  const home = freshHome();
  const names = serverNames([name]);
  if (names.ok) makeCertificate(home, names.value, at, "same-authority");
  return home;
}

/** Asks as a telephone does that trusts the authority: what came, and the serial number of the certificate that was shown. */
const asked = (home: ReturnType<typeof homeAt>, port: number, name = "acopio.lan") =>
  new Promise<readonly [string, string]>((answer, fail) => {
    const ca = readFileSync(join(home.root, "certificate", "authority.pem"));
    const headers = { Host: name };
    const sent = request({ host: "127.0.0.1", port, servername: name, ca, headers, agent: false }, (response) => {
      const { serialNumber } = (response.socket as TLSSocket).getPeerCertificate();
      response.on("data", (piece: Buffer) => answer([piece.toString(), serialNumber]));
    });
    sent.on("error", fail).end();
  });

test("[field.tls] the server listens with the certificate of its folder, for who trusts its authority and calls it by its name", async () => {
  const home = homeFor("acopio.lan");
  const secured = securedBy(home, {}, now);
  if (!secured.ok || secured.value === null) throw new Error("nothing to listen with");
  expect(secured.value.name).toBe("acopio.lan");
  const open = await listen(app, { host: "127.0.0.1", port: 0, orNext: false, certificate: secured.value.certificate });
  if (!open.ok) throw new Error(open.refusal.code);
  expect((await asked(home, open.value.port))[0]).toBe("https:");
  await expect(asked(home, open.value.port, "otra.lan")).rejects.toThrow(/does not match/);
  await expect(asked(homeFor("acopio.lan"), open.value.port)).rejects.toThrow(/unable to verify|self.signed|signature/);
  await open.value.close();
});

test("over HTTP/2 one connection carries many requests, and ends when the server does", async () => {
  const home = homeFor("acopio.lan");
  const secured = securedBy(home, {}, now);
  if (!secured.ok || secured.value === null) throw new Error("nothing to listen with");
  const open = await listen(app, { host: "127.0.0.1", port: 0, orNext: false, certificate: secured.value.certificate });
  if (!open.ok) throw new Error(open.refusal.code);
  const ca = readFileSync(join(home.root, "certificate", "authority.pem"));
  const session = connect(`https://127.0.0.1:${open.value.port}`, { ca, servername: "acopio.lan" });
  const ask = () =>
    new Promise<string>((answer) => {
      const stream = session.request({ ":path": "/", ":authority": "acopio.lan" });
      stream.on("data", (piece: Buffer) => answer(piece.toString()));
    });
  expect(await Promise.all(Array.from({ length: 40 }, ask))).toEqual(Array.from({ length: 40 }, () => "https:"));
  const ended = new Promise((answer) => session.once("close", () => answer("ended")));
  const began = Date.now();
  await open.value.close();
  expect(await ended).toBe("ended");
  expect(Date.now() - began).toBeLessThan(1_000);
});

test("a certificate that soon ends is renewed while the server runs, and nobody is cut off", async () => {
  const before = now - 380 * DAY;
  const home = homeFor("acopio.lan", before);
  const secured = securedBy(home, {}, before);
  if (!secured.ok || secured.value === null) throw new Error("nothing to listen with");
  const open = await listen(app, { host: "127.0.0.1", port: 0, orNext: false, certificate: secured.value.certificate });
  if (!open.ok) throw new Error(open.refusal.code);
  const [, first] = await asked(home, open.value.port);
  let clock = before;
  const job = dailyCertificate({ home, environment: {}, now: () => clock }, open.value.listenWith);
  expect(await job.due()).toBe(false);
  clock = now;
  expect(await job.due()).toBe(true);
  await job.work();
  const [said, second] = await asked(home, open.value.port);
  expect([said, second === first]).toEqual(["https:", false]);
  await open.value.close();
});

test("files that the operator names come before the folder's, in one file or in two, and are told when they cannot be used", () => {
  const home = homeFor("acopio.lan");
  const { file = "" } = ownCertificate(homeFor("libro.example.org")) ?? {};
  const [key = "", cert = ""] = readFileSync(file, "utf8").match(/-----BEGIN[\s\S]+?-----END .*\n/g) ?? [];
  const [certFile, keyFile] = ["a.pem", "b.pem"].map((name) => join(home.root, name));
  writeFileSync(certFile as string, cert);
  writeFileSync(keyFile as string, key);
  const named = securedBy(home, { AYNI_CERTIFICATE: certFile, AYNI_CERTIFICATE_KEY: keyFile }, now);
  expect(named).toMatchObject({ ok: true, value: { certificate: { cert, key }, name: null } });
  expect(securedBy(home, { AYNI_CERTIFICATE: file }, now)).toMatchObject({ ok: true });
  const other = ownCertificate(home)?.file;
  for (const AYNI_CERTIFICATE_KEY of [other, join(home.root, "none.pem"), certFile])
    expect(securedBy(home, { AYNI_CERTIFICATE: certFile, AYNI_CERTIFICATE_KEY }, now)).toMatchObject({
      refusal: { code: "server.certificate-unreadable", facts: { file: AYNI_CERTIFICATE_KEY } },
    });
});

test("an installation without a certificate goes on over plain HTTP", () => {
  const home = freshHome();
  expect([securedBy(home, {}, now), authorityOf(home)]).toEqual([{ ok: true, value: null }, null]);
});
