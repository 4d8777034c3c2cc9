/** How requests reach this server, and from where: through a proxy or not, over HTTPS or not, from this very machine or not. */

/** What the operator says of the way to this server. */
export type Doorway = {
  /** A proxy that we trust stands in front, and tells the caller's address in `X-Forwarded-For` (AYNI_PROXY=1). */
  readonly trustsProxy: boolean;
  /** The address that people know this server by, such as "https://libro.example.org" (AYNI_ORIGIN). */
  readonly origin: string | null;
  /** Whether this server itself also listens with a certificate, beside plain HTTP. */
  readonly listensSecurely?: boolean;
  /** Whether anybody, not only this machine, may look around the example (AYNI_EXAMPLE=open). */
  readonly exampleOpen: boolean;
};

/** Nothing in front, nothing open. */
export const usualDoorway: Doorway = { trustsProxy: false, origin: null, exampleOpen: false };

/** What the environment says. */
export const doorwayOf = (environment: Readonly<Record<string, string | undefined>>): Doorway => ({
  trustsProxy: environment.AYNI_PROXY === "1",
  origin: URL.canParse(environment.AYNI_ORIGIN ?? "") ? new URL(environment.AYNI_ORIGIN ?? "").origin : null,
  exampleOpen: environment.AYNI_EXAMPLE === "open",
});

/** Who calls. `source` is an address to count guesses by; `isHere` says that it is a person at this machine itself. */
export type Caller = {
  readonly source: string;
  readonly isHere: boolean;
  readonly secure: boolean;
  /** The beginning of every address of this server as the caller knows it. */
  readonly origin: string;
};

/** The part of what the HTTP server hands over that names the other end. */
type Handed = { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string | undefined } } } | undefined;

/** Reads who calls. `handed` is the environment of the request; a test without a socket hands none, and is nobody known. */
export function callerOf(request: Request, handed: unknown, doorway: Doorway): Caller {
  const socket = (handed as Handed)?.incoming?.socket?.remoteAddress ?? "";
  const forwarded = request.headers.get("X-Forwarded-For");
  // Only the last address was written by our own proxy; whatever stands before it, the caller may have made up.
  const told = forwarded?.split(",").at(-1)?.trim().slice(0, 60) ?? "";
  const host = request.headers.get("Host") ?? new URL(request.url).host;
  const isHere = !doorway.trustsProxy && forwarded === null && isLoopback(socket) && isNamedHere(request, host);
  const secure = isSecure(request, doorway, isHere);
  return {
    source: networkOf(doorway.trustsProxy && told !== "" ? told : socket),
    isHere,
    secure,
    origin: doorway.origin ?? `${secure ? "https" : "http"}://${host}`,
  };
}

/** Whoever looks after the machine may come in beside the proxy, over plain HTTP, where a secure cookie would not be kept. */
function isSecure(request: Request, { origin, trustsProxy }: Doorway, isHere: boolean): boolean {
  if (new URL(request.url).protocol === "https:") return true;
  if (origin?.startsWith("https:") && !isHere) return true;
  return trustsProxy && request.headers.get("X-Forwarded-Proto") === "https";
}

/**
 * Whether the reader's browser holds the page for insecure: plain HTTP on anything but this machine's own name. Keys, camera and what
 * is kept offline need more than that. A proxy that says nothing of the way before it is trusted by what the operator says.
 */
export function isOverPlain(request: Request, { trustsProxy, origin }: Doorway): boolean {
  const host = request.headers.get("Host") ?? new URL(request.url).host;
  if (new URL(request.url).protocol === "https:" || HERE.test(host)) return false;
  const told = request.headers.get("X-Forwarded-Proto");
  if (told !== null) return told !== "https";
  return !(trustsProxy && origin?.startsWith("https:"));
}

const isLoopback = (address: string): boolean => /^(?:127\.|::1$|::ffff:127\.)/.test(address);

const HERE = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/;

/**
 * The caller also names this machine: a proxy that nobody told us of, or another site's name that was made to point here, calls
 * from this machine too, under another name.
 */
function isNamedHere(request: Request, host: string): boolean {
  const origin = request.headers.get("Origin");
  return HERE.test(host) && (origin === null || (URL.canParse(origin) && HERE.test(new URL(origin).host)));
}

/** One household or office has one IPv4 address, or a whole network of IPv6 (its first 64 bits). */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, "").replace(/%.*$/, "");
  if (!plain.includes(":")) return plain;
  const [head = "", tail] = plain.split("::");
  const before = head.split(":").filter((one) => one !== "");
  const after = (tail ?? "").split(":").filter((one) => one !== "");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array.from({ length: zeros }, () => "0"), ...after].slice(0, 4).join(":");
}
