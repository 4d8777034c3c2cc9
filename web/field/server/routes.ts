/** Serves the app of the collection points under `/field`: built once, compressed once, given out to everybody alike. */
import { join } from "node:path";
import type { Hono } from "hono";
import { languageOf } from "../../server/page.ts";
import type { Services } from "../../server/services.ts";
import { type BuiltApp, buildApp } from "./build.ts";
import { assetResponse } from "./give.ts";

/** Adds the app to the server. `buildNow`: how it is built; a test gives another. It is built at the first request. */
export function fieldApp(
  app: Hono,
  services: Services,
  buildNow: () => Promise<BuiltApp> = () =>
    buildApp(services.catalogues, { keptIn: join(services.installation.home.root, "field") }),
): void {
  let made: Promise<BuiltApp> | null = null;
  const built = (): Promise<BuiltApp> => {
    made ??= buildNow().catch((error: unknown) => {
      made = null;
      throw error;
    });
    return made;
  };
  app.get("/field", async (context) => {
    const here = await built();
    const response = await assetResponse(here, "/field", context.req.raw);
    const language = languageOf(context.req.raw, services.catalogues);
    const sentences = here.catalogues[language];
    response.headers.set("Content-Security-Policy", here.policy);
    response.headers.set("Permissions-Policy", "camera=(self), bluetooth=(self), usb=(self), geolocation=()");
    // The sentences are fetched beside the chunks, and not only after them.
    if (sentences !== undefined)
      response.headers.set("Link", `<${sentences}>; rel=preload; as=fetch; crossorigin=anonymous`);
    return response;
  });
  app.get("/field/app/:name", async (context, next) => {
    const here = await built();
    const { pathname } = new URL(context.req.url);
    return here.assets.has(pathname) ? assetResponse(here, pathname, context.req.raw) : next();
  });
}
