/** What a page at the door has at hand: who calls, in which language, and who is signed in, if anybody. */
import type { Context } from "hono";
import { refused } from "../../kernel/refusal.ts";
import type { Signed } from "../../store/installation/sessions.ts";
import { Form } from "../desk/form.ts";
import type { Say } from "../language/say.ts";
import type { Page } from "../render.ts";
import { plainSay } from "../server/language.ts";
import { languageOf } from "../server/page.ts";
import { RequestRefused } from "../server/problem.ts";
import type { Services } from "../server/services.ts";
import { browserCookie, cookieText, isOwnPage, ownCookie, sessionCookie } from "../server/who.ts";
import { type Caller, callerOf } from "./doorway.ts";

/** A request at the door. `words` are those of the address; `token` and `signed` of the session's cookie, when it holds. */
export type DoorAt = {
  readonly request: Request;
  readonly words: URLSearchParams;
  parameter(name: string): string;
  readonly caller: Caller;
  readonly say: Say;
  readonly token: string | null;
  readonly signed: Signed | null;
  /** The token by which an account knows this browser. */
  readonly browser: string | undefined;
  readonly services: Services;
  /** Milliseconds since 1970. */
  readonly now: number;
};

/** A form sent at the door. */
export type DoorFormAt = DoorAt & { readonly form: Form };

/** A page of the door: `GET` of its path. */
export type DoorPage = { readonly path: string; open(at: DoorAt): Promise<Page | Response> };
/** A form of the door: `POST` of its path. */
export type DoorForm = { readonly path: string; post(at: DoorFormAt): Promise<Page | Response> };

/** Reads a request at the door. */
export async function doorAt(context: Context, services: Services): Promise<DoorAt> {
  const request = context.req.raw;
  const { sessions, now } = services.installation;
  const token = ownCookie(request, sessionCookie) ?? null;
  return {
    request,
    words: new URL(request.url).searchParams,
    parameter: (name) => context.req.param(name) ?? "",
    caller: callerOf(request, context.env, services.doorway),
    say: plainSay(services.catalogues, languageOf(request, services.catalogues)),
    token,
    signed: token === null ? null : await sessions.signed(token),
    browser: ownCookie(request, browserCookie),
    services,
    now: now(),
  };
}

/** Nothing is done that another site's page asks for. */
export function fromOwnPage(request: Request): void {
  if (!isOwnPage(request)) throw new RequestRefused(403, refused("request.other-origin").refusal);
}

/** An empty form, for a page that is drawn without one having been sent. */
export const noForm = (at: DoorAt): Form => new Form(new URLSearchParams(), at.say.notation);

/** How long cookies are kept, in seconds; what stands behind them may end earlier. */
export const cookieLasts = { session: 30 * 24 * 60 * 60, browser: 365 * 24 * 60 * 60 } as const;

/** Sends the browser on, with cookies set. `session` null takes that cookie away. */
export function goTo(
  location: string,
  { caller }: DoorAt,
  set: { readonly session?: string | null; readonly browser?: string } = {},
): Response {
  const headers = new Headers({ Location: location });
  const { secure } = caller;
  // Leaving takes both names away, in case one came in over HTTP before.
  if (set.session === null && secure) headers.append("Set-Cookie", cookieText(sessionCookie, "", 0));
  if (set.session !== undefined)
    headers.append(
      "Set-Cookie",
      cookieText(sessionCookie, set.session ?? "", set.session === null ? 0 : cookieLasts.session, secure),
    );
  if (set.browser !== undefined)
    headers.append("Set-Cookie", cookieText(browserCookie, set.browser, cookieLasts.browser, secure));
  return new Response(null, { status: 303, headers });
}

/** Whoever is signed in by an account; others are shown the door. */
export function accountOf(at: DoorAt): Signed & { readonly account: string } {
  const { signed } = at;
  if (signed === null) throw new RequestRefused(401, refused("session.none").refusal);
  if (signed.account === null) throw new RequestRefused(403, refused("session.without-account").refusal);
  return { ...signed, account: signed.account };
}
