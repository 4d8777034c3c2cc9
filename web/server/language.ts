/** In which language to answer: the one asked for in the address, then the one chosen before, then what the browser prefers. */
import type { Catalogues } from "../language/catalogues.ts";
import { type Say, speaker } from "../language/say.ts";

/** The cookie that keeps a chosen language. It says nothing about who chose it. */
export const languageCookie = "ayni_language";

/** Where the reader said which language: `?lang`, the cookie, the header `Accept-Language`. */
export type Wishes = {
  readonly asked?: string | undefined;
  readonly kept?: string | undefined;
  readonly accepted?: string | undefined;
};

/** The language nobody asked for: most readers here share it. */
const usual = "es";

/** The first wish that there is a catalogue for; a regional form ("pt-BR") finds its language. */
export function chosenLanguage(catalogues: Catalogues, wishes: Wishes): string {
  const wanted = [wishes.asked, wishes.kept, ...accepted(wishes.accepted ?? "")];
  for (const tag of wanted) {
    const folded = tag?.toLowerCase() ?? "";
    if (catalogues.has(folded)) return folded;
    const [language = ""] = folded.split("-");
    if (catalogues.has(language)) return language;
  }
  return usual;
}

/** The tags of an `Accept-Language` header, most wanted first: "pt-BR,pt;q=0.9,en;q=0.5". */
function accepted(header: string): readonly string[] {
  const tags = header
    .slice(0, 200)
    .split(",")
    .map((part, place) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const weight = parameters.find((one) => one.trim().startsWith("q="))?.trim();
      return { tag, weight: weight === undefined ? "1" : weight.slice(2).trim(), place };
    })
    .filter(
      ({ tag, weight }) => tag !== "" && /^(?:1(?:\.0{0,3})?|0\.\d{1,3})$/.test(weight) && !/^0\.0+$/.test(weight),
    );
  // Weights of one shape compare as text: "1" before "0.9" before "0.85".
  return tags
    .sort((one, other) => (one.weight === other.weight ? one.place - other.place : one.weight < other.weight ? 1 : -1))
    .map(({ tag }) => tag);
}

const speakers = new WeakMap<Catalogues, Map<string, Say>>();

/** Speaks outside of any book: of problems, commands and sign-in. Kept by language. */
export function plainSay(catalogues: Catalogues, language: string): Say {
  const kept = speakers.get(catalogues) ?? new Map<string, Say>();
  speakers.set(catalogues, kept);
  const say = kept.get(language) ?? speaker(catalogues, { language, country: "", currency: "", currencyPlaces: 0 });
  kept.set(language, say);
  return say;
}
