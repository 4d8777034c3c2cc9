/**
 * Finds the columns of a sheet whatever the spelling of their headings: case, dots, dashes and spaces do not count, so
 * "In.Country.Partner" and "In-Country Partner" are the same column. The first of two columns of one name is taken.
 */
export type CellOf = (cells: readonly string[], column: string) => string;

/** A heading without what does not count. */
export const headingKey = (heading: string): string => heading.toLowerCase().replace(/[^a-z0-9]/g, "");

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
