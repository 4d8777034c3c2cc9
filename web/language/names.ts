/** Names of things that a book keeps as codes: said in the reader's language where it has a word, and as they are otherwise. */
import type { Say, Values } from "./say.ts";

/** The word for a code of a family ("product", "measure"), or the code itself where the languages do not know it. */
export const wordOr = (family: string, code: string, say: Say, values: Values = {}): string =>
  say.has(`${family}.${code}`) ? say(`${family}.${code}`, values) : code;

/** What a role is called: "tesorera". */
export const roleName = (role: string, say: Say): string => wordOr("role", role, say);

/** What a coded thing is called: `named("product", "cocoa", say)`. A code that no language knows is an organisation's own word. */
export function named(kind: string, code: string, say: Say): string {
  const key = `${kind}.${code}`;
  return say.has(key) ? say(key) : code.replaceAll("-", " ");
}

/** Products that every language here has a word for. An organisation may have others, by codes of its own. */
export const productsNamed = [
  ...["coffee-parchment", "coffee-cherry", "coffee-green", "cocoa", "cocoa-wet"],
  ...["snow-pea", "quinoa", "milk"],
] as const;

/** What a product is called: "café pergamino". */
export const productName = (product: string, say: Say): string => named("product", product, say);

/** The same at the beginning of a line: "Café pergamino". */
export function begun(words: string): string {
  const [first = ""] = words;
  return first.toUpperCase() + words.slice(first.length);
}

/** A person of the register: their name, or what is known instead. */
export const personName = (
  { name, erased }: { readonly name: string | null; readonly erased?: string | null },
  say: Say,
): string => name ?? (erased ? say("members.erased", { day: erased }) : say("members.name-unknown"));
