/** Words of a statement that come from sheets of the book, in the reader's language or the nearest one the book has. */
import type { Say, Values } from "../../../web/language/say.ts";
import type { WordsByLanguage } from "../../agreements/rules/spelling.ts";

/** The sheet's words, and the language they are in. */
export function wordsIn(words: WordsByLanguage, say: Say): { readonly text: string; readonly language: string } {
  const tag = [say.language, "es", "en", ...Object.keys(words)].find((one) => words[one] !== undefined) ?? "";
  return { text: words[tag] ?? "", language: tag };
}

/** The word for a code of a family ("product", "measure"), or the code itself where the languages do not know it. */
export const wordOr = (family: string, code: string, say: Say, values: Values = {}): string =>
  say.has(`${family}.${code}`) ? say(`${family}.${code}`, values) : code;

/** A unit's short name. */
export const unitName = (code: string, say: Say): string => wordOr("unit", code, say);

/** A product's name. */
export const productName = (code: string, say: Say): string => wordOr("product", code, say);
