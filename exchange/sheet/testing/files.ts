/** Files for tests of sheets: texts in any letters, and workbooks put together part by part, as other programs write them. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateRawSync } from "node:zlib";
import { afterAll } from "vitest";
import { type OpenSheet, openSheet, type SheetChoice, type SheetRow } from "../open.ts";

const folder = mkdtempSync(join(tmpdir(), "ayni-sheets-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;

/** A file with this content; its path. */
export function fileOf(content: string | Uint8Array, name = "sheet.csv"): string {
  files += 1;
  const path = join(folder, `${files}-${name}`);
  writeFileSync(path, content);
  return path;
}

/** A sheet read to its end. */
export type ReadSheet = Pick<OpenSheet, "kind" | "how" | "header" | "headerRows"> & {
  readonly rows: readonly SheetRow[];
};

/** Opens and reads a sheet; fails the test when it is refused. */
export async function readFile(path: string, choice: SheetChoice = {}): Promise<ReadSheet> {
  const opened = await openSheet(path, choice);
  if (!opened.ok) throw new Error(`${opened.refusal.code} ${JSON.stringify(opened.refusal.facts)}`);
  const { kind, how, header, headerRows } = opened.value;
  const rows: SheetRow[] = [];
  for await (const row of opened.value.rows()) rows.push(row);
  await opened.value.close();
  return { kind, how, header, headerRows, rows };
}

/** Reads a text as a sheet. */
export const readText = (content: string | Uint8Array, choice: SheetChoice = {}): Promise<ReadSheet> =>
  readFile(fileOf(content), choice);

/** The code a file is refused with; "" when it is read. */
export async function refusalOf(path: string, choice: SheetChoice = {}): Promise<string> {
  const opened = await openSheet(path, choice);
  if (!opened.ok) return opened.refusal.code;
  await opened.value.close();
  return "";
}

/** An entry of an archive; `says` overrides the unpacked size that the archive's list claims. */
export type ZipEntry = { readonly name: string; readonly content: string | Uint8Array; readonly says?: number };

/** A ZIP archive (APPNOTE 6.3) of the entries, deflated. */
export function zipOf(entries: readonly ZipEntry[]): Uint8Array {
  const [bodies, list]: [Buffer[], Buffer[]] = [[], []];
  let place = 0;
  for (const { name, content, says } of entries) {
    const bytes = Buffer.from(content as string);
    const packed = deflateRawSync(bytes);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(0x800, 6);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(crc32(bytes), 14);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(says ?? bytes.length, 22);
    head.writeUInt16LE(Buffer.byteLength(name), 26);
    const listed = Buffer.alloc(46);
    listed.writeUInt32LE(0x02014b50, 0);
    listed.writeUInt16LE(20, 4);
    head.copy(listed, 6, 4, 30);
    listed.writeUInt32LE(place, 42);
    bodies.push(head, Buffer.from(name), packed);
    list.push(listed, Buffer.from(name));
    place += 30 + Buffer.byteLength(name) + packed.length;
  }
  const size = list.reduce((sum, piece) => sum + piece.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(place, 16);
  return Buffer.concat([...bodies, ...list, end]);
}

/** What a workbook of a test holds, as XML of its parts. */
export type Parts = {
  readonly rows: string;
  readonly texts?: string;
  readonly styles?: string;
  readonly properties?: string;
  readonly more?: readonly { readonly name: string; readonly rows: string; readonly state?: string }[];
  readonly state?: string;
};

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A workbook with one sheet "Hoja1", and more behind it. */
export function workbookOf({ rows, texts, styles, properties = "", more = [], state = "visible" }: Parts): string {
  const sheets = [{ name: "Hoja1", rows, state }, ...more];
  const entries: ZipEntry[] = [
    {
      name: "_rels/.rels",
      content: `<Relationships><Relationship Id="r" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      content: `<workbook xmlns:r="${office}">${properties}<sheets>${sheets
        .map(
          (one, at) =>
            `<sheet name="${one.name}" sheetId="${at + 1}" state="${one.state ?? "visible"}" r:id="r${at}"/>`,
        )
        .join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: `<Relationships>${sheets
        .map((_, at) => `<Relationship Id="r${at}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`)
        .join("")}</Relationships>`,
    },
    ...sheets.map((one, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      content: `<?xml version="1.0" encoding="UTF-8"?><worksheet><sheetData>${one.rows}</sheetData></worksheet>`,
    })),
  ];
  if (texts !== undefined) entries.push({ name: "xl/sharedStrings.xml", content: `<sst>${texts}</sst>` });
  if (styles !== undefined) entries.push({ name: "xl/styles.xml", content: `<styleSheet>${styles}</styleSheet>` });
  return fileOf(zipOf(entries), "book.xlsx");
}
