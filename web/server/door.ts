/** Coming in and going out: the front page, the pages of the door, entry links that become a session's cookie once, and leaving. */
import type { Hono } from "hono";
import { done, refused } from "../../kernel/refusal.ts";
import { fresh } from "../components/fields.tsx";
import { doorFormsAll, doorPagesAll } from "../door/all.ts";
import { type DoorAt, doorAt, goTo } from "../door/at.ts";
import { frontPage } from "../door/front.tsx";
import { serveDoor } from "../door/serve.ts";
import { pageResponse } from "./page.ts";
import { RequestRefused } from "./problem.ts";
import type { Services } from "./services.ts";
import { sessionOf } from "./who.ts";

/** Adds the doors to the server. Whoever sits in a book goes on to what is served behind them. */
export function doorPages(app: Hono, services: Services): void {
  const { sessions } = services.installation;
  app.get("/favicon.ico", () => new Response(null, { status: 204 })); // Browsers ask for it by themselves.
  app.get("/", async (context, next) => {
    const at = await doorAt(context, services);
    if (context.req.header("Authorization") !== undefined || (await sitsSomewhere(at))) return next();
    if (at.signed?.account) return goTo("/organisations", at);
    const why = at.token === null ? null : refused(at.signed ? "session.seat-ended" : "session.unknown").refusal;
    return pageResponse(await frontPage(at, fresh(), why), at.say, at.request);
  });
  app.get("/enter/:entry", async (context) => {
    const at = await doorAt(context, services);
    const token = await sessions.enter(context.req.param("entry"), at.request.headers.get("User-Agent") ?? "");
    if (token === null) throw new RequestRefused(403, refused("session.entry-used").refusal);
    if (at.token !== null) await sessions.end(at.token);
    return goTo("/", at, { session: token });
  });
  app.post("/leave", async (context) => {
    await sessionOf(context.req.raw, sessions); // Refuses what another site sends.
    const at = await doorAt(context, services);
    if (at.token !== null) await sessions.end(at.token);
    return goTo("/", at, { session: null });
  });
  serveDoor(app, services, doorPagesAll, doorFormsAll);
}

/** Whether the seat of a session still holds: one that ended leads back to the choice of seats, or to the door. */
async function sitsSomewhere({ signed, services }: DoorAt): Promise<boolean> {
  if (!signed?.seated) return false;
  return (await services.reader.visit(signed.seated, async () => done(undefined))).ok;
}
