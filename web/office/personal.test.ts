/** Personal data on pages: what is held, who looked, the sheet, erasing with its holds; and one's own view of all that. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { idOf, testBook } from "../../rooms/book/testing.ts";
import { seven } from "../../scenarios/stories/seven-sacks.ts";
import { axeFindings, startBrowser } from "../testing/browser.ts";
import type { Served } from "../testing/served.ts";
import { settledSacks } from "../testing/settled-sacks.ts";

let server: Served;
let browser: Browser;
let amparo: string;
const at = (path: string) => `/o/${testBook}/${path}`;
const wordsOf = async (response: Response): Promise<string> =>
  (await response.text())
    .replace(/<style>.*?<\/style>/s, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/[\s\u00a0]+/g, " ");
const send = (path: string, typed: Record<string, string>) =>
  server.app.request(at(path), {
    method: "POST",
    body: new URLSearchParams(typed).toString(),
    headers: {
      Cookie: `ayni_session=${server.marta}`,
      "Sec-Fetch-Site": "same-origin",
      "Content-Type": "application/x-www-form-urlencoded",
    },
  });
const key = (name: string) => `${idOf(name)}.${"0d".repeat(16)}`;

beforeAll(async () => {
  [server, browser] = await Promise.all([settledSacks(), startBrowser()]);
  const { sessions } = server.services.installation;
  amparo = await sessions.make({ book: testBook, seat: idOf("Amparo's seat"), agent: seven.member });
});
afterAll(() => Promise.all([server?.close(), browser?.close()]));

test("the sheet is published from its form, and stands beside what is held [privacy.retention]", async () => {
  const typed = {
    act: key("sheet"),
    "name-purpose": "Libro de socios",
    "name-days": "1825",
    "identity-number-purpose": "Pagos y retenciones",
    "identity-number-days": "1825",
    "telephone-purpose": "Avisos",
    "telephone-days": "",
    "account-number-purpose": "Pagar lo que se debe",
    "account-number-days": "1825",
    "address-purpose": "Documentos de compra",
    "address-days": "1825",
  };
  const wrong = await send("personal", { ...typed, "name-purpose": "", "name-days": "cinco" });
  expect(await wordsOf(wrong)).toContain("«cinco» no se entiende como número");
  const half = await send("personal", { ...typed, "name-days": "30,5" });
  expect(await wordsOf(half)).toContain("«30,5» no se entiende como número");
  expect((await send("personal", typed)).status).toBe(303);
  const words = await wordsOf(await server.get(at("personal")));
  expect(words).toContain("Libro de socios");
  expect(words).toContain("1.825 días después de retirarse");
});

test("whoever opens a person's data is written down, on the office's page and on the person's own [privacy.access-log]", async () => {
  expect(await wordsOf(await server.get(at(`members/${seven.member}/personal`)))).toContain("Amparo Quintero");
  const words = await wordsOf(await server.get(at("personal")));
  expect(words).toContain("Documento, Teléfono");
  const own = await wordsOf(await server.get(at("me/data"), amparo));
  expect(own).toContain("Esto es lo que la organización guarda de usted");
  expect(own).toContain("Documento, Teléfono");
});

test("the office gives a person their history on request, and that look is written down too [privacy.on-request]", async () => {
  const path = at(`members/${seven.member}/history`);
  const before = await wordsOf(await server.get(at("personal")));
  const answer = await server.get(path);
  expect(answer.headers.get("Content-Disposition")).toContain("attachment");
  expect(await answer.text()).toContain("Amparo Quintero");
  const after = await wordsOf(await server.get(at("personal")));
  expect(after.split("Documento, Teléfono").length).toBe(before.split("Documento, Teléfono").length + 1);
  expect((await server.get(path, amparo)).status).toBe(200);
  const { sessions } = server.services.installation;
  const ciro = await sessions.make({ book: testBook, seat: idOf("Ciro's seat"), agent: idOf("Ciro") });
  expect((await server.get(path, ciro)).status).toBe(403);
});

test("a member with money owed is not erased, and the page says why [privacy.erase-page]", async () => {
  const answer = await send(`members/${seven.member}/personal`, { act: key("erase"), reason: "Lo pidió." });
  expect(answer.status).toBe(200);
  expect(await wordsOf(answer)).toMatch(/socia|socio|cuentas/);
  expect(await wordsOf(await server.get(at(`members/${seven.member}/personal`)))).toContain("Amparo Quintero");
});

for (const language of ["es", "en", "pt"])
  test(`in ${language}: nothing for axe, nothing wider than a small screen [privacy.erase-page]`, async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
    for (const [path, token] of [
      ["personal", server.marta],
      [`members/${seven.member}/personal`, server.marta],
      ["me/data", amparo],
    ] as const) {
      await page.setContent(await (await server.get(at(`${path}?lang=${language}`), token)).text());
      expect(await axeFindings(page), path).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
    }
    if (process.env.AYNI_PICTURES !== undefined && language === "es") {
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.setContent(await (await server.get(at("personal"))).text());
      await page.screenshot({ path: `${process.env.AYNI_PICTURES}/personal.png`, fullPage: true });
    }
    await page.close();
  });
