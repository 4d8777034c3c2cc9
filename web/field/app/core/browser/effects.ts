/** The effects of a real browser: of a tab, and of the worker. */
import type { Effects, Told } from "../effects.ts";
import { keyOf, verify } from "../keys/keys.ts";
import type { Storage } from "../storage/storage.ts";
import { aloneHere } from "./alone.ts";
import { browserNetwork } from "./network.ts";

/** Chance of the browser. */
export const chance = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));

/** SHA-256 by the browser. */
const sha256 = async (bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", bytes as BufferSource));

/** Gzip by the browser; null where it has none. */
async function gzip(bytes: Uint8Array): Promise<Uint8Array | null> {
  if (typeof CompressionStream === "undefined") return null;
  const packed = new Blob([bytes as BlobPart]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/** When the browser has time; where it does not tell, a little later. */
const whenIdle: Effects["whenIdle"] = (work) => {
  if (typeof requestIdleCallback === "undefined") setTimeout(() => void work(), 300);
  else requestIdleCallback(() => void work());
};

/** What the browser says of its storage; asked anew now and then, since it may only be awaited. */
type Room = { persisted: boolean | null; used: number | null; quota: number | null };

async function measure(room: Room): Promise<void> {
  if (!("storage" in navigator)) return;
  const { storage } = navigator;
  room.persisted = (await storage.persisted?.().catch(() => null)) ?? null;
  const estimate = await storage.estimate?.().catch(() => null);
  room.used = estimate?.usage ?? null;
  room.quota = estimate?.quota ?? null;
}

/** Asks the browser to keep the storage whatever happens; it may say no, and is asked again at each start. */
async function persist(room: Room): Promise<void> {
  await navigator.storage?.persist?.().catch(() => false);
  await measure(room);
}

const everyTenMinutes = 600_000;

/** The effects here, over an open storage. `app` is the version of the app. */
export function browserEffects(storage: Storage, app: string): Effects {
  const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("ayni-field");
  const room: Room = { persisted: null, used: null, quota: null };
  void persist(room);
  setInterval(() => void measure(room), everyTenMinutes);
  const holder = crypto.getRandomValues(new Uint32Array(2)).join("-");
  return {
    ...{ storage, network: browserNetwork, clock: Date.now, chance, sha256, gzip, keyOf, verify, app, whenIdle },
    alone: aloneHere(storage, holder, Date.now),
    tell: (told) => channel?.postMessage(told),
    listen: (heard) => {
      const hear = ({ data }: MessageEvent<Told>): void => heard(data);
      channel?.addEventListener("message", hear);
      return () => channel?.removeEventListener("message", hear);
    },
    persisted: () => room.persisted,
    room: () => ({ used: room.used, quota: room.quota }),
  };
}
