/** Voices on this telephone: fetched once there is time for it, kept in a cache of their own beyond builds, heard without a network. */
import { readPack, type VoicePack } from "./pack.ts";

/** Builds come and go with their own caches; a voice stays as long as its address does. */
const cacheName = "ayni-voices";

/** What fetching and keeping works with. */
export type VoiceTools = {
  readonly caches: Pick<CacheStorage, "open">;
  readonly fetch: (address: string) => Promise<Response>;
};

/** The voice at this address: as kept, else fetched and kept. Null without either; something that is no voice is never kept. */
export async function voiceAt(address: string, tools: VoiceTools): Promise<VoicePack | null> {
  const cache = await tools.caches.open(cacheName);
  const kept = await cache.match(address);
  if (kept !== undefined) return readPack(await kept.text());
  const answer = await tools.fetch(address).catch(() => null);
  if (answer === null || !answer.ok) return null;
  const text = await answer.text();
  const pack = readPack(text);
  if (pack === null) return null;
  // One voice a language: the one before is let go, and another language's makes room on a small telephone.
  for (const other of await cache.keys()) await cache.delete(other);
  await cache.put(address, new Response(text, { headers: { "Content-Type": "application/json" } }));
  return pack;
}
