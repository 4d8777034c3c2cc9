/** Sheets of A4 that are drawn place by place, not flowed: tagged for readers, and the same file whenever the same is drawn. */
import { createRequire } from "node:module";
import PDFDocument from "pdfkit";

/** What the file says of itself; `day` as YYYY-MM-DD: of what is drawn, not of drawing it. */
export type Drawn = {
  readonly language: string;
  readonly title: string;
  readonly organisation: string;
  readonly day: string;
};

const fontAt = createRequire(import.meta.url);
const regular = fontAt.resolve("@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf");
const bold = fontAt.resolve("@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf");

/** The file of what `draw` draws, which adds its pages itself; fonts are "regular" and "bold". */
export function drawnOnA4(
  { language, title, organisation, day }: Drawn,
  draw: (doc: PDFKit.PDFDocument, root: PDFKit.PDFStructureElement) => void,
): Promise<Buffer> {
  const doc = new PDFDocument({
    size: "A4",
    margin: 0,
    pdfVersion: "1.7",
    tagged: true,
    lang: language,
    displayTitle: true,
    info: { Title: title, Author: organisation, CreationDate: new Date(`${day}T00:00:00.000Z`) },
    autoFirstPage: false,
  } as PDFKit.PDFDocumentOptions);
  doc.registerFont("regular", regular);
  doc.registerFont("bold", bold);
  const pieces: Buffer[] = [];
  const done = new Promise<Buffer>((resolve) => {
    doc.on("data", (piece: Buffer) => pieces.push(piece));
    doc.on("end", () => resolve(Buffer.concat(pieces)));
  });
  const root = doc.struct("Document");
  doc.addStructure(root);
  draw(doc, root);
  root.end();
  doc.end();
  return done;
}
