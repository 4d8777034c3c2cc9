/** Says which words have to be recorded in a language: `node --import tsx house/voices/words.ts es`. One word a line. */
import { readCatalogues } from "../../web/language/catalogues.ts";
import { weightWords } from "../../web/language/number-word-list.ts";
import { speaker } from "../../web/language/say.ts";

/** A country that writes a decimal comma, and one that writes a point: the mark is a word too. */
const countries = ["CO", "MX"];

/** Every word of a language, whichever mark its country writes. */
export function wordsToRecord(language: string): readonly string[] {
  const catalogues = readCatalogues();
  const speaking = (country: string) => speaker(catalogues, { language, country, currency: "COP", currencyPlaces: 0 });
  return [...new Set(countries.flatMap((country) => weightWords(speaking(country))))].sort();
}

if (process.argv[1]?.endsWith("voices/words.ts")) console.log(wordsToRecord(process.argv[2] ?? "es").join("\n"));
