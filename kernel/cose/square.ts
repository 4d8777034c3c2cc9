/** The square code of a text: its modules, for screens, papers and printers alike. Source: ISO/IEC 18004. */
import { correction, generate } from "lean-qr";

/** A square: how many modules its side has, and which of them are dark. */
export type Square = { readonly side: number; isDark(column: number, row: number): boolean };

/** How many light modules stand around a square (ISO/IEC 18004, section 9.1). */
export const QUIET_ZONE = 4;

/**
 * The square of a text at level M, which still reads with 15 % of it spoilt. Digits, capitals and the rest are laid down each in
 * their own way, whatever takes the least room.
 */
export function squareOf(text: string): Square {
  const code = generate(text, { minCorrectionLevel: correction.M, maxCorrectionLevel: correction.M });
  return { side: code.size, isDark: (column, row) => code.get(column, row) };
}

/** The dark modules as one path of an SVG, each run of a row one rectangle; with the quiet zone around it. */
export function squarePath({ side, isDark }: Square): { readonly path: string; readonly side: number } {
  const runs: string[] = [];
  for (let row = 0; row < side; row += 1)
    for (let column = 0; column < side; column += 1) {
      if (!isDark(column, row)) continue;
      const from = column;
      while (column + 1 < side && isDark(column + 1, row)) column += 1;
      const length = column + 1 - from;
      runs.push(`M${from + QUIET_ZONE} ${row + QUIET_ZONE}h${length}v1h-${length}z`);
    }
  return { path: runs.join(""), side: side + 2 * QUIET_ZONE };
}
