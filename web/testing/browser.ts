/** A real browser for tests of pages: Debian's Chromium, or the one named by CHROMIUM. No page fetches anything. */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, chromium, type Page } from "playwright-core";

const path = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Starts the browser; without one the tests fail and say what to install, because a page nobody looked at is not tested. `more`: further arguments for it. */
export const startBrowser = (...more: readonly string[]): Promise<Browser> => startBrowserAt(null, ...more);

/** The same, as of a person whose own folder is `home`: there lie the authorities that they trust. */
export async function startBrowserAt(home: string | null, ...more: readonly string[]): Promise<Browser> {
  if (!existsSync(path)) throw new Error(`no browser at ${path}: install chromium, or name one in CHROMIUM`);
  return chromium.launch({
    executablePath: path,
    ...(home === null ? {} : { env: { ...process.env, HOME: home } }),
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...more,
    ],
  });
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * What axe finds on the page as it stands: rule, and the first element at fault. WCAG 2.0 to 2.2 A and AA, and best practice; or only
 * some rules, where a page that was judged already has changed in one thing.
 */
export async function axeFindings(page: Page, rules: readonly string[] | null = null): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axeSource);
  return page.evaluate(async (only) => {
    const axe = (
      globalThis as unknown as {
        axe: {
          run(context: unknown, options: unknown): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
        };
      }
    ).axe;
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const runOnly = only === null ? { type: "tag", values: tags } : { type: "rule", values: only };
    const { violations } = await axe.run(document, { runOnly });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
  }, rules);
}
