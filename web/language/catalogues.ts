/** The message catalogues, read when the server starts: a community adds a language by adding a folder. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The messages of one language: key to MessageFormat 2 source. */
export type Catalogue = ReadonlyMap<string, string>;
/** Every language by its tag (BCP 47: "es", "pt", "qu"). */
export type Catalogues = ReadonlyMap<string, Catalogue>;

/** Where this repository keeps its catalogues. */
export const languagesFolder = join(import.meta.dirname, "..", "..", "languages");

type Messages = { readonly [key: string]: string | Messages };

function collect(messages: Messages, prefix: string, into: Map<string, string>): void {
  for (const [key, message] of Object.entries(messages)) {
    if (typeof message === "string") into.set(`${prefix}${key}`, message);
    else collect(message, `${prefix}${key}.`, into);
  }
}

/**
 * Reads `FOLDER/LANGUAGE/AREA.json`, or `AREA.PART.json` where an area has several files. Keys of `pages.json` stand as they are; those of every other area begin with its name
 * ("steps.moisture.sentence"), so that two areas never share a key.
 */
export function readCatalogues(folder: string = languagesFolder): Catalogues {
  const catalogues = new Map<string, Catalogue>();
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const messages = new Map<string, string>();
    for (const file of readdirSync(join(folder, entry.name)).sort()) {
      if (!file.endsWith(".json")) continue;
      const area = file.slice(0, file.indexOf("."));
      collect(
        JSON.parse(readFileSync(join(folder, entry.name, file), "utf8")),
        area === "pages" ? "" : `${area}.`,
        messages,
      );
    }
    catalogues.set(entry.name, messages);
  }
  return catalogues;
}
