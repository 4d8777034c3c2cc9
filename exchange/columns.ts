/**
 * Finds the columns of a sheet whatever the spelling of their headings: case, accents, dots, dashes and spaces do not count, so
 * "In.Country.Partner" and "In-Country Partner" are the same column. The first of two columns of one name is taken.
 */
export type CellOf = (cells: readonly string[], column: string) => string;

/** A text without accents and case: "Número" is "numero", "Ñusta" is "nusta", "Nº" is "no". */
export const folded = (text: string): string =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/°/g, "o").toLowerCase();

/** A heading without what does not count. */
export const headingKey = (heading: string): string => folded(heading).replace(/[^a-z0-9]/g, "");

/** The words of a heading, folded: "pesoBruto (kg)" and "PESO BRUTO_KG" are "peso", "bruto", "kg". */
export const headingWords = (heading: string): readonly string[] =>
  folded(heading.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, " "))
    .replace(/#/g, " no ")
    .replace(/%/g, " percent ")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

/** Shortest word in which a slip of the keyboard is recognised: in shorter ones a letter makes another word. */
const slipLength = 5;

/** Whether two folded words are the same but for one letter that is missing, added, other, or in its neighbour's place. */
export function sameWord(one: string, other: string): boolean {
  if (one === other) return true;
  if (Math.min(one.length, other.length) < slipLength || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (one[start] === other[start]) start += 1;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const [restOne, restOther] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  const swapped = restOne.length === 2 && restOne[0] === restOther[1] && restOne[1] === restOther[0];
  return (restOne.length <= 1 && restOther.length <= 1) || (swapped && restOther.length === 2);
}

/** Reads cells by the name of their column; an absent column reads as an empty cell. Cells come trimmed. */
export function cellsByColumn(columns: readonly string[]): CellOf {
  const places = new Map<string, number>();
  columns.forEach((heading, place) => {
    if (!places.has(headingKey(heading))) places.set(headingKey(heading), place);
  });
  return (cells, column) => cells[places.get(headingKey(column)) ?? -1]?.trim() ?? "";
}

/** Those of `needed` that the sheet does not have. */
export function missingColumns(columns: readonly string[], needed: readonly string[]): string[] {
  const there = new Set(columns.map(headingKey));
  return needed.filter((column) => !there.has(headingKey(column)));
}
