/** A clerk at the scale in a real browser, for tests of the hand-over: begins, weighs, measures, reads what is on the screen. */
import type { Browser, Page } from "playwright-core";
import { startBrowser } from "../../testing/browser.ts";
import type { FieldCore } from "../app/ports.ts";
import type { OnPaper } from "../app/screens/hand-over/begin.ts";
import { builtApp } from "./built.ts";
import { serveBuilds } from "./served-builds.ts";

declare global {
  var field: { readonly core: FieldCore };
}

/** How the telephone is held: its language, its light, what the point lacks. */
export type Holding = { readonly language?: string; readonly theme?: string; readonly without?: string };

/** A telephone of 360 × 640 with the app open and Efraín's PIN put in. */
export async function atTheScale(browser: Browser, address: string, how: Holding = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, locale: how.language ?? "es" });
  const page = await context.newPage();
  await page.addInitScript((theme) => localStorage.setItem("ayni.theme", theme), how.theme ?? "light");
  const root = address.endsWith("/field") ? address : `${address}/field`;
  await page.goto(`${root}${how.without === undefined ? "" : `?without=${how.without}`}`);
  await page.waitForFunction(() => globalThis.field !== undefined);
  return page;
}

/** The app served once for a file of tests, and how each plays on a telephone of its own. */
export type Scale = {
  readonly onTelephone: (how: Holding, told: (page: Page) => Promise<void>) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Builds and serves the app at the scale. */
export async function scaleServed(): Promise<Scale> {
  const served = await serveBuilds(await builtApp("web/field/testing/weighing-page.tsx"));
  const browser = await startBrowser();
  return {
    onTelephone: async (how, told) => {
      const page = await atTheScale(browser, served.address, how);
      try {
        await told(page);
      } finally {
        await page.context().close();
      }
    },
    close: async () => {
      await browser.close();
      await served.stop();
    },
  };
}

/** Begins a hand-over of Rosa, member 31: her draft is kept and opened, as the screens of who is next do. */
export async function rosaComes(page: Page, paper: OnPaper | null = null): Promise<void> {
  await page.evaluate(async (paper) => {
    const { core } = globalThis.field;
    const [rosa] = core.search("31", 1);
    const delivery = core.newId();
    const nothing = {
      product: null,
      plot: null,
      claim: null,
      pad: null,
      objection: null,
      paper: null,
      replacing: null,
    };
    const value = {
      ...{ form: "hand-over-draft/1", delivery, who: { agent: rosa?.agent }, stage: "goods" },
      ...{ ...nothing, bags: [], readings: {}, photos: [], paper },
    };
    await core.drafts.write({ id: delivery, kind: "hand-over", begun: core.now(), value });
    location.hash = `#/hand-over/${delivery}`;
  }, paper);
  await page.waitForSelector(".bags");
}

/** Types a figure on the keys of the pad, mark and all. */
export async function press(page: Page, figure: string): Promise<void> {
  for (const key of figure) await page.click(`.keys button:text-is("${key}")`);
}

/** Opens the pad and weighs sack after sack. */
export async function weigh(page: Page, sacks: readonly string[]): Promise<void> {
  if ((await page.$(".pad")) === null) await page.click(".bag-more");
  for (const sack of sacks) {
    await press(page, sack);
    await page.click(".pad .do-main");
  }
  await page.click(".bag-more");
}

/** Measures in the order of the grading table, from the first; an empty text leaves one out. */
export async function measure(page: Page, readings: readonly string[]): Promise<void> {
  await page.click(".grade li:first-child button");
  for (const reading of readings) {
    await press(page, reading);
    await page.click(".pad .do-main");
  }
}

/** The words of an element as a person reads them: one blank for each gap. */
export const words = async (page: Page, selector: string): Promise<string> =>
  (await page.innerText(selector)).replace(/\s+/g, " ").trim();

/** The acts that this telephone said: kind, and what each says. */
export const said = (
  page: Page,
): Promise<readonly { readonly kind: string; readonly says: Record<string, unknown> }[]> =>
  page.evaluate(async () => {
    const { core } = globalThis.field;
    const items = await Promise.all(core.outbox().map(({ act }) => core.whole(act)));
    return items.flatMap((item) =>
      item === null ? [] : [{ kind: item.kind, says: (JSON.parse(item.text) as { says: never }).says }],
    );
  });

/** The seven sacks of the worked example, and what was read of their sample. */
export const sevenSacks = ["61,5", "58", "62,5", "59,5", "60", "55,5", "55,5"];
export const itsReadings = ["12,6", "250", "188,2", "9,4"];

/** Rosa's seven sacks, weighed and measured. */
export async function weighedAndMeasured(page: Page): Promise<void> {
  await rosaComes(page);
  await weigh(page, sevenSacks);
  await measure(page, itsReadings);
}

/** The producer looks and agrees. */
export async function given(page: Page): Promise<void> {
  await page.click(".bar .do-main");
  await page.waitForSelector(".look");
  await page.click(".bar .do-main");
  await page.waitForSelector(".receipt");
}
