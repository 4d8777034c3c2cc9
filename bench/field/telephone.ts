/** A telephone for measuring: Chromium at 360 × 640 with a processor so many times slower, which tells when things stand on its screen. */
import type { Browser, CDPSession, Page } from "playwright-core";

/** An open telephone. */
export type BenchTelephone = {
  readonly page: Page;
  /** Makes its processor so many times slower (Emulation.setCPUThrottlingRate): the page's threads, not its worker's or the disk's. */
  slower(times: number): Promise<void>;
  close(): Promise<void>;
};

/** Opens one that nobody used before. */
export async function newTelephone(browser: Browser): Promise<BenchTelephone> {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, locale: "es-CO" });
  const page = await context.newPage();
  // What makes functions keep their names is not there in the page.
  await page.addInitScript({ content: `var __name=(named)=>named;(${makeStopwatch})()` });
  const session: CDPSession = await context.newCDPSession(page);
  return {
    page,
    slower: async (rate) => void (await session.send("Emulation.setCPUThrottlingRate", { rate })),
    close: () => context.close(),
  };
}

/** What the page tells of its own times, in milliseconds since it was asked for. */
export type Stopwatch = {
  /** When something first stood on the screen, painted. */
  painted(selector: string): Promise<number>;
  /** Begins to wait: from the next touch or key until something stands painted that a selector finds, with these words in it. */
  arm(selector: string, words?: string): void;
  /** What it came to. */
  taken(): Promise<number>;
  firstPaint(): Promise<number>;
  /** When the worker had everything for working without a network. */
  offline(): Promise<number>;
};

declare global {
  var stopwatch: Stopwatch;
}

/** Runs in the page before anything else of it. */
function makeStopwatch(): void {
  const afterPaint = (): Promise<number> =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      }),
    );
  const stands = (selector: string, words: string): Promise<void> =>
    new Promise((resolve) => {
      const look = (): boolean => {
        const found = document.querySelector(selector);
        return found !== null && (found.textContent ?? "").includes(words);
      };
      if (look()) return resolve();
      const watch = new MutationObserver(() => {
        if (!look()) return;
        watch.disconnect();
        resolve();
      });
      watch.observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
    });
  let armed = Promise.resolve(0);
  globalThis.stopwatch = {
    painted: async (selector) => {
      await stands(selector, "");
      return afterPaint();
    },
    arm: (selector, words = "") => {
      const begun = new Promise<number>((resolve) => {
        const heard = (event: Event): void => resolve(event.timeStamp);
        for (const name of ["click", "input"]) addEventListener(name, heard, { capture: true, once: true });
      });
      armed = begun.then(async (from) => {
        await stands(selector, words);
        return (await afterPaint()) - from;
      });
    },
    taken: () => armed,
    firstPaint: () =>
      new Promise((resolve) =>
        new PerformanceObserver((list) => {
          for (const one of list.getEntriesByName("first-contentful-paint")) resolve(one.startTime);
        }).observe({ type: "paint", buffered: true }),
      ),
    offline: async () => {
      await navigator.serviceWorker.ready;
      return performance.now();
    },
  };
}
