/** The whole app as the server gives it out: shell, chunks, sentences, worker and pictures, each at its address. */
import type { Catalogues } from "../../language/catalogues.ts";
import { plainSay } from "../../server/language.ts";
import type { Built } from "../app/shell/built.ts";
import { bundle } from "./bundle.ts";
import { digestOf } from "./bundle-kept.ts";
import { fieldCatalogue, fieldLanguages } from "./catalogue.ts";
import { shellOf } from "./shell.ts";

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
  /** Addresses that the shell fetches before its first screen; the sentences of one language come to these. */
  readonly needed: readonly string[];
  readonly catalogues: Built["catalogues"];
};

const script = "text/javascript; charset=utf-8";

/** Builds the app with the sentences of these catalogues. `keptIn`: a folder where bundles are kept between starts. */
export async function buildApp(
  catalogues: Catalogues,
  { entry = usualEntry, keptIn }: { readonly entry?: string; readonly keptIn?: string | undefined } = {},
): Promise<BuiltApp> {
  const app = await bundle(entry, { split: { address: chunkAddress }, keptIn });
  const languages = fieldLanguages(catalogues);
  const sentences = languages.map((tag) => {
    const body = JSON.stringify(fieldCatalogue(catalogues.get(tag) ?? new Map()));
    return { tag, body, address: `${chunkAddress}${tag}-${digestOf(body)}.json` };
  });
  const built: Built = {
    build: digestOf(JSON.stringify([app.first, app.style, app.chunks, sentences])),
    catalogues: Object.fromEntries(sentences.map(({ tag, address }) => [tag, address])),
  };
  const needed = app.needed.map((name) => `${chunkAddress}${name}`);
  const withoutScript = Object.fromEntries(
    languages.map((tag) => [tag, plainSay(catalogues, tag)("field.shell.without-script")]),
  );
  const shell = shellOf({ script: app.first, style: app.style, needed, built, withoutScript });
  const assets = new Map<string, Asset>([
    ["/field", { body: shell.html, type: "text/html; charset=utf-8", lasting: false }],
    ...app.chunks.map(({ name, text }): [string, Asset] => [
      `${chunkAddress}${name}`,
      { body: text, type: script, lasting: true },
    ]),
    ...sentences.map(({ address, body }): [string, Asset] => [
      address,
      { body, type: "application/json", lasting: true },
    ]),
  ]);
  return { build: built.build, assets, policy: shell.policy, needed, catalogues: built.catalogues };
}
