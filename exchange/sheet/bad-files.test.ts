import { readFileSync, truncateSync } from "node:fs";
import { expect, test } from "vitest";
import { openSheet, SheetBroken } from "./open.ts";
import { fileOf, readText, refusalOf, workbookOf, zipOf } from "./testing/files.ts";

const compound = (name: string): Uint8Array => {
  const file = Buffer.alloc(4096);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(file);
  file.writeUInt16LE(9, 30); // Sectors of 512 bytes.
  file.writeUInt32LE(5, 48); // The directory is the sixth.
  file.write(name, 6 * 512, "utf16le");
  return file;
};
const row = (at: number, words: string): string =>
  `<row r="${at}"><c t="inlineStr"><is><t>${words}</t></is></c><c><v>${at}</v></c></row>`;
const rows = (count: number): string => Array.from({ length: count }, (_, at) => row(at + 1, `Rosa ${at}`)).join("");

test.each([
  ["behind a password", compound("EncryptedPackage"), "lista.xlsx", "sheet.password"],
  ["of Excel before 2007", compound("Workbook"), "lista.xls", "sheet.old-excel"],
  ["a web page called xls", "\n<html><table><tr><td>Rosa</td></tr></table></html>", "lista.xls", "sheet.web-page"],
  ["a PDF", "%PDF-1.7\n%âãÏÓ", "lista.xlsx", "sheet.not-a-sheet"],
  ["a program", Uint8Array.from([77, 90, 144, 0, 3, 0, 0, 0, 4, 0, 0, 0, 255, 255]), "lista.csv", "sheet.not-a-sheet"],
  ["an archive of something else", zipOf([{ name: "foto.txt", content: "x" }]), "lista.xlsx", "sheet.not-a-sheet"],
  ["a document of text", zipOf([{ name: "word/document.xml", content: "<d/>" }]), "lista.xlsx", "sheet.not-a-sheet"],
  [
    "of OpenDocument",
    zipOf([
      { name: "mimetype", content: "application/vnd.oasis.opendocument.spreadsheet" },
      { name: "content.xml", content: "<x/>" },
    ]),
    "lista.ods",
    "sheet.open-document",
  ],
  ["a binary workbook", zipOf([{ name: "xl/workbook.bin", content: "x" }]), "lista.xlsb", "sheet.old-excel"],
  ["nothing at all", "", "lista.csv", "sheet.empty"],
  ["blank lines only", "\n;;\n  \n", "lista.csv", "sheet.empty"],
])("[sheets.refused] a file that is %s is refused by what it is", async (_, content, name, code) => {
  expect(await refusalOf(fileOf(content, name))).toBe(code);
});

test("separated values called .xlsx are read as what they are, and a workbook called .csv too", async () => {
  const opened = await openSheet(fileOf("Nombre;Kg\nRosa;1\n", "lista.xlsx"));
  expect(opened.ok && opened.value.kind).toBe("csv");
  const workbook = await openSheet(fileOf(readFileSync(workbookOf({ rows: rows(3) })), "lista.csv"));
  expect(workbook.ok && workbook.value.kind).toBe("xlsx");
  if (workbook.ok) await workbook.value.close();
});

test("what is not there, and a folder, are told apart from damage", async () => {
  expect(await refusalOf("/nowhere/lista.csv")).toBe("sheet.missing");
  expect(await refusalOf(import.meta.dirname)).toBe("sheet.missing");
});

test("an archive that would unpack to a thousand times its size is not unpacked", async () => {
  const bomb = workbookOf({ rows: `<row><c><v>1</v></c></row>${" ".repeat(40_000_000)}` });
  expect(await refusalOf(bomb)).toBe("sheet.swollen");
});

test("an archive that lies about its sizes is stopped where the lie shows", async () => {
  const honest = readFileSync(workbookOf({ rows: rows(2) }));
  expect(honest.length).toBeGreaterThan(0);
  const lying = zipOf([
    { name: "xl/workbook.xml", content: "<workbook><sheets/></workbook>" },
    { name: "xl/sharedStrings.xml", content: `<sst>${" ".repeat(9_000_000)}</sst>`, says: 20 },
  ]);
  expect(await refusalOf(fileOf(lying, "lying.xlsx"))).toBe("sheet.broken");
});

test("entities that multiply each other are never expanded", async () => {
  const laughs = `<!DOCTYPE w [<!ENTITY a "ja"><!ENTITY b "&a;&a;&a;&a;">]><workbook>&b;</workbook>`;
  expect(await refusalOf(fileOf(zipOf([{ name: "xl/workbook.xml", content: laughs }]), "laughs.xlsx"))).toBe(
    "sheet.broken",
  );
});

test("a workbook cut off in its download is damaged, and said to be", async () => {
  const path = workbookOf({ rows: rows(2_000) });
  truncateSync(path, 4_000);
  expect(await refusalOf(path)).toBe("sheet.broken");
});

test("damage far down shows while reading: the rows before it were given, then reading stops with the refusal", async () => {
  const path = workbookOf({ rows: `${rows(5_000)}<row><c><v>1</broken>` });
  const opened = await openSheet(path);
  if (!opened.ok) throw new Error(opened.refusal.code);
  let read = 0;
  const reading = (async () => {
    for await (const _ of opened.value.rows()) read += 1;
  })();
  const end = await reading.catch((error: unknown) => error);
  expect(end).toBeInstanceOf(SheetBroken);
  expect((end as SheetBroken).refusal.code).toBe("sheet.broken");
  expect(read).toBeGreaterThan(1_000);
  await opened.value.close();
});

test("more columns than anybody needs are refused with the limit", async () => {
  expect(await refusalOf(fileOf(`${"a;".repeat(600)}b\n`))).toBe("sheet.too-many-columns");
  const wide = `<row><c r="A1"><v>1</v></c><c r="ZZ1"><v>2</v></c></row>`;
  expect(await refusalOf(workbookOf({ rows: wide }))).toBe("sheet.too-many-columns");
});

test("a table of texts too large to hold is refused before it is held", async () => {
  const texts = Array.from(
    { length: 340_000 },
    (_, at) => `<si><t>${(at * 7_919) % 1_000_003}${"x".repeat(200)}</t></si>`,
  );
  expect(await refusalOf(workbookOf({ rows: rows(1), texts: texts.join("") }))).toBe("sheet.too-much-text");
});

test("a line of four million characters is no line of a sheet", async () => {
  await expect(readText(`a;b\n1;2\n${"x".repeat(5_000_000)}`)).rejects.toThrow("sheet.line-too-long");
});

test("letters and delimiters that nobody knows are refused", async () => {
  const file = fileOf("a;b\n1;2\n");
  expect(await refusalOf(file, { encoding: "klingon" })).toBe("sheet.encoding-unknown");
  expect(await refusalOf(file, { delimiter: '"' })).toBe("sheet.delimiter-unknown");
});
