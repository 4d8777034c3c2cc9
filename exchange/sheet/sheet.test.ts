import { expect, test } from "vitest";
import { harmless, restored } from "./harmless.ts";
import { readSheet } from "./read.ts";
import type { SheetRow } from "./sheet.ts";
import { writeSheet } from "./write.ts";

const bytes = (text: string) => [new TextEncoder().encode(text)];

async function sheetOf(pieces: Iterable<Uint8Array>) {
  const sheet = await readSheet(pieces);
  const rows: SheetRow[] = [];
  for await (const row of sheet.rows) rows.push(row);
  return { columns: sheet.columns, rows };
}

test("[exchange.sheet] rows carry the number a spreadsheet shows beside them, the heading being row 1", async () => {
  expect(await sheetOf(bytes("saco,peso\n1,48.35\n2,47.90\n"))).toEqual({
    columns: ["saco", "peso"],
    rows: [
      { number: 2, cells: ["1", "48.35"], fault: null },
      { number: 3, cells: ["2", "47.90"], fault: null },
    ],
  });
});

test("a byte order mark, semicolons and line ends of Windows are no obstacle", async () => {
  const { columns, rows } = await sheetOf(bytes("\uFEFFproductora;peso\r\nRosa;48,35\r\n"));
  expect(columns).toEqual(["productora", "peso"]);
  expect(rows.map((row) => row.cells)).toEqual([["Rosa", "48,35"]]);
});

test("a file saved as Unicode text by a spreadsheet program (UTF-16, tabs) is read", async () => {
  const written = Buffer.from("\uFEFFdueña\tpeso\r\nÑusta\t60\r\n", "utf16le");
  const { columns, rows } = await sheetOf([written]);
  expect(columns).toEqual(["dueña", "peso"]);
  expect(rows.map((row) => row.cells)).toEqual([["Ñusta", "60"]]);
});

test("a letter may be cut in two by the pieces of a stream", async () => {
  const whole = new TextEncoder().encode("dueña,peso\nÑusta,60\n");
  const { columns, rows } = await sheetOf(Array.from(whole, (byte) => Uint8Array.of(byte)));
  expect(columns).toEqual(["dueña", "peso"]);
  expect(rows.map((row) => row.cells)).toEqual([["Ñusta", "60"]]);
});

test("a line end inside quotation marks stays in its cell", async () => {
  const { rows } = await sheetOf(bytes('a,b\r\n"uno\r\ndos",3\r\n4,5\r\n'));
  expect(rows.map((row) => row.cells)).toEqual([
    ["uno\r\ndos", "3"],
    ["4", "5"],
  ]);
});

test("an empty row is passed over and keeps its number", async () => {
  const { rows } = await sheetOf(bytes("a,b\n1,2\n\n,\n3,4\n"));
  expect(rows.map((row) => row.number)).toEqual([2, 5]);
});

test("a row with a cell too many, and one whose letters are lost, come with their fault; the next is whole", async () => {
  const latin = [...bytes("a,b\n1,2,3\n"), Uint8Array.of(0x4e, 0x61, 0x72, 0x69, 0xf1, 0x6f), ...bytes(",2\n5,6\n")];
  const { rows } = await sheetOf(latin);
  expect(rows.map((row) => row.fault)).toEqual(["cell-count", "not-text", null]);
});

test("a quotation mark that never closes is a fault at the end, and the rows before it are kept", async () => {
  const { rows } = await sheetOf(bytes(`a,b\n${"1,2\n".repeat(100)}3,"4\n5,6\n`));
  expect(rows).toHaveLength(101);
  expect(rows.at(-1)).toEqual({ number: 102, cells: [], fault: "quote-open" });
});

test("no bytes at all are a sheet without columns and rows", async () => {
  expect(await sheetOf([])).toEqual({ columns: [], rows: [] });
});

test("progress is told every thousand rows and at the end", async () => {
  const told: number[] = [];
  const sheet = await readSheet(bytes(`a\n${"1\n".repeat(2500)}`), { progress: (rows) => told.push(rows) });
  for await (const _ of sheet.rows);
  expect(told).toEqual([1000, 2000, 2500]);
});

test("a cell that a spreadsheet program would run is written harmless, and read back as it was", async () => {
  const cells = ["=1+1", "+57 310", "-5", "@suma", "\tx", "'=ya", "Rosa"];
  const written = writeSheet(["a", "b", "c", "d", "e", "f", "g"], [cells]);
  expect(written).toBe("a,b,c,d,e,f,g\r\n'=1+1,'+57 310,'-5,'@suma,'\tx,''=ya,Rosa\r\n");
  expect((await sheetOf(bytes(written))).rows[0]?.cells).toEqual(cells);
});

test("wide forms of the signs and a line end before one are made harmless too", () => {
  for (const cell of ["＝1+1", "＋57", "－5", "＠suma", "\n=1+1"]) {
    expect(harmless(cell)).toBe(`'${cell}`);
    expect(restored(harmless(cell))).toBe(cell);
  }
});
