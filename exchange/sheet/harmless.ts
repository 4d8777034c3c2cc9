/**
 * A spreadsheet program takes a cell beginning with = + - @, their wide forms, a tab or a line end for a formula and runs it.
 * Source: OWASP, "CSV injection". The apostrophe before it makes the cell plain text; cells that already begin so get one more, so that
 * reading gives back exactly what was written.
 */
const DANGEROUS = /^'*[=+\-@＝＋－＠\t\r\n]/;
const MADE_HARMLESS = /^''*[=+\-@＝＋－＠\t\r\n]/;

/** The cell as it is written to a file. */
export const harmless = (cell: string): string => (DANGEROUS.test(cell) ? `'${cell}` : cell);

/** The cell as it was before `harmless`. */
export const restored = (cell: string): string => (MADE_HARMLESS.test(cell) ? cell.slice(1) : cell);
