/** The whole app as the server gives it out: shell, chunks, sentences, worker and pictures, each at its address. */
import { createHash } from "node:crypto";
import type { Catalogues } from "../../language/catalogues.ts";
import { plainSay } from "../../server/language.ts";
import type { Built } from "../app/shell/built.ts";
import type { Precached } from "../app/worker/precache.ts";
import { bundle } from "./bundle.ts";
import { digestOf } from "./bundle-kept.ts";
import { fieldCatalogue, fieldLanguages } from "./catalogue.ts";
import { iconPng, iconSizes, iconSvg } from "./icons.ts";
import { shellOf } from "./shell.ts";
import { readVoices } from "./voices.ts";

/** Where chunks and sentences lie: their names carry a digest, so that they are kept for ever. */
export const chunkAddress = "/field/app/";
/** Where the app begins on the telephone. */
export const usualEntry = "web/field/app/main.tsx";

/** Something the server gives out. */
export type Asset = {
  readonly body: string | Uint8Array;
  readonly type: string;
  /** Whether its address never means anything else. */
  readonly lasting: boolean;
};

/** A build: assets by address, and the policy of the shell. */
export type BuiltApp = {
  readonly build: string;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly policy: string;
  /** Addresses of all that is kept on the telephone. */
  readonly precached: readonly string[];
  /** Addresses that the shell fetches before its first screen; the sentences of one language come to these. */
  readonly needed: readonly string[];
  readonly catalogues: Built["catalogues"];
};

const script = "text/javascript; charset=utf-8";
/** Where the worker lies: one address for all builds, asked again by the browser at every start. */
export const workerAddress = "/field/worker.js";

/** Builds the app with the sentences of these catalogues. `keptIn`: a folder where bundles are kept between starts. */
export async function buildApp(
  catalogues: Catalogues,
  { entry = usualEntry, keptIn }: { readonly entry?: string; readonly keptIn?: string | undefined } = {},
): Promise<BuiltApp> {
  const app = await bundle(entry, { split: { address: chunkAddress }, keptIn });
  const worker = await bundle("web/field/app/worker/worker.ts", { keptIn });
  const sentences = sentencesOf(catalogues);
  const lasting = new Map<string, Asset>([
    ...app.chunks.map(({ name, text }): [string, Asset] => [`${chunkAddress}${name}`, asset(text, script, true)]),
    ...sentences.map(({ address, body }): [string, Asset] => [address, asset(body, "application/json", true)]),
    ["/field/icon.svg", asset(iconSvg(), "image/svg+xml", false)],
  ]);
  const needed = app.needed.map((name) => `${chunkAddress}${name}`);
  const voices = [...readVoices()].map(([tag, pack]) => {
    const body = JSON.stringify(pack);
    return { tag, body, address: `${chunkAddress}voice-${tag}-${digestOf(body)}.json` };
  });
  const voiceAddresses = Object.fromEntries(voices.map(({ tag, address }) => [tag, address]));
  const addresses = Object.fromEntries(sentences.map(({ tag, address }) => [tag, address]));
  const withoutScript = Object.fromEntries(
    sentences.map(({ tag }) => [tag, plainSay(catalogues, tag)("field.shell.without-script")]),
  );
  const shellWith = (build: string) =>
    shellOf({
      ...{ script: app.first, style: app.style, needed, withoutScript },
      built: { build, catalogues: addresses, voices: voiceAddresses },
    });
  // The build is named by all that is in it, the shell too, before it has the name in it.
  const build = digestOf(
    JSON.stringify([shellWith("").html, [...lasting].map(([address, { body }]) => [address, digestOf(body)])]),
  );
  const { html, policy } = shellWith(build);
  const precached = new Map([["/field", asset(html, "text/html; charset=utf-8", false)], ...lasting]);
  const assets = new Map([
    ...precached,
    // A voice is not among what a telephone must have before it works without a network.
    ...voices.map(({ address, body }): [string, Asset] => [address, asset(body, "application/json", true)]),
    [workerAddress, asset(workerText(build, precached, worker.first), script, false)] as const,
    ...iconSizes.map(({ address, size }) => [address, asset(iconPng(size), "image/png", false)] as const),
  ]);
  return { build, assets, precached: [...precached.keys()], policy, needed, catalogues: addresses };
}

const asset = (body: Asset["body"], type: string, lasting: boolean): Asset => ({ body, type, lasting });

const sentencesOf = (catalogues: Catalogues) =>
  fieldLanguages(catalogues).map((tag) => {
    const body = JSON.stringify(fieldCatalogue(catalogues.get(tag) ?? new Map()));
    return { tag, body, address: `${chunkAddress}${tag}-${digestOf(body)}.json` };
  });

/** The worker's script with the list of what its build is made of in front. */
function workerText(build: string, files: ReadonlyMap<string, Asset>, text: string): string {
  const precached: Precached = {
    build,
    files: [...files].map(([address, { body }]) => [address, createHash("sha256").update(body).digest("hex")]),
  };
  return `var AYNI_PRECACHED=${JSON.stringify(precached)};${text}`;
}
