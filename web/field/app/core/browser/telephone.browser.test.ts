import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { startBrowser } from "../../../../testing/browser.ts";
import { builtApp } from "../../../testing/built.ts";
import type { CorePage } from "../../../testing/core-page.ts";
import { type ServedBuilds, serveBuilds } from "../../../testing/served-builds.ts";

declare const ayni: CorePage;
const timeout = 20_000;
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 }); // Chromium on a busy machine.

let server: ServedBuilds;
let browser: Browser;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  server = await serveBuilds(await builtApp("web/field/testing/core-page.ts"));
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});
beforeEach(async () => {
  context = await browser.newContext();
  page = await opened(context);
});
afterEach(() => context.close());

async function opened(of: BrowserContext): Promise<Page> {
  const tab = await of.newPage();
  await tab.goto(server.address);
  await tab.waitForFunction(() => typeof ayni !== "undefined", undefined, { timeout });
  return tab;
}
const enrol = (wrapped = false) => page.evaluate((is) => ayni.enrol(20, is), wrapped);
const open = (tab: Page) => tab.evaluate(() => ayni.open());
const letIn = (tab: Page) => tab.evaluate(() => ayni.core?.addClerk(ayni.agent, "1234"));
const unlock = (tab: Page, pin: string) => tab.evaluate((typed) => ayni.core?.unlock(ayni.agent, typed), pin);
const outbox = (tab: Page) => tab.evaluate(() => ayni.outbox());
const say = (tab: Page, act?: string) =>
  tab.evaluate(
    (id) =>
      ayni.say(id === undefined ? {} : { act: id }).then((said) => ("notSaid" in said ? said.notSaid : said.item.act)),
    act,
  );
const upTo = (last: number) => Array.from({ length: last }, (_, at) => at + 1);

describe("[field.outbox] in a real browser", () => {
  test("two tabs say twenty hand-overs each at once: forty sequences and forty receipts without a gap, known in both", async () => {
    const publicKey = await enrol();
    await open(page);
    await letIn(page);
    const other = await opened(context);
    await open(other);
    await unlock(other, "1234");
    const twenty = (tab: Page) =>
      tab.evaluate(async () => {
        for (let at = 0; at < 20; at += 1) await ayni.say();
      });
    await Promise.all([twenty(page), twenty(other)]);
    for (const tab of [page, other]) {
      await expect.poll(async () => (await outbox(tab)).map(({ sequence }) => sequence), { timeout }).toEqual(upTo(40));
      expect((await outbox(tab)).map(({ receipt }) => receipt)).toEqual(
        upTo(40).map((at) => `QD2A-${at.toString().padStart(6, "0")}`),
      );
    }
    expect(new Set(await page.evaluate((key) => ayni.signed(key), publicKey))).toEqual(new Set([true]));
  });

  test("no room left: it is told, nothing is kept of it; with room again the same act is said under the same number", async () => {
    const control = await context.newCDPSession(page);
    const { origin } = new URL(server.address);
    await control.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1_500_000 });
    await enrol();
    await open(page);
    await letIn(page);
    await say(page);
    await expect
      .poll(() => page.evaluate(() => ayni.fill(65_536)), { timeout, interval: 5 })
      .toEqual({ notSaid: "storage-full" });
    // An act is small: some still find room where no photograph does.
    let act: string | undefined;
    for (let told = ""; told !== "storage-full"; told = await say(page, act))
      act = await page.evaluate(() => ayni.core?.newId());
    expect(await page.evaluate(() => ayni.core?.health().storageFull)).toBe(true);
    await open(page);
    const kept = await outbox(page);
    expect(kept.map((one) => one.act)).not.toContain(act);
    await unlock(page, "1234");
    await control.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 100_000_000 });
    expect(await say(page, act)).toBe(act);
    expect(await say(page, act)).toBe(act);
    const receipts = upTo(kept.length + 1).map((at) => `QD2A-${at.toString().padStart(6, "0")}`);
    expect((await outbox(page)).map(({ receipt }) => receipt)).toEqual(receipts);
    expect(await page.evaluate(() => ayni.core?.health().storageFull)).toBe(false);
  });

  test("the key was lost with a part of the storage: it is told, nothing more is said, and what is signed can still be carried out", async () => {
    await enrol();
    await open(page);
    await letIn(page);
    const act = await say(page);
    await page.evaluate(() => ayni.dropKey());
    await page.reload();
    await page.waitForFunction(() => typeof ayni !== "undefined", undefined, { timeout });
    await open(page);
    await unlock(page, "1234");
    expect(await page.evaluate(() => [ayni.core?.key(), ayni.core?.health().keyMissing])).toEqual(["missing", true]);
    expect(await say(page)).toBe("key-missing");
    const [heading, line] = (await page.evaluate(() => ayni.exported())).split("\n");
    expect(JSON.parse(heading ?? "")).toMatchObject({ form: "ayni-unsent/1", acts: 1 });
    expect(JSON.parse(JSON.parse(line ?? "").body).id).toBe(act);
  });

  test("a telephone of an app before this one: its storage takes the new form, and what lay in it stays [field.opening]", async () => {
    const draft = { id: "d", kind: "turn", begun: "2026-11-15T12:00:00.000Z", value: ["Rosa"] };
    await page.evaluate(
      (kept) =>
        new Promise<void>((resolve, reject) => {
          const asked = indexedDB.open("ayni-field", 1);
          asked.onupgradeneeded = () => {
            for (const name of ["meta", "outbox", "known", "drafts", "photos", "clerks"])
              asked.result.createObjectStore(name);
            asked.transaction?.objectStore("drafts").put(kept, kept.id);
          };
          asked.onerror = reject;
          asked.onsuccess = () => {
            asked.result.close();
            resolve();
          };
        }),
      draft,
    );
    await enrol();
    await open(page);
    await letIn(page);
    expect(await page.evaluate(() => ayni.core?.drafts.all())).toEqual([draft]);
    await say(page);
    expect((await outbox(page)).map(({ sequence }) => sequence)).toEqual([1]);
  });

  test("a newer app opens the storage: this page lets go of it, and its next word finds it again or says that it cannot", async () => {
    await enrol();
    await open(page);
    await letIn(page);
    await say(page);
    await page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const asked = indexedDB.open("ayni-field", 3);
          asked.onerror = reject;
          asked.onsuccess = () => resolve(asked.result.close());
        }),
    );
    expect(await say(page)).toBe("storage-away");
  });
});

describe("[field.keys] where the browser has no Ed25519", () => {
  test("the seed stands open only until the first PIN; locked, nothing is signed; two clerks open it, a wrong PIN does not", async () => {
    const publicKey = await enrol(true);
    await open(page);
    await letIn(page);
    expect(await page.evaluate(() => ayni.raw("meta", "key"))).toEqual({ kind: "wrapped", publicKey, seed: null });
    await say(page);
    await page.evaluate(() => ayni.core?.addClerk("11111111-1111-4111-8111-111111111111", "9876"));
    await open(page);
    expect(await page.evaluate(() => ayni.core?.key())).toBe("locked");
    expect(await say(page)).toBe("locked");
    expect(await unlock(page, "4321")).toBe(false);
    expect(await page.evaluate(() => ayni.core?.unlock("11111111-1111-4111-8111-111111111111", "9876"))).toBe(true);
    expect(await unlock(page, "1234")).toBe(true);
    await say(page);
    expect(await page.evaluate((key) => ayni.signed(key), publicKey)).toEqual([true, true]);
  });

  test("the platform's key cannot be taken out of the browser", async () => {
    await enrol();
    expect(
      await page.evaluate(
        async () => ((await ayni.raw("meta", "key")) as { privateKey: CryptoKey }).privateKey.extractable,
      ),
    ).toBe(false);
  });
});

describe("[field.kill] the browser is killed while hand-overs are said", () => {
  const folder = mkdtempSync(join(tmpdir(), "ayni-telephone-"));
  const running: ChildProcess[] = [];
  afterAll(async () => {
    for (const one of running) one.kill("SIGKILL");
    await new Promise((resolve) => setTimeout(resolve, 200));
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  /** A browser of its own process on one folder, so that it can be killed as a battery kills it. */
  async function started(): Promise<{ readonly process: ChildProcess; readonly page: Page }> {
    const path = process.env.CHROMIUM ?? "/usr/bin/chromium";
    const flags = [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--remote-debugging-port=0",
      `--user-data-dir=${folder}`,
    ];
    const child = spawn(path, flags, { stdio: ["ignore", "ignore", "pipe"], detached: true });
    running.push(child);
    const address = await new Promise<string>((resolve, reject) => {
      let heard = "";
      child.stderr?.on("data", (data: Buffer) => {
        heard += data.toString();
        const found = /DevTools listening on (ws:\S+)/.exec(heard)?.[1];
        if (found !== undefined) resolve(found);
      });
      child.once("exit", () => reject(new Error(heard)));
    });
    const own = await chromium.connectOverCDP(address, { timeout: 90_000 });
    return { process: child, page: await opened(own.contexts()[0] as BrowserContext) };
  }

  test("three times, at any moment: all that was said is there, whole, once, and the count goes on without a gap", async () => {
    const said: string[] = [];
    for (let life = 0; life < 3; life += 1) {
      const { process: child, page: tab } = await started();
      if (life === 0) await tab.evaluate(() => ayni.enrol(20));
      await open(tab);
      await (life === 0 ? letIn(tab) : unlock(tab, "1234"));
      const kept = await outbox(tab);
      expect(kept.map(({ sequence }) => sequence)).toEqual(upTo(kept.length));
      const there = new Set(kept.map(({ act }) => act));
      expect(said.filter((act) => !there.has(act))).toEqual([]);
      expect(kept.length).toBeLessThanOrEqual(said.length + life); // At most one a life was kept and not heard of.
      const before = said.length;
      tab.on("console", (line) => said.push(...(/^said \d+ (\S+)/.exec(line.text())?.slice(1) ?? [])));
      tab.evaluate(() => ayni.sayOnAndOn()).catch(() => {});
      await expect.poll(() => said.length, { timeout, interval: 5 }).toBeGreaterThan(before + 3 + life);
      process.kill(-(child.pid as number), "SIGKILL");
      await new Promise((resolve) => child.once("exit", resolve));
    }
  }, 240_000);
});
