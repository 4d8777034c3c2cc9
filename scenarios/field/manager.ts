/** What the manager does at the office for a new collection point, in a browser: its sheet, its cash, its first telephone. */
import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { testBook } from "../../rooms/book/testing.ts";
import { axeFindings } from "../../web/testing/browser.ts";
import type { Office } from "./office.ts";
import { timeout } from "./telephone.ts";

const folder = mkdtempSync(join(tmpdir(), "ayni-squares-"));
let pictures = 0;

/** What another's reader finds in the picture of a square. */
export async function squareIn(square: Locator): Promise<string> {
  pictures += 1;
  const path = join(folder, `${pictures}.png`);
  await square.scrollIntoViewIfNeeded();
  await square.screenshot({ path });
  return execFileSync("zbarimg", ["--raw", "-q", "--nodbus", path], { encoding: "utf8" }).trim();
}

/** The manager at her desk. `faults`: what axe found, and what the pages complained of. */
export type Manager = { readonly page: Page; readonly book: string; readonly faults: string[] };

/** Sits down at a browser, signed in. */
export async function managerAt(browser: Browser, office: Office): Promise<Manager> {
  const context = await browser.newContext({
    locale: "es-CO",
    viewport: { width: 1280, height: 900 },
    deviceScaleFactor: 3,
  });
  context.setDefaultTimeout(timeout);
  const { address } = office.line;
  await context.addCookies([{ name: "ayni_session", value: office.served.marta, url: address, httpOnly: true }]);
  const faults: string[] = [];
  const page = await context.newPage();
  page.on("console", (line) => line.type() === "error" && faults.push(line.text()));
  page.on("pageerror", (error) => faults.push(error.message));
  return { page, book: `${address}/o/${testBook}`, faults };
}

/** Looks at a page with axe. */
export async function looks({ page, faults }: Manager): Promise<void> {
  faults.push(...(await axeFindings(page)).map((one) => `${page.url()}: ${one}`));
}

/** Opens Collection points, adds La Montaña, lends it ten million pesos, and shows a square: what it says. */
export async function opensPoint(manager: Manager): Promise<string> {
  const { page, book } = manager;
  await page.goto(`${book}/points`);
  await looks(manager);
  await page.locator('a[href*="/points/new"]').first().click();
  const typed = { name: "La Montaña", place: "la-montana", prefix: "LM", "scale-0": "B-07", "division-0": "0,5" };
  const notes = "100000 50000 20000 10000 5000 2000 1000 500 200 100 50";
  const sheet = { ...typed, "known-0": "20", "tolerance-0": "0,1", "notes-COP": notes };
  for (const [name, value] of Object.entries(sheet)) await page.fill(`[name="${name}"]`, value);
  await page.check('input[name="products"][value="coffee-parchment"]');
  await page.check('input[name="paysCash"]');
  await looks(manager);
  await page.locator("form.act button.main").click();
  await page.waitForURL(/\/points\/la-montana/);
  await looks(manager);
  const lending = page.locator('form[action*="/float"]');
  await page.locator("details", { has: lending }).locator("summary").click();
  await lending.locator('[name="currency"]').selectOption("COP");
  await lending.locator('[name="amount"]').fill("10.000.000");
  await lending.locator('[name="until"]').fill("2026-09-30");
  await lending.locator("button.main").click();
  await page.locator('form[action*="/tickets"] button').first().click();
  const square = page.locator(".enrol svg").first();
  await square.waitFor();
  await looks(manager);
  return squareIn(square);
}
