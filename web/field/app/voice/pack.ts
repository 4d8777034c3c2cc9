/** A voice as it travels to the telephone: its recordings, and which part of which says a word. */

/** Where a word is heard: which of the sounds, from when and for how long in milliseconds; `null`: all of it. */
export type SpokenAt = readonly [sound: number, part: readonly [from: number, lasts: number] | null];

/** One language's voice. `sounds` are the files as Base64, as one text with the rest so that one request brings all. */
export type VoicePack = {
  readonly language: string;
  /** Who speaks, in words. */
  readonly by: string;
  readonly sounds: readonly string[];
  readonly words: Readonly<Record<string, SpokenAt>>;
};

/** The pack in a text; null when it is something else, as behind a captive portal. */
export function readPack(text: string): VoicePack | null {
  try {
    const pack = JSON.parse(text) as Partial<VoicePack> | null;
    return Array.isArray(pack?.sounds) && typeof pack.words === "object" ? (pack as VoicePack) : null;
  } catch {
    return null;
  }
}

/** Where each word of a sentence is heard, in the order of the sentence; null when one of them was never recorded. */
export function spokenParts(words: readonly string[], { words: known }: VoicePack): readonly SpokenAt[] | null {
  const parts = words.map((word) => (Object.hasOwn(known, word) ? known[word] : undefined));
  return parts.includes(undefined) ? null : (parts as readonly SpokenAt[]);
}
