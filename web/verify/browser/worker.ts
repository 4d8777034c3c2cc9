/** Keeps the page that checks receipts, so that it opens without a signal: from what is kept at once, renewed behind the reader's back. */
type Fetching = Event & {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
  waitUntil(work: Promise<unknown>): void;
};
type Beginning = Event & { waitUntil(work: Promise<unknown>): void };
const self = globalThis as unknown as {
  addEventListener(name: "install" | "activate", take: (event: Beginning) => void): void;
  addEventListener(name: "fetch", take: (event: Fetching) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
};

const cacheName = "ayni-verify";
const page = "/R";

/** Fetches the page anew and keeps it under its address, languages apart. */
async function renewed(address: string): Promise<Response> {
  const answer = await fetch(address, { cache: "reload" });
  if (answer.ok) await (await caches.open(cacheName)).put(address, answer.clone());
  return answer;
}

async function kept(address: string): Promise<Response | undefined> {
  const cache = await caches.open(cacheName);
  return (await cache.match(address)) ?? cache.match(page);
}

self.addEventListener("install", (event) => event.waitUntil(renewed(page).then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { pathname, search } = new URL(event.request.url);
  if (event.request.method !== "GET" || pathname.replace(/\/$/, "") !== page) return;
  const address = `${page}${search}`;
  const fresh = renewed(address);
  event.waitUntil(fresh.catch(() => undefined));
  event.respondWith(kept(address).then((found) => found ?? fresh));
});
