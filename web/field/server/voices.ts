/**
 * The voices in a folder, read when the app is built: `voices/LANGUAGE/voice.json` with one file of many words, and beside it, or
 * alone, a file for each word that a community recorded by itself: `voices/LANGUAGE/ciento.ogg`. Its own recording of a word goes
 * before the machine's.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { SpokenAt, VoicePack } from "../app/voice/pack.ts";

/** Where this repository keeps its recordings. */
export const voicesFolder = join(import.meta.dirname, "..", "..", "..", "voices");

/** What telephones record and Chromium plays. */
const recorded = [".ogg", ".opus", ".webm", ".m4a", ".mp3", ".wav"];

type Index = { readonly by: string; readonly words: Readonly<Record<string, readonly [number, number]>> };

/** Every language that has a voice, by its tag; `folder` need not be there. */
export function readVoices(folder: string = voicesFolder): ReadonlyMap<string, VoicePack> {
  if (!existsSync(folder)) return new Map();
  const languages = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const voices = languages.map(({ name }): [string, VoicePack] => [name, voiceIn(join(folder, name), name)]);
  return new Map(voices.filter(([, { sounds }]) => sounds.length > 0).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function voiceIn(folder: string, language: string): VoicePack {
  const files = readdirSync(folder).sort();
  const words: Record<string, SpokenAt> = {};
  const sounds: string[] = [];
  const add = (file: string): number => sounds.push(readFileSync(join(folder, file)).toString("base64")) - 1;
  const index = files.includes("voice.json")
    ? (JSON.parse(readFileSync(join(folder, "voice.json"), "utf8")) as Index)
    : null;
  const own = new Map(files.filter(isWord).map((file) => [wordOf(file), file]));
  // A machine's file is left at home as soon as the community has said every word of it.
  const lacking = Object.entries(index?.words ?? {}).filter(([word]) => !own.has(word));
  const sprite = files.find((file) => file.startsWith("voice.") && recorded.includes(extname(file)));
  if (lacking.length > 0 && sprite !== undefined) {
    const sound = add(sprite);
    for (const [word, part] of lacking) words[word] = [sound, part];
  }
  for (const [word, file] of own) words[word] = [add(file), null];
  return { language, by: index?.by ?? "", sounds, words };
}

const isWord = (file: string): boolean => recorded.includes(extname(file).toLowerCase()) && !file.startsWith("voice.");

/** The word that a file says. Systems write accents in two ways; catalogues in one. */
const wordOf = (file: string): string => file.slice(0, -extname(file).length).normalize("NFC").toLowerCase();
