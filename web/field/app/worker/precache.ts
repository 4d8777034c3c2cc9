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
 * earlier build has, or the page fetched a moment ago, is taken over; all the rest comes in one answer, because an installing worker
 * may ask for three things at once and each three would cost a round trip. A file that is not the one the build was made of (a captive
 * portal's page, another build meanwhile) is never kept: then this fails, and what ran before goes on.
 */
export async function fill(precached: Precached, tools: CacheTools): Promise<void> {
  const cache = await tools.caches.open(cacheNames + precached.build);
  const keep = async (file: PrecachedFile, ways: readonly Way[]): Promise<boolean> => {
    const found = await theVeryOne(file, ways, tools);
    if (found !== null) await cache.put(file[0], found);
    return found !== null;
  };
  const missingOf = async (
    files: readonly PrecachedFile[],
    ways: readonly Way[],
  ): Promise<readonly PrecachedFile[]> => {
    const kept = await Promise.all(files.map((file) => keep(file, ways)));
    return files.filter((_, place) => !kept[place]);
  };
  const hereAlready: Way = (address) => cache.match(address);
  const elsewhere: Way = (address) => tools.caches.match(address);
  const absent = await missingOf(precached.files, [hereAlready]).then((files) =>
    missingOf(files, [elsewhere, fetchedBefore(tools)]),
  );
  const pack = packOf(absent.filter(isPacked), precached, tools);
  const missing = await missingOf(absent, [pack, fetched(tools), fetched(tools, "reload")]);
  if (missing.length > 0)
    throw new Error(`${missing.map(([address]) => address).join(" ")}: not what the build was made of`);
}

/** A way to come by a file. */
type Way = (address: string) => Promise<Response | undefined>;

/** Answers carry their own headers only when they come alone; the shell's policy is one of them. */
const isPacked = ([address]: PrecachedFile): boolean => address !== "/field";

const fetched =
  ({ fetch }: CacheTools, cache: RequestCache = "default"): Way =>
  (address) =>
    fetch(address, { credentials: "same-origin", cache }).catch(() => undefined);

/** What the browser has of its own, without asking the server. The document's address means another file with every build. */
const fetchedBefore =
  ({ fetch }: CacheTools): Way =>
  async (address) =>
    isPacked([address, ""])
      ? fetch(address, { cache: "only-if-cached", mode: "same-origin" }).catch(() => undefined)
      : undefined;

const types: Readonly<Record<string, string>> = {
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  svg: "image/svg+xml",
};

/** Files of a build in one answer: a list of their texts, asked for by their places. Half an answer gives nothing. */
function packOf(files: readonly PrecachedFile[], precached: Precached, { fetch }: CacheTools): Way {
  if (files.length < 2) return async () => undefined;
  const places = files.map((file) => precached.files.indexOf(file)).join(".");
  const texts = fetch(`/field/pack/${precached.build}/${places}`, { credentials: "same-origin" })
    .then((answer) => (answer.ok ? (answer.json() as Promise<readonly string[]>) : []))
    .catch((): readonly string[] => []);
  return async (address) => {
    const place = files.findIndex((file) => file[0] === address);
    const text = place < 0 ? undefined : (await texts)[place];
    const type = types[address.slice(address.lastIndexOf(".") + 1)] ?? "";
    return text === undefined ? undefined : new Response(text, { headers: { "Content-Type": type } });
  };
}

/** The file by the first way that leads to the very one; null when none does. */
async function theVeryOne(
  [address, digest]: PrecachedFile,
  ways: readonly Way[],
  { digest: of }: CacheTools,
): Promise<Response | null> {
  for (const way of ways) {
    const found = await way(address);
    if (found?.ok && (await of(await found.clone().arrayBuffer())) === digest) return found;
  }
  return null;
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
