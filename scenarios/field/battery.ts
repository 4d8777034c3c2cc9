/** A telephone whose browser is a process of its own on a folder that stays, so that it can die as a battery dies, and begin again. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium } from "playwright-core";
import type { Office } from "./office.ts";
import { type Telephone, timeout, turnClock } from "./telephone.ts";

/** The telephone as a test holds it. */
export type Battery = {
  /** Switches it on; what was kept is there. */
  on(): Promise<Telephone>;
  /** The battery is empty: every process of the browser is killed at once. */
  dies(): Promise<void>;
  /** Dies, and its folder goes. */
  end(): Promise<void>;
};

/** Without the scrollbars of a desktop: a telephone lays them over the page. */
const flags = [
  "--hide-scrollbars",
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
];

/** How long a browser may take to be spoken to, and how often it is started. */
const [patience, tries] = [20_000, 4];

/** Takes one out of its box. */
export function batteryTelephone(office: Office): Battery {
  const folder = mkdtempSync(join(tmpdir(), "ayni-battery-"));
  let running: ChildProcess | null = null;
  const dies = async (): Promise<void> => {
    const child = running;
    running = null;
    if (child?.pid === undefined || child.exitCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    process.kill(-child.pid, "SIGKILL");
    await gone;
  };
  return {
    on: async () => {
      for (let time = 1; ; time += 1) {
        running = started(folder);
        try {
          const browser = await chromium.connectOverCDP(await addressOf(running), { timeout: patience });
          return await heldIn(browser.contexts()[0] as BrowserContext, office);
        } catch (error) {
          // Some browsers hang when they wake up after a kill; then they are killed once more.
          if (time === tries) throw error;
          await dies();
        }
      }
    },
    dies,
    end: async () => {
      await dies();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The browser over what its folder holds. */
function started(folder: string): ChildProcess {
  const own = ["--accept-lang=es-CO", "--remote-debugging-port=0", `--user-data-dir=${folder}`];
  const path = process.env.CHROMIUM ?? "/usr/bin/chromium";
  return spawn(path, [...flags, ...own], { stdio: ["ignore", "ignore", "pipe"], detached: true });
}

/** Where the browser can be spoken to: it says so itself. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = "";
    child.stderr?.on("data", (data: Buffer) => {
      heard += data.toString();
      const found = /DevTools listening on (ws:\S+)/.exec(heard)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once("exit", () => reject(new Error(heard)));
  });
}

async function heldIn(context: BrowserContext, office: Office): Promise<Telephone> {
  context.setDefaultTimeout(timeout);
  await context.addInitScript(turnClock, office.ahead);
  const errors: string[] = [];
  context.on("weberror", (error) => errors.push(error.error().message));
  const page = await context.newPage();
  await page.setViewportSize({ width: 360, height: 640 });
  return { context, page, errors };
}
