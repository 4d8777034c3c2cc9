/** Guesses which column of a sheet holds what: by its heading first, by what its cells look like second. */
import { headingWords, sameWord } from "../columns.ts";
import type { SheetRow } from "../sheet/opened.ts";

/**
 * A field that is looked for. `heads`: headings it may have, in any language, any spelling of case and accents ("peso bruto",
 * "gross weight"); `looks`: what its cells look like, where that tells anything.
 */
export type WantedField = {
  readonly field: string;
  readonly heads: readonly string[];
  readonly looks?: (cell: string) => boolean;
  readonly required: boolean;
};

/** Field to the place of its column, counted from 0; null: no column holds it. */
export type Mapping = Readonly<Record<string, number | null>>;

/** How sure a guess is: the heading says it, only the cells say it, or the heading says something like it. */
export type Sureness = "by head" | "by content" | "guess";

/** A guess to be shown and mended: `unused` are the columns that no field has, `sure` speaks of the fields that have one. */
export type Guess = {
  readonly mapping: Mapping;
  readonly unused: readonly number[];
  readonly sure: Readonly<Record<string, Sureness>>;
};

type Candidate = { readonly field: string; readonly column: number; readonly weight: number; readonly sure: Sureness };

/**
 * Guesses the mapping. A column goes to one field and a field to one column, the surest pairs first; the order of columns does
 * not matter, but that of two columns headed exactly alike the first is taken.
 */
export function guessMapping(
  header: readonly string[],
  sample: readonly SheetRow[],
  wanted: readonly WantedField[],
): Guess {
  const columns = header.map((heading, place) => ({
    heading,
    words: headingWords(heading),
    cells: sample.map((row) => row.cells[place] ?? "").filter((cell) => cell !== ""),
  }));
  const headed = columns.flatMap((column, place) =>
    wanted.flatMap((field) => byHead(field, column.words, column.cells).map((one) => ({ ...one, column: place }))),
  );
  const given = assigned(headed, header, {});
  const silent = columns.flatMap((column, place) =>
    wanted.flatMap((field) => (byContent(field, column.cells) ? [{ field: field.field, column: place }] : [])),
  );
  const all = assigned(onlyOnes(silent, given), header, given);
  const mapping = Object.fromEntries(wanted.map(({ field }) => [field, all[field]?.column ?? null]));
  const used = new Set(Object.values(mapping));
  return {
    mapping,
    unused: header.map((_, place) => place).filter((place) => !used.has(place)),
    sure: Object.fromEntries(Object.values(all).map(({ field, sure }) => [field, sure])),
  };
}

type Given = Readonly<Record<string, Candidate>>;

/** Pairs fields and columns, the weightiest first; of equals the one whose heading comes first in the alphabet. */
function assigned(candidates: readonly Candidate[], header: readonly string[], given: Given): Given {
  const paired: Record<string, Candidate> = { ...given };
  const used = new Set(Object.values(given).map((one) => one.column));
  const name = (one: Candidate): string => `${headingWords(header[one.column] ?? "").join(" ")} ${one.field}`;
  const inOrder = [...candidates].sort(
    (one, other) =>
      other.weight - one.weight ||
      (name(one) < name(other) ? -1 : name(one) > name(other) ? 1 : one.column - other.column),
  );
  for (const one of inOrder) {
    if (paired[one.field] !== undefined || used.has(one.column)) continue;
    paired[one.field] = one;
    used.add(one.column);
  }
  return paired;
}

/** How well a heading names a field; nothing when it does not, or when the cells are plainly something else. */
function byHead(field: WantedField, words: readonly string[], cells: readonly string[]): Omit<Candidate, "column">[] {
  if (words.length === 0) return [];
  const weights = field.heads.map((head) => headWeight(headingWords(head), words));
  const best = Math.max(0, ...weights);
  if (best === 0) return [];
  const share = looksShare(field, cells);
  if (best < EXACT && share !== null && share < 0.2) return [];
  const weight = best + (share === null ? 0 : Math.floor(share * 8));
  return [{ field: field.field, weight, sure: best >= NAMED ? "by head" : "guess" }];
}

const [EXACT, NAMED, LIKE] = [100, 60, 30];

/** The whole heading; all words of the head, among others; the same but for a letter. 0: not named. */
function headWeight(head: readonly string[], words: readonly string[]): number {
  if (head.length === 0) return 0;
  const others = words.length - head.length;
  if (others === 0 && head.every((word, place) => word === words[place])) return EXACT;
  if (head.every((word) => words.includes(word))) return NAMED + 4 * head.length - Math.min(others, 3);
  if (head.every((word) => words.some((one) => sameWord(one, word))))
    return LIKE + 4 * head.length - Math.min(others, 3);
  return 0;
}

/** The share of the cells that look as the field's do; null where nothing is known of either. */
function looksShare({ looks }: WantedField, cells: readonly string[]): number | null {
  if (looks === undefined || cells.length === 0) return null;
  return cells.filter(looks).length / cells.length;
}

/** Nearly all cells of a column look as the field's do. */
function byContent(field: WantedField, cells: readonly string[]): boolean {
  const share = looksShare(field, cells);
  return share !== null && share >= 0.9 && cells.length >= 2;
}

/** Content alone is believed only where one column is left for one field: of two columns of numbers nobody can tell. */
function onlyOnes(found: readonly { readonly field: string; readonly column: number }[], given: Given): Candidate[] {
  const used = new Set(Object.values(given).map((one) => one.column));
  const open = found.filter((one) => given[one.field] === undefined && !used.has(one.column));
  return open
    .filter((one) => open.every((other) => other === one || (other.field !== one.field && other.column !== one.column)))
    .map((one) => ({ ...one, weight: 10, sure: "by content" }));
}
