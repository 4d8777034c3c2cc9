/**
 * Serves the app alone while its screens are made: `node --import tsx web/field/testing/serve.ts [ENTRY] [PORT]`. Sources are bundled
 * again at every load; there is no book behind it, so ENTRY brings a core of its own.
 */
import { Hono } from "hono";
import { readCatalogues } from "../../language/catalogues.ts";
import { protect } from "../../server/headers.ts";
import { type Listening, listen } from "../../server/listen.ts";
import { type BuiltApp, buildApp, usualEntry } from "../server/build.ts";
import { fieldRoutes } from "../server/routes.ts";

/** Opens a socket on this machine with the app that begins at `entry`. */
export async function serveApp(entry = usualEntry, port = 0): Promise<Listening> {
  const app = new Hono({ strict: false });
  let last: BuiltApp | null = null;
  app.use(async (context, next) => {
    if (last === null || context.req.path === "/field") last = await buildApp(readCatalogues(), { entry });
    await next();
    protect(context.res.headers);
  });
  fieldRoutes(app, readCatalogues, async () => last ?? buildApp(readCatalogues(), { entry }));
  const listening = await listen(app, { host: "127.0.0.1", port, orNext: false });
  if (!listening.ok) throw new Error(listening.refusal.code);
  return listening.value;
}

if (process.argv[1]?.endsWith("field/testing/serve.ts")) {
  const [, , entry = usualEntry, port = "8090"] = process.argv;
  const { address } = await serveApp(entry, Number.parseInt(port, 10));
  console.log(`${address}/field`);
}
