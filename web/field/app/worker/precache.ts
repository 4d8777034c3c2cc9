/** What a build needs without a network, kept on the telephone: each file in a cache of its build, and only if it is the very one. */

/** One file: its address and the SHA-256 of its content, hexadecimal. */
export type PrecachedFile = readonly [address: string, digest: string];
/** Everything that a build is made of. */
export type Precached = { readonly build: string; readonly files: readonly PrecachedFile[] };

/** The beginning of the names of our caches; after it stands the build. */
export const cacheNames = "ayni-field-";

/** What filling and emptying caches works with. */
export type CacheTools = {
  readonly caches: CacheStorage;
  readonly fetch: (address: string, how: RequestInit) => Promise<Response>;
  readonly digest: (bytes: ArrayBuffer) => Promise<string>;
};

/**
 * Fills the cache of a build. What is there already is not fetched again, so that a cut-off download goes on where it ended; what an
 * earlier build has under the same address (a name with a digest) is taken over. A file that is not the one the build was made of (a
 * captive portal's page, another build meanwhile) is never kept: then this fails, and what ran before goes on.
 */
export async function fill({ build, files }: Precached, tools: CacheTools): Promise<void> {
  const cache = await tools.caches.open(cacheNames + build);
  const missing = await Promise.all(
    files.map(async (file) => ((await cache.match(file[0])) === undefined ? [file] : [])),
  );
  await Promise.all(missing.flat().map(async (file) => cache.put(file[0], await theVeryOne(file, tools))));
}

/** What is kept for later gives way to what the first screen needs now. */
const quietly = { credentials: "same-origin", priority: "low" } as const;

/** Ways to come by a file, the cheapest first. */
async function theVeryOne(
  [address, digest]: PrecachedFile,
  { caches, fetch, digest: of }: CacheTools,
): Promise<Response> {
  const ways = [
    () => caches.match(address),
    () => fetch(address, quietly),
    () => fetch(address, { ...quietly, cache: "reload" }),
  ];
  for (const way of ways) {
    const found = await way();
    if (found?.ok && (await of(await found.clone().arrayBuffer())) === digest) return found;
  }
  throw new Error(`${address} is not what the build was made of`);
}

/** Removes the caches of all other builds. Only once this one runs. */
export async function forgetOthers({ build }: Precached, { caches }: CacheTools): Promise<void> {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith(cacheNames) && name !== cacheNames + build);
  await Promise.all(others.map((name) => caches.delete(name)));
}

/** The address under which a request is kept: the shell answers for its own address whatever is asked of it. Null: not ours to answer. */
export function keptAddress(request: Request, origin: string, { files }: Precached): string | null {
  const { origin: asked, pathname } = new URL(request.url);
  if (request.method !== "GET" || asked !== origin) return null;
  const address = pathname === "/field/" ? "/field" : pathname;
  return files.some(([kept]) => kept === address) ? address : null;
}
