/** A newer version arrives in the middle of a clerk's day: a draft is open, hand-overs wait to be sent, and nothing of it is touched. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CorePage } from "../../web/field/testing/core-page.ts";
import { buildNamed, type ServedBuilds, serveBuilds } from "../../web/field/testing/served-builds.ts";
import { startBrowser } from "../../web/testing/browser.ts";

declare const ayni: CorePage;
const entry = "web/field/testing/core-page.ts";
const timeout = 15_000;

let browser: Browser;
let telephone: BrowserContext;
let server: ServedBuilds;
beforeAll(async () => {
  browser = await startBrowser();
  telephone = await browser.newContext({ locale: "es-CO" });
  server = await serveBuilds(await buildNamed("La de la mañana", entry));
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const buildOf = (page: Page) =>
  page.evaluate(() => JSON.parse(document.getElementById("built")?.textContent ?? "").build);
const worker = (page: Page) =>
  page.evaluate(async () => {
    const { active, waiting } = (await navigator.serviceWorker.getRegistration("/field")) ?? {};
    return [active?.state ?? "none", waiting?.state ?? "none"];
  });
const outbox = (page: Page) => page.evaluate(() => ayni.outbox());
const drafts = (page: Page) => page.evaluate(() => ayni.core?.drafts.all());

const draft = { id: "bags", kind: "hand-over", begun: "2026-11-15T12:00:00.000Z", value: { bags: ["61.5", "58."] } };

test("[field.mid-day] nothing is interrupted; the next cold start takes the newer version, with the draft and all that is unsent", async () => {
  const page = await telephone.newPage();
  await page.goto(server.address);
  await expect.poll(() => worker(page), { timeout }).toEqual(["activated", "none"]);
  await page.evaluate(() => ayni.enrol(20, false));
  await page.evaluate(() => ayni.open());
  await page.evaluate(() => ayni.core?.addClerk(ayni.agent, "1234"));
  for (let said = 0; said < 3; said += 1) await page.evaluate(() => ayni.say());
  await page.evaluate((one) => ayni.core?.drafts.write(one), draft);
  const morning = await buildOf(page);

  server.build = await buildNamed("La del mediodía", entry);
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration("/field"))?.update());
  await expect.poll(() => worker(page), { timeout }).toEqual(["activated", "installed"]);
  await page.evaluate(() => ayni.say());
  const further = { ...draft, value: { bags: ["61.5", "58.0", "6"] } };
  await page.evaluate((one) => ayni.core?.drafts.write(one), further);
  expect(await buildOf(page)).toBe(morning);
  const before = await outbox(page);
  expect(before.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);

  await server.stop(); // The signal is gone again; the newer version is whole, and here.
  await page.close();
  const next = await coldStart();
  expect(await buildOf(next)).toBe(server.build.build);
  await next.evaluate(() => ayni.open());
  expect(await outbox(next)).toEqual(before);
  expect(await drafts(next)).toEqual([further]);
  await next.evaluate(() => ayni.core?.unlock(ayni.agent, "1234"));
  await next.evaluate(() => ayni.say());
  expect((await outbox(next)).map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5]);
});

/** Opens the app; again, until the browser has seen that no page of the earlier version is open any more. */
async function coldStart(): Promise<Page> {
  const next = await telephone.newPage();
  const opened = async (): Promise<string> => {
    await next.goto("about:blank");
    await next.goto(server.address);
    return buildOf(next);
  };
  await expect.poll(opened, { timeout, interval: 500 }).toBe(server.build.build);
  return next;
}
