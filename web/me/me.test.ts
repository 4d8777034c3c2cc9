/** One's own pages with worked example 1: Amparo sees what is hers, says that something is not right, and sees nobody else's. */

import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { idOf, testBook } from "../../rooms/book/testing.ts";
import { seven } from "../../scenarios/stories/seven-sacks.ts";
import { axeFindings, startBrowser } from "../testing/browser.ts";
import type { Served } from "../testing/served.ts";
import { laterReceipt, settledSacks } from "../testing/settled-sacks.ts";

let server: Served;
let browser: Browser;
let amparo: string;
let ciro: string;
const at = (path: string) => `/o/${testBook}/${path}`;
const wordsOf = async (response: Response): Promise<string> =>
  (await response.text())
    .replace(/<style>.*?<\/style>/s, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/[\s\u00a0]+/g, " ");

beforeAll(async () => {
  [server, browser] = await Promise.all([settledSacks(), startBrowser()]);
  const { sessions } = server.services.installation;
  amparo = await sessions.make({ book: testBook, seat: idOf("Amparo's seat"), agent: seven.member });
  ciro = await sessions.make({ book: testBook, seat: idOf("Ciro's seat"), agent: idOf("Ciro") });
});
afterAll(() => Promise.all([server?.close(), browser?.close()]));

describe("what am I owed? [me.home]", () => {
  test("the sum, when and where it is paid, what I owe, and my deliveries, in words", async () => {
    const words = await wordsOf(await server.get(at("me"), amparo));
    for (const said of [
      "La organización le debe 2.940.800 pesos",
      "En efectivo, el viernes 18 de septiembre",
      "Ver la cuenta",
    ])
      expect(words).toContain(said);
    expect(words).toContain("Usted no debe nada");
    expect(words).toContain("407,6 kg");
    expect(words).toContain("6.494.786 pesos");
    expect(words).toContain("Aportes 64.948 pesos");
  });

  test("somebody with nothing yet is told so", async () => {
    const words = await wordsOf(await server.get(at("me"), ciro));
    expect(words).toContain("Hoy no hay nada por pagarle");
    expect(words).toContain("Todavía no hay entregas suyas");
  });

  test("the first load of a member weighs at most 10 kB", async () => {
    const html = await (await server.get(at("me"), amparo)).text();
    expect(gzipSync(html).length).toBeLessThanOrEqual(10_240);
    expect(html).not.toContain("<script");
  });
});

describe("one of my deliveries [me.deliveries]", () => {
  test("leads to its receipt and its statement", async () => {
    const html = await (await server.get(at(`me/deliveries/${idOf("two crates more")}`), amparo)).text();
    expect(html).toContain(at(`receipts/${laterReceipt}`));
    const settled = await (await server.get(at(`me/deliveries/${seven.delivery}`), amparo)).text();
    expect(settled).toContain(at("statements/L-2026-000001"));
  });

  test("of somebody else there is no page", async () => {
    expect((await server.get(at(`me/deliveries/${seven.delivery}`), ciro)).status).toBe(404);
    expect((await server.get(at("me/deliveries/none"), ciro)).status).toBe(404);
  });
});

const send = (path: string, token: string, typed: Record<string, string>) =>
  server.app.request(path, {
    method: "POST",
    body: new URLSearchParams(typed).toString(),
    headers: {
      Cookie: `ayni_session=${token}`,
      "Sec-Fetch-Site": "same-origin",
      "Content-Type": "application/x-www-form-urlencoded",
    },
  });

describe("something is not right [me.objection]", () => {
  const path = at(`me/deliveries/${idOf("two crates more")}`);
  const act = `${idOf("an objection")}.${"0b".repeat(16)}`;

  test("without saying what, the form asks", async () => {
    const answer = await send(path, amparo, { act, against: "", words: "" });
    expect(await wordsOf(answer)).toContain("Falta llenar esto");
  });

  test("said, it is kept, shown, and waits for an answer", async () => {
    const answer = await send(path, amparo, { act, against: "moisture", words: "En mi casa dio 11,2." });
    expect(answer.status).toBe(303);
    const words = await wordsOf(await server.get(answer.headers.get("Location") ?? "", amparo));
    expect(words).toContain("Guardado. La organización tiene que responderle.");
    expect(words).toContain("En mi casa dio 11,2.");
    expect(words).toContain("todavía tiene que responder");
  });

  test("about somebody else's delivery nobody can say it", async () => {
    const other = { act: `${idOf("not mine")}.${"0c".repeat(16)}`, against: "weight", words: "" };
    expect((await send(path, ciro, other)).status).toBe(404);
  });
});

for (const language of ["es", "en", "pt"])
  test(`in ${language}, on a small telephone: nothing for axe, nothing wider than the screen [me.home]`, async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
    for (const path of ["me", "me/deliveries", `me/deliveries/${seven.delivery}`, "me/statements", "me/agreements"]) {
      await page.setContent(await (await server.get(at(`${path}?lang=${language}`), amparo)).text());
      expect(await axeFindings(page), path).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
      if (process.env.AYNI_PICTURES !== undefined && language === "es")
        await page.screenshot({
          path: `${process.env.AYNI_PICTURES}/${path.replaceAll("/", "-").slice(0, 20)}.png`,
          fullPage: true,
        });
    }
    await page.close();
  });
