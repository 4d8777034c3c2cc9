/**
 * The voices that say statements: `voices/LANGUAGE/statement/` holds the phrases of a statement, `voices/LANGUAGE/` the numbers, each as
 * one file of many words (`voice.ogg` with `voice.json`) or as a file for each, named by its words. A community's own recording goes
 * before the machine's. Only Ogg Opus can be put together without decoding: a file of another kind is passed over.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { type Recording, readOgg, samplesPerSecond } from "../../channels/voice/ogg.ts";
import { pause, type SpokenVoice, wordsIn } from "../../channels/voice/spoken.ts";
import { voicesFolder } from "../field/server/voices.ts";

type Packets = Recording["packets"];
type Index = { readonly by: string; readonly words: Readonly<Record<string, readonly [number, number]>> };

/** A decoder that begins in the middle needs one packet to find its way: the silence before a word. */
const leadIn = 1;

const kept = new Map<string, SpokenVoice | null>();

/** The voice of a language, read once; null where it has none. */
export function statementVoice(language: string, folder = voicesFolder): SpokenVoice | null {
  const key = `${folder}|${language}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const voice = voiceIn(folder, language);
  kept.set(key, voice);
  return voice;
}

function voiceIn(folder: string, language: string): SpokenVoice | null {
  const folders = [join(folder, language), join(folder, language, "statement")].filter(existsSync);
  const clips = new Map<string, Packets>();
  const makings = folders.map(madeIn);
  // What a community recorded goes before what a machine said, wherever it lies.
  for (const { made } of makings) for (const [words, packets] of made) clips.set(words, packets);
  for (const { own } of makings) for (const [words, packets] of own) clips.set(words, packets);
  const [first] = makings.filter((one) => one.preSkip !== null);
  if (clips.size === 0) return null;
  return { by: makings.find((one) => one.by !== "")?.by ?? "", clips, preSkip: first?.preSkip ?? 0 };
}

type Making = {
  readonly by: string;
  readonly preSkip: number | null;
  readonly made: ReadonlyMap<string, Packets>;
  readonly own: ReadonlyMap<string, Packets>;
};

function madeIn(folder: string): Making {
  const files = readdirSync(folder);
  const own = new Map<string, Packets>();
  for (const file of files.filter((name) => /\.(?:ogg|opus)$/i.test(name) && !name.startsWith("voice."))) {
    const recording = readOgg(readFileSync(join(folder, file)));
    if (recording !== null) own.set(wordsIn(file.slice(0, -extname(file).length)).join(" "), recording.packets);
  }
  const sprite = files.includes("voice.ogg") ? readOgg(readFileSync(join(folder, "voice.ogg"))) : null;
  if (sprite === null || !files.includes("voice.json")) return { by: "", preSkip: null, made: new Map(), own };
  const index = JSON.parse(readFileSync(join(folder, "voice.json"), "utf8")) as Index;
  const made = new Map(
    Object.entries(index.words).map(([words, part]) => [wordsIn(words).join(" "), partOf(sprite, part)] as const),
  );
  made.set(pause, sprite.packets.slice(0, 2)); // Each such file begins with silence.
  return { by: index.by, preSkip: sprite.preSkip, made, own };
}

/** The packets in which a part is heard, from when and for how long in milliseconds. */
function partOf({ packets, preSkip }: Recording, [from, lasts]: readonly [number, number]): Packets {
  const [first, last] = [from, from + lasts].map((at) => Math.floor((at * samplesPerSecond) / 1000) + preSkip);
  let at = 0;
  let begins = 0;
  let ends = packets.length;
  for (const [place, { samples }] of packets.entries()) {
    if (at <= (first ?? 0)) begins = place;
    at += samples;
    if (at >= (last ?? 0)) {
      ends = place + 1;
      break;
    }
  }
  return packets.slice(Math.max(0, begins - leadIn), ends);
}
