/** The slip as a picture and as plain words, for sharing: the rows of the slip, as a thermal printer prints them. */
import type { CopyNotes, PaperDocument } from "../../../../../channels/paper/document.ts";
import { type RowSize, type SlipRow, slipRows } from "../../../../../channels/paper/slip.ts";
import { MODULE_DOTS } from "../../../../../channels/paper/square-size.ts";
import { QUIET_ZONE, squareOf } from "../../../../../kernel/cose/index.ts";

/** The slip in plain words, a line each. */
export function slipText(paper: PaperDocument, notes: CopyNotes): string {
  const words = (row: SlipRow): string => {
    if (row.is === "rule") return "";
    if (row.is === "pair") return `${row.left}: ${row.right}`;
    return row.is === "hand" ? `${row.text}: ________` : row.text;
  };
  return slipRows(paper, notes)
    .map(words)
    .filter((line, at, all) => line !== "" || (all[at - 1] ?? "") !== "")
    .join("\n");
}

/** Twice the 384 dots of a roll of 58 mm: a printer's app halves it, and each module of the square stays whole dots. */
const width = 768;
const scale = 2;
const edge = 12;
const lineHeight = 42;
const ink = "#000";

const heights: Readonly<Record<RowSize, number>> = { usual: lineHeight, tall: 56, double: 74 };
const fontOf = (size: RowSize, strong: boolean): string =>
  `${strong ? "700" : "400"} ${{ usual: 31, tall: 40, double: 56 }[size]}px ui-monospace, "Roboto Mono", monospace`;

/** The words broken so that each piece fits into what the figure beside it leaves. */
function broken(pen: CanvasRenderingContext2D, text: string, room: number): readonly string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const word of text.split(" ")) {
    const longer = piece === "" ? word : `${piece} ${word}`;
    if (piece !== "" && pen.measureText(longer).width > room) {
      pieces.push(piece);
      piece = word;
    } else piece = longer;
  }
  return [...pieces, piece];
}

/** Draws one row at `top` and gives where the next begins. Without a pen that draws, it only measures. */
function drawn(pen: CanvasRenderingContext2D, row: SlipRow, top: number): number {
  const room = width - 2 * edge;
  const bar = (at: number, thick: number): void => pen.fillRect(edge, at, room, thick);
  const put = (text: string, at: number, align: CanvasTextAlign): void => {
    pen.textAlign = align;
    pen.fillText(text, align === "left" ? edge : align === "right" ? width - edge : width / 2, at);
  };
  switch (row.is) {
    case "rule":
      for (const at of row.double ? [8, 14] : [11]) bar(top + at, row.double ? 3 : 2);
      return top + 24;
    case "hand":
      bar(top + 120, 2);
      pen.font = fontOf("usual", false);
      put(row.text, top + 120 + lineHeight - 8, "left");
      return top + 120 + lineHeight;
    case "square": {
      const square = squareOf(row.text);
      const module = MODULE_DOTS * scale;
      const side = (square.side + 2 * QUIET_ZONE) * module;
      const left = Math.floor((width - side) / 2);
      for (let y = 0; y < square.side; y += 1)
        for (let x = 0; x < square.side; x += 1)
          if (square.isDark(x, y))
            pen.fillRect(left + (x + QUIET_ZONE) * module, top + (y + QUIET_ZONE) * module, module, module);
      return top + side;
    }
    default: {
      const height = heights[row.size];
      pen.font = fontOf(row.size, row.strong);
      const beside = row.is === "pair" ? pen.measureText(row.right).width + 16 : 0;
      const align = row.is === "pair" || row.at === "left" ? "left" : row.at === "right" ? "right" : "center";
      const pieces = broken(pen, row.is === "pair" ? row.left : row.text, room - beside);
      pieces.forEach((piece, at) => {
        put(piece, top + (at + 1) * height - height / 4, align);
      });
      if (row.is === "pair") put(row.right, top + pieces.length * height - height / 4, "right");
      return top + pieces.length * height;
    }
  }
}

/** The slip as a PNG, black on white. */
export async function slipPicture(paper: PaperDocument, notes: CopyNotes): Promise<Blob | null> {
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  if (pen === null) return null;
  const rows = slipRows(paper, notes);
  const draw = (): number => rows.reduce((top, row) => drawn(pen, row, top), edge * 2);
  canvas.width = width;
  canvas.height = Math.ceil(draw()) + edge * 2;
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, width, canvas.height);
  pen.fillStyle = ink;
  draw();
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}
