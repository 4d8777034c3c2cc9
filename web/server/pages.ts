/** Pages of a book: all that are declared, and the way in to the first that the reader may see. */
import type { Hono } from "hono";
import { done } from "../../kernel/refusal.ts";
import { type PlaceName, placesFor } from "../desk/places.ts";
import { serveBook } from "../desk/serve.ts";
import { ownForms, ownPages } from "../me/all.ts";
import { officeForms, officePages } from "../office/all.ts";
import { RequestRefused } from "./problem.ts";
import type { Services } from "./services.ts";
import { signedIn } from "./who.ts";

const pages = [...officePages, ...ownPages];
const forms = [...officeForms, ...ownForms];
const built: ReadonlySet<PlaceName> = new Set(pages.flatMap((page) => page.place ?? []));

/** Adds the pages to the server. */
export function bookPages(app: Hono, services: Services): void {
  app.get("/", async (context) => {
    const session = await signedIn(context.req.raw, services.installation.sessions);
    const found = await services.reader.visit(session, async ({ powers }) => {
      const [first] = [...placesFor("office", powers, built), ...placesFor("own", powers, built)];
      return done(first?.path ?? "statements");
    });
    if (!found.ok) throw new RequestRefused(403, found.refusal);
    return context.redirect(`/o/${session.book}/${found.value}`, 303);
  });
  serveBook(app, services, pages, forms);
}
