import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { Hono } from "hono";
import { beforeAll, expect, test } from "vitest";
import { readCatalogues } from "../../language/catalogues.ts";
import { builtApp } from "../testing/built.ts";
import type { BuiltApp } from "./build.ts";
import { fieldRoutes } from "./routes.ts";

let built: BuiltApp;
const app = new Hono({ strict: false });
beforeAll(async () => {
  built = await builtApp();
  fieldRoutes(app, readCatalogues, async () => built);
});

const get = (path: string, headers: Record<string, string> = {}) => app.request(`http://localhost${path}`, { headers });
const lasting = () => built.precached.filter((address) => built.assets.get(address)?.lasting);

test("everything is given out as tightly as the browser can read it, and says the same each way", async () => {
  const [chunk = ""] = lasting();
  const [plain, zipped, tight] = await Promise.all(
    ["identity", "gzip", "gzip, deflate, br"].map(async (coding) => {
      const answer = await get(chunk, { "Accept-Encoding": coding });
      return { coding: answer.headers.get("Content-Encoding"), bytes: Buffer.from(await answer.arrayBuffer()) };
    }),
  );
  expect([plain?.coding, zipped?.coding, tight?.coding]).toEqual([null, "gzip", "br"]);
  const text = plain?.bytes.toString();
  expect(gunzipSync(zipped?.bytes ?? "").toString()).toBe(text);
  expect(brotliDecompressSync(tight?.bytes ?? "").toString()).toBe(text);
});

test("what carries its digest in its name is kept for ever; document and worker are asked for each time, and not sent twice", async () => {
  for (const address of lasting())
    expect((await get(address)).headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
  for (const address of ["/field", "/field/worker.js"]) {
    const first = await get(address);
    expect(first.headers.get("Cache-Control")).toBe("no-cache");
    const again = await get(address, { "If-None-Match": first.headers.get("ETag") ?? "" });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  }
});

test("several missing files come in one answer, of this build alone", async () => {
  const texts = (await (await get(`/field/pack/${built.build}/1.2`)).json()) as string[];
  expect(texts).toEqual([1, 2].map((place) => built.assets.get(built.precached[place] ?? "")?.body));
  for (const wrong of [
    `/field/pack/0123456789abcdef/1.2`,
    `/field/pack/${built.build}/1.999`,
    `/field/pack/${built.build}/x`,
  ])
    expect((await get(wrong)).status).toBe(404);
});

test("the document runs only what it carries itself or what this server gives out, and the camera is for the app alone", async () => {
  const { headers } = await get("/field");
  expect(headers.get("Content-Security-Policy")).not.toMatch(/unsafe|https?:|\*/);
  expect(headers.get("Content-Security-Policy")).toContain("connect-src 'self'");
  expect(headers.get("Permissions-Policy")).toContain("camera=(self)");
});

test.each([
  ["es-CO", "es", "Ayni · Acopio"],
  ["pt-BR", "pt", "Ayni · Recepção"],
  ["en", "en", "Ayni · Collection"],
])("a reader of %s is offered the app and its sentences in their language", async (accepted, tag, name) => {
  const headers = { "Accept-Language": accepted };
  expect(await (await get("/field/manifest.json", headers)).json()).toMatchObject({ lang: tag, name, id: "/field" });
  expect((await get("/field", headers)).headers.get("Link")).toContain(`<${built.catalogues[tag]}>; rel=preload`);
});

test("sentences of the app and of what it shares with the office travel, and no others", () => {
  const texts = JSON.parse(String(built.assets.get(built.catalogues.es ?? "")?.body)) as Record<string, string>;
  const keys = Object.keys(texts);
  expect(keys).toContain("field.shell.name");
  expect(keys.filter((key) => /^(cli|door|import|backup|columns|certificate)\./.test(key))).toEqual([]);
});
