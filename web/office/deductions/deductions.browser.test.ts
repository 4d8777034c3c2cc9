/** The builder of deductions in a real browser, in three languages: nothing for axe, nothing wider than its screen. */
import type { Browser, Page as Tab } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seven } from "../../../scenarios/stories/seven-sacks.ts";
import { axeFindings, startBrowser } from "../../testing/browser.ts";
import { type Desk, deskOfSevenSacks, type Opened } from "../../testing/desk.ts";

let browser: Browser;
let tab: Tab;
let desk: Desk;
beforeAll(async () => {
  [browser, desk] = await Promise.all([startBrowser(), deskOfSevenSacks()]);
  tab = await browser.newPage();
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

async function findings({ html }: Opened, name: string): Promise<string[]> {
  const found: string[] = [];
  for (const width of [320, 1280]) {
    await tab.setViewportSize({ width, height: 800 });
    await tab.setContent(html);
    found.push(...(await axeFindings(tab)).map((one) => `${name} ${width} ${one}`));
    const over = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (over > 0) found.push(`${name} ${width} is ${over} px wider than its screen`);
  }
  return found;
}

test("the builder of deductions holds up, whole and while something is missing [agreements.deduction-builder]", async () => {
  for (const language of ["es", "en", "pt"])
    expect(await findings(await desk.open(`prices/seasons/${seven.season}`, language), language)).toEqual([]);
  const empty = await desk.open("prices/seasons/new");
  expect(await findings(empty, "empty")).toEqual([]);
  const begun = await desk.send(empty, { do: "save" }, { build: "add", pricePlan: seven.plan, addLine: "ready-debts" });
  const capped = await desk.send(begun, { do: "save" }, { build: "add-cap", addCap: "subsistence" });
  expect(await findings(capped, "begun")).toEqual([]);
  const refused = await desk.send(capped, { do: "save" }, { build: [] });
  expect(refused.text).toContain("Todavía no se hizo.");
  expect(await findings(refused, "refused")).toEqual([]);
});
