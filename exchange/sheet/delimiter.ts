const CANDIDATES = [",", ";", "\t", "|"] as const;

/** The mark that stands between the cells of a sheet. */
export type Delimiter = (typeof CANDIDATES)[number];

/**
 * Finds the delimiter from the heading: the candidate seen most often outside quotation marks on the first line; the
 * comma when none is seen (a sheet of one column). Spreadsheets of countries that write 3,5 save with semicolons.
 */
export function delimiterOf(beginning: string): Delimiter {
  const counts = new Map<string, number>(CANDIDATES.map((candidate) => [candidate, 0]));
  let quoted = false;
  for (const character of beginning) {
    if (character === '"') quoted = !quoted;
    if (quoted) continue;
    if (character === "\n" || character === "\r") break;
    const seen = counts.get(character);
    if (seen !== undefined) counts.set(character, seen + 1);
  }
  return CANDIDATES.reduce((best, candidate) =>
    (counts.get(candidate) ?? 0) > (counts.get(best) ?? 0) ? candidate : best,
  );
}
