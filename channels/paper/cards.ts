/** Cards of members as PDF: ten on an A4 page with lines to cut along, each with its square, a number, and a name where it is wanted. */
import { squareOf, squarePath } from "../../kernel/cose/square.ts";
import { drawnOnA4 } from "./drawn.ts";

/** One card. `square` is what stands in its code; `name` null: the organisation wants none on it. */
export type CardToPrint = { readonly square: string; readonly number: string; readonly name: string | null };

/** What all cards of a sheet say, in the reader's language. */
export type CardWords = {
  readonly language: string;
  readonly title: string;
  readonly organisation: string;
  /** In small letters at the foot: what a card is, and what to do when it is found. */
  readonly foot: string;
  /** What the square is called for who does not see it. */
  readonly squareSays: string;
  readonly day: string;
};

const MM = 72 / 25.4;
/** The size of bank cards (ISO/IEC 7810, ID-1), two beside each other and five below. */
const [width, height, columns, rows] = [85.6 * MM, 54 * MM, 2, 5];
const [page, tall] = [210 * MM, 297 * MM];
const [left, top] = [(page - columns * width) / 2, (tall - rows * height) / 2];

/** Draws the sheets. The same cards give the same file. */
export function cardsPdf(cards: readonly CardToPrint[], words: CardWords): Promise<Buffer> {
  return drawnOnA4(words, (doc, root) => {
    for (const [at, card] of cards.entries()) {
      const place = at % (columns * rows);
      if (place === 0) doc.addPage();
      drawCard(doc, root, card, words, left + (place % columns) * width, top + Math.floor(place / columns) * height);
    }
  });
}

function drawCard(
  doc: PDFKit.PDFDocument,
  root: PDFKit.PDFStructureElement,
  card: CardToPrint,
  words: CardWords,
  x: number,
  y: number,
): void {
  doc.markContent("Artifact", { type: "Layout" });
  doc.rect(x, y, width, height).lineWidth(0.3).dash(2, { space: 2 }).stroke("#999").undash();
  doc.endMarkedContent();
  const { path, side } = squarePath(squareOf(card.square));
  const square = 34 * MM;
  const text = { x: x + 4 * MM + square, width: width - square - 7 * MM };
  const section = doc.struct("Sect");
  root.add(section);
  const put = (content: string, at: number, size: number, font: string) => () => {
    doc.font(font).fontSize(size).fillColor("black").text(content, text.x, at, { width: text.width, lineBreak: true });
  };
  section.add(
    doc.struct("Figure", { alt: words.squareSays }, () => {
      doc
        .save()
        .translate(x + 2 * MM, y + 10 * MM)
        .scale(square / side)
        .path(path)
        .fill("black")
        .restore();
    }),
  );
  section.add(doc.struct("P", {}, put(words.organisation, y + 6 * MM, 9, "bold")));
  section.add(doc.struct("P", {}, put(card.number, y + 19 * MM, 22, "bold")));
  if (card.name !== null) section.add(doc.struct("P", {}, put(card.name, y + 30 * MM, 10, "regular")));
  section.add(doc.struct("P", {}, put(words.foot, y + 41 * MM, 6.5, "regular")));
  section.end();
}
