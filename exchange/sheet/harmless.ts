/**
 * A spreadsheet program takes a cell beginning with = + - @ or a tab for a formula and runs it. Source: OWASP, "CSV
 * injection". The apostrophe before it makes the cell plain text; cells that already begin so get one more, so that
 * reading gives back exactly what was written.
 */
const DANGEROUS = /^'*[=+\-@\t\r]/;
const MADE_HARMLESS = /^''*[=+\-@\t\r]/;

/** The cell as it is written to a file. */
export const harmless = (cell: string): string => (DANGEROUS.test(cell) ? `'${cell}` : cell);

/** The cell as it was before `harmless`. */
export const restored = (cell: string): string => (MADE_HARMLESS.test(cell) ? cell.slice(1) : cell);
