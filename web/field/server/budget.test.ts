/** What the app may weigh and how often it may ask, measured on what the build really gives out. */
import { gzipSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import { builtApp } from "../testing/built.ts";
import type { BuiltApp } from "./build.ts";

/** Bytes of gzip, as they travel. */
const firstScript = 60_000;
const offlineInAll = 300_000;

let app: BuiltApp;
beforeAll(async () => {
  app = await builtApp();
});

const bodyOf = (address: string): string | Uint8Array => app.assets.get(address)?.body ?? "";
const gzipped = (body: string | Uint8Array): number => gzipSync(body, { level: 9 }).byteLength;
const sum = (sizes: readonly number[]): number => sizes.reduce((all, one) => all + one, 0);
const scriptsInlined = (): string =>
  [...String(bodyOf("/field")).matchAll(/<script(?: type="module")?>([\s\S]*?)<\/script>/g)]
    .map(([, text]) => text)
    .join("");

test("[field.weight] the script of the first load weighs at most 60 kB", () => {
  const inlined = scriptsInlined();
  expect(inlined.length).toBeGreaterThan(1_000);
  expect(gzipped(inlined) + sum(app.needed.map((address) => gzipped(bodyOf(address))))).toBeLessThanOrEqual(
    firstScript,
  );
});

test("[field.weight] everything that is kept to work offline, with the worker, weighs at most 300 kB", () => {
  const kept = [...app.precached, "/field/worker.js"];
  expect(kept.length).toBeGreaterThan(5);
  expect(sum(kept.map((address) => gzipped(bodyOf(address))))).toBeLessThanOrEqual(offlineInAll);
});

test("every chunk that another one begins with is named in the document, so that none is found out late", () => {
  const seen = new Set<string>();
  const follow = (text: string): void => {
    for (const [, address = ""] of text.matchAll(/(?:from|import)"(\/field\/app\/[^"]+)"/g)) {
      if (seen.has(address)) continue;
      seen.add(address);
      follow(String(bodyOf(address)));
    }
  };
  follow(scriptsInlined());
  const named = [...String(bodyOf("/field")).matchAll(/rel="modulepreload" href="([^"]+)"/g)].map(
    ([, address]) => address,
  );
  expect(named.sort()).toEqual([...seen].sort());
});

test("the app asks nobody else for anything: no address in its scripts but those of its own server", () => {
  const foreign = [...app.assets]
    .filter(([, { type }]) => /javascript|html/.test(type))
    .flatMap(([, { body }]) => String(body).match(/https?:\/\/[^"'`\s)\\]+/g) ?? []);
  // Names of specifications, never fetched.
  expect([...new Set(foreign)].filter((address) => !/^http:\/\/www\.w3\.org\//.test(address))).toEqual([]);
});
