import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { authorityOf, makeCertificate } from "../../../store/certificate/kept.ts";
import { serverNames } from "../../../store/certificate/names.ts";
import { createApp } from "../../server/app.ts";
import { type Served, served } from "../../testing/served.ts";
import { type Doorway, usualDoorway } from "../doorway.ts";

let server: Served;
beforeAll(async () => {
  server = await served();
});
afterAll(() => server.close());

/** The same server, reached another way. */
const reached = (doorway: Partial<Doorway>) =>
  createApp({ ...server.services, doorway: { ...usualDoorway, ...doorway } });
const inLanguage = (language: string) => ({ headers: { "Accept-Language": language } });
const village = { origin: "https://acopio.lan:8443", listensSecurely: true };

test.each([
  ["es", "El acopio no puede abrirse en esta dirección"],
  ["en", "The collection point cannot be opened at this address"],
  ["pt", "A recepção não pode ser aberta neste endereço"],
])(
  "[field.plain-http] opened over plain HTTP, the app says in %s that it cannot work there, with no script",
  async (language, title) => {
    const response = await server.app.request("http://192.168.4.1:8080/field", inLanguage(language));
    const html = await response.text();
    expect(html).toContain(title);
    expect(html).toContain("ayni certificate");
    expect(html).not.toContain("<script");
  },
);

test.each([
  ["http://localhost:8080/field", {}, {}],
  ["http://127.0.0.1:8080/field", {}, {}],
  ["https://acopio.lan:8443/field", village, {}],
  ["http://libro.example.org/field", { trustsProxy: true, origin: "https://libro.example.org" }, {}],
  ["http://10.0.0.7:8080/field", {}, { "X-Forwarded-Proto": "https" }],
])("at %s the app itself is given out", async (address, doorway, headers: Record<string, string>) => {
  const html = await (await reached(doorway).request(address, { headers })).text();
  expect(html).toContain('<div id="app">');
});

test("with a secure address the plain one leads there", async () => {
  const html = await (await reached({ origin: "https://libro.example.org" }).request("http://10.0.0.7/field")).text();
  expect(html).toContain('href="https://libro.example.org/field"');
});

test("without an authority of its own a server has no certificate to install", async () => {
  expect((await server.app.request("http://acopio.lan/certificate")).status).toBe(404);
  expect((await server.app.request("http://acopio.lan/certificate.crt")).status).toBe(404);
});

test("[field.certificate] over plain HTTP a telephone gets the authority, its fingerprint to compare, and the steps in its language", async () => {
  const { home } = server.services.installation;
  const names = serverNames(["acopio.lan"]);
  if (names.ok) makeCertificate(home, names.value, Date.now(), "same-authority");
  const app = reached(village);
  const file = await app.request("http://acopio.lan:8080/certificate.crt");
  expect(file.headers.get("Content-Type")).toBe("application/x-x509-ca-cert");
  const bytes = Buffer.from(await file.arrayBuffer());
  const fingerprint = createHash("sha256").update(bytes).digest("hex").toUpperCase().match(/../g) ?? [];
  expect(authorityOf(home)?.fingerprint).toBe(fingerprint.join(":"));
  for (const [language, step] of [
    ["es", "Instalar de todos modos"],
    ["en", "Install anyway"],
    ["pt", "Instalar assim mesmo"],
  ] as const) {
    const html = await (await app.request("http://acopio.lan:8080/certificate", inLanguage(language))).text();
    expect(html).toContain(step);
    expect(html.replace(/<[^>]+>/g, "").replace(/ /g, ":")).toContain(fingerprint.join(":"));
    expect(html).toContain("https://acopio.lan:8443/field");
  }
});

test("a server with a certificate sends pages on from plain HTTP, refuses acts there, and lets people at the machine itself through", async () => {
  const app = reached(village);
  const page = await app.request("http://192.168.4.1:8080/sign-in?then=1");
  expect([page.status, page.headers.get("Location")]).toEqual([307, "https://acopio.lan:8443/sign-in?then=1"]);
  const acts = await app.request("http://192.168.4.1:8080/api/acts", { method: "POST", body: "{}" });
  expect([acts.status, ((await acts.json()) as { code: string }).code]).toEqual([403, "request.over-plain-http"]);
  const here = { incoming: { socket: { remoteAddress: "127.0.0.1" } } };
  expect((await app.request("http://127.0.0.1:8080/sign-in", {}, here)).status).toBe(200);
  expect((await app.request("https://acopio.lan:8443/sign-in")).status).toBe(200);
});

test("a telephone is never told to come back over HTTPS only: on a village's network the certificate may be gone tomorrow", async () => {
  const response = await reached(village).request("https://acopio.lan:8443/field");
  expect(response.headers.get("Strict-Transport-Security")).toBe(null);
});
