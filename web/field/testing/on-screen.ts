/** A telephone's screen for tests: 360 × 640 in real Chromium, over a telephone in memory. */
import { Hono } from "hono";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { readCatalogues } from "../../language/catalogues.ts";
import { protect } from "../../server/headers.ts";
import { type Listening, listen } from "../../server/listen.ts";
import { axeFindings } from "../../testing/browser.ts";
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

/**
 * What is wrong with a screen as it stands: faults that axe finds with the whole screen in view, what must be scrolled sideways at 320
 * px, targets too small for a glove, and a heading that is missing or not alone.
 */
export async function faultsOf(page: Page): Promise<string[]> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight + 600);
  await page.setViewportSize({ width: 320, height: Math.max(height, hand.height) });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  const headings = await page.locator("h1").count();
  const faults = [
    ...(await axeFindings(page)),
    ...(await smallTargets(page)).map((one) => `too small: ${one}`),
    ...(width > 320 ? [`${width} px wide at 320`] : []),
    ...(headings === 1 ? [] : [`${headings} headings`]),
  ];
  await page.setViewportSize(hand);
  return faults;
}
