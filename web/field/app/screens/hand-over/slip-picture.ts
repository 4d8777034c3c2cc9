/** The slip as a picture and as plain words, for sharing: the same lines in the same order as on paper. */
import type { CopyNotes, PaperDocument } from "../../../../../channels/paper/document.ts";
import { QUIET_ZONE, squareOf } from "../../../../../kernel/cose/index.ts";

/** One line of the slip: words at the left, a figure at the right. */
type SlipLine = { readonly left: string; readonly right: string; readonly strong: boolean; readonly gap: boolean };

const plain = (left: string, right = "", strong = false, gap = false): SlipLine => ({ left, right, strong, gap });

/** All lines above and below the square. */
export function slipLines(
  paper: PaperDocument,
  notes: CopyNotes,
): { readonly above: readonly SlipLine[]; readonly below: readonly SlipLine[] } {
  return {
    above: [
      plain(paper.organisation, "", true),
      plain(paper.kind),
      plain(paper.number, "", true),
      ...paper.about.map((words) => plain(words)),
      ...notes.map((words) => plain(words, "", true)),
      ...paper.sections.flatMap((section) => [
        plain(section.heading, "", true, true),
        ...section.lines.flatMap((line) => [
          plain(line.name, line.figure, line.rank !== "line"),
          ...line.reasons.map((reason) => plain(reason)),
        ]),
        ...section.words.map((words) => plain(words)),
      ]),
    ],
    below: paper.foot.map((words, at) => plain(words, "", false, at === 0)),
  };
}

/** The slip in plain words, a line each. */
export function slipText(paper: PaperDocument, code: string | null, notes: CopyNotes): string {
  const { above, below } = slipLines(paper, notes);
  const words = ({ left, right, gap }: SlipLine): string =>
    `${gap ? "\n" : ""}${left}${right === "" ? "" : `: ${right}`}`;
  return [...above.map(words), ...below.map(words), ...(code === null ? [] : ["", code])].join("\n");
}

const width = 576;
const edge = 28;
const lineHeight = 32;

/** The words broken so that each piece fits beside the figure. */
function broken(pen: CanvasRenderingContext2D, { left, right }: SlipLine): readonly string[] {
  const room = width - 2 * edge - (right === "" ? 0 : pen.measureText(right).width + 20);
  const pieces: string[] = [];
  let piece = "";
  for (const word of left.split(" ")) {
    const longer = piece === "" ? word : `${piece} ${word}`;
    if (piece !== "" && pen.measureText(longer).width > room) {
      pieces.push(piece);
      piece = word;
    } else piece = longer;
  }
  return [...pieces, piece];
}

const fontOf = ({ strong }: SlipLine): string =>
  `${strong ? "700" : "400"} 23px ui-monospace, "Roboto Mono", monospace`;

/** The slip as a PNG, black on white. */
export async function slipPicture(paper: PaperDocument, code: string | null, notes: CopyNotes): Promise<Blob | null> {
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  if (pen === null) return null;
  const { above, below } = slipLines(paper, notes);
  const heightOf = (lines: readonly SlipLine[]): number =>
    lines.reduce((sum, line) => {
      pen.font = fontOf(line);
      return sum + broken(pen, line).length * lineHeight + (line.gap ? lineHeight / 2 : 0);
    }, 0);
  const square = code === null ? null : squareOf(code);
  const modules = square === null ? 0 : square.side + 2 * QUIET_ZONE;
  const dot = square === null ? 0 : Math.floor((width - 2 * edge) / modules);
  canvas.width = width;
  canvas.height = heightOf(above) + heightOf(below) + modules * dot + 2 * edge;
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = "#000";
  let top = edge + lineHeight - 8;
  const draw = (line: SlipLine): void => {
    pen.font = fontOf(line);
    if (line.gap) top += lineHeight / 2;
    const pieces = broken(pen, line);
    pieces.forEach((piece, at) => {
      pen.textAlign = "left";
      pen.fillText(piece, edge, top);
      pen.textAlign = "right";
      if (at === 0) pen.fillText(line.right, width - edge, top);
      top += lineHeight;
    });
  };
  above.forEach(draw);
  if (square !== null) {
    const left = Math.round((width - modules * dot) / 2);
    const from = top - lineHeight + 8;
    for (let row = 0; row < square.side; row += 1)
      for (let column = 0; column < square.side; column += 1)
        if (square.isDark(column, row))
          pen.fillRect(left + (column + QUIET_ZONE) * dot, from + (row + QUIET_ZONE) * dot, dot, dot);
    top += modules * dot;
  }
  below.forEach(draw);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}
