/** Words for units as people write them in headings and cells. Which weight an arroba has, the book's own sheet says. */
import { fold } from "./fold.ts";

const words: Readonly<Record<string, string>> = {
  kg: "kg kgs kilo kilos kilogramo kilogramos quilo quilos quilograma quilogramas kilogram kilograms",
  g: "g gr grs gramo gramos grama gramas gram grams",
  t: "t tm ton tonelada toneladas tonne tonnes",
  lb: "lb lbs pound pounds",
  libra: "libra libras",
  arroba: "@ arroba arrobas",
  quintal: "qq quintal quintales quintais",
  carga: "carga cargas",
  ha: "ha has hectarea hectareas hectare hectares",
  m2: "m2",
  manzana: "manzana manzanas mz",
};

const codes = new Map(
  Object.entries(words).flatMap(([code, all]) => all.split(" ").map((word) => [word, code] as const)),
);

/** The code of a unit's word; null for a word that is none. */
export const unitCode = (word: string): string | null => codes.get(fold(word)) ?? null;
