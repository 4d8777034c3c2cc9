/** What a cell looks like, without knowing what it means. */

/** A number in any manner of writing, with the sign, currency mark or percent that people put beside it. */
const NUMBER = /^[-+]?(?:[A-Z]{1,3}\$?\s|[A-Z]{0,3}[$€£]|S\/\.?\s?|Bs\.?\s?)?\s?[-+]?\d[\d.,' \u00a0]*\s?%?$/;
/** 2024-12-31 (also with a clock), 31/12/2024, 31-12-24, 31.12.2024, 31-dic-24, "31 de diciembre de 2024". */
const DAY =
  /^(?:\d{4}-\d{1,2}-\d{1,2}(?:[T ]\d{1,2}:\d{2}.*)?|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}[ /.-](?:de )?\p{L}{3,10}\.?[ /.-](?:de )?\d{2,4})$/u;

/** Whether a cell could be a number. */
export const looksLikeNumber = (cell: string): boolean => NUMBER.test(cell);
/** Whether a cell could be a day. */
export const looksLikeDay = (cell: string): boolean => DAY.test(cell);

/** The longest text that still heads a column. */
const longestHeading = 80;
/** A year heads a column of a table by years. */
const YEAR = /^(?:19|20)\d{2}$/;

/** Whether a cell could stand above a column: a word, not a value. */
export const looksLikeHeading = (cell: string): boolean =>
  cell.length <= longestHeading &&
  (YEAR.test(cell) || (/\p{L}|[#%°º]/u.test(cell) && !looksLikeNumber(cell) && !looksLikeDay(cell)));

/**
 * The decimal mark that the cells agree on; undefined where they leave a doubt. A mark followed by other than three digits is a
 * decimal mark, the last of two different marks too, and of a mark that is repeated the other one is.
 */
export function decimalMarkOf(cells: Iterable<string>): "," | "." | undefined {
  const seen = new Set<"," | ".">();
  for (const cell of cells) {
    const marks = looksLikeNumber(cell) && !looksLikeDay(cell) ? toldMark(cell.replace(/[^\d.,]/g, "")) : null;
    if (marks !== null) seen.add(marks);
  }
  const [only] = seen;
  return seen.size === 1 ? only : undefined;
}

function toldMark(digits: string): "," | "." | null {
  const marks = digits.replace(/\d/g, "");
  const last = marks.at(-1);
  if (last !== "," && last !== ".") return null;
  if (marks.includes(",") && marks.includes(".")) return marks.indexOf(last) === marks.length - 1 ? last : null;
  if (marks.length > 1) return last === "," ? "." : ",";
  const [before = "", after = ""] = digits.split(last);
  const couldGroup = after.length === 3 && /^[1-9]\d{0,2}$/.test(before);
  return couldGroup || after === "" ? null : last;
}
