/** Every screen of money in a real browser, in three languages: nothing for axe, nothing wider than its screen. */
import type { Browser, Page as Tab } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seven } from "../../scenarios/stories/seven-sacks.ts";
import { axeFindings, startBrowser } from "../testing/browser.ts";
import { type Desk, deskOfSevenSacks } from "../testing/desk.ts";

let browser: Browser;
let tab: Tab;
let desk: Desk;
/** Addresses of the screens, some of which only the story gives. */
const paths: Record<string, string> = {
  settlements: "settlements",
  "new settlement": `settlements/new?season=${seven.season}`,
  payments: "payments",
  "sheet to sign": "payments/sheet?way=cash",
  prices: "prices",
  "price plan": `prices/plans/${seven.plan}/edit`,
  "new price plan": "prices/plans/new?from=classes",
  season: `prices/seasons/${seven.season}`,
  "new series": "prices/series/new",
  ledger: "ledger",
  account: "ledger/account?account=owed-to-producers&commodity=money%3ACOP%3A1",
  "a person's accounts": `ledger/person/${seven.member}`,
};
beforeAll(async () => {
  [browser, desk] = await Promise.all([startBrowser(), deskOfSevenSacks()]);
  tab = await browser.newPage();
  // Two drafts: one stays a draft, one is closed and waits to be paid.
  const begun = await desk.open(`settlements/new?season=${seven.season}`);
  const draft = await desk.send(begun, { until: "2026-09-17" }, { title: "Septiembre", place: "Quebrada Dos" });
  const [, preview = ""] = /href="([^"]*settlements\/[0-9a-f-]{36}\/[0-9a-f-]{36})"/.exec(draft.html) ?? [];
  paths.draft = draft.at;
  paths["preview of a statement"] = preview;
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

async function findings(path: string): Promise<string[]> {
  const found: string[] = [];
  for (const language of ["es", "en", "pt"]) {
    const opened = await desk.open(path, language);
    expect(opened.status, opened.text).toBe(200);
    for (const width of [320, 1280]) {
      await tab.setViewportSize({ width, height: 800 });
      await tab.setContent(opened.html);
      found.push(...(await axeFindings(tab)).map((one) => `${language} ${width} ${one}`));
      const over = await tab.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (over > 0) found.push(`${language} ${width} is ${over} px wider than its screen`);
    }
  }
  return found;
}

describe("screens of money hold up [office.money]", () => {
  for (const name of [...Object.keys(paths), "draft", "preview of a statement"])
    it(name, async () => {
      expect(await findings(paths[name] ?? "")).toEqual([]);
    });

  it("so do the closed settlement, what is to be paid, and the sheet to sign", async () => {
    const reviewed = await desk.send(await desk.open(paths.draft ?? ""), { do: "review" });
    const closed = await desk.send(reviewed, { do: "close" });
    for (const path of [closed.at, "payments", "payments/sheet?way=cash", "ledger"])
      expect(await findings(path)).toEqual([]);
  });

  it("each list can be taken along as a sheet", async () => {
    for (const file of ["payments.due", "settlements.list", "ledger.balances", "prices.series-list"]) {
      const sheet = await desk.open(`export/${file}.csv`);
      expect(sheet.status, sheet.text).toBe(200);
    }
    expect(desk.server.faults).toEqual([]);
  });
});
