/** The first load on a slow line, counted where it cannot be argued about: at the server. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { Hono } from "hono";
import { expect, test } from "vitest";
import { homeAt } from "../../store/installation/home.ts";
import { fieldRoutes } from "../../web/field/server/routes.ts";
import { builtApp } from "../../web/field/testing/built.ts";
import { readCatalogues } from "../../web/language/catalogues.ts";
import { protect } from "../../web/server/headers.ts";
import { type Listening, listen } from "../../web/server/listen.ts";
import { securedBy } from "../../web/server/secure.ts";
import { certify, telephoneTrusting, villageName } from "./village.ts";

/** Milliseconds that each answer takes: long enough that what a telephone does by itself between two counts for nothing. */
const roundTrip = 1_000;

/** One request: `after` is how many round trips had come back before it was sent, `at` its instant. */
type Asked = { readonly path: string; readonly kind: string; readonly after: number; readonly at: number };

test("[field.round-trips] a new telephone is ready to work offline after three round trips, and fetched at most 60 kB of script for its first screen", async () => {
  const home = homeAt(mkdtempSync(join(tmpdir(), "ayni-first-load-")));
  certify(home);
  const secured = securedBy(home, {}, Date.now());
  const build = await builtApp();
  const asked: Asked[] = [];
  let back = 0;
  const slow = new Hono({ strict: false });
  slow.use(async (context, next) => {
    const after = back;
    asked.push({ path: context.req.path, kind: context.req.header("Sec-Fetch-Dest") ?? "", after, at: Date.now() });
    await Promise.all([next(), wait(roundTrip)]);
    protect(context.res.headers);
    // What nothing waits for is no step on the way: the picture of the tab, the manifest.
    if (!/icon|manifest/.test(context.req.path)) back = Math.max(back, after + 1);
  });
  fieldRoutes(slow, readCatalogues, async () => build);
  const certificate = secured.ok ? secured.value?.certificate : undefined;
  const open = await listen(slow, { host: "127.0.0.1", port: 0, orNext: false, certificate });
  if (!open.ok) throw new Error(open.refusal.code);
  const { seen, ready } = await firstLoad(home, open.value);
  await open.value.close();
  const isOfWorker = (path: string): boolean => build.precached.includes(path) || path.startsWith("/field/pack/");
  const needed = asked.filter(
    ({ path, kind, at }) => at < ready && (kind === "script" || kind === "serviceworker" || isOfWorker(path)),
  );
  expect(needed.filter(({ after }) => after >= 3)).toEqual([]);
  expect(needed.filter(({ path }) => path.startsWith("/field/pack/"))).toHaveLength(1);
  const fetched = new Set(asked.filter(({ kind, at }) => kind === "script" && at < seen).map(({ path }) => path));
  const inlined =
    String(build.assets.get("/field")?.body).match(/<script type="module">([\s\S]*?)<\/script>/)?.[1] ?? "";
  const sizes = [inlined, ...[...fetched].map((path) => build.assets.get(path)?.body ?? "")].map(
    (body) => gzipSync(body).byteLength,
  );
  expect(sizes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(60_000);
});

/** Opens the app as a new telephone: the instants when its first screen stood, and when its worker ran. */
async function firstLoad(home: ReturnType<typeof homeAt>, { port }: Listening) {
  const telephone = await telephoneTrusting(join(home.root, "certificate", "authority.pem"));
  const page = await telephone.newPage({ locale: "es-CO" });
  await page.goto(`https://${villageName}:${port}/field`, { waitUntil: "commit" });
  const first = page
    .locator("h1")
    .first()
    .waitFor()
    .then(() => Date.now());
  const state = () =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistration("/field"))?.active?.state ?? "none");
  await expect.poll(state, { timeout: 20_000, interval: 100 }).toMatch(/^activat/);
  const ready = Date.now();
  const seen = await first;
  expect(await page.locator(".opening").count()).toBe(0); // What stood there until the first screen did.
  await telephone.close();
  return { seen, ready };
}
