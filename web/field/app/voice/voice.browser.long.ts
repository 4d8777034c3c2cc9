import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readVoices } from "../../server/voices.ts";
import { rosaComes, type Scale, scaleServed, sevenSacks, weigh, words } from "../../testing/weighing.ts";
import type { VoicePack } from "./pack.ts";

let scale: Scale;
const voices = readVoices();
const voiceOf = (language: string): VoicePack => voices.get(language) as VoicePack;

beforeAll(async () => {
  scale = await scaleServed();
}, 120_000);
afterAll(() => scale?.close());

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

/** At the scale with Rosa's seven sacks weighed. */
const sevenSacksIn = (language: string, told: (page: Page) => Promise<void>): Promise<void> =>
  scale.onTelephone({ language }, async (page) => {
    await rosaComes(page);
    await weigh(page, sevenSacks);
    await told(page);
  });

describe("the weight read aloud in Chromium", { timeout: 120_000 }, () => {
  it.each(["es", "pt", "en"])("every word in %s is decoded and can be heard [field.voice-sound]", (language) =>
    scale.onTelephone({}, async (page) => {
      const loud = await page.evaluate(async ({ sounds, words: parts }) => {
        const bytes = Uint8Array.from(atob(sounds[0] ?? ""), (sign) => sign.charCodeAt(0));
        const sound = await new OfflineAudioContext(1, 1, 48_000).decodeAudioData(bytes.buffer);
        const [samples, rate] = [sound.getChannelData(0), sound.sampleRate];
        return Object.entries(parts).map(([word, [, part]]) => {
          const [from, lasts] = part ?? [0, 0];
          const heard = samples.slice((from / 1000) * rate, ((from + lasts) / 1000) * rate);
          const square = heard.reduce((sum, one) => sum + one * one, 0) / Math.max(1, heard.length);
          return { word, fits: (from + lasts) / 1000 <= sound.duration, loudness: Math.sqrt(square) };
        });
      }, voiceOf(language));
      expect(loud.length).toBe(Object.keys(voiceOf(language).words).length);
      expect(loud.filter(({ fits, loudness }) => !fits || loudness < 0.02)).toEqual([]);
    }),
  );

  it("407.6 kg are said in the order they are spoken, each word where the one before ended [field.voice]", () =>
    sevenSacksIn("es", async (page) => {
      expect(await words(page, ".aloud")).toBe("Diga: cuatrocientos siete coma seis kilos");
      await listened(page);
      await page.click(".aloud .speaker");
      await page.waitForSelector('.aloud [aria-pressed="true"]');
      await page.waitForFunction(() => globalThis.heard.began.length > 0);
      const { began } = await page.evaluate(() => globalThis.heard);
      const spoken = Object.entries(voiceOf("es").words);
      const said = began.map(([, from]) => spoken.find(([, [, part]]) => part?.[0] === Math.round(from * 1000))?.[0]);
      expect(said).toEqual(["cuatrocientos", "siete", "coma", "seis", "kilos"]);
      for (const [place, [at, , lasts]] of began.entries())
        if (place + 1 < began.length) expect((began[place + 1]?.[0] ?? 0) - at).toBeCloseTo(lasts, 3);
      // It is over by itself, after as long as the words last.
      await page.waitForSelector('.aloud [aria-pressed="false"]', { timeout: 15_000 });
      expect((await page.evaluate(() => globalThis.heard)).stopped).toBe(0);
    }));

  it("touched again, it falls silent in the middle of a word [field.voice]", () =>
    sevenSacksIn("pt", async (page) => {
      await listened(page);
      await page.click(".aloud .speaker");
      await page.waitForFunction(() => globalThis.heard.began.length > 0);
      await page.click(".aloud .speaker");
      await page.waitForSelector('.aloud [aria-pressed="false"]');
      const heard = await page.evaluate(() => globalThis.heard);
      expect(heard.stopped).toBe(heard.began.length);
    }));

  it("without a network, after it was here once, it still speaks [field.voice-offline]", () =>
    sevenSacksIn("es", async (page) => {
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
    }));

  it("where the browser cannot sound, the words stand there and no button does [field.voice-offline]", () =>
    scale.onTelephone({}, async (page) => {
      await page.addInitScript(() => Reflect.deleteProperty(globalThis, "AudioContext"));
      await page.reload();
      await page.waitForFunction(() => globalThis.field !== undefined);
      await rosaComes(page);
      await weigh(page, sevenSacks);
      expect(await words(page, ".aloud")).toBe("Diga: cuatrocientos siete coma seis kilos");
      expect(await page.$(".aloud .speaker")).toBeNull();
    }));

  it("sounds that were switched off stay off: nothing tones when a sack is kept [field.sounds-off]", () =>
    scale.onTelephone({}, async (page) => {
      await page.addInitScript(() => {
        const play = AudioScheduledSourceNode.prototype.start;
        Object.assign(globalThis, { tones: 0 });
        OscillatorNode.prototype.start = function (at = 0) {
          Object.assign(globalThis, { tones: (globalThis as unknown as { tones: number }).tones + 1 });
          return play.call(this, at);
        };
      });
      const tones = async (chosen: "on" | "off"): Promise<number> => {
        await page.evaluate((sounds) => localStorage.setItem("ayni.sounds", sounds), chosen);
        await page.reload();
        await page.waitForFunction(() => globalThis.field !== undefined);
        await rosaComes(page);
        await weigh(page, sevenSacks.slice(0, 2));
        return page.evaluate(() => (globalThis as unknown as { tones: number }).tones);
      };
      expect(await tones("on")).toBe(2);
      expect(await tones("off")).toBe(0);
    }));
});
