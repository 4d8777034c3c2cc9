/** Plays words of a voice one after the other, without gaps, on the clock of the sound itself. */
import { type SpokenAt, spokenParts, type VoicePack } from "./pack.ts";
import { audibleSpan } from "./span.ts";

/** A voice that can be heard. */
export type Player = {
  /** Says the words; resolves when the last was said, or when it was hushed. */
  readonly play: (words: readonly string[]) => Promise<void>;
  readonly hush: () => void;
};

const bytesOf = (base64: string): ArrayBuffer => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)).buffer;

/** Seconds from now until the first word: a sound cannot begin in the past. */
const soon = 0.03;

/** A player of this voice. Its recordings are decoded when they are first wanted, and kept decoded. */
export function playerOf(pack: VoicePack, context: AudioContext): Player {
  const decoded = new Map<number, Promise<AudioBuffer>>();
  const soundAt = (place: number): Promise<AudioBuffer> => {
    const sound = decoded.get(place) ?? context.decodeAudioData(bytesOf(pack.sounds[place] ?? ""));
    decoded.set(place, sound);
    return sound;
  };
  const pieceOf = async ([place, part]: SpokenAt) => {
    const sound = await soundAt(place);
    if (part !== null) return { sound, from: part[0] / 1000, lasts: part[1] / 1000 };
    const { from, until } = audibleSpan(sound.getChannelData(0), sound.sampleRate);
    return { sound, from, lasts: until - from };
  };
  let turn = 0;
  let playing: { readonly sources: readonly AudioBufferSourceNode[]; readonly over: () => void } | null = null;
  const hush = (): void => {
    turn += 1;
    for (const source of playing?.sources ?? []) source.stop();
    playing?.over();
    playing = null;
  };
  const play = async (words: readonly string[]): Promise<void> => {
    hush();
    const mine = turn;
    const parts = spokenParts(words, pack);
    if (parts === null || parts.length === 0) return;
    // Asked for within the touch: a browser lets nothing sound by itself.
    const resumed = context.resume();
    const pieces = await Promise.all(parts.map(pieceOf));
    await resumed;
    if (mine !== turn) return;
    let at = context.currentTime + soon;
    const sources = pieces.map(({ sound, from, lasts }) => {
      const source = context.createBufferSource();
      source.buffer = sound;
      source.connect(context.destination);
      source.start(at, from, lasts);
      at += lasts;
      return source;
    });
    await new Promise<void>((over) => {
      playing = { sources, over };
      sources[sources.length - 1]?.addEventListener("ended", () => over());
    });
    if (mine === turn) playing = null;
  };
  return { play, hush };
}
