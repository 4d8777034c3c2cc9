/** Somebody in front of a browser, who says at once when a page is not as it should be. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page as Tab } from "playwright-core";
import { axeFindings } from "../../web/testing/browser.ts";

/** How somebody reads: in which language, with or without script, and whether pictures are taken for the document. */
export type Reading = {
  readonly language: "es" | "en" | "pt";
  readonly script: boolean;
  readonly pictures: string | null;
};

/** A person at a browser. `faults` are what was wrong with the pages they saw. */
export type Person = {
  readonly tab: Tab;
  readonly context: BrowserContext;
  readonly reading: Reading;
  readonly address: string;
  readonly faults: string[];
  /** The organisation's own book, once it is there: "http://…/o/BOOK". */
  book: string;
  end(): Promise<void>;
};

const locales = { es: "es-CO", en: "en-US", pt: "pt-BR" } as const;
const narrow = { width: 360, height: 780 };
const wide = { width: 1280, height: 800 };

/** Sits down at a browser of one's own: with script on a telephone, without script at a wide screen. */
export async function personAt(browser: Browser, address: string, reading: Reading): Promise<Person> {
  const context = await browser.newContext({
    javaScriptEnabled: reading.script,
    locale: locales[reading.language],
    viewport: reading.script ? narrow : wide,
    acceptDownloads: true,
  });
  context.setDefaultTimeout(20_000);
  const tab = await context.newPage();
  const faults: string[] = [];
  tab.on("pageerror", (error) => faults.push(`${tab.url()}: ${error.message}`));
  tab.on("console", (line) => {
    if (line.type() === "error") faults.push(`${tab.url()}: ${line.text()}`);
  });
  tab.on("response", (answer) => {
    if (answer.status() >= 500) faults.push(`${answer.url()}: ${answer.status()}`);
  });
  return { tab, context, reading, address, faults, book: "", end: () => context.close() };
}

/** Ids, codes in braces and words without a translation are for machines: nobody should have to read one. */
const unreadable = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\{\$|\bundefined\b|\[object /;

/** Looks at the page one is on: its language, what no person can read, axe, and whether it fits a telephone. Takes its picture when that is asked. */
export async function look(person: Person, name: string, picture?: "wide" | "narrow"): Promise<void> {
  const { tab, reading, faults } = person;
  const at = `${name} (${reading.language})`;
  if ((await tab.getAttribute("html", "lang")) !== reading.language) faults.push(`${at}: not in the reader's language`);
  const text = (await tab.textContent("body")) ?? "";
  const found = unreadable.exec(text)?.[0];
  if (found !== undefined) faults.push(`${at}: shows “${found}”`);
  if (reading.script) {
    const over = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (over > 0) faults.push(`${at}: ${over} px too wide at 360 px`);
    faults.push(...(await axeFindings(tab)).map((one) => `${at}: ${one}`));
  }
  if (picture !== undefined && reading.pictures !== null) await takePicture(person, name, picture, reading.pictures);
}

async function takePicture({ tab }: Person, name: string, width: "wide" | "narrow", folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await tab.setViewportSize(width === "wide" ? wide : narrow);
  await tab.evaluate(() => scrollTo(0, 0));
  const height = await tab.evaluate(() => document.documentElement.scrollHeight);
  const size = width === "wide" ? wide : narrow;
  const clip = { x: 0, y: 0, width: size.width, height: Math.min(height, width === "wide" ? 820 : 1200) };
  await tab.screenshot({
    path: join(folder, `${name}.jpg`),
    type: "jpeg",
    quality: 62,
    fullPage: true,
    clip,
    scale: "css",
    animations: "disabled",
  });
  await tab.setViewportSize(wide);
}

/** Goes to a page of one's own organisation. */
export const goTo = (person: Person, path: string): Promise<unknown> => person.tab.goto(`${person.book}/${path}`);

/** Sends the form one is on by its main button. */
export const send = ({ tab }: Person, form = "form.act"): Promise<void> =>
  tab.locator(`${form} button.main`).last().click();

/** Fetches a file as the browser would, with its session. */
export async function fetched({ context, tab }: Person, href: string): Promise<Buffer> {
  const answer = await context.request.get(new URL(href, tab.url()).href);
  if (!answer.ok()) throw new Error(`${href}: ${answer.status()}`);
  return answer.body();
}

/** The address of the first link to something. */
export async function linkTo({ tab }: Person, part: string): Promise<string> {
  return (await tab.locator(`a[href*="${part}"]`).first().getAttribute("href")) ?? "";
}
