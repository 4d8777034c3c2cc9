/**
 * A paper as PDF: tagged (headings, tables with their heads, language), letters inside, and the same bytes whenever it is made
 * again, because its date is the day of issue and its id comes from its own words.
 */
import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import { squareOf, squarePath } from "../../kernel/cose/square.ts";
import type { CopyNotes, PaperDocument, PaperLine, PaperSection, PaperSquare } from "./document.ts";
import { squareMillimetres } from "./square-size.ts";

/** Paper there is. Widths of slips are those of the rolls; their height follows what is on them. */
export type PaperSize = "a4" | "letter" | "58" | "80";

/** Points of a millimetre. */
const MM = 72 / 25.4;

/** Measures of a paper in points: page, margins, letters, and how wide the column of figures is. */
type Measures = {
  readonly width: number;
  readonly height: number | null;
  readonly margin: number;
  readonly text: number;
  readonly figures: number;
};

const measuresOf: Readonly<Record<PaperSize, Measures>> = {
  a4: { width: 210 * MM, height: 297 * MM, margin: 16 * MM, text: 10, figures: 130 },
  letter: { width: 612, height: 792, margin: 16 * MM, text: 10, figures: 130 },
  "58": { width: 58 * MM, height: null, margin: 4 * MM, text: 7.5, figures: 62 },
  "80": { width: 80 * MM, height: null, margin: 5 * MM, text: 8.5, figures: 90 },
};

const fontAt = createRequire(import.meta.url);
const regular = fontAt.resolve("@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf");
const bold = fontAt.resolve("@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf");

/** Draws the paper. `notes` are said of this copy. Throws only on a mistake of ours. */
export async function pdfOf(paper: PaperDocument, size: PaperSize, notes: CopyNotes = []): Promise<Buffer> {
  const measures = measuresOf[size];
  if (measures.height !== null) return new Drawing(paper, measures, measures.height, notes).bytes();
  // A roll is cut where the paper ends: drawn once to know how long it is, and once for good.
  const trial = new Drawing(paper, measures, 14_000, notes);
  const height = trial.end + measures.margin;
  await trial.bytes();
  return new Drawing(paper, measures, height, notes).bytes();
}

/** One drawing, from top to bottom. */
class Drawing {
  readonly end: number;
  private readonly doc: PDFKit.PDFDocument;
  private readonly pieces: Buffer[] = [];
  private readonly measures: Measures;
  private readonly done: Promise<Buffer>;
  private readonly root: PDFKit.PDFStructureElement;
  /** What further sheets say in their margin, and how many sheets there are so far. */
  private readonly of: string;
  private sheets = 1;

  constructor(paper: PaperDocument, measures: Measures, height: number, notes: CopyNotes) {
    this.measures = measures;
    this.of = `${paper.organisation} · ${paper.kind} ${paper.number}`;
    this.doc = openDocument(paper, measures, height);
    this.done = new Promise((resolve) => {
      this.doc.on("data", (piece: Buffer) => this.pieces.push(piece));
      this.doc.on("end", () => resolve(Buffer.concat(this.pieces)));
    });
    this.root = this.doc.struct("Document");
    this.doc.addStructure(this.root);
    this.heading(paper);
    for (const note of notes) this.words(note, { bold: true });
    if (paper.answer !== null) this.answer(paper.answer);
    for (const section of paper.sections) this.section(section);
    this.byHand(paper);
    if (paper.square) this.square(paper.square);
    for (const text of paper.foot) this.words(text, { small: true });
    this.end = this.doc.y;
    this.root.end();
    this.doc.end();
  }

  bytes(): Promise<Buffer> {
    return this.done;
  }

  private get inner(): number {
    return this.measures.width - 2 * this.measures.margin;
  }

  /** One paragraph or heading, as an element of its kind. */
  private words(
    text: string,
    how: { kind?: string; bold?: boolean; small?: boolean; size?: number; align?: "left" | "center" } = {},
  ): void {
    const { margin, text: usual } = this.measures;
    const size = how.size ?? (how.small ? usual - 1.5 : usual);
    this.root.add(
      this.doc.struct(how.kind ?? "P", {}, () => {
        this.doc
          .font(how.bold ? "bold" : "regular")
          .fontSize(size)
          .text(text, margin, this.doc.y, {
            width: this.inner,
            align: how.align ?? "left",
            paragraphGap: size / 4,
          });
      }),
    );
  }

  /** A further sheet, which says in its margin of which paper it is: loose sheets are mixed up. */
  private turn(): void {
    this.sheets += 1;
    this.doc.addPage();
    const { margin, text } = this.measures;
    const { x, y } = this.doc;
    this.doc.markContent("Artifact", { type: "Pagination" });
    this.doc
      .font("regular")
      .fontSize(text - 1.5)
      .text(`${this.of} · ${this.sheets}`, margin, margin - text * 1.6, { width: this.inner, lineBreak: false });
    this.doc.endMarkedContent();
    this.doc.x = x;
    this.doc.y = y;
  }

  private heading(paper: PaperDocument): void {
    const { text } = this.measures;
    this.words(paper.organisation, { bold: true, size: text + 1 });
    this.words(`${paper.kind} ${paper.number}`, { kind: "H1", bold: true, size: text + 5 });
    for (const line of paper.about) this.words(line);
    this.rule(0.5);
  }

  private answer({ sentence, amount, when }: NonNullable<PaperDocument["answer"]>): void {
    this.words(sentence, { size: this.measures.text + 2 });
    this.words(amount, { bold: true, size: this.measures.text + 9 });
    this.words(when);
  }

  private section({ heading, lines, words }: PaperSection): void {
    // A heading stays with its first line.
    if (this.doc.page.height - this.measures.margin - this.doc.y < this.measures.text * 6) this.turn();
    this.doc.y += this.measures.text * 0.8;
    this.words(heading, { kind: "H2", bold: true, size: this.measures.text + 1 });
    if (lines.length > 0) {
      const table = this.doc.struct("Table");
      this.root.add(table);
      for (const line of lines) this.line(line, table);
      table.end();
    }
    for (const text of words) this.words(text);
  }

  /** A row: its name as head, its figure right, its reasons under the name. It is never parted from them. */
  private line(line: PaperLine, table: PDFKit.PDFStructureElement): void {
    const { margin, text } = this.measures;
    const strong = line.rank !== "line";
    const font = strong ? "bold" : "regular";
    const size = line.rank === "total" ? text + 2 : text;
    // A figure is never broken: its name gives way.
    const asks = this.doc.font(font).fontSize(size).widthOfString(line.figure) + 1;
    const figures = Math.min(this.inner, Math.max(asks, this.measures.figures));
    const nameWidth = line.figure === "" ? this.inner : Math.max(this.inner - figures - 6, this.inner / 4);
    const small = text - 1.5;
    const tall = (words: string, width: number, of: number, face: string): number =>
      this.doc.font(face).fontSize(of).heightOfString(words, { width });
    const height = Math.max(tall(line.name, nameWidth, size, font), tall(line.figure || " ", figures, size, font));
    const under = line.reasons.reduce((sum, reason) => sum + tall(reason, this.inner - 10, small, "regular"), 0);
    if (this.doc.y + height + under > this.doc.page.height - margin) this.turn();
    if (line.rank !== "line") this.rule(0.5);
    const top = this.doc.y;
    const row = this.doc.struct("TR");
    table.add(row);
    const put = (words: string, left: number, width: number, align: "left" | "right") => () => {
      this.doc.font(font).fontSize(size).text(words, left, top, { width, align });
    };
    row.add(this.doc.struct("TH", {}, put(line.name, margin, nameWidth, "left")));
    if (line.figure !== "")
      row.add(this.doc.struct("TD", {}, put(line.figure, margin + this.inner - figures, figures, "right")));
    this.doc.y = top + height;
    if (line.reasons.length > 0)
      row.add(
        this.doc.struct("TD", {}, () => {
          for (const reason of line.reasons)
            this.doc
              .font("regular")
              .fontSize(small)
              .text(reason, margin + 10, this.doc.y, { width: this.inner - 10 });
        }),
      );
    row.end();
    this.doc.y += 2;
    if (line.rank === "total") this.rule(0.5, true);
  }

  private byHand(paper: PaperDocument): void {
    // Nobody signs on a sheet that says nothing else.
    const asks = this.measures.text * (2 + 2 * paper.choices.length + 6 * paper.hands.length);
    if (paper.hands.length > 0 && this.doc.y + asks > this.doc.page.height - this.measures.margin) this.turn();
    if (paper.choices.length > 0) this.doc.y += this.measures.text;
    for (const choice of paper.choices) this.words(`( ) ${choice}`);
    for (const hand of paper.hands) {
      this.doc.y += this.measures.text * 4;
      this.rule(0.5);
      this.words(hand);
    }
    this.doc.y += this.measures.text;
  }

  /** The square by which the paper is checked, with what stands under it. */
  private square({ text, says, short, check }: PaperSquare): void {
    const square = squareOf(text);
    const { path, side } = squarePath(square);
    const isSlip = this.measures.height === null;
    const width = squareMillimetres(square.side, this.inner / MM) * MM;
    const under = this.measures.text * 6;
    if (this.doc.y + width + under > this.doc.page.height - this.measures.margin) this.turn();
    const left = isSlip ? (this.measures.width - width) / 2 : this.measures.margin;
    const top = this.doc.y;
    this.root.add(
      this.doc.struct("Figure", { alt: says }, () => {
        this.doc
          .save()
          .translate(left, top)
          .scale(width / side)
          .path(path)
          .fill("black")
          .restore();
      }),
    );
    this.doc.y = top + width + this.measures.text / 2;
    const align = isSlip ? "center" : "left";
    this.words(short, { bold: true, size: this.measures.text + 5, align });
    this.words(check, { align });
    this.doc.y += this.measures.text / 2;
  }

  /** A line over the whole width; a sum is closed by two. Nothing that is read out. */
  private rule(width: number, double = false): void {
    const { margin } = this.measures;
    const at = this.doc.y + 1;
    this.doc.markContent("Artifact", { type: "Layout" });
    for (const y of double ? [at, at + 2] : [at])
      this.doc
        .moveTo(margin, y)
        .lineTo(margin + this.inner, y)
        .lineWidth(width)
        .stroke("black");
    this.doc.endMarkedContent();
    this.doc.y = at + (double ? 5 : 3);
  }
}

function openDocument(paper: PaperDocument, { width, margin }: Measures, height: number): PDFKit.PDFDocument {
  const doc = new PDFDocument({
    size: [width, height],
    margin,
    pdfVersion: "1.7",
    tagged: true,
    lang: paper.language,
    displayTitle: true,
    // The day of issue, not of printing: the same paper is the same file.
    info: { Title: paper.title, Author: paper.organisation, CreationDate: new Date(`${paper.issued}T00:00:00.000Z`) },
    compress: true,
    autoFirstPage: true,
  } as PDFKit.PDFDocumentOptions);
  doc.registerFont("regular", regular);
  doc.registerFont("bold", bold);
  return doc;
}
