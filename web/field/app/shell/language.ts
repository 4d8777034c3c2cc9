/** In which language the app speaks: one chosen here, one chosen in the office, or what the telephone prefers. All are at hand offline. */
import type { Catalogue, Catalogues } from "../../../language/catalogues.ts";
import { type Say, type Speaking, speaker } from "../../../language/say.ts";
import type { Built } from "./built.ts";

const keptUnder = "ayni-language";
/** The language nobody asked for: most readers here share it. */
const usual = "es";

/** The tags there are sentences for: "en", "es", "pt". */
export const tonguesOf = (built: Built): readonly string[] => Object.keys(built.catalogues).sort();

/** Keeps a language that was chosen, for the next start too. */
export const chooseTongue = (tag: string): void => localStorage.setItem(keptUnder, tag);

/** The first wish that there are sentences for. */
export function tongueHere(built: Built): string {
  const office = /(?:^|;\s*)ayni_language=([\w-]+)/.exec(document.cookie)?.[1];
  for (const wish of [localStorage.getItem(keptUnder), office, ...navigator.languages]) {
    const tag = [wish?.toLowerCase(), wish?.toLowerCase().split("-")[0]].find((one) => one && built.catalogues[one]);
    if (tag) return tag;
  }
  return usual;
}

/** Fetches the sentences of a language: once installed, from this telephone. The document says which language it is in. */
export async function sentencesIn(tag: string, built: Built): Promise<Catalogue> {
  const answer = await fetch(built.catalogues[tag] ?? "");
  if (!answer.ok) throw new Error(`no sentences in ${tag}: ${answer.status}`);
  const sentences = new Map(Object.entries((await answer.json()) as Record<string, string>));
  document.documentElement.lang = tag;
  return sentences;
}

/** How the app speaks, with the figures of the book's country and money; both unknown before a telephone is enrolled. */
export function fieldSay(tag: string, sentences: Catalogue, book: Omit<Speaking, "language"> | null): Say {
  const catalogues: Catalogues = new Map([[tag, sentences]]);
  return speaker(catalogues, { ...(book ?? { country: "", currency: "", currencyPlaces: 0 }), language: tag });
}
