/** Coming in and going out: an entry link becomes a session's cookie, once; going out ends the session. */
import type { Hono } from "hono";
import { refused } from "../../kernel/refusal.ts";
import { RequestRefused } from "./problem.ts";
import type { Services } from "./services.ts";
import { cookieOf, cookieText, sessionCookie, sessionOf } from "./who.ts";

/** How long the cookie is kept, in seconds; the session behind it may end earlier. */
const cookieLasts = 30 * 24 * 60 * 60;

/** Adds the doors to the server. */
export function doorPages(app: Hono, { installation: { sessions } }: Services): void {
  app.get("/favicon.ico", () => new Response(null, { status: 204 })); // Browsers ask for it by themselves.
  app.get("/enter/:entry", async (context) => {
    const token = await sessions.enter(context.req.param("entry"));
    if (token === null) throw new RequestRefused(403, refused("session.entry-used").refusal);
    context.header("Set-Cookie", cookieText(sessionCookie, token, cookieLasts));
    return context.redirect("/", 303);
  });
  app.post("/leave", async (context) => {
    await sessionOf(context.req.raw, sessions); // Refuses what another site sends.
    const cookie = cookieOf(context.req.raw, sessionCookie);
    if (cookie !== undefined) await sessions.end(cookie);
    context.header("Set-Cookie", cookieText(sessionCookie, "", 0));
    return context.redirect("/", 303);
  });
}
