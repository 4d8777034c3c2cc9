/** Serves the app of the collection points under `/field`: built once, compressed once, given out to everybody alike. */
import { join } from "node:path";
import type { Hono } from "hono";
import { doorAt } from "../../door/at.ts";
import { plainFieldPage } from "../../door/certificate/plain.tsx";
import { isOverPlain } from "../../door/doorway.ts";
import type { Catalogues } from "../../language/catalogues.ts";
import { plainSay } from "../../server/language.ts";
import { languageOf, pageResponse } from "../../server/page.ts";
import type { Services } from "../../server/services.ts";
import { type BuiltApp, buildApp, workerAddress } from "./build.ts";
import { assetResponse, packResponse } from "./give.ts";
import { manifestIn } from "./manifest.ts";

/** Adds the app to the server; it is built at the first request for it. */
export function fieldApp(app: Hono, services: Services): void {
  const { catalogues, installation, doorway } = services;
  let made: Promise<BuiltApp> | null = null;
  app.get("/field", async (context, next) => {
    if (!isOverPlain(context.req.raw, doorway)) return next();
    const at = await doorAt(context, services);
    return pageResponse(plainFieldPage(at), at.say, at.request);
  });
  fieldRoutes(
    app,
    () => catalogues,
    () => {
      made ??= buildApp(catalogues, { keptIn: join(installation.home.root, "field") }).catch((error: unknown) => {
        made = null;
        throw error;
      });
      return made;
    },
  );
}

/** The routes over a build, whichever it is at the time. */
export function fieldRoutes(app: Hono, catalogues: () => Catalogues, built: () => Promise<BuiltApp>): void {
  app.get("/field", async (context) => {
    const here = await built();
    const response = await assetResponse(here, "/field", context.req.raw);
    const sentences = here.catalogues[languageOf(context.req.raw, catalogues())];
    response.headers.set("Content-Security-Policy", here.policy);
    response.headers.set("Permissions-Policy", "camera=(self), usb=(self), geolocation=(), microphone=()");
    // The sentences are fetched beside the chunks, and not only after them.
    if (sentences !== undefined)
      response.headers.set("Link", `<${sentences}>; rel=preload; as=fetch; crossorigin=anonymous`);
    return response;
  });
  app.get("/field/manifest.json", (context) => {
    const say = plainSay(catalogues(), languageOf(context.req.raw, catalogues()));
    const headers = { "Content-Type": "application/manifest+json", "Cache-Control": "no-cache" };
    return Response.json(manifestIn(say), { headers });
  });
  app.get("/field/pack/:build/:places", async (context, next) => {
    const pack = await packResponse(await built(), context.req.param(), context.req.raw);
    return pack ?? next();
  });
  for (const path of ["/field/app/:name", workerAddress, "/field/:picture{icon[a-z0-9.-]*}"])
    app.get(path, async (context, next) => {
      const here = await built();
      const { pathname } = new URL(context.req.url);
      if (!here.assets.has(pathname)) return next();
      const response = await assetResponse(here, pathname, context.req.raw);
      if (pathname === workerAddress) {
        // It lies beside the app's own address, and answers for that one too. It goes by the policy of its own answer.
        response.headers.set("Service-Worker-Allowed", "/field");
        response.headers.set("Content-Security-Policy", "default-src 'none'; connect-src 'self'");
      }
      return response;
    });
}
