import { longestCell } from "../limits.ts";

/** A line taken apart and where the next begins. Null instead: the text ends before the line does. */
export type Token = { readonly cells: readonly string[]; readonly next: number };

const QUOTE = '"';

/**
 * Takes one line of separated values apart (RFC 4180, forgiving). A quotation mark opens only at the beginning of a cell and
 * closes only before a delimiter or line end; others stand for themselves. One that does not close within the longest cell was
 * never meant to open: it stands for itself too, so that a forgotten mark costs one cell and not the rest of the file.
 * `whole`: nothing comes after this text.
 */
export function lineAt(text: string, from: number, delimiter: string, whole: boolean): Token | null {
  return plainLine(text, from, delimiter) ?? markedLine(text, from, delimiter, whole);
}

/** Most lines have neither marks nor odd line ends. */
function plainLine(text: string, from: number, delimiter: string): Token | null {
  const end = text.indexOf("\n", from);
  if (end < 0) return null;
  const line = text.slice(from, text[end - 1] === "\r" && end > from ? end - 1 : end);
  if (line.includes(QUOTE) || line.includes("\r")) return null;
  return { cells: line.split(delimiter), next: end + 1 };
}

function markedLine(text: string, from: number, delimiter: string, whole: boolean): Token | null {
  const cells: string[] = [];
  for (let at = from; ; ) {
    const cell =
      (text[at] === QUOTE ? quotedCell(text, at, delimiter, whole) : undefined) ?? bareCell(text, at, delimiter);
    if (cell === "unfinished") return null;
    cells.push(cell.value);
    const after = text[cell.end];
    if (after === delimiter) at = cell.end + 1;
    else if (after === undefined) return whole ? { cells, next: cell.end } : null;
    else return { cells, next: cell.end + (after === "\r" && text[cell.end + 1] === "\n" ? 2 : 1) };
  }
}

type Cell = { readonly value: string; readonly end: number };

/** Undefined: the mark at `at` does not open a cell after all. */
function quotedCell(text: string, at: number, delimiter: string, whole: boolean): Cell | "unfinished" | undefined {
  for (let mark = text.indexOf(QUOTE, at + 1); mark >= 0; ) {
    if (mark - at > longestCell) return undefined;
    const after = text[mark + 1];
    if (after === delimiter || after === "\n" || after === "\r" || (after === undefined && whole))
      return { value: text.slice(at + 1, mark).replaceAll('""', QUOTE), end: mark + 1 };
    if (after === undefined) return "unfinished";
    mark = text.indexOf(QUOTE, mark + (after === QUOTE ? 2 : 1));
  }
  return whole || text.length - at > longestCell ? undefined : "unfinished";
}

function bareCell(text: string, at: number, delimiter: string): Cell {
  let end = at;
  while (end < text.length && text[end] !== delimiter && text[end] !== "\n" && text[end] !== "\r") end += 1;
  return { value: text.slice(at, end), end };
}
