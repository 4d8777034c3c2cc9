/**
 * From our sources to what a browser runs: bundled, minified, for Chrome 80 on. Made when it is first wanted and kept by the digests
 * of its inputs, so that whoever runs Ayni has no build step and a changed file is always seen.
 */
import { join } from "node:path";
import { build, type Metafile, version } from "esbuild";
import { digestOf, keepBundle, keptBundle } from "./bundle-kept.ts";

/** This repository's own folder: entries are named from here. */
export const repository = join(import.meta.dirname, "..", "..", "..");

/** One file of a bundle. `name` carries a digest of its content, so that a name never means two contents. */
export type BundleFile = {
  readonly name: string;
  readonly text: string;
  readonly kind: "script" | "style";
};

/** What came of an entry. `first` is its script, `style` its sheet (empty: none), `chunks` what the script fetches. */
export type Bundle = {
  readonly first: string;
  readonly style: string;
  readonly chunks: readonly BundleFile[];
  /** Names of the chunks that the first script cannot begin without. */
  readonly needed: readonly string[];
  /** What each input weighs in the outputs, as esbuild tells it. */
  readonly weights: Metafile;
};

/** How to bundle. `split` allows chunks, at addresses under `address`; without it everything is one script that is no module. */
export type BundleOptions = {
  readonly split?: { readonly address: string };
  /** A folder where the bundle is kept between starts. */
  readonly keptIn?: string | undefined;
};

/** Bundles one entry, named from the repository's folder: "web/field/app/main.tsx". A mistake in a source throws with its place. */
export async function bundle(entry: string, { split, keptIn }: BundleOptions = {}): Promise<Bundle> {
  const name = `${entry.replace(/[^a-z0-9]+/gi, "-")}-${digestOf(JSON.stringify([entry, split ?? null, version]))}`;
  const kept = keptIn === undefined ? null : keptBundle(keptIn, name, repository);
  if (kept !== null) return kept;
  const made = await fresh(entry, split);
  if (keptIn !== undefined) keepBundle(keptIn, name, repository, made);
  return made;
}

async function fresh(entry: string, split: BundleOptions["split"]): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: repository,
    entryPoints: [entry],
    outdir: "made",
    ...{ bundle: true, minify: true, write: false, metafile: true, legalComments: "none", logLevel: "silent" },
    ...{ platform: "browser", target: "chrome80", charset: "utf8" },
    ...(split === undefined ? { format: "iife" } : { format: "esm", splitting: true, publicPath: split.address }),
    ...{ entryNames: "first", chunkNames: "[hash]", assetNames: "[hash]" },
    ...{ jsx: "automatic", jsxImportSource: "preact", define: { "process.env.NODE_ENV": '"production"' } },
  });
  const textOf = new Map(outputFiles.map(({ path, text }) => [path.slice(join(repository, "made").length + 1), text]));
  const names = [...textOf.keys()].filter((name) => name !== "first.js" && name !== "first.css").sort();
  return {
    first: textOf.get("first.js") ?? "",
    style: textOf.get("first.css") ?? "",
    chunks: names.map((name) => ({
      ...{ name, text: textOf.get(name) ?? "" },
      kind: name.endsWith(".css") ? "style" : "script",
    })),
    needed: neededBy("made/first.js", metafile),
    weights: metafile,
  };
}

/** Chunks that a script imports before it runs, and those that they import. */
function neededBy(output: string, metafile: Metafile, seen: Set<string> = new Set()): readonly string[] {
  for (const { path, kind } of metafile.outputs[output]?.imports ?? []) {
    const own = path.slice(path.lastIndexOf("/") + 1);
    if (kind !== "import-statement" || seen.has(own)) continue;
    seen.add(own);
    neededBy(`made/${own}`, metafile, seen);
  }
  return [...seen].sort();
}
