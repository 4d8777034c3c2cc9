/** The pages where goods and people come in, in a real browser: on a book with a story, in three languages, at three widths. */
import { join } from "node:path";
import type { Browser, Page as Tab } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testBook } from "../../rooms/book/testing.ts";
import { seven } from "../../scenarios/stories/seven-sacks.ts";
import { axeFindings, startBrowser } from "../testing/browser.ts";
import { fill } from "../testing/forms.ts";
import type { Served } from "../testing/served.ts";
import { settledSacks } from "../testing/settled-sacks.ts";

const { member, delivery } = seven;
const pages: Readonly<Record<string, string>> = {
  today: "today",
  deliveries: "deliveries",
  "deliveries, none found": "deliveries?show=voided",
  "one delivery": `deliveries/${delivery}`,
  "one in doubt": "",
  "who brings": "deliveries/new?q=quintero",
  "typing a delivery": `deliveries/new?member=${member}`,
  voiding: `deliveries/${delivery}/void`,
  objecting: `deliveries/${delivery}/object`,
  "later results": `deliveries/${delivery}/grade`,
  members: "members",
  "one member": `members/${member}`,
  "new member": "members/new",
  "new organisation": "members/new?kind=organisation",
  correcting: `members/${member}/correct`,
  tying: `members/${member}/ties/new?q=quintero`,
  "tying to one": `members/${member}/ties/new?to=${member}`,
  plot: `members/${member}/plots/new`,
  credit: "credit",
  advance: `credit/advance?member=${member}`,
  "granting credit": `credit/new?member=${member}`,
  "our book": "our-book",
};

let server: Served;
let browser: Browser;
let tab: Tab;
let doubtful = "";
const at = (path: string) => `/o/${testBook}/${path}`;

beforeAll(async () => {
  [server, browser] = await Promise.all([settledSacks(), startBrowser()]);
  tab = await browser.newPage();
  const bare = {
    member,
    product: "coffee-parchment",
    place: "quebrada-dos",
    on: "2026-09-16",
    rows: "5",
    "gross-0": "50",
  };
  const { response } = await fill(server, at(`deliveries/new?member=${member}`), bare);
  const path = (response.headers.get("Location") ?? "").split("?")[0] ?? "";
  await fill(server, `${path}/object`, { against: "weight", words: "En mi casa pesó más.", on: "2026-09-16" });
  doubtful = path.split("/deliveries/")[1] ?? "";
  const given = { member, amount: "250.000", currency: "COP", day: "2026-09-16", mode: "cash" };
  await fill(server, at(`credit/advance?member=${member}`), given);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function show(name: string, language: string, width: number): Promise<void> {
  const path = at(name === "one in doubt" ? `deliveries/${doubtful}` : (pages[name] ?? ""));
  const response = await server.get(`${path}${path.includes("?") ? "&" : "?"}lang=${language}`);
  expect(response.status, name).toBe(200);
  await tab.setViewportSize({ width, height: 800 });
  await tab.setContent(await response.text());
}

const overflow = () => tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.each(Object.keys(pages))("%s [web.coming-in]", (name) => {
  it.each(["es", "en", "pt"])(
    "in %s: axe finds nothing, at 360 and 1280 px; no wider than its screen at 320",
    async (language) => {
      const findings: string[] = [];
      for (const width of [360, 1280]) {
        await show(name, language, width);
        findings.push(...(await axeFindings(tab)).map((one) => `${width} ${one}`));
        if (process.env.SCREENSHOTS)
          await tab.screenshot({
            path: join(process.env.SCREENSHOTS, `${name}-${language}-${width}.png`),
            fullPage: true,
          });
      }
      expect(findings).toEqual([]);
      await show(name, language, 320);
      expect(await overflow()).toBeLessThanOrEqual(0);
    },
  );
});

describe("what is touched on a telephone [web.coming-in]", () => {
  it.each(["today", "deliveries", "one delivery", "one member", "typing a delivery", "our book", "credit"])(
    "%s: each is at least 44 px high",
    async (name) => {
      await show(name, "es", 360);
      const small = await tab.evaluate(() =>
        [
          ...document.querySelectorAll(
            "a.do,a.quiet,button:not(.away),summary,.people a,.find input,.find select,.bag input,.bag select",
          ),
        ]
          .map((one) => ({ says: one.textContent, box: one.getBoundingClientRect() }))
          .filter(({ box }) => box.height < 44)
          .map(({ says, box }) => `${says} ${box.width}×${box.height}`),
      );
      expect(small).toEqual([]);
    },
  );
});

describe("typing a hand-over by keyboard alone [web.coming-in]", () => {
  it("goes through the fields in reading order, and Enter sends the form, not more rows", async () => {
    await show("typing a delivery", "es", 1280);
    await tab.locator("[name=gross-0]").focus();
    const stops: string[] = [];
    for (let stop = 0; stop < 5; stop += 1) {
      stops.push(await tab.evaluate(() => document.activeElement?.getAttribute("name") ?? ""));
      await tab.keyboard.press("Tab");
    }
    expect(stops).toEqual(["gross-0", "tare-0", "container-0", "count-0", "gross-1"]);
    const first = await tab.evaluate(
      () => document.querySelector<HTMLButtonElement>("form.act button[type=submit]")?.name ?? "none",
    );
    expect(first).toBe("");
  });
});
