/** Dated data for plans by the office: a scheme's sheet with its next version, a result, a letter, a consent; and a plan built on them; without script. */
import type { Browser, Page as Tab } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { untilTheHarvest } from "../../../scenarios/terms/telling.ts";
import { axeFindings, startBrowser } from "../../testing/browser.ts";
import { type Desk, deskOver, type Opened, tellerOver } from "../../testing/desk.ts";
import { served } from "../../testing/served.ts";

let browser: Browser;
let tab: Tab;
let desk: Desk;
beforeAll(async () => {
  const server = await served({ book: "unopened" });
  server.clock.now = Date.parse("2026-01-02T15:00:00Z");
  await untilTheHarvest(tellerOver(server));
  server.clock.now = Date.parse("2026-09-16T15:00:00Z");
  [browser, desk] = await Promise.all([startBrowser(), deskOver(server)]);
  tab = await browser.newPage();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

/** What is wrong with a screen, on a telephone and on a desk; in one language for each, since the words are complete in all. */
async function findings(path: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [language, width] of [
    ["es", 360],
    ["en", 1280],
    ["pt", 360],
  ] as const) {
    const opened = await desk.open(path, language);
    expect(opened.status, opened.text).toBe(200);
    await tab.setViewportSize({ width, height: 800 });
    await tab.setContent(opened.html);
    found.push(...(await axeFindings(tab)).map((one) => `${language} ${width} ${one}`));
    const isWider = await tab.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    if (isWider) found.push(`${language} ${width} ${path} is wider than its screen`);
  }
  return found;
}

test("sheets, results, letters and consents are recorded and seen, each screen sound for axe and no wider than itself [terms.pages]", async () => {
  let page: Opened = await desk.open("prices/schemes");
  expect(page.text).toContain("Sin verificar");
  expect(page.text).toContain("versión 2");
  const [, next = ""] = /href="([^"]*schemes\?sheet=[^"]*)"/.exec(page.html) ?? [];
  page = await desk.open(next);
  page = await desk.send(page, { title: "Fairtrade minimum prices" }, { from: "2010-01-01" });
  expect(page.text).toContain("Una versión nueva no puede ser más vieja");
  const cocoa = {
    "t.1.term": "cocoa-conventional",
    "t.1.name": "Cacao",
    "t.1.product": "cocoa",
    "t.1.grams": "1000000",
  };
  page = await desk.send(
    page,
    { title: "Fairtrade minimum prices" },
    {
      from: "2026-09-16",
      verifiedBy: "Gerencia",
      verifiedOn: "2026-09-16",
      "t.0.minimum": "1.90",
      ...cocoa,
      "t.1.minimum": "3,500",
    },
  );
  expect(page.text).toContain("versión 3");
  expect(page.text).toContain("Comparada por Gerencia");
  expect(page.text).toContain("3,500");
  expect(await findings("prices/schemes")).toEqual([]);

  page = await desk.open("prices/laboratory");
  page = await desk.send(page, { measure: "bacteria" }, { number: "99", value: "180,000" });
  expect(page.text).toContain("Todavía no se hizo.");
  page = await desk.send(page, { measure: "bacteria" }, { number: "7", value: "180,000", laboratory: "Regional" });
  expect(page.text).toContain("180,000");
  expect(await findings("prices/laboratory")).toEqual([]);

  page = await desk.open("prices/fixings");
  page = await desk.send(page, { lots: "1" }, { contract: "c-7", level: "282.5", month: "2026-12", by: "Comprador" });
  expect(page.text).toContain("282.5");
  expect(await findings("prices/fixings")).toEqual([]);

  page = await desk.open("prices/consents");
  page = await desk.send(page, { deduction: "lender" }, { number: "7", until: "2026-12-31" });
  expect(page.text).toContain("1 consentimiento está dado");
  expect(await findings("prices/consents")).toEqual([]);
  expect(desk.server.faults).toEqual([]);
}, 120_000);
