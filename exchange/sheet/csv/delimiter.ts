const CANDIDATES = ["\t", ";", "|", ","] as const;
/** Lines looked at. */
const looked = 60;

/** Texts between quotation marks hold delimiters that do not divide. */
const QUOTED = /"(?:[^"]|"")*"/g;
/** A comma between digits may well be a decimal mark. */
const DECIMAL = /(?<=\d),(?=\d)/g;

/**
 * The mark between the cells, from the beginning of a file: the one that divides most lines into the same number of cells.
 * Commas between digits count only when nothing else divides. A sheet of one column has none: the comma is said then.
 */
export function dividerOf(beginning: string, whole: boolean): string {
  const hint = /^\uFEFF?"?sep=([^\r\n"])"?\r?(?:\n|$)/i.exec(beginning)?.[1];
  if (hint !== undefined) return hint;
  const lines = beginning.replace(QUOTED, "q").split(/\r\n|\n|\r/);
  if (!whole && lines.length > 1) lines.pop(); // The last one is cut.
  const filled = lines.filter((line) => line.trim() !== "").slice(0, looked);
  const weighed = CANDIDATES.map((mark) => {
    const read = mark === "," ? filled.map((line) => line.replace(DECIMAL, "")) : filled;
    return { mark, weight: weight(read, mark) };
  });
  const best = weighed.reduce((one, other) => (other.weight > one.weight ? other : one));
  return best.weight > 0 ? best.mark : ",";
}

/** Cells gained on the lines that agree with each other. */
function weight(lines: readonly string[], mark: string): number {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const found = line.split(mark).length - 1;
    if (found > 0) counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  return Math.max(0, ...[...counts].map(([found, times]) => found * times));
}

/** Whether a file begins with the line by which a spreadsheet program is told the delimiter: no row of the sheet. */
export const saysDivider = (beginning: string): boolean => /^\uFEFF?"?sep=[^\r\n"]"?(?:[\r\n]|$)/i.test(beginning);
