/** The first load of the app by a telephone that nobody used before, over slow lines, beside pages that do nothing. */
import { randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { Hono } from "hono";
import type { Browser } from "playwright-core";
import { villageName } from "../../scenarios/field/village.ts";
import type { BuiltApp } from "../../web/field/server/build.ts";
import { fieldRoutes } from "../../web/field/server/routes.ts";
import { readCatalogues } from "../../web/language/catalogues.ts";
import { protect } from "../../web/server/headers.ts";
import { listen } from "../../web/server/listen.ts";
import type { Certificate } from "../../web/server/secure.ts";
import { figuresOf, ratioText, spelled, spelledFigures } from "../method/figures.ts";
import { loadNow } from "../method/machine.ts";
import type { Table } from "../method/report.ts";
import { unwrap } from "../method/unwrap.ts";
import { freeLine, openLine, type Slowness } from "./line.ts";
import { newTelephone } from "./telephone.ts";
import type { Village } from "./village.ts";

const REPEATS = 5;

/** The circumstances that the aims name. */
const circumstances = [
  { name: "1.6 Mbit/s, 150 ms, CPU ÷4", slowness: { bitsPerSecond: 1_600_000, roundTrip: 150 }, times: 4, aim: 1.5 },
  { name: "400 kbit/s, 400 ms, CPU ÷6", slowness: { bitsPerSecond: 400_000, roundTrip: 400 }, times: 6, aim: 4 },
] as const;

const gzipped = (body: string | Uint8Array): number => gzipSync(body, { level: 9 }).byteLength;
const sum = (sizes: readonly number[]): number => sizes.reduce((all, one) => all + one, 0);

/** Bytes of gzip: the script of the first load, all that stands between an address and the first screen, and everything offline. */
function weightsOf({ assets, needed, precached, catalogues }: BuiltApp) {
  const weigh = (addresses: readonly string[]): number =>
    sum(addresses.map((one) => gzipped(assets.get(one)?.body ?? "")));
  const document = String(assets.get("/field")?.body);
  const inlined = [...document.matchAll(/<script(?: type="module")?>([\s\S]*?)<\/script>/g)].map(([, text]) => text);
  return {
    script: gzipped(inlined.join("")) + weigh(needed),
    first: weigh(["/field", ...needed, catalogues.es as string]),
    offline: weigh([...precached, "/field/worker.js"]),
  };
}

/** A page whose words come last, so that all its bytes must be here first. Random: nothing compresses it. */
const inert = (bytes: number): string =>
  `<!doctype html><meta charset=utf-8><title>a</title><!--${randomBytes(Math.ceil((bytes * 3) / 4))
    .toString("base64")
    .slice(0, bytes)}--><h1>a</h1>`;

/** The server of the app with pages of nothing beside; each answer takes so many milliseconds more. */
async function serve(build: BuiltApp, certificate: Certificate, more: number) {
  const app = new Hono({ strict: false });
  let back = 0;
  const asked: { readonly path: string; readonly after: number }[] = [];
  app.use(async (context, next) => {
    const after = back;
    asked.push({ path: context.req.path, after });
    await Promise.all([next(), wait(more)]);
    protect(context.res.headers);
    if (!/icon|manifest/.test(context.req.path)) back = Math.max(back, after + 1); // Nothing waits for those.
  });
  const { first } = weightsOf(build);
  const html = (page: string) => new Response(page, { headers: { "Content-Type": "text/html" } });
  const same = inert(first);
  app.get("/empty", () => html(inert(0)));
  app.get("/same", () => html(same));
  fieldRoutes(app, readCatalogues, async () => build);
  const listening = unwrap(await listen(app, { host: "127.0.0.1", port: 0, orNext: false, certificate }));
  return { port: listening.port, asked, close: () => listening.close() };
}

type Load = {
  readonly paint: number;
  readonly screen: number;
  readonly offline: number | null;
  readonly bytes: number;
};

/** One load by a new telephone. Seconds. */
async function load(
  browser: Browser,
  port: number,
  path: string,
  how: { slowness: Slowness; times: number },
): Promise<Load> {
  const line = await openLine(port, how.slowness);
  const telephone = await newTelephone(browser);
  const { page } = telephone;
  try {
    await telephone.slower(how.times);
    await page.goto(`https://${villageName}:${line.port}${path}`, { waitUntil: "commit", timeout: 60_000 });
    const paint = await page.evaluate(() => stopwatch.firstPaint());
    const screen = await page.evaluate(() => stopwatch.painted("h1"));
    const offline = path === "/field" ? await page.evaluate(() => stopwatch.offline()) : null;
    return {
      paint: paint / 1_000,
      screen: screen / 1_000,
      offline: offline === null ? null : offline / 1_000,
      bytes: line.down,
    };
  } finally {
    await telephone.close();
    await line.close();
  }
}

/** Round trips until everything is ready offline: each answer takes a second, and what was asked after how many of them is counted. */
async function roundTrips(browser: Browser, build: BuiltApp, certificate: Certificate): Promise<number> {
  const server = await serve(build, certificate, 1_000);
  await load(browser, server.port, "/field", { slowness: freeLine, times: 1 });
  const ofWorker = (path: string): boolean => path.startsWith("/field/pack/") || path === "/field/worker.js";
  const needed = server.asked.filter(({ path }) => ofWorker(path) || build.precached.includes(path));
  await server.close();
  return Math.max(...needed.map(({ after }) => after)) + 1;
}

/** Bytes and round trips; then seconds on each line. */
export async function firstLoadTables(
  { browser, certificate }: Village,
  build: BuiltApp,
  say: (line: string) => void,
): Promise<Table[]> {
  const weights = weightsOf(build);
  const kilobytes = (bytes: number): string => `${spelled(bytes / 1_000)} kB`;
  const trips = await roundTrips(browser, build, certificate);
  const server = await serve(build, certificate, 0);
  await load(browser, server.port, "/field", { slowness: freeLine, times: 1 }); // Compressed once, as in a running server.
  const rows: string[][] = [];
  let carried = 0;
  for (const { name, slowness, times, aim } of circumstances) {
    const of = async (path: string): Promise<readonly Load[]> => {
      const loads: Load[] = [];
      for (let turn = 0; turn < REPEATS; turn += 1)
        loads.push(await load(browser, server.port, path, { slowness, times }));
      return loads;
    };
    const [empty, same, app] = [await of("/empty"), await of("/same"), await of("/field")];
    const median = (loads: readonly Load[]) => figuresOf(loads.map((one) => one.paint)).median;
    carried = figuresOf(app.map((one) => one.bytes)).median;
    const row = (what: string, loads: readonly Load[]): string[] => [
      ...[name, what, spelledFigures(figuresOf(loads.map((one) => one.paint)))],
      spelledFigures(figuresOf(loads.map((one) => one.screen))),
      loads[0]?.offline === null ? "–" : spelledFigures(figuresOf(loads.map((one) => one.offline ?? 0))),
      ratioText(median(loads), median(same)),
      loadNow(),
    ];
    rows.push(row("an empty page", empty), row("a page of the same bytes", same), row(`the app (aim ≤ ${aim} s)`, app));
    for (const line of rows.slice(-3)) say(line.join("  "));
  }
  await server.close();
  return [
    {
      title: "What travels (gzip; Chromium takes brotli)",
      columns: ["what", "measured", "aim"],
      rows: [
        ["script before the first screen", kilobytes(weights.script), "≤ 60 kB"],
        ["document, script and sentences before the first screen", kilobytes(weights.first), "–"],
        ["everything for working offline", kilobytes(weights.offline), "≤ 300 kB"],
        ["over the line until ready offline, headers and all (brotli)", kilobytes(carried), "–"],
        ["round trips until ready offline, connections apart", `${trips}`, "≤ 3"],
      ],
    },
    {
      title: "Seconds from the address to what stands on the screen, nothing known before",
      columns: [
        "line and processor",
        "page",
        "first paint",
        "first screen",
        "ready offline",
        "paint beside same bytes",
        "load",
      ],
      rows,
    },
  ];
}
