/** The public page: there is none until the organisation shows one, and it shows what it was given and nothing else. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { idOf, testBook } from "../../rooms/book/testing.ts";
import { axeFindings, startBrowser } from "../testing/browser.ts";
import type { Served } from "../testing/served.ts";
import { settledSacks } from "../testing/settled-sacks.ts";

let server: Served;
let browser: Browser;
const wordsOf = async (response: Response): Promise<string> =>
  (await response.text())
    .replace(/<style>.*?<\/style>/s, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/[\s\u00a0]+/g, " ");
let sent = 0;
const publish = (typed: readonly [string, string][]) => {
  sent += 1;
  return server.app.request(`/o/${testBook}/public-page`, {
    method: "POST",
    body: new URLSearchParams([["act", `${idOf(`public ${sent}`)}.${"0e".repeat(16)}`], ...typed]).toString(),
    headers: {
      Cookie: `ayni_session=${server.marta}`,
      "Sec-Fetch-Site": "same-origin",
      "Content-Type": "application/x-www-form-urlencoded",
    },
  });
};
const seen = (path = `/p/${testBook}`) => server.get(path, null);

beforeAll(async () => {
  [server, browser] = await Promise.all([settledSacks(), startBrowser()]);
});
afterAll(() => Promise.all([server?.close(), browser?.close()]));

test("no organisation is shown that did not choose it, and no stranger learns whether it is here [plaza.page]", async () => {
  expect((await seen()).status).toBe(404);
  expect((await seen(`/p/${idOf("no book")}`)).status).toBe(404);
  expect((await seen("/p/somewhere")).status).toBe(404);
});

test("a page without a way to be reached is not published, and says so at its field", async () => {
  const answer = await publish([
    ["about", "Café de dos veredas."],
    ["show", "shown"],
  ]);
  expect(await wordsOf(answer)).toContain("necesita decir cómo hablar con la organización");
  expect((await seen()).status).toBe(404);
});

test("published, anybody reads it without coming in: its words, and its prices only when it tells them [plaza.page]", async () => {
  const words: readonly [string, string][] = [
    ["about", "Café de dos veredas. <b>Secamos al sol.</b>"],
    ["where", "Quebrada Dos"],
    ["reach", "Oficina, martes y viernes"],
    ["show", "shown"],
  ];
  expect((await publish(words)).status).toBe(303);
  const page = await seen();
  expect(page.status).toBe(200);
  const text = await wordsOf(page);
  expect(text).toContain("Oficina, martes y viernes");
  expect(text).toContain("&lt;b>Secamos al sol.");
  expect(text).not.toContain("Qué compra y cómo paga");
  await publish([...words, ["show", "prices"]]);
  const priced = await wordsOf(await seen());
  expect(priced).toContain("Qué compra y cómo paga");
  expect(priced).toContain("café pergamino");
  expect(priced).toMatch(/2\.005\.000 COP/);
  expect(priced).not.toContain("Amparo");
});

for (const language of ["es", "en", "pt"])
  test(`in ${language}: nothing for axe, nothing wider than a small screen [plaza.page]`, async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
    const office = server.get(`/o/${testBook}/public-page?lang=${language}`);
    for (const html of [await (await seen(`/p/${testBook}?lang=${language}`)).text(), await (await office).text()]) {
      await page.setContent(html);
      expect(await axeFindings(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      if (process.env.AYNI_PICTURES !== undefined && language === "es" && html.includes("plaza"))
        await page.screenshot({ path: `${process.env.AYNI_PICTURES}/plaza.png`, fullPage: true });
    }
    await page.close();
  });

test("taken away, it is gone", async () => {
  await publish([["about", "Café de dos veredas."]]);
  expect((await seen()).status).toBe(404);
});
