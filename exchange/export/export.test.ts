import { execFileSync } from "node:child_process";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fileOf, readFile } from "../sheet/testing/files.ts";
import { csvPieces } from "./csv.ts";
import type { ExportTable } from "./table.ts";
import { sheetName } from "./workbook-parts.ts";
import { xlsxPieces } from "./xlsx.ts";

const columns = [
  { head: "Nombre", kind: "text" },
  { head: "Peso (kg)", kind: "number" },
  { head: "Día", kind: "day" },
] as const;
const tableOf = (rows: readonly (readonly string[])[]): ExportTable => ({ name: "Entregas", columns, rows });
const dangerous = ["=1+1", "+57 310", "-5", "@suma", "\tx", "'=ya", "=cmd|'/c calc'!A1"];

async function csvText(table: ExportTable, style: "es" | "en", bom = false): Promise<string> {
  let text = "";
  for await (const piece of csvPieces(table, style, bom)) text += piece;
  return text;
}
async function xlsxFile(table: ExportTable, rowsOfSheet?: number): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of xlsxPieces(table, rowsOfSheet)) pieces.push(piece);
  return fileOf(Buffer.concat(pieces), "export.xlsx");
}

test("[export.csv] the two manners of separated values, with a mark for Excel when it is asked for", async () => {
  const table = tableOf([
    ["Peña; Rosa", "1234.5", "2024-12-31"],
    ["Ana", "-7.25", ""],
  ]);
  expect(await csvText(table, "es")).toBe('Nombre;Peso (kg);Día\r\n"Peña; Rosa";1234,5;2024-12-31\r\nAna;-7,25;\r\n');
  expect(await csvText(table, "en", true)).toBe(
    "\uFEFFNombre,Peso (kg),Día\r\nPeña; Rosa,1234.5,2024-12-31\r\nAna,-7.25,\r\n",
  );
});

test("[export.harmless] no text begins as a formula in a CSV; numbers below zero stay numbers; it is read back as it was", async () => {
  const text = await csvText(tableOf(dangerous.map((cell) => [cell, "-1.5", ""])), "es");
  const seen: string[][] = parse(text, { delimiter: ";", from: 2 });
  for (const [name = "", weight] of seen) {
    expect(name).not.toMatch(/^[=+\-@\t\r]/);
    expect(weight).toBe("-1,5");
  }
  const back = await readFile(fileOf(text));
  expect(back.rows.map((row) => row.cells[0]?.trim())).toEqual(dangerous.map((cell) => cell.trim()));
});

const judged = (path: string): { cells: [string, string, string][]; formulas: number } =>
  JSON.parse(
    execFileSync(
      "python3",
      [
        "-c",
        `import sys,json,zipfile
import xml.etree.ElementTree as E
z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None
for n in z.namelist(): E.fromstring(z.read(n))
m='{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
s=E.fromstring(z.read('xl/worksheets/sheet1.xml'))
print(json.dumps({'cells':[[c.get('t') or 'n',c.get('s') or '0',''.join(t.text or '' for t in c.iter() if t.tag in (m+'v',m+'t'))] for c in s.iter(m+'c')],'formulas':len(list(s.iter(m+'f')))}))`,
        path,
      ],
      { encoding: "utf8" },
    ),
  );

test("[export.xlsx] a workbook that another program takes apart: numbers as numbers, days as days, no formula", async () => {
  const path = await xlsxFile(
    tableOf([
      ["Ñusta <Peña> & hijos", "48.35", "2024-12-31"],
      ["=1+1", "-0.5", "1899-05-01"],
      ["", "1234567890123456.7", "mañana"],
    ]),
  );
  const { cells, formulas } = judged(path);
  expect(formulas).toBe(0);
  expect(cells.slice(3)).toEqual([
    ["inlineStr", "0", "Ñusta <Peña> & hijos"],
    ["n", "0", "48.35"],
    ["n", "2", "45657"],
    ["inlineStr", "3", "=1+1"],
    ["n", "0", "-0.5"],
    ["inlineStr", "0", "1899-05-01"],
    ["inlineStr", "0", "1234567890123456.7"],
    ["inlineStr", "0", "mañana"],
  ]);
});

test("a workbook goes on in a further sheet where one is full", async () => {
  const path = await xlsxFile(tableOf(Array.from({ length: 25 }, (_, at) => [`n${at}`, `${at}`, ""])), 11);
  expect((await readFile(path)).how.sheets).toEqual(["Entregas", "Entregas (2)", "Entregas (3)"]);
  const last = await readFile(path, { sheet: "Entregas (3)" });
  expect(last.header).toEqual(["Nombre", "Peso (kg)", "Día"]);
  expect(last.rows.map((row) => row.cells[0])).toEqual(["n20", "n21", "n22", "n23", "n24"]);
});

test("an empty table is a sheet with its heading", async () => {
  expect(await csvText(tableOf([]), "es")).toBe("Nombre;Peso (kg);Día\r\n");
  expect((await readFile(await xlsxFile(tableOf([])))).header).toEqual(["Nombre", "Peso (kg)", "Día"]);
});

test("a text longer than a cell can hold ends with the sign that there is more", async () => {
  const path = await xlsxFile(tableOf([["x".repeat(40_000), "1", ""]]));
  const [row] = (await readFile(path)).rows;
  expect(row?.cells[0]).toHaveLength(32_767);
  expect(row?.cells[0]?.endsWith("x…")).toBe(true);
});

test.each([
  ["Año 2024/25: [todo]*?", 1, "Año 2024 25   todo"],
  ["'x'", 1, "x"],
  ["", 1, "Ayni"],
  ["Una cooperativa con un nombre muy largo", 2, "Una cooperativa con un nomb (2)"],
])("a sheet may be named after %j", (name, number, called) => {
  expect(sheetName(name, number)).toBe(called);
});

test("whatever the cells hold, both files are read back cell by cell", async () => {
  const any = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 8 }),
    fc.constantFrom(...dangerous, "_x0041_", "a\nb", "\u0007"),
  );
  const text = any.filter((cell) => cell.trim() === cell && !/[\ud800-\udfff]/.test(cell) && !cell.includes("\r"));
  const rows = fc.array(
    fc.tuple(
      text.map((cell) => `${cell}.`),
      fc.integer({ min: -99_999, max: 99_999 }).map((grams) => `${grams}`),
      fc.constant("2024-02-29"),
    ),
    { minLength: 1, maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(rows, async (given) => {
      const csv = await readFile(fileOf(await csvText(tableOf(given), "es")), {
        headerRow: 1,
        delimiter: ";",
        encoding: "utf-8",
      });
      expect(csv.rows.map((row) => row.cells)).toEqual(given);
      const xlsx = await readFile(await xlsxFile(tableOf(given)), { headerRow: 1 });
      expect(xlsx.rows.map((row) => row.cells)).toEqual(given);
    }),
    { numRuns: 60 },
  );
});
