/** The pages of collection points in a real browser: nothing for axe to find, no sideways scroll, everything by keyboard. */
import { mkdirSync } from "node:fs";
import type { Browser, Page as Tab } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testBook } from "../../rooms/book/testing.ts";
import { axeFindings, startBrowser } from "../testing/browser.ts";
import { type HarvestPoints, harvestPoints } from "../testing/harvest-points.ts";

let story: HarvestPoints;
let browser: Browser;
let tab: Tab;
beforeAll(async () => {
  [story, browser] = await Promise.all([harvestPoints(), startBrowser()]);
  tab = await browser.newPage();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await story?.server.close();
});

const pictures = process.env.AYNI_PICTURES;

const shown: Readonly<Record<string, (story: HarvestPoints) => string>> = {
  list: () => "points",
  new: () => "points/new",
  point: () => "points/quebrada-dos",
  empty: () => "points/la-montana",
  sheet: () => "points/quebrada-dos/sheet",
  telephone: ({ heard }) => `devices/${heard.device}`,
  lost: ({ lost }) => `devices/${lost.device}`,
  unsent: () => "points/unsent",
};

const html = async (page: string, language: string): Promise<string> => {
  const answer = await story.server.get(`/o/${testBook}/${page}?lang=${language}`);
  expect(answer.status, page).toBe(200);
  return answer.text();
};

/** Enrolling is a form: its page is what it answers. */
const square = async (language: string): Promise<string> => {
  const answer = await story.server.app.request(
    `http://localhost/o/${testBook}/points/quebrada-dos/tickets?lang=${language}`,
    {
      method: "POST",
      body: "act=",
      headers: {
        Authorization: `Bearer ${story.server.marta}`,
        "Content-Type": "application/x-www-form-urlencoded",
        Host: "localhost:8080",
      },
    },
  );
  expect(answer.status).toBe(200);
  return answer.text();
};

describe.each([...Object.keys(shown), "square"])("%s [points.axe]", (name) => {
  it.each(["es", "en", "pt"])(
    "in %s, on a telephone; in Spanish on a wide screen too",
    async (language) => {
      const plain = name === "square" ? await square(language) : await html(shown[name]?.(story) ?? "", language);
      for (const width of language === "es" ? [360, 1280] : [360]) {
        await tab.setViewportSize({ width, height: 900 });
        if (pictures !== undefined) {
          mkdirSync(pictures, { recursive: true });
          await tab.setContent(plain);
          await tab.screenshot({ path: `${pictures}/${name}-${language}-${width}.png`, fullPage: true });
        }
        // Whatever opens is opened, so that all of it is looked at.
        await tab.setContent(plain.replaceAll("<details", "<details open"));
        expect(await axeFindings(tab), `${name} ${language} ${width}`).toEqual([]);
        const wide = await tab.evaluate(() => document.documentElement.scrollWidth);
        expect(wide, `${name} ${language} ${width}`).toBeLessThanOrEqual(width);
        expect(await tab.evaluate(() => document.body.textContent)).not.toMatch(
          /\{\$(?!schema)|\bpoints\.[a-z]|\bundefined\b/,
        );
      }
    },
    60_000,
  );
});
