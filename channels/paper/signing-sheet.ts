/**
 * The sheet that is taken to the pay table, on A4 as PDF: who gets how much, in figures and words, with room to sign and for a
 * fingerprint. Each page has its sum, and what came before it. The same rows give the same file.
 */
import { drawnOnA4 } from "./drawn.ts";

/** One person to be paid. `amount` and `words` as they are read. */
export type SigningRow = {
  readonly at: string;
  readonly person: string;
  readonly paper: string;
  readonly amount: string;
  readonly words: string;
};

/** One page: its rows, and the sums under them, each with what it is. */
export type SigningPage = {
  readonly rows: readonly SigningRow[];
  readonly sums: readonly { readonly name: string; readonly amount: string }[];
};

/** What every page says. */
export type SigningWords = {
  readonly language: string;
  readonly day: string;
  readonly organisation: string;
  readonly title: string;
  readonly about: string;
  readonly heads: { readonly at: string; readonly person: string; readonly paper: string; readonly amount: string };
  readonly signature: string;
  readonly fingerprint: string;
  readonly foot: string;
  /** "Page 2 of 5". */
  readonly pageOf: (page: number, pages: number) => string;
};

/** Rows of one page: each is as high as a fingerprint is long. */
export const rowsOfPage = 11;

const MM = 72 / 25.4;
const [wide, edge] = [210 * MM, 13 * MM];
/** Width of each column in millimetres: number, person, statement, amount, signature, fingerprint. */
const widths = [9, 44, 29, 42, 40, 20].map((width) => width * MM);
const [headTall, rowTall] = [9 * MM, 20 * MM];

/** Draws the sheet. */
export function signingSheetPdf(pages: readonly SigningPage[], words: SigningWords): Promise<Buffer> {
  return drawnOnA4(words, (doc, root) => {
    for (const [at, page] of pages.entries()) {
      doc.addPage();
      new SheetPage(doc, root, words).draw(page, at + 1, pages.length);
    }
  });
}

type Cell = {
  readonly text: string;
  readonly kind: "TH" | "TD";
  readonly font?: string;
  readonly size?: number;
  readonly align?: "left" | "right";
};

/** One page, from top to bottom. */
class SheetPage {
  private readonly doc: PDFKit.PDFDocument;
  private readonly root: PDFKit.PDFStructureElement;
  private readonly words: SigningWords;
  private top = edge;

  constructor(doc: PDFKit.PDFDocument, root: PDFKit.PDFStructureElement, words: SigningWords) {
    this.doc = doc;
    this.root = root;
    this.words = words;
  }

  draw({ rows, sums }: SigningPage, page: number, pages: number): void {
    const { heads, signature, fingerprint } = this.words;
    this.line(this.words.organisation, "P", "bold", 10);
    this.line(this.words.title, page === 1 ? "H1" : "P", "bold", 13);
    this.line(`${this.words.about} · ${this.words.pageOf(page, pages)}`, "P", "regular", 9);
    this.top += 2 * MM;
    const table = this.doc.struct("Table");
    this.root.add(table);
    const head = [heads.at, heads.person, heads.paper, heads.amount, signature, fingerprint];
    this.row(
      table,
      headTall,
      head.map((text) => ({ text, kind: "TH", font: "bold", size: 8 })),
    );
    for (const row of rows) {
      const top = this.top;
      this.row(
        table,
        rowTall,
        [
          { text: row.at, kind: "TD" },
          { text: row.person, kind: "TH", font: "bold" },
          { text: row.paper, kind: "TD", size: 8.5 },
          { text: row.amount, kind: "TD", font: "bold", size: 11, align: "right" },
          { text: "", kind: "TD" },
          { text: "", kind: "TD" },
        ],
        row.words,
      );
      this.boxes(top, rowTall);
    }
    table.end();
    this.top += 2 * MM;
    for (const { name, amount } of sums) this.sum(name, amount);
    this.top += 2 * MM;
    this.line(this.words.foot, "P", "regular", 8.5);
  }

  private line(text: string, kind: string, font: string, size: number): void {
    this.root.add(
      this.doc.struct(kind, {}, () => {
        this.doc
          .font(font)
          .fontSize(size)
          .text(text, edge, this.top, { width: wide - 2 * edge });
      }),
    );
    this.top = this.doc.y + 1 * MM;
  }

  /** A row; `under` stands in small letters below the amount. */
  private row(table: PDFKit.PDFStructureElement, height: number, cells: readonly Cell[], under = ""): void {
    const row = this.doc.struct("TR");
    table.add(row);
    let left = edge;
    for (const [at, cell] of cells.entries()) {
      const width = widths[at] as number;
      const place = left + 1 * MM;
      row.add(
        this.doc.struct(cell.kind, {}, () => {
          const { font = "regular", size = 9.5, align = "left" } = cell;
          const room = { width: width - 2 * MM, height: height - 2 * MM, align, ellipsis: true } as const;
          this.doc
            .font(font)
            .fontSize(size)
            .text(cell.text === "" ? " " : cell.text, place, this.top + 1 * MM, room);
          if (at === 3 && under !== "")
            this.doc
              .font("regular")
              .fontSize(7.5)
              .text(under, place, this.doc.y, { ...room, height: 12 * MM });
        }),
      );
      left += width;
    }
    row.end();
    this.rule(this.top + height);
    this.top += height;
  }

  /** Where one signs and where one puts the finger. Nothing that is read out. */
  private boxes(top: number, height: number): void {
    const left = edge + widths.slice(0, 5).reduce((sum, width) => sum + width, 0);
    this.doc.markContent("Artifact", { type: "Layout" });
    const [sign, finger] = [widths[4] as number, widths[5] as number];
    this.doc
      .rect(left + 1 * MM, top + 1 * MM, finger - 2 * MM, height - 2 * MM)
      .lineWidth(0.5)
      .stroke("#666");
    this.doc
      .moveTo(left - sign + 2 * MM, top + height - 4 * MM)
      .lineTo(left - 2 * MM, top + height - 4 * MM)
      .lineWidth(0.5)
      .stroke("#666");
    this.doc.endMarkedContent();
  }

  private sum(name: string, amount: string): void {
    this.root.add(
      this.doc.struct("P", {}, () => {
        const width = widths.slice(0, 4).reduce((all, one) => all + one, 0);
        this.doc.font("bold").fontSize(10).text(`${name}: ${amount}`, edge, this.top, { width, align: "right" });
      }),
    );
    this.top = this.doc.y + 1 * MM;
  }

  private rule(at: number): void {
    this.doc.markContent("Artifact", { type: "Layout" });
    this.doc
      .moveTo(edge, at)
      .lineTo(wide - edge, at)
      .lineWidth(0.4)
      .stroke("#666");
    this.doc.endMarkedContent();
  }
}
