/**
 * Serves the app alone while its screens are made: `npx tsx web/field/testing/serve.ts [ENTRY] [PORT]`. Sources are bundled again
 * at every load; there is no book behind it, so ENTRY brings a core of its own.
 */
import { Hono } from "hono";
import { readCatalogues } from "../../language/catalogues.ts";
import { protect } from "../../server/headers.ts";
import { type Listening, listen } from "../../server/listen.ts";
import { languageOf } from "../../server/page.ts";
import { buildApp, usualEntry } from "../server/build.ts";
import { assetResponse } from "../server/give.ts";

/** Opens a socket on this machine with the app that begins at `entry`. */
export async function serveApp(entry?: string, port = 0): Promise<Listening> {
  const app = new Hono({ strict: false });
  const build = () => buildApp(readCatalogues(), entry === undefined ? {} : { entry });
  let last = await build();
  app.use(async (context, next) => {
    await next();
    protect(context.res.headers);
  });
  app.get("/field", async (context) => {
    last = await build();
    const response = await assetResponse(last, "/field", context.req.raw);
    response.headers.set("Content-Security-Policy", last.policy);
    response.headers.set("Content-Language", languageOf(context.req.raw, readCatalogues()));
    return response;
  });
  app.get("/field/app/:name", (context, next) => {
    const address = new URL(context.req.url).pathname;
    return last.assets.has(address) ? assetResponse(last, address, context.req.raw) : next();
  });
  const listening = await listen(app, { host: "127.0.0.1", port, orNext: false });
  if (!listening.ok) throw new Error(listening.refusal.code);
  return listening.value;
}

if (process.argv[1]?.endsWith("field/testing/serve.ts")) {
  const [, , entry = usualEntry, port = "8090"] = process.argv;
  const { address } = await serveApp(entry, Number.parseInt(port, 10));
  console.log(`${address}/field`);
}
