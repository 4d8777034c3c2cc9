/** Words of a statement that come from sheets of the book, in the reader's language or the nearest one the book has. */
import { wordOr } from "../../../web/language/names.ts";
import type { Say } from "../../../web/language/say.ts";
import type { WordsByLanguage } from "../../agreements/rules/spelling.ts";

/** The sheet's words, and the language they are in. */
export function wordsIn(words: WordsByLanguage, say: Say): { readonly text: string; readonly language: string } {
  const tag = [say.language, "es", "en", ...Object.keys(words)].find((one) => words[one] !== undefined) ?? "";
  return { text: words[tag] ?? "", language: tag };
}

/** A unit's short name. */
export const unitName = (code: string, say: Say): string => wordOr("unit", code, say);

/** A product's name. */
export const productName = (code: string, say: Say): string => wordOr("product", code, say);
