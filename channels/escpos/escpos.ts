/**
 * A paper as the bytes of a thermal printer: ESC/POS, only the commands that cheap printers know as well. Text in font A, the square as
 * a raster, because few of them draw one by themselves. Source: Epson, "ESC/POS Command Reference".
 */
import { squareOf } from "../../kernel/cose/square.ts";
import type { CopyNotes, PaperDocument } from "../paper/document.ts";
import { type RowSize, type SlipRow, slipRows } from "../paper/slip.ts";
import { moduleDots } from "../paper/square-size.ts";
import { centred, paired, wrapped } from "./columns.ts";
import { bytesOf, printable } from "./letters.ts";
import { rasterOf } from "./raster.ts";

/** The roll that a printer takes. */
export type Roll = 58 | 80;

/** Dots that a printer has across. */
export const dotsOf: Readonly<Record<Roll, number>> = { 58: 384, 80: 576 };
/** Dots across of a letter of font A. */
const LETTER_DOTS = 12;

const [ESC, FS, GS, FEED] = [0x1b, 0x1c, 0x1d, 0x0a];
const RESET = [ESC, 0x40];
/** Many printers begin in two-byte letters of Chinese, and would eat ours in pairs. */
const ONE_BYTE_LETTERS = [FS, 0x2e];
const CODE_PAGE_850 = [ESC, 0x74, 2];
const sizes: Readonly<Record<RowSize, number>> = { usual: 0x00, tall: 0x01, double: 0x11 };
const size = (of: RowSize): readonly number[] => [GS, 0x21, sizes[of]];
const strong = (on: boolean): readonly number[] => [ESC, 0x45, on ? 1 : 0];
/** Far enough out to be torn off, and a cut where there is a knife; the others pass over it. */
const OUT = [ESC, 0x64, 4, GS, 0x56, 66, 0];
/** Where somebody signs: a hand wide. */
const ROOM_TO_SIGN = 4;

/** The bytes. The same paper and notes give the same bytes, whenever it is printed. */
export function escposOf(paper: PaperDocument, roll: Roll, notes: CopyNotes = []): Uint8Array {
  const dots = dotsOf[roll];
  const rows = slipRows(paper, notes).map((row) => rowBytes(row, dots));
  return Uint8Array.from([RESET, ONE_BYTE_LETTERS, CODE_PAGE_850, ...rows, OUT].flat());
}

function rowBytes(row: SlipRow, dots: number): readonly number[] {
  const columns = dots / LETTER_DOTS;
  switch (row.is) {
    case "rule":
      return lines([(row.double ? "=" : "-").repeat(columns)]);
    case "hand":
      return [
        ...lines(Array(ROOM_TO_SIGN).fill("")),
        ...lines(["_".repeat(columns), ...wrapped(printable(row.text), columns)]),
      ];
    case "pair":
      return sized(row, paired(printable(row.left), printable(row.right), columns));
    case "words": {
      const text = printable(row.text);
      // What does not fit in letters twice as wide stands in tall ones.
      const fits = row.size !== "double" || text.length <= columns / 2;
      const room = row.size === "double" && fits ? columns / 2 : columns;
      const broken = wrapped(text, room).map((line) =>
        row.at === "middle" ? centred(line, room) : row.at === "right" ? line.padStart(room) : line,
      );
      return sized({ ...row, size: fits ? row.size : "tall" }, broken);
    }
    case "square":
      return squareBytes(row.text, dots);
  }
}

const lines = (texts: readonly string[]): readonly number[] => texts.flatMap((text) => [...bytesOf(text), FEED]);

const sized = (
  row: { readonly size: RowSize; readonly strong: boolean },
  texts: readonly string[],
): readonly number[] => [...size(row.size), ...strong(row.strong), ...lines(texts), ...size("usual"), ...strong(false)];

/** The square in the middle, each module whole dots: GS v 0. */
function squareBytes(text: string, dots: number): readonly number[] {
  const square = squareOf(text);
  const { bytes, width, height } = rasterOf(square, moduleDots(square.side, dots), dots);
  return [GS, 0x76, 0x30, 0, width & 0xff, width >> 8, height & 0xff, height >> 8, ...bytes];
}
