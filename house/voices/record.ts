/** Makes recordings by a machine: words said by Debian's `espeak-ng`, one after the other in one Opus file, with the place of each. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { audibleSpan } from "../../web/field/app/voice/span.ts";

/** The synthesiser's voice for each language, and words that it would spell out instead of saying. */
export const speakers: Readonly<Record<string, { voice: string; said: Readonly<Record<string, string>> }>> = {
  es: { voice: "es-419", said: {} },
  pt: { voice: "pt-br", said: { e: "[[i]]" } },
  en: { voice: "en-us", said: {} },
};
const wordsPerMinute = 160;
const rate = 22_050;
const headerBytes = 44;
/** Silence between two words in the file, so that nothing of one is heard in the other. */
const apartSeconds = 0.08;

/** One word as samples, without the silence around it. */
function spoken(word: string, language: string, room: string): Int16Array {
  const { voice = language, said = {} } = speakers[language] ?? {};
  const file = join(room, "word.wav");
  execFileSync("espeak-ng", ["-v", voice, "-s", `${wordsPerMinute}`, "-w", file, said[word] ?? word]);
  const bytes = readFileSync(file).subarray(headerBytes);
  const samples = new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + (bytes.byteLength & ~1)));
  const { from, until } = audibleSpan(
    Float32Array.from(samples, (sample) => sample / 32_768),
    rate,
  );
  return samples.subarray(Math.floor(from * rate), Math.ceil(until * rate));
}

/** Records all of these into `voice.ogg` and `voice.json` of a folder. */
export function record(words: readonly string[], language: string, folder: string): void {
  const room = mkdtempSync(join(tmpdir(), "voice-"));
  const pieces: Int16Array[] = [];
  const places: Record<string, readonly [number, number]> = {};
  const silence = new Int16Array(Math.round(apartSeconds * rate));
  let length = 0;
  const add = (samples: Int16Array): void => {
    pieces.push(samples);
    length += samples.length;
  };
  for (const word of words) {
    add(silence);
    const samples = spoken(word, language, room);
    places[word] = [Math.round((1000 * length) / rate), Math.round((1000 * samples.length) / rate)];
    add(samples);
  }
  add(silence);
  mkdirSync(folder, { recursive: true });
  const raw = join(room, "all.raw");
  writeFileSync(raw, Buffer.concat(pieces.map((one) => Buffer.from(one.buffer, one.byteOffset, one.byteLength))));
  const encoding = ["--raw", "--raw-rate", `${rate}`, "--raw-chan", "1", "--bitrate", "12", "--speech"];
  // One number instead of a random one: the same words give the same file.
  execFileSync("opusenc", [
    "--quiet",
    ...encoding,
    "--framesize",
    "40",
    "--serial",
    "1",
    raw,
    join(folder, "voice.ogg"),
  ]);
  const index = { by: "machine: espeak-ng, to be replaced by voices of the place", licence: "CC0-1.0", words: places };
  writeFileSync(join(folder, "voice.json"), `${JSON.stringify(index)}\n`);
  rmSync(room, { recursive: true });
  console.log(`${folder}: ${Object.keys(places).length}, ${(length / rate).toFixed(1)} s`);
}
