import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Listening } from "../../../server/listen.ts";
import { startBrowser } from "../../../testing/browser.ts";
import { readVoices } from "../../server/voices.ts";
import { serveApp } from "../../testing/serve.ts";
import { atTheScale, rosaComes, sevenSacks, weigh, words } from "../../testing/weighing.ts";
import type { VoicePack } from "./pack.ts";

let browser: Browser;
let app: Listening;
const voices = readVoices();
const voiceOf = (language: string): VoicePack => voices.get(language) as VoicePack;

beforeAll(async () => {
  app = await serveApp("web/field/testing/weighing-page.tsx");
  browser = await startBrowser("--autoplay-policy=no-user-gesture-required");
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

/** What began to sound, and what was stopped: written down by the page itself. */
type Heard = { readonly began: [at: number, from: number, lasts: number][]; stopped: number };
declare global {
  var heard: Heard;
}

/** Notes every sound before it goes out of the loudspeaker. */
const listened = (page: Page) =>
  page.evaluate(() => {
    globalThis.heard = { began: [], stopped: 0 };
    const { start, stop } = AudioBufferSourceNode.prototype;
    AudioBufferSourceNode.prototype.start = function (at = 0, from = 0, lasts = 0) {
      globalThis.heard.began.push([at, from, lasts]);
      return start.call(this, at, from, lasts);
    };
    AudioBufferSourceNode.prototype.stop = function (at = 0) {
      globalThis.heard.stopped += 1;
      return stop.call(this, at);
    };
  });

async function sevenSacksIn(language: string): Promise<Page> {
  const page = await atTheScale(browser, app.address, { language });
  await rosaComes(page);
  await weigh(page, sevenSacks);
  return page;
}

describe("the weight read aloud in Chromium", { timeout: 120_000 }, () => {
  it.each(["es", "pt", "en"])("every word in %s is decoded and can be heard [field.voice-sound]", async (language) => {
    const page = await browser.newPage();
    const loud = await page.evaluate(async ({ sounds, words: parts }) => {
      const context = new OfflineAudioContext(1, 1, 48_000);
      const bytes = Uint8Array.from(atob(sounds[0] ?? ""), (sign) => sign.charCodeAt(0));
      const { duration, sampleRate, ...sound } = await context.decodeAudioData(bytes.buffer).then((decoded) => ({
        duration: decoded.duration,
        sampleRate: decoded.sampleRate,
        samples: decoded.getChannelData(0),
      }));
      return Object.entries(parts).map(([word, [, part]]) => {
        const [from, lasts] = part ?? [0, 0];
        const heard = sound.samples.slice((from / 1000) * sampleRate, ((from + lasts) / 1000) * sampleRate);
        const square = heard.reduce((sum, one) => sum + one * one, 0) / Math.max(1, heard.length);
        return { word, fits: (from + lasts) / 1000 <= duration, loudness: Math.sqrt(square) };
      });
    }, voiceOf(language));
    await page.close();
    expect(loud.length).toBe(Object.keys(voiceOf(language).words).length);
    expect(loud.filter(({ fits, loudness }) => !fits || loudness < 0.02)).toEqual([]);
  });

  it("407.6 kg are said in the order they are spoken, each word where the one before ended [field.voice]", async () => {
    const page = await sevenSacksIn("es");
    expect(await words(page, ".aloud")).toBe("Diga: cuatrocientos siete coma seis kilos");
    await listened(page);
    await page.click(".aloud .speaker");
    await page.waitForSelector('.aloud [aria-pressed="true"]');
    await page.waitForFunction(() => globalThis.heard.began.length > 0);
    const { began } = await page.evaluate(() => globalThis.heard);
    const said = began.map(([, from]) => {
      const [word] =
        Object.entries(voiceOf("es").words).find(([, [, part]]) => part?.[0] === Math.round(from * 1000)) ?? [];
      return word;
    });
    expect(said).toEqual(["cuatrocientos", "siete", "coma", "seis", "kilos"]);
    for (const [place, [at, , lasts]] of began.entries())
      if (place + 1 < began.length) expect((began[place + 1]?.[0] ?? 0) - at).toBeCloseTo(lasts, 3);
    // It is over by itself, after as long as the words last.
    await page.waitForSelector('.aloud [aria-pressed="false"]', { timeout: 15_000 });
    expect((await page.evaluate(() => globalThis.heard)).stopped).toBe(0);
    await page.context().close();
  });

  it("touched again, it falls silent in the middle of a word [field.voice]", async () => {
    const page = await sevenSacksIn("pt");
    await listened(page);
    await page.click(".aloud .speaker");
    await page.waitForFunction(() => globalThis.heard.began.length > 0);
    await page.click(".aloud .speaker");
    await page.waitForSelector('.aloud [aria-pressed="false"]');
    const heard = await page.evaluate(() => globalThis.heard);
    expect(heard.stopped).toBe(heard.began.length);
    await page.context().close();
  });

  it("without a network, after it was here once, it still speaks; where the browser cannot sound there is no button [field.voice-offline]", async () => {
    const page = await sevenSacksIn("es");
    await page.waitForSelector(".aloud .speaker");
    const kept = await page.evaluate(async () => {
      const cache = await caches.open("ayni-voices");
      return (await cache.keys()).map(({ url }) => new URL(url).pathname);
    });
    expect(kept).toEqual([expect.stringMatching(/^\/field\/app\/voice-es-/)]);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.context().setOffline(true);
    await page.reload();
    await page.waitForSelector(".aloud .speaker");
    await listened(page);
    await page.click(".aloud .speaker");
    await page.waitForFunction(() => globalThis.heard.began.length === 5);
    await page.context().close();
    const mute = await browser.newContext({ viewport: { width: 360, height: 640 }, locale: "es" });
    await mute.addInitScript(() => Reflect.deleteProperty(globalThis, "AudioContext"));
    const quiet = await mute.newPage();
    await quiet.goto(`${app.address}/field`);
    await quiet.waitForFunction(() => globalThis.field !== undefined);
    await rosaComes(quiet);
    await weigh(quiet, sevenSacks);
    expect(await words(quiet, ".aloud")).toBe("Diga: cuatrocientos siete coma seis kilos");
    expect(await quiet.$(".aloud .speaker")).toBeNull();
    await mute.close();
  });
});
