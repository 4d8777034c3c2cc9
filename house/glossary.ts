/** docs/glossary.md against the code: what acts are about, and the rooms, are words that somebody has explained. */

/** One line of the glossary: an English word with its synonyms, and all four cells. */
export type Term = { readonly words: readonly string[]; readonly cells: readonly string[] };

/** The lines of every table of the glossary. */
export const termsIn = (markdown: string): readonly Term[] =>
  markdown.split("\n").flatMap((text) => {
    const cells = text
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim());
    if (cells.length === 0 || cells[0] === "en" || /^-+$/.test(cells[0] ?? "")) return [];
    return [{ words: (cells[0] ?? "").split(", "), cells }];
  });

/** A code as the glossary spells it: "price-plan" is "price plan". */
const spelled = (code: string): string => code.replaceAll("-", " ");

/** What is wrong with the glossary: words of code it does not have, words it has twice, lines with an empty cell. */
export const glossaryFaults = (terms: readonly Term[], codes: readonly string[]): readonly string[] => {
  const known = new Set<string>();
  const faults: string[] = [];
  for (const { words, cells } of terms) {
    if (cells.length !== 4 || cells.some((cell) => cell === ""))
      faults.push(`"${cells[0]}" lacks a language or its meaning`);
    for (const word of words) {
      if (known.has(word)) faults.push(`"${word}" is explained twice`);
      known.add(word);
    }
  }
  const isKnown = (code: string): boolean => known.has(spelled(code)) || known.has(spelled(code).replace(/s$/, ""));
  return [...faults, ...codes.filter((code) => !isKnown(code)).map((code) => `"${code}" is not explained`)];
};
