/** Reads rows in PostgreSQL's text form of COPY: columns apart by tab, rows by line feed, `\N` for nothing, the rest escaped. */

/** A row's columns by name, as texts; null where there is none. */
export type AnyText = Readonly<Record<string, string | null>>;

const escapes: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" };

const readCell = (cell: string): string | null => {
  if (cell === "\\N") return null;
  return cell.includes("\\") ? cell.replace(/\\(.)/gs, (_, letter: string) => escapes[letter] ?? letter) : cell;
};

/** The rows of a piece of whole lines. */
export function* rowsIn(piece: Buffer, columns: readonly string[]): Generator<AnyText> {
  let from = 0;
  while (from < piece.length) {
    const end = piece.indexOf(0x0a, from);
    const line = piece.toString("utf8", from, end < 0 ? piece.length : end);
    from = end < 0 ? piece.length : end + 1;
    const cells = line.split("\t");
    yield Object.fromEntries(columns.map((name, at) => [name, readCell(cells[at] ?? "\\N")]));
  }
}

/** How many rows a piece of whole lines holds: line feeds within values are escaped. */
export function countRows(piece: Buffer): number {
  let rows = 0;
  for (let at = piece.indexOf(0x0a); at >= 0; at = piece.indexOf(0x0a, at + 1)) rows += 1;
  return rows;
}
