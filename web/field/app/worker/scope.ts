/** The few shapes of a service worker that ours uses: the types of the language know pages or workers, not both in one program. */

/** What a worker is told that it may take its time for. */
export type Lasting = { waitUntil(work: Promise<unknown>): void };
/** A request that the worker may answer. */
export type Asked = { readonly request: Request; respondWith(answer: Promise<Response>): void };
/** A word from a page. */
export type Told = { readonly data: unknown };

/** The worker itself. */
export type WorkerScope = {
  readonly caches: CacheStorage;
  readonly crypto: Crypto;
  readonly location: { readonly origin: string };
  fetch(address: string, how: RequestInit): Promise<Response>;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  addEventListener(name: "install" | "activate", heard: (event: Lasting) => void): void;
  addEventListener(name: "fetch", heard: (event: Asked) => void): void;
  addEventListener(name: "message", heard: (event: Told) => void): void;
};
