/** Recordings put together: packets are never decoded, so what comes out is what was recorded; Debian's opus-tools and Chromium judge it. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readOgg, samplesOf, writeOgg } from "./ogg.ts";
import { type SpokenVoice, spokenFile, wordsIn } from "./spoken.ts";

const original = readFileSync("voices/es/voice.ogg");
const recording = readOgg(original);

describe("an Ogg Opus file [spoken.ogg]", () => {
  it("comes apart into packets of 40 milliseconds, and together again as the same packets", () => {
    expect(recording?.packets.length).toBeGreaterThan(500);
    expect(new Set(recording?.packets.map((one) => one.samples))).toEqual(new Set([1_920]));
    const again = readOgg(writeOgg(recording ?? { packets: [], preSkip: 0 }, "Ayni"));
    expect(again?.packets.map((one) => Buffer.from(one.bytes).toString("base64"))).toEqual(
      recording?.packets.map((one) => Buffer.from(one.bytes).toString("base64")),
    );
    expect(again?.preSkip).toBe(recording?.preSkip);
  });

  it("is sound to other programs, without a warning", () => {
    const path = join(mkdtempSync(join(tmpdir(), "spoken-")), "again.ogg");
    writeFileSync(path, writeOgg(recording ?? { packets: [], preSkip: 0 }, "Ayni"));
    const told = execFileSync("opusinfo", [path], { encoding: "utf8" });
    expect(told).toContain("Playback length: 0m:37");
    expect(told).not.toMatch(/warning|error/i);
  });

  it("is not read where it is something else, or cut short", () => {
    for (const bytes of [
      new Uint8Array(),
      new TextEncoder().encode("OggS"),
      Buffer.from("RIFF....WAVE"),
      original.subarray(0, 20),
    ])
      expect(readOgg(bytes)).toBeNull();
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => readOgg(bytes) === null));
  });

  it("tells how long a packet lasts by its first byte", () => {
    expect([0x50, 0x00, 0x08, 0x63, 0xf8].map((first) => samplesOf(Uint8Array.of(first, 3)))).toEqual([
      ...[1_920, 480, 960, 1_440, 960],
    ]);
    expect(samplesOf(new Uint8Array())).toBe(0);
  });
});

const clip = (letter: string) => [{ bytes: new TextEncoder().encode(letter.repeat(3)), samples: 960 }];
const voice: SpokenVoice = {
  by: "Doña Rosa",
  preSkip: 0,
  clips: new Map([
    ["", clip("-")],
    ["café", clip("c")],
    ["café pergamino", clip("p")],
    ["usted trajo", clip("u")],
    ["de", clip("d")],
    ["sin grabación", clip("X")],
  ]),
};
const said = (sentence: string, of = voice) => {
  const spoken = spokenFile([sentence], of, "Sin grabación");
  const packets = spoken === null ? [] : (readOgg(spoken.file)?.packets ?? []);
  return { letters: packets.map((one) => String.fromCharCode(one.bytes[0] ?? 0)).join(""), lacks: spoken?.lacks };
};

describe("a sentence from recordings [spoken.words]", () => {
  it("takes the longest phrase that is recorded", () =>
    expect(said("Usted trajo café pergamino.").letters).toBe("up-"));

  it("says in its place that a word has no recording, and names it: nothing is left out in silence", () => {
    expect(said("Usted trajo café orgánico lavado de Chocó.")).toEqual({
      letters: "ucXdX-",
      lacks: ["orgánico lavado", "chocó"],
    });
  });

  it("is not said at all where even that has no recording: half a statement is a wrong statement", () => {
    const poor = { ...voice, clips: new Map([...voice.clips].filter(([words]) => words !== "sin grabación")) };
    expect(said("Usted trajo café de Chocó.", poor).lacks).toBeUndefined();
    expect(said("Usted trajo café.", poor).letters).toBe("uc-");
  });

  it("is read without marks and capitals", () =>
    expect(wordsIn("«Treinta-y-uno», ¿qué? 48.578 pesos.")).toEqual([
      "treinta",
      "y",
      "uno",
      "qué",
      "48",
      "578",
      "pesos",
    ]));
});
