import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fixedText } from "../../../kernel/exact/index.ts";
import { readCatalogues } from "../../language/catalogues.ts";
import { weightWords } from "../../language/number-word-list.ts";
import { kilogramsInWords, wordsOneByOne } from "../../language/number-words.ts";
import { type Say, speaker } from "../../language/say.ts";
import { spokenParts, type VoicePack } from "../app/voice/pack.ts";
import { builtApp } from "../testing/built.ts";
import { readVoices } from "./voices.ts";

const catalogues = readCatalogues();
const voices = readVoices();
/** Colombia writes a decimal comma, Mexico a point. */
const speaking = (language: string, country: string): Say =>
  speaker(catalogues, { language, country, currency: "COP", currencyPlaces: 0 });
const voiceOf = (language: string): VoicePack => {
  const voice = voices.get(language);
  if (voice === undefined) throw new Error(`no voice in ${language}`);
  return voice;
};

describe.each(["es", "pt", "en"])("the recordings in %s", (language) => {
  it.each(["CO", "MX"])(
    "have every word that a weight is said with where the country is %s [field.voice-words]",
    (country) => {
      const words = weightWords(speaking(language, country));
      expect(words.length).toBeGreaterThan(30);
      expect(words.filter((word) => spokenParts([word], voiceOf(language)) === null)).toEqual([]);
    },
  );

  it("have the words of any weight a scale can show [field.voice-words]", () =>
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 99_999_999n }), (hundredths) => {
        const words = wordsOneByOne(kilogramsInWords(fixedText(hundredths, 2), speaking(language, "CO")) ?? "");
        expect(words.length).toBeGreaterThan(1);
        expect(spokenParts(words, voiceOf(language))).toHaveLength(words.length);
      }),
    ));

  it("weigh at most 60 kB, and no word lies over another", () => {
    const { sounds, words } = voiceOf(language);
    expect(sounds).toHaveLength(1);
    expect(Buffer.from(sounds[0] ?? "", "base64").byteLength).toBeLessThanOrEqual(60_000);
    const parts = Object.values(words)
      .map(([, part]) => part ?? [0, 0])
      .sort(([one], [other]) => one - other);
    for (const [at, [from, lasts]] of parts.entries()) {
      expect(lasts).toBeGreaterThan(100);
      expect(parts[at + 1]?.[0] ?? Number.POSITIVE_INFINITY).toBeGreaterThan(from + lasts);
    }
  });
});

describe("a community's own recordings [field.voice-own]", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "ayni-voices-"));
    mkdirSync(join(folder, "qu"));
    mkdirSync(join(folder, "es"));
    mkdirSync(join(folder, "empty"));
    for (const [file, said] of [
      ["qu/iskay.ogg", "two"],
      ["qu/chunka.m4a", "ten"],
      ["qu/read-me.txt", "not a recording"],
      // As a Mac writes the accent: the letter and its mark.
      ["es/Veintitre\u0301s.webm", "ours"],
      ["es/voice.ogg", "the machine's"],
    ] as const)
      writeFileSync(join(folder, file), said);
    const index = { by: "machine", words: { veintitrés: [0, 500], kilos: [580, 400] } };
    writeFileSync(join(folder, "es", "voice.json"), JSON.stringify(index));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const heard = (pack: VoicePack | undefined, word: string) => {
    const [part] = pack === undefined ? [] : (spokenParts([word], pack) ?? []);
    return part === undefined ? null : [Buffer.from(pack?.sounds[part[0]] ?? "", "base64").toString(), part[1]];
  };

  it("are files named by their words, in a folder named by the language; nothing else has to be written", () => {
    const own = readVoices(folder);
    expect([...own.keys()]).toEqual(["es", "qu"]);
    expect(heard(own.get("qu"), "iskay")).toEqual(["two", null]);
    expect(heard(own.get("qu"), "chunka")).toEqual(["ten", null]);
    expect(heard(own.get("qu"), "kimsa")).toBeNull();
  });

  it("go before the machine's, word by word", () => {
    const own = readVoices(folder).get("es");
    expect(heard(own, "veintitrés")).toEqual(["ours", null]);
    expect(heard(own, "kilos")).toEqual(["the machine's", [580, 400]]);
  });

  it("a book without any recording has no voice, and nothing fails", () =>
    expect(readVoices(join(folder, "not-there")).size).toBe(0));
});

it("voices are given out with the app, and are not among what must be there before it works offline [field.voice-words]", async () => {
  const app = await builtApp();
  for (const language of ["es", "pt", "en"]) {
    const [address = "", ...more] = [...app.assets.keys()].filter((one) => one.includes(`voice-${language}-`));
    expect(more).toEqual([]);
    expect(JSON.parse(String(app.assets.get(address)?.body))).toEqual(voiceOf(language));
    expect(app.precached).not.toContain(address);
  }
});
