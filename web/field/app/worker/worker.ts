/**
 * The service worker: the app without a network. It answers for the files of its own build and nothing else; what is said to the book
 * and asked of it never passes through a cache. A newer one waits until a page says that nothing is open, or all pages are closed.
 */
import { type CacheTools, cacheNames, fill, forgetOthers, keptAddress, type Precached } from "./precache.ts";
import type { WorkerScope } from "./scope.ts";

/** Put in front of this script by the server: it makes every build a worker of its own. */
declare const AYNI_PRECACHED: Precached;

const scope = globalThis as unknown as WorkerScope;

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");

const tools: CacheTools = {
  caches: scope.caches,
  fetch: (address, how) => scope.fetch(address, how),
  digest: async (bytes) => hex(await scope.crypto.subtle.digest("SHA-256", bytes)),
};

async function answer(request: Request, address: string): Promise<Response> {
  const cache = await scope.caches.open(cacheNames + AYNI_PRECACHED.build);
  return (await cache.match(address)) ?? fetch(request); // A browser may throw a cache away when its storage is full.
}

scope.addEventListener("install", (event) => event.waitUntil(fill(AYNI_PRECACHED, tools)));
scope.addEventListener("activate", (event) =>
  event.waitUntil(forgetOthers(AYNI_PRECACHED, tools).then(() => scope.clients.claim())),
);
scope.addEventListener("message", ({ data }) => {
  if (data === "take") void scope.skipWaiting();
});
scope.addEventListener("fetch", (event) => {
  const address = keptAddress(event.request, scope.location.origin, AYNI_PRECACHED);
  if (address !== null) event.respondWith(answer(event.request, address));
});
