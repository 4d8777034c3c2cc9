/** The doors in a real browser over a real socket: axe, small screens, and a first hour without any script. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page as Tab } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { efrain, testBook } from "../../rooms/book/testing.ts";
import { type Listening, listen } from "../server/listen.ts";
import { axeFindings, startBrowser } from "../testing/browser.ts";
import { type Served, served } from "../testing/served.ts";
import { noteExample } from "./example.ts";

let server: Served;
let open: Listening;
let browser: Browser;
const languages = ["es", "en", "pt"] as const;
const pin = "730194";

beforeAll(async () => {
  server = await served();
  await noteExample(server.services.installation.store.connect("app"), testBook, Date.now());
  const listening = await listen(server.app, { host: "127.0.0.1", port: 0, orNext: false });
  if (!listening.ok) throw new Error(listening.refusal.code);
  open = listening.value;
  browser = await startBrowser();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await open?.close();
  await server?.close();
});

/** A browser of one's own, with the token of a session if one is given. */
async function tabOf(how: { token?: string; script?: boolean; locale?: string } = {}): Promise<[Tab, BrowserContext]> {
  const context = await browser.newContext({ javaScriptEnabled: how.script ?? true, locale: how.locale ?? "es-CO" });
  if (how.token !== undefined)
    await context.addCookies([{ name: "ayni_session", value: how.token, url: open.address, httpOnly: true }]);
  return [await context.newPage(), context];
}

/** What is wrong with a page as it stands: axe, sideways scrolling at 320 px, and things too small for a thumb. */
async function faultsOf(tab: Tab): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const colorScheme of ["light", "dark"] as const)
    for (const width of [320, 1280]) {
      await tab.emulateMedia({ colorScheme });
      await tab.setViewportSize({ width, height: 800 });
      faults.push(...(await axeFindings(tab)).map((one) => `${colorScheme} ${width} ${one}`));
      const over = await tab.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (over > 0) faults.push(`${width} px: ${over} px too wide`);
    }
  await tab.setViewportSize({ width: 360, height: 800 });
  const small = await tab.evaluate(() =>
    [...document.querySelectorAll("main a:not(.skip), main button, main input:not([type=hidden]):not([type=checkbox])")]
      .map((one) => ({ says: one.textContent || one.getAttribute("name"), box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.height < 44)
      .map(({ says, box }) => `${says} is ${box.height} px high`),
  );
  return [...faults, ...small];
}

const atTheDoor = ["/", "/invitation", "/forgotten", "/recover", "/look", "/new", "/new?country=CO"];
const inside = [
  "/account",
  `/o/${testBook}/access`,
  `/o/${testBook}/access/${efrain.seat}`,
  `/o/${testBook}/access/give?new=1`,
];

describe("nothing is wrong for who listens, for a thumb, on 320 px [door.axe]", () => {
  for (const language of languages)
    for (const path of [...atTheDoor, ...inside])
      it(`${path.replace(testBook, "BOOK").replace(efrain.seat, "SEAT")}, ${language}`, async () => {
        const [tab, context] = await tabOf(inside.includes(path) ? { token: server.marta } : {});
        await tab.goto(`${open.address}${path}${path.includes("?") ? "&" : "?"}lang=${language}`);
        expect(await tab.getAttribute("html", "lang")).toBe(language);
        expect(await faultsOf(tab)).toEqual([]);
        await context.close();
      }, 60_000);

  it("nor when something was refused, and on the paper of an invitation", async () => {
    const [tab, context] = await tabOf({ token: server.marta });
    await tab.goto(`${open.address}/sign-in`);
    await tab.fill("#signIn", "Nadie Aquí");
    await tab.fill("#pin", "904172");
    await tab.click("form.act button");
    expect(await tab.textContent("main")).toContain("no van juntos");
    expect(await faultsOf(tab)).toEqual([]);
    await tab.goto(`${open.address}/o/${testBook}/access/${efrain.seat}`);
    await tab.click('form[action$="/invite"] button');
    expect(await tab.textContent(".code")).toMatch(/^[2-9A-Z]{5}-[2-9A-Z]{5}$/);
    expect(await faultsOf(tab)).toEqual([]);
    await tab.emulateMedia({ colorScheme: "dark" });
    const code = ((await tab.textContent(".code")) ?? "").replace("-", "");
    expect(readSquare(await tab.locator(".qr").screenshot())).toBe(`${open.address}/invitation/${code}`);
    await context.close();
  }, 60_000);
});

/** What a camera reads, by another program than the one that drew it (zbar). */
function readSquare(picture: Buffer): string {
  const file = join(mkdtempSync(join(tmpdir(), "ayni-square-")), "square.png");
  writeFileSync(file, picture);
  return execFileSync("zbarimg", ["--quiet", "--raw", file], { encoding: "utf8" }).trim();
}

it("forms are taken over plain HTTP from another machine too, where browsers say less of where a form comes from", async () => {
  const far = await startBrowser("--host-resolver-rules=MAP libro.example 127.0.0.1");
  const tab = await far.newPage();
  await tab.goto(`${open.address.replace("127.0.0.1", "libro.example")}/sign-in?lang=es`);
  await tab.fill("#signIn", "Nadie Lejos");
  await tab.fill("#pin", "904172");
  await tab.click("form.act button");
  expect(await tab.textContent("main")).toContain("no van juntos");
  await far.close();
}, 60_000);

describe("the first hour at the door, with and without script [door.first-hour]", () => {
  for (const language of languages)
    for (const script of [true, false])
      it(`${language}, ${script ? "with" : "without"} script`, async () => {
        const [tab, context] = await tabOf({ script, locale: language });
        const name = `Rosa ${language} ${script ? "uno" : "dos"}`;
        await tab.goto(open.address);
        await tab.click('a[href="/new"]');
        await tab.selectOption("#country", "PE");
        await tab.click("form.act button");
        await tab.fill("#name", `Grupo ${name}`);
        await tab.selectOption("#form", "informal");
        await tab.fill("#person", name);
        await tab.fill("#signIn", name);
        for (const field of ["#pin", "#again"]) await tab.fill(field, pin);
        await tab.click("form.act button.main");
        expect(await tab.textContent("body")).toContain(`Grupo ${name}`);
        const book = /\/o\/([0-9a-f-]{36})\//.exec(tab.url())?.[1] ?? "";
        await tab.goto(`${open.address}/o/${book}/access`);
        await tab.click('a[href$="/access/give"]');
        await tab.click('a[href$="new=1"]');
        await tab.fill("#name", "Ciro");
        await tab.check('input[value="clerk"]');
        await tab.click("form.act button.main");
        await tab.click('form[action$="/invite"] button');
        const code = (await tab.textContent(".code")) ?? "";
        await context.close();

        const [other, home] = await tabOf({ script, locale: language });
        await other.goto(open.address);
        await other.click('a[href="/invitation"]');
        await other.fill("#code", code.toLowerCase());
        await other.click("form.act button");
        await other.fill("#new-signIn", `Ciro ${name}`);
        for (const field of ["#new-pin", "#new-again"]) await other.fill(field, pin);
        await other.click('form:has(#new-pin) button[type="submit"]');
        expect(await other.textContent("body")).toContain(`Grupo ${name}`);
        expect(other.url()).toContain(`/o/${book}/`);
        await home.close();
      }, 60_000);
});
