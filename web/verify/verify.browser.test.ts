/** The page in a real browser: opened by a square's address, without a signal, as a file from a folder, and with nothing for axe to find. */
import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { bytesInText, digitsOf } from "../../kernel/cose/index.ts";
import type { ReceiptContent } from "../../rooms/acopio/content.ts";
import { idOf, testBook } from "../../rooms/book/testing.ts";
import { rawPublicKey } from "../../store/writer/seal.ts";
import { axeFindings, startBrowser } from "../testing/browser.ts";
import { handedOver, sealedBy, squareText } from "../testing/receipts.ts";
import { type Served, said, served } from "../testing/served.ts";

let server: Served;
let browser: Browser;
let folder: string;
let listening: ReturnType<typeof serve>;
let origin: string;
let content: ReceiptContent;
let digits: string;
let context: BrowserContext;
const numberOf = (bytes: Uint8Array): string => digitsOf(bytes);

beforeAll(async () => {
  [server, browser] = await Promise.all([served(), startBrowser()]);
  folder = mkdtempSync(join(tmpdir(), "ayni-verify-"));
  listening = serve({ fetch: server.app.fetch, port: 0, hostname: "127.0.0.1" });
  await new Promise((ready) => listening.once("listening", ready));
  origin = `http://localhost:${(listening.address() as AddressInfo).port}`;
  content = await handedOver(server);
  digits = numberOf(sealedBy(server, content));
});
afterEach(() => context?.close());
afterAll(async () => {
  await browser?.close();
  await new Promise((done) => listening?.close(done));
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const opened = async (address: string, more: object = {}): Promise<Page> => {
  context = await browser.newContext({ viewport: { width: 360, height: 640 }, ...more });
  const page = await context.newPage();
  await page.goto(address);
  return page;
};
const wordsIn = async (page: Page): Promise<string> =>
  ((await page.textContent("main")) ?? "").replace(/[\s\u00a0]+/g, " ");
const verdict = (page: Page, says: string) =>
  page.waitForFunction((text) => document.getElementById("verdict")?.textContent === text, says);
const keep = async (page: Page, name: string): Promise<void> => {
  const { AYNI_PICTURES: pictures } = process.env;
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, `verify-${name}.png`), fullPage: true });
};

describe("opened by the address in the square [verify.page]", () => {
  test("the receipt is judged at once, then by the book; the server's log never has its number", async () => {
    const asked: string[] = [];
    context = await browser.newContext({ viewport: { width: 360, height: 640 }, locale: "es-CO" });
    const page = await context.newPage();
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(`${origin}/R#${digits}`);
    await verdict(page, "La firma vale, y hay una pregunta abierta.");
    const words = await wordsIn(page);
    for (const one of ["Cooperativa La Esperanza", "Recibo QD2A-000018", "407,6 kg", "6.494.786 COP", "número 0131"])
      expect(words, one).toContain(one);
    expect(asked.some((address) => address.includes("/verify/keys?"))).toBe(true);
    for (const address of asked.slice(1)) expect(address).not.toContain(digits.slice(0, 30));
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("verdict");
    await keep(page, "questioned");
  });

  test("afterwards it opens without a signal, and judges by the keys it knows", async () => {
    const page = await opened(`${origin}/R#${digits}`, { locale: "es-CO" });
    await verdict(page, "La firma vale, y hay una pregunta abierta.");
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.waitForFunction(async () =>
      (await caches.open("ayni-verify")).match("/R").then((found) => found !== undefined),
    );
    await context.setOffline(true);
    const other = numberOf(sealedBy(server, { ...content, delivery: idOf("another hand-over") }));
    await page.goto("about:blank");
    await page.goto(`${origin}/R#${other}`);
    await verdict(page, "La firma de este recibo vale.");
    expect(await wordsIn(page)).toContain("no se sabe si después lo anularon");
    await keep(page, "offline");
  });

  test("voided: what it said is struck, and which receipt counts now", async () => {
    const first = await handedOver(server, { delivery: idOf("to be voided"), receipt: "QD2A-000021" });
    await server.send([said("delivery.void", { delivery: first.delivery, reason: "eran seis", on: "2026-09-16" })]);
    const page = await opened(`${origin}/R#${numberOf(sealedBy(server, first))}`, { locale: "es-CO" });
    await verdict(page, "Este recibo está anulado.");
    expect(await page.locator("dd s").count()).toBeGreaterThan(5);
    expect(await axeFindings(page)).toEqual([]);
    await keep(page, "voided");
  });

  test("one figure changed is called so", async () => {
    const bytes = Uint8Array.from(bytesInText(digits) ?? []);
    bytes[bytes.length - 1] = (bytes[bytes.length - 1] as number) ^ 1;
    const page = await opened(`${origin}/R#${numberOf(bytes)}`, { locale: "es-CO" });
    await verdict(page, "Este papel no es el que se firmó.");
    await keep(page, "changed");
  });

  test("without WebCrypto, over plain HTTP of a village's network, the same is said", async () => {
    const page = await opened(`${origin.replace("localhost", "ayni.test")}/R#${digits}`, { locale: "es-CO" }).catch(
      () => null,
    );
    expect(page).toBeNull(); // No such name here: the next lines take WebCrypto away instead.
    context = await browser.newContext({ locale: "es-CO" });
    await context.addInitScript(() => Object.defineProperty(crypto, "subtle", { value: undefined }));
    const poor = await context.newPage();
    await poor.goto(`${origin}/R#${digits}`);
    await verdict(poor, "La firma vale, y hay una pregunta abierta.");
  });
});

describe("at 360 x 640 [verify.page]", () => {
  for (const locale of ["es", "en", "pt"])
    for (const javaScriptEnabled of [true, false])
      test(`in ${locale}, ${javaScriptEnabled ? "with" : "without"} a script: nothing for axe, nothing wider than the screen`, async () => {
        const page = await opened(`${origin}/R?lang=${locale}`, { javaScriptEnabled });
        if (javaScriptEnabled) expect(await axeFindings(page)).toEqual([]);
        await page.fill("#code", squareText(bytesInText(digits) ?? new Uint8Array()));
        await page.click("button[type=submit]");
        await page.waitForSelector("#verdict");
        const html = await page.content();
        await keep(page, `${locale}-${javaScriptEnabled}`);
        // Without a script nothing can look at the page but from another one.
        const looked = javaScriptEnabled
          ? page
          : await (await browser.newContext({ viewport: { width: 360, height: 640 } })).newPage();
        if (!javaScriptEnabled) await looked.setContent(html.replace(/<script.*?<\/script>/gs, ""));
        expect(await axeFindings(looked)).toEqual([]);
        expect(await looked.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
        if (!javaScriptEnabled) await looked.context().close();
      });
});

describe("how an organisation's receipts are checked [verify.keys]", () => {
  test("its page leads to the key of each device, in three languages, with nothing for axe", async () => {
    for (const lang of ["es", "en", "pt"]) {
      const page = await opened(`${origin}/verify/${testBook}?lang=${lang}`);
      expect(await axeFindings(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      await page.click(".devices a");
      await page.waitForSelector(".paper-square");
      expect(await axeFindings(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      await context.close();
    }
  });
});

describe("the file that stands alone [verify.file]", () => {
  const fileOf = async (words: string): Promise<{ readonly path: string; readonly size: number }> => {
    const answer = await server.get(`/verify/ayni-verify.html?${words}`, null);
    expect(answer.headers.get("Content-Disposition")).toContain("attachment");
    const bytes = Buffer.from(await answer.arrayBuffer());
    const path = join(folder, `${words.replace(/\W+/g, "-")}.html`);
    writeFileSync(path, bytes);
    return { path, size: bytes.length };
  };

  for (const lang of ["es", "en", "pt"])
    test(`in ${lang} it is at most 50 kB, also with the keys of the book in it`, async () => {
      expect((await fileOf(`lang=${lang}`)).size).toBeLessThanOrEqual(50_000);
      expect((await fileOf(`lang=${lang}&book=${testBook}`)).size).toBeLessThanOrEqual(50_000);
    });

  test("and with the keys of ten points too", async () => {
    for (let at = 1; at <= 9; at += 1) {
      const key = rawPublicKey(generateKeyPairSync("ed25519").publicKey);
      const enrolled = { device: idOf(`telephone ${at}`), publicKey: key, place: `quebrada-grande-${at}` };
      const [answer] = await server.send([said("device.enrol", enrolled)]);
      expect(answer?.outcome).toBe("done");
    }
    expect((await fileOf(`lang=es&book=${testBook}`)).size).toBeLessThanOrEqual(50_000);
  });

  test("has nothing in it that could ask a network, and a policy that forbids it", async () => {
    const { path } = await fileOf("lang=en");
    const html = readFileSync(path, "utf8");
    expect(html).not.toMatch(/fetch\(|XMLHttpRequest|WebSocket|sendBeacon|import\(|src=|https?:/);
    expect(html).toContain("default-src 'none'");
    expect(html).not.toContain("connect-src");
  });

  test("opened from a folder it judges by the keys put into it, and asks the network for nothing", async () => {
    const { path } = await fileOf(`lang=es&book=${testBook}`);
    context = await browser.newContext({ viewport: { width: 360, height: 640 }, offline: true });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(`file://${path}#${digits}`);
    await verdict(page, "La firma de este recibo vale.");
    expect(await wordsIn(page)).toContain("6.494.786 COP");
    expect(asked.filter((address) => !address.startsWith("file:"))).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);
    await keep(page, "file");
  });

  test("without keys it says so; given them by pasting, it keeps them and judges", async () => {
    const { path } = await fileOf("lang=es");
    const page = await opened(`file://${path}#${digits}`);
    await verdict(page, "Todavía no se puede comprobar.");
    await page.fill("#code", await (await server.get(`/verify/${testBook}/keys`, null)).text());
    await page.click("button[type=submit]");
    await verdict(page, "Guardadas las llaves de Cooperativa La Esperanza.");
    expect(await page.textContent("#keys")).toContain("Cooperativa La Esperanza");
    await page.fill("#code", digits);
    await page.click("button[type=submit]");
    await verdict(page, "La firma de este recibo vale.");
    await page.reload();
    await verdict(page, "La firma de este recibo vale.");
  });
});
