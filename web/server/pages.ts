/** Pages of a book, composed from views. */
import type { Hono } from "hono";
import type { Services } from "./services.ts";
import { signedIn } from "./who.ts";

/** Adds the pages to the server. */
export function bookPages(app: Hono, { installation: { sessions } }: Services): void {
  app.get("/", async (context) => {
    const session = await signedIn(context.req.raw, sessions);
    return context.redirect(`/o/${session.book}/members`, 303);
  });
}
