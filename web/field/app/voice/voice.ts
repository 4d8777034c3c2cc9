/** The voice of this telephone: which language has one, and whether it has every word that is to be said. */
import type { Voice } from "../screens/hand-over/ports.ts";
import { type VoiceTools, voiceAt } from "./kept.ts";
import { spokenParts, type VoicePack } from "./pack.ts";
import { type Player, playerOf } from "./player.ts";

/** How long a voice that could not be had is not asked for again, in milliseconds. */
const patience = 60_000;

/** What a voice works with. `fetched` is called whenever another voice is at hand. */
export type VoiceMakings = VoiceTools & {
  /** Where the voice of a language lies, by its tag. */
  readonly addresses: Readonly<Record<string, string>>;
  readonly context: () => AudioContext;
  readonly fetched: () => void;
};

/** A voice that has nothing yet: a language's is got when it is first asked for, and answers "not ready" until then. */
export function openVoice({ addresses, context, fetched, ...tools }: VoiceMakings): Voice {
  const packs = new Map<string, VoicePack | "asked">();
  let player: { readonly language: string; readonly is: Player } | null = null;
  const ask = async (language: string, address: string): Promise<void> => {
    packs.set(language, "asked");
    const pack = await voiceAt(address, tools).catch(() => null);
    // Without a signal it is asked for again after a while, not at every drawing.
    if (pack === null) setTimeout(() => packs.delete(language), patience);
    else {
      packs.set(language, pack);
      fetched();
    }
  };
  const packOf = (language: string): VoicePack | null => {
    const [pack, address] = [packs.get(language), addresses[language]];
    if (pack === undefined && address !== undefined) void ask(language, address);
    return pack === undefined || pack === "asked" ? null : pack;
  };
  const ready = (words: readonly string[], language: string): boolean => {
    const pack = packOf(language);
    return pack !== null && spokenParts(words, pack) !== null;
  };
  const hush = (): void => player?.is.hush();
  const say = async (words: readonly string[], language: string): Promise<void> => {
    const pack = packOf(language);
    if (pack === null) return;
    if (player?.language !== language) {
      hush();
      player = { language, is: playerOf(pack, context()) };
    }
    await player.is.play(words);
  };
  return { ready, say, hush };
}
