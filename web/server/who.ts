/** Who asks: by a token in the header `Authorization`, or by the cookie that an entry link set. */
import { refused } from "../../kernel/refusal.ts";
import type { Session, Sessions } from "../../store/installation/sessions.ts";
import { RequestRefused } from "./problem.ts";

/** The cookies we set: of a session, and of a browser that signed in before. Over HTTPS their names begin with "__Host-", so that no neighbouring site can lay one here (RFC 6265bis, section 4.1.3). */
export const sessionCookie = "ayni_session";
export const browserCookie = "ayni_browser";
const SECURE = "__Host-";

/** One cookie of a request; undefined when it is not there. */
export function cookieOf(request: Request, name: string): string | undefined {
  for (const part of (request.headers.get("Cookie") ?? "").split(";")) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}

/** One of our own cookies, under its secure name first. */
export const ownCookie = (request: Request, name: string): string | undefined =>
  cookieOf(request, `${SECURE}${name}`) ?? cookieOf(request, name);

/** A cookie that scripts cannot read and that other sites cannot send; `seconds` 0 takes it away; `secure` over HTTPS. */
export const cookieText = (name: string, value: string, seconds: number, secure = false): string =>
  `${secure ? SECURE : ""}${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure ? "; Secure" : ""}`;

/**
 * The session of a request, or null when it shows none. A token that is shown and does not hold is refused (401,
 * `session.unknown`), not overlooked. A cookie travels by itself, so what would change something must come from our own pages.
 */
export async function sessionOf(request: Request, sessions: Sessions): Promise<Session | null> {
  const header = request.headers.get("Authorization");
  if (header !== null) {
    const token = /^Bearer ([A-Za-z0-9_-]{1,128})$/.exec(header)?.[1];
    const session = token === undefined ? null : await sessions.find(token);
    if (session === null) throw new RequestRefused(401, refused("session.unknown").refusal);
    return session;
  }
  const cookie = ownCookie(request, sessionCookie);
  const session = cookie === undefined ? null : await sessions.find(cookie);
  if (session !== null && !isReading(request) && !isOwnPage(request))
    throw new RequestRefused(403, refused("request.other-origin").refusal);
  return session;
}

/** The session of a request that must have one. */
export async function signedIn(request: Request, sessions: Sessions): Promise<Session> {
  const session = await sessionOf(request, sessions);
  if (session === null) throw new RequestRefused(401, refused("session.none").refusal);
  return session;
}

const isReading = (request: Request): boolean => request.method === "GET" || request.method === "HEAD";

/** Whether a request was sent from one of our own pages. */
export function isOwnPage(request: Request): boolean {
  const site = request.headers.get("Sec-Fetch-Site");
  if (site !== null) return site === "same-origin";
  const origin = request.headers.get("Origin");
  return (
    origin !== null &&
    URL.canParse(origin) &&
    new URL(origin).host === (request.headers.get("Host") ?? new URL(request.url).host)
  );
}
