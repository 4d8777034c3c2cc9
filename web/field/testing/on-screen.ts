/** A telephone's screen for tests: 360 × 640 in real Chromium, over a telephone in memory. */

import { Hono } from "hono";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";
import { readCatalogues } from "../../language/catalogues.ts";
import { protect } from "../../server/headers.ts";
import { type Listening, listen } from "../../server/listen.ts";
import { axeFindings, startBrowser } from "../../testing/browser.ts";
import type { FieldCore } from "../app/ports.ts";
import { fieldRoutes } from "../server/routes.ts";
import { builtApp } from "./built.ts";

/** Opens a socket on this machine with the screens, built once. */
export async function serveScreens(): Promise<Listening> {
  const app = new Hono({ strict: false });
  const built = await builtApp("web/field/testing/screens-page.tsx");
  app.use(async (context, next) => {
    await next();
    protect(context.res.headers);
  });
  fieldRoutes(app, readCatalogues, async () => built);
  const listening = await listen(app, { host: "127.0.0.1", port: 0, orNext: false });
  if (!listening.ok) throw new Error(listening.refusal.code);
  return listening.value;
}

/** The size that screens are made for first. */
export const hand = { width: 360, height: 640 };

/** Somebody's telephone: its language, its light, and what befell it (`morning`, `state=locked`, `net=no-signal`). */
export type Held = { readonly language?: string; readonly theme?: string; readonly state?: string };

/** Opens the app on a telephone of its own. Errors of the page fail the test by `errors`. */
export async function inHand(browser: Browser, address: string, held: Held = {}) {
  const context: BrowserContext = await browser.newContext({
    viewport: hand,
    locale: held.language ?? "es",
    hasTouch: true,
  });
  const page: Page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  if (held.theme !== undefined)
    await page.addInitScript((theme) => localStorage.setItem("ayni.theme", theme), held.theme);
  await page.goto(`${address}/field?${held.state ?? ""}`);
  await page.waitForSelector("h1", { state: "attached" });
  return { page, errors, close: () => context.close() };
}

/** Goes to a screen by its address, without loading the page again. */
export async function goTo(page: Page, screen: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `/${screen}`);
  await page.waitForTimeout(60);
}

/** What is smaller than 48 px where a finger in a glove must hit it: words and size. Links within sentences are exempt. */
const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("button, summary, a[href], input:not([type=radio]), .key-label")]
      .map((one) => ({
        words: one.textContent || one.getAttribute("aria-label") || one.tagName,
        box: one.getBoundingClientRect(),
      }))
      .filter(({ box }) => box.width > 1 && (box.width < 48 || box.height < 47.5))
      .map(({ words, box }) => `${words}: ${box.width} × ${box.height}`),
  );

/** What axe judges by colours alone: another light changes those and nothing else. */
const byColours = ["color-contrast", "link-in-text-block"];

/** What axe finds on a screen in other lights than its own, which is given back to it. */
export async function faultsInLights(page: Page, lights: readonly string[]): Promise<string[]> {
  const shine = (light: string | null): Promise<string | null> =>
    page.evaluate((now) => {
      const before = document.documentElement.getAttribute("data-theme");
      if (now === null) document.documentElement.removeAttribute("data-theme");
      else document.documentElement.setAttribute("data-theme", now);
      return before;
    }, light);
  const faults: string[] = [];
  for (const light of lights) {
    const before = await shine(light);
    faults.push(...(await axeFindings(page, byColours)).map((fault) => `${light}: ${fault}`));
    await shine(before);
  }
  return faults;
}

/**
 * What is wrong with a screen as it stands: faults that axe finds with the whole screen in view, what must be scrolled sideways at 320
 * px, targets too small for a glove, and a heading that is missing or not alone. `lights`: others in which its colours are judged.
 */
export async function faultsOf(page: Page, lights: readonly string[] = []): Promise<string[]> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight + 600);
  await page.setViewportSize({ width: 320, height: Math.max(height, hand.height) });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  const headings = await page.locator("h1").count();
  const faults = [
    ...(await axeFindings(page)),
    ...(await faultsInLights(page, lights)),
    ...(await smallTargets(page)).map((one) => `too small: ${one}`),
    ...(width > 320 ? [`${width} px wide at 320`] : []),
    ...(headings === 1 ? [] : [`${headings} headings`]),
  ];
  await page.setViewportSize(hand);
  return faults;
}

/** A browser and the screens, for the tests of a file. */
export type Hands = {
  readonly browser: Browser;
  readonly address: string;
  readonly hold: (state?: string, more?: Omit<Held, "state">) => ReturnType<typeof inHand>;
  readonly close: () => Promise<void>;
};

/** Starts both; the camera is a picture that moves. */
export async function hands(): Promise<Hands> {
  const served = await serveScreens();
  const browser = await startBrowser("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream");
  return {
    browser,
    address: served.address,
    hold: (state = "", more = {}) => inHand(browser, served.address, { state, ...more }),
    close: async () => {
      await browser.close();
      await served.close();
    },
  };
}

/** Touches a button by its words. */
export const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole("button", { name }).first().click({ timeout: 20_000 });

/** The screen's heading, with blanks that may break. */
export const heading = async (page: Page): Promise<string> =>
  (await page.locator("h1").innerText()).replaceAll("\u00a0", " ");

/** What the screen says, with blanks that may break. */
export const words = async (page: Page): Promise<string> =>
  (await page.locator("main").innerText()).replaceAll("\u00a0", " ");

/** What is awaited comes soon, also on a machine that has much else to do. */
export const soon = <T>(what: () => T | Promise<T>) => expect.poll(what, { timeout: 20_000 });

/** What the telephone said last, out of its own outbox. */
export const lastSaid = (page: Page) =>
  page.evaluate(async () => {
    const { core } = (globalThis as unknown as { field: { core: FieldCore } }).field;
    const last = await core.whole(core.outbox().at(-1)?.act ?? "");
    return last === null ? null : { kind: last.kind, says: JSON.parse(last.text).says };
  });
