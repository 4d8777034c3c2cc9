/** The app on a name that is not this machine's, over TLS, with an authority of the village's own, in a real browser. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFindings } from "../../web/testing/browser.ts";
import { type Served, served } from "../../web/testing/served.ts";
import { certify, telephoneTrusting, type Village, village } from "./village.ts";

let server: Served;
let here: Village;
let telephone: Browser | undefined;
let page: Page;
beforeAll(async () => {
  server = await served();
  const { installation } = server.services;
  certify(installation.home);
  here = await village(installation);
});
afterAll(async () => {
  await telephone?.close();
  await here.close();
  await server.close();
});

const heading = () => page.locator("h1").first().textContent();
const worker = () =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistration("/field"))?.active?.state ?? "none");
const keptHere = () =>
  page.evaluate(async () => {
    const [name = ""] = await caches.keys();
    return (await (await caches.open(name)).keys()).length;
  });

test("[field.certificate] a telephone that nobody showed the authority refuses the server, and learns over plain HTTP how to get it", async () => {
  const stranger = await telephoneTrusting(null);
  const refused = (await stranger.newPage()).goto(`${here.address}/field`);
  await expect(refused).rejects.toThrow("ERR_CERT_AUTHORITY_INVALID");
  page = await stranger.newPage({ locale: "es-CO", viewport: { width: 360, height: 640 } });
  await page.goto(`${here.plain}/field`);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole("link", { name: "Ver los pasos" }).click();
  expect(await axeFindings(page)).toEqual([]);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Bajar el certificado" }).click(),
  ]);
  const file = await download.path();
  const digest = createHash("sha256").update(readFileSync(file)).digest("hex").toUpperCase();
  expect((await page.locator(".fingerprint").textContent())?.replace(/[\s:]/g, "")).toBe(digest);
  telephone = await telephoneTrusting(file);
  page = await telephone.newPage({ locale: "es-CO" });
  await stranger.close();
});

test("[field.tls] one that trusts it opens the app, keeps it, and starts it again with the server gone", async () => {
  await page.goto(`${here.address}/field`);
  expect(await page.evaluate(() => isSecureContext)).toBe(true);
  await expect.poll(worker, { timeout: 15_000 }).toBe("activated");
  const title = await heading();
  expect(title).toMatch(/\S/);
  await here.close();
  await page.reload();
  expect(await heading()).toBe(title);
});

test("[field.wrong-certificate] a server under the same name with another authority's certificate changes nothing on the telephone", async () => {
  const [title, kept] = [await heading(), await keptHere()];
  certify(server.services.installation.home, "new-authority");
  await here.open();
  await page.reload();
  expect(await heading()).toBe(title);
  const tried = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration("/field");
    const failed = (error: unknown) => String(error);
    return [
      await fetch("/field/acts", { method: "POST" }).then(({ status }) => `${status}`, failed),
      await (registration?.update().then(() => "updated", failed) ?? "no worker"),
    ];
  });
  expect(tried[0]).toMatch("Failed to fetch");
  expect(tried[1]).toMatch(/certificate|Failed to update/);
  expect([await worker(), await keptHere()]).toEqual(["activated", kept]);
});
