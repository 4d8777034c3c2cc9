import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startBrowser } from "../../../testing/browser.ts";
import type { BuiltApp } from "../../server/build.ts";
import { buildNamed, type ServedBuilds, serveBuilds } from "../../testing/served-builds.ts";
import type { StayingPage } from "../../testing/staying-page.tsx";

declare const ayni: StayingPage;
const timeout = 30_000;
const entry = "web/field/testing/staying-page.tsx";

let browser: Browser;
let [first, second]: BuiltApp[] = [];
let server: ServedBuilds;
let telephone: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await startBrowser();
  first = await buildNamed("El acopio de hoy", entry);
  second = await buildNamed("El acopio de mañana", entry);
});
afterAll(() => browser.close());
beforeEach(async () => {
  server = await serveBuilds(first as BuiltApp);
  telephone = await browser.newContext({ locale: "es-CO" });
  page = await telephone.newPage();
  await page.goto(server.address);
});
afterEach(async () => {
  await telephone.close();
  await server.stop();
});

// Polled from here: the page's policy lets nobody evaluate a text inside it, the browser's driver neither.
const readyOffline = () => expect.poll(() => page.evaluate(() => ayni.staying?.offline), { timeout }).toBe(true);
const newerWaits = () => expect.poll(() => page.evaluate(() => ayni.staying?.newer), { timeout }).toBe(true);
const title = () => page.locator("h1").textContent();
const lookForNewer = () =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistration("/field"))?.update().catch(() => undefined));
const caches = () => page.evaluate(async () => (await globalThis.caches.keys()).sort());

describe("without a network", () => {
  test("[field.offline] the app starts again and again after the server is gone, in each of its languages", async () => {
    await readyOffline();
    await server.stop();
    await page.reload();
    expect(await title()).toBe("El acopio de hoy");
    for (const [tag, name] of [
      ["en", "Collection"],
      ["pt", "Recepção"],
    ] as const) {
      await page.evaluate((chosen) => ayni.chooseTongue(chosen), tag);
      await page.goto(`${server.address}?day=2#somewhere`);
      await page.reload();
      expect([await title(), await page.getAttribute("html", "lang")]).toEqual([name, tag]);
    }
    await server.goOn();
  });

  test("what is said to the book and asked of it is never answered from what is kept", async () => {
    await readyOffline();
    await page.reload();
    server.disturb = (path) => (path === "/field/acts" || path === "/field/pull" ? new Response("of the book") : null);
    const answers = () =>
      page.evaluate(async () => {
        const [acts, pull] = await Promise.all([
          fetch("/field/acts", { method: "POST" }),
          fetch("/field/pull?after=0"),
        ]);
        return [await acts.text(), await pull.text()];
      });
    expect(await answers()).toEqual(["of the book", "of the book"]);
    await server.stop();
    await expect(answers()).rejects.toThrow("Failed to fetch");
    await server.goOn();
  });
});

test("[field.install] the browser finds everything it needs to put the app among the telephone's own, in the reader's language", async () => {
  const session = await telephone.newCDPSession(page);
  await readyOffline();
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // Each test's browser forgets everything at its end, which is the one thing the browser holds against it.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito")).toEqual([]);
  const { data = "{}" } = await session.send("Page.getAppManifest");
  const manifest = JSON.parse(data) as { lang: string; name: string; icons: { src: string; sizes: string }[] };
  expect([manifest.lang, manifest.name]).toEqual(["es", "Ayni · Acopio"]);
  for (const { src, sizes } of manifest.icons.filter(({ sizes }) => sizes !== "any")) {
    const drawn = await page.evaluate(async (address) => {
      const { width, height } = await createImageBitmap(await (await fetch(address)).blob());
      return `${width}x${height}`;
    }, src);
    expect(drawn).toBe(sizes);
  }
});

describe("a newer build", { timeout: 120_000 }, () => {
  beforeEach(async () => {
    await readyOffline();
    await page.reload();
    server.build = second as BuiltApp;
  });

  test("[field.update] comes down beside the running one, waits while something is open in any tab, and is taken at the next start", async () => {
    const other = await telephone.newPage();
    await other.goto(server.address);
    await other.evaluate(() => void ayni.whileOpen(() => new Promise(() => undefined)));
    await lookForNewer();
    await newerWaits();
    expect(await page.evaluate(() => ayni.takeNewer())).toBe(false);
    expect([await title(), await page.evaluate(() => ayni.build)]).toEqual(["El acopio de hoy", first?.build]);
    expect(await caches()).toHaveLength(2);
    await other.close();
    await expect
      .poll(() => page.evaluate(async () => (await navigator.locks.query()).held?.length), { timeout })
      .toBe(0);
    // The browser may count the closed tab for a moment longer: then it is the start after that.
    const started = async () => {
      await page.goto(server.address);
      return title();
    };
    await expect.poll(started, { timeout }).toBe("El acopio de mañana");
    await expect.poll(caches, { timeout }).toEqual([`ayni-field-${second?.build}`]);
  });

  test("of which half came down changes nothing, and later only what is missing is fetched", async () => {
    const sentences = second?.catalogues.es ?? "";
    const isLost = (path: string): boolean => path === sentences || path.startsWith("/field/pack/");
    server.disturb = (path) => (isLost(path) ? new Response(null, { status: 500 }) : null);
    await lookForNewer();
    await expect.poll(() => server.asked.includes(sentences), { timeout }).toBe(true);
    await page.reload();
    expect([await title(), await page.evaluate(() => ayni.staying?.newer ?? false)]).toEqual([
      "El acopio de hoy",
      false,
    ]);
    await server.stop();
    await page.reload();
    expect(await title()).toBe("El acopio de hoy");
    await server.goOn();
    server.disturb = () => null;
    server.asked.length = 0;
    await lookForNewer();
    await newerWaits();
    expect(server.asked.filter((path) => path !== "/field/worker.js")).toEqual([sentences]);
  });

  test("that a captive portal answers for with a page of its own is not taken for ours", async () => {
    const portal = () =>
      new Response("<h1>Bienvenido a WiFi Plaza</h1>", { headers: { "Content-Type": "text/html; charset=utf-8" } });
    server.disturb = (path) => (path === "/field/worker.js" ? null : portal());
    await lookForNewer();
    await page.reload();
    expect(await title()).toBe("El acopio de hoy");
    server.disturb = portal;
    await lookForNewer();
    await page.reload();
    expect([await title(), await page.evaluate(() => ayni.staying?.newer ?? false)]).toEqual([
      "El acopio de hoy",
      false,
    ]);
  });
});
