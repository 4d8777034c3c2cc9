/** Finds the header of a sheet: which of the first rows name the columns. */
import { looksLikeDay, looksLikeHeading, looksLikeNumber } from "./looks.ts";
import type { SheetRow } from "./opened.ts";

/** A header: one heading per column, and the rows it was in, none when nothing names the columns. */
export type Header = { readonly headings: readonly string[]; readonly rows: readonly SheetRow[] };

/** Rows that may stand above a header: letterhead, title, period. */
const mostTitles = 30;

const filled = (row: SheetRow): number => row.cells.filter((cell) => cell !== "").length;

/**
 * The header among the first rows of a sheet. It is the first row that fills at least half of the columns with what could be
 * headings. A second row belongs to it when it holds headings too and stands above values, or below gaps of the first: then
 * each column has both, the first carried to the right over the gaps of a merged cell.
 */
export function headerIn(sample: readonly SheetRow[]): Header {
  const width = Math.max(0, ...sample.map(filled));
  const place = sample
    .slice(0, mostTitles)
    .findIndex((row, at) => filled(row) * 2 >= width && isHeadings(row) && !isTitle(row, sample[at + 1], width));
  const first = sample[place];
  if (first === undefined) return { headings: [], rows: [] };
  const second = sample[place + 1];
  if (second !== undefined && isSecond(first, second, sample.slice(place + 2)))
    return { headings: joined(first.cells, second.cells), rows: [first, second] };
  return { headings: first.cells, rows: [first] };
}

/** The header that a person points at; the next row joins it as ever. Null when there is no such row. */
export function headerAt(sample: readonly SheetRow[], number: number): Header | null {
  if (number === 0) return { headings: [], rows: [] };
  const place = sample.findIndex((row) => row.number === number);
  const [first, second] = [sample[place], sample[place + 1]];
  if (first === undefined) return null;
  return second !== undefined && isSecond(first, second, sample.slice(place + 2))
    ? { headings: joined(first.cells, second.cells), rows: [first, second] }
    : { headings: first.cells, rows: [first] };
}

/** A title says one or two things at the left edge, above a row that names all those columns itself and more. */
function isTitle(row: SheetRow, next: SheetRow | undefined, width: number): boolean {
  const said = filled(row);
  const atLeft = row.cells.slice(0, said).every((cell) => cell !== "");
  if (!atLeft || said * 2 > width || next === undefined || !isHeadings(next)) return false;
  return filled(next) > said && next.cells.slice(0, said).every((cell) => cell !== "");
}

/** Nearly all of its cells could be headings, and they are not all the same. */
function isHeadings(row: SheetRow): boolean {
  const cells = row.cells.filter((cell) => cell !== "");
  const could = cells.filter(looksLikeHeading);
  const words = could.filter((cell) => /\p{L}/u.test(cell));
  return words.length > 0 && could.length * 5 >= cells.length * 4 && (cells.length === 1 || new Set(cells).size > 1);
}

/** Whether the row after the first names columns too, and is not already a record of texts. */
function isSecond(first: SheetRow, second: SheetRow, below: readonly SheetRow[]): boolean {
  const places = second.cells.flatMap((cell, place) => (cell === "" ? [] : [place]));
  if (places.length === 0 || !isHeadings(second) || below.length === 0) return false;
  const aboveValues = places.filter((place) => isValues(below.map((row) => row.cells[place] ?? ""))).length;
  const belowGap = places.some((place) => (first.cells[place] ?? "") === "");
  return aboveValues > 0 && (belowGap || (aboveValues * 2 >= places.length && places.length > 1));
}

/** Most of what a column holds are numbers or days. */
function isValues(column: readonly string[]): boolean {
  const there = column.filter((cell) => cell !== "");
  const values = there.filter((cell) => looksLikeNumber(cell) || looksLikeDay(cell));
  return there.length > 0 && values.length * 5 >= there.length * 4;
}

/** Both headings of each column. A gap of the first row continues what stands to its left, if the second row has a word there. */
function joined(first: readonly string[], second: readonly string[]): readonly string[] {
  let above = "";
  return Array.from({ length: Math.max(first.length, second.length) }, (_, place) => {
    const [own = "", below = ""] = [first[place], second[place]];
    if (own !== "") above = own;
    const upper = own !== "" || below !== "" ? above : "";
    return [upper, below].filter((part) => part !== "").join(" ");
  });
}
