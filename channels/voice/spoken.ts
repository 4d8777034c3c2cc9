/**
 * Sentences from recordings: the longest recorded phrase first, else word by word. What was never recorded is said to be so, in its
 * place, and named: it is never left out in silence.
 */
import { type Recording, samplesPerSecond, writeOgg } from "./ogg.ts";

type Packets = Recording["packets"];

/** What a voice has recorded, by the words in small letters; `preSkip` of the coder that made it. */
export type SpokenVoice = {
  readonly by: string;
  readonly clips: ReadonlyMap<string, Packets>;
  readonly preSkip: number;
};

/** One thing to be heard: a clip, or words that none says. */
type Heard = { readonly clip: Packets } | { readonly lacks: string };

/** Words in small letters, without marks: as files of recordings are named. */
export const wordsIn = (sentence: string): readonly string[] =>
  sentence
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}'\s-]/gu, " ")
    .split(/[\s-]+/)
    .filter((word) => word !== "");

/** Most words of one recorded phrase. */
const longestPhrase = 8;

function heardIn(sentence: string, { clips }: SpokenVoice): readonly Heard[] {
  const words = wordsIn(sentence);
  const heard: Heard[] = [];
  for (let at = 0; at < words.length; ) {
    let taken = 0;
    for (let many = Math.min(longestPhrase, words.length - at); many > 0 && taken === 0; many -= 1) {
      const clip = clips.get(words.slice(at, at + many).join(" "));
      if (clip === undefined) continue;
      heard.push({ clip });
      taken = many;
    }
    if (taken === 0) {
      const before = heard.at(-1);
      const word = words[at] ?? "";
      if (before !== undefined && "lacks" in before) heard[heard.length - 1] = { lacks: `${before.lacks} ${word}` };
      else heard.push({ lacks: word });
    }
    at += Math.max(1, taken);
  }
  return heard;
}

/** What came of sentences: the file, how long it lasts in milliseconds, and what no recording says. */
export type Spoken = { readonly file: Uint8Array; readonly milliseconds: number; readonly lacks: readonly string[] };

/**
 * The sentences as one Ogg Opus file. `unrecorded` are the words said in the place of words without a recording: null when the voice
 * has not even those, and there is something to say them for, since half a statement is a wrong statement.
 */
export function spokenFile(sentences: readonly string[], voice: SpokenVoice, unrecorded: string): Spoken | null {
  const instead = voice.clips.get(wordsIn(unrecorded).join(" "));
  const packets: Packets[number][] = [];
  const lacks: string[] = [];
  for (const sentence of sentences) {
    for (const one of heardIn(sentence, voice)) {
      if ("lacks" in one) {
        if (instead === undefined) return null;
        lacks.push(one.lacks);
        packets.push(...instead);
      } else packets.push(...one.clip);
    }
    packets.push(...(voice.clips.get(pause) ?? []));
  }
  if (packets.length === 0) return null;
  const samples = packets.reduce((sum, one) => sum + one.samples, 0) - voice.preSkip;
  return {
    file: writeOgg({ packets, preSkip: voice.preSkip }, "Ayni"),
    milliseconds: Math.floor((samples * 1000) / samplesPerSecond),
    lacks: [...new Set(lacks)],
  };
}

/** The name of a clip of nothing: the breath between two sentences. */
export const pause = "";
