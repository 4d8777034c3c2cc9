import { expect, test } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { fileOf, readFile, refusalOf, workbookOf } from "../testing/files.ts";
import { meaningOfFormat } from "./styles.ts";

const text = (reference: string, words: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${words}</t></is></c>`;
const number = (reference: string, raw: string, style = 0): string =>
  `<c r="${reference}" s="${style}"><v>${raw}</v></c>`;
const row = (at: number, ...cells: readonly string[]): string => `<row r="${at}">${cells.join("")}</row>`;
const head = row(1, text("A1", "Nombre"), text("B1", "Kg"), text("C1", "Día"));
const cells = async (path: string) => (await readFile(path)).rows.map((one) => one.cells);

test("[sheets.xlsx] a workbook written by another program: texts, numbers, days", async () => {
  const path = fileOf("", "other.xlsx");
  const cell = (value: string | number | Date, type: unknown, format?: string) =>
    ({ value, type, ...(format === undefined ? {} : { format }) }) as never;
  await writeXlsxFile([
    [cell("Nombre", String), cell("Kg", String), cell("Día", String)],
    [cell("Ñusta Peña", String), cell(48.35, Number), cell(new Date(Date.UTC(2024, 11, 31)), Date, "dd/mm/yyyy")],
  ]).toFile(path);
  const sheet = await readFile(path);
  expect(sheet.kind).toBe("xlsx");
  expect(sheet.how.decimalMark).toBe(".");
  expect(sheet.header).toEqual(["Nombre", "Kg", "Día"]);
  expect(sheet.rows).toEqual([{ number: 2, cells: ["Ñusta Peña", "48.35", "2024-12-31"] }]);
});

test("shared texts, rich text, escapes, formulas with their kept value, faults, yes and no", async () => {
  const path = workbookOf({
    texts: `<si><t>Nombre</t></si><si><r><t>Rosa </t></r><r><rPr><b/></rPr><t>Peña</t></r><rPh><t>ignored</t></rPh></si><si><t>uno_x000D_dos</t></si>`,
    rows:
      row(1, `<c r="A1" t="s"><v>0</v></c>`, text("B1", "Valor")) +
      row(2, `<c r="A2" t="s"><v>1</v></c>`, `<c r="B2"><f>SUM(A1:A9)</f><v>12.5</v></c>`) +
      row(3, `<c r="A3" t="s"><v>2</v></c>`, `<c r="B3" t="str"><f>"x"&amp;"y"</f><v>xy</v></c>`) +
      row(4, text("A4", "Ana"), `<c r="B4" t="e"><v>#N/A</v></c>`) +
      row(5, text("A5", "Luz"), `<c r="B5" t="b"><v>1</v></c>`) +
      row(6, text("A6", "Sol"), `<c r="B6"><f>NOW()</f></c>`),
  });
  expect(await cells(path)).toEqual([
    ["Rosa Peña", "12.5"],
    ["uno\rdos", "xy"],
    ["Ana", "#N/A"],
    ["Luz", "true"],
    ["Sol", ""],
  ]);
});

const STYLES = `<numFmts><numFmt numFmtId="164" formatCode="dd\\-mmm\\-yy"/><numFmt numFmtId="165" formatCode="&quot;S/&quot;#,##0.00"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="10"/><xf numFmtId="20"/></cellXfs>`;

test("days by the style of their cell, counted from 1900 or from 1904; a clock stays; percent is shown as percent", async () => {
  const rows = (...raws: readonly (readonly [string, number])[]) =>
    head +
    raws.map(([raw, style], at) => row(at + 2, text(`A${at + 2}`, "x"), number(`C${at + 2}`, raw, style))).join("");
  const days = async (properties: string) =>
    (
      await cells(
        workbookOf({
          styles: STYLES,
          properties,
          rows: rows(
            ["45657", 1],
            ["45657.604166666664", 2],
            ["1", 1],
            ["59", 1],
            ["60", 1],
            ["61", 1],
            ["45657", 3],
            ["0.115", 4],
            ["0.5", 5],
          ),
        }),
      )
    ).map((one) => one[2]);
  expect(await days("")).toEqual([
    ...["2024-12-31", "2024-12-31T14:30", "1900-01-01", "1900-02-28", "60", "1900-03-01"],
    ...["45657", "11.5%", "12:00"],
  ]);
  expect((await days('<workbookPr date1904="1"/>')).slice(0, 3)).toEqual([
    "2029-01-01",
    "2029-01-01T14:30",
    "1904-01-02",
  ]);
});

test.each([
  ["dd/mm/yyyy", "day"],
  ["[$-409]d\\-mmm", "day"],
  ["hh:mm:ss.000", "day"],
  ['#,##0.00 "días"', "number"],
  ["[Red]-0.00", "number"],
  ['_-[$S/.-280A]* #,##0.00_-;"-"??', "number"],
  ["[h]:mm", "number"],
  ["General", "number"],
  ["0.00E+00", "number"],
  ["0.0%", "percent"],
])("the format %s means a %s", (format, meaning) => {
  expect(meaningOfFormat(format)).toBe(meaning);
});

test("numbers come as spreadsheets show them, without what binary arithmetic left behind", async () => {
  const raws = [
    "0.30000000000000004",
    "48.350000000000001",
    "1.1999999999999999E-3",
    "1E3",
    "-7.50",
    "100000000000000000",
    "0",
  ];
  const path = workbookOf({
    rows: head + raws.map((raw, at) => row(at + 2, text(`A${at + 2}`, "x"), number(`B${at + 2}`, raw))).join(""),
  });
  expect((await cells(path)).map((one) => one[1])).toEqual([
    "0.3",
    "48.35",
    "0.0012",
    "1000",
    "-7.5",
    "100000000000000000",
    "0",
  ]);
});

test("cells and rows without their place follow on; blank formatted cells are no columns; hidden rows are rows", async () => {
  const path = workbookOf({
    rows: `<row><c t="inlineStr"><is><t>Nombre</t></is></c><c t="inlineStr"><is><t>Kg</t></is></c><c r="XFD1" s="1"/></row><row hidden="1"><c t="inlineStr"><is><t>Rosa</t></is></c><c><v>1</v></c></row><row r="9"><c r="B9"><v>2</v></c></row>`,
  });
  const sheet = await readFile(path);
  expect(sheet.header).toEqual(["Nombre", "Kg"]);
  expect(sheet.rows).toEqual([
    { number: 2, cells: ["Rosa", "1"] },
    { number: 9, cells: ["", "2"] },
  ]);
});

test("the first visible sheet with content is read; another may be chosen by name, a hidden one too", async () => {
  const other = (name: string) =>
    row(1, text("A1", name), text("B1", "Kg")) + row(2, text("A2", "x"), number("B2", "1"));
  const path = workbookOf({
    rows: "",
    more: [
      { name: "Oculta", rows: other("oculta"), state: "hidden" },
      { name: "Entregas", rows: other("entregas") },
      { name: "Socios", rows: other("socios") },
    ],
  });
  expect(await readFile(path)).toMatchObject({
    header: ["entregas", "Kg"],
    how: { sheet: "Entregas", sheets: ["Hoja1", "Entregas", "Socios"] },
  });
  expect((await readFile(path, { sheet: "Oculta" })).header[0]).toBe("oculta");
  expect(await refusalOf(path, { sheet: "Precios" })).toBe("sheet.no-such-sheet");
});

test("merged headings: the cell above goes on to the right, as in separated values", async () => {
  const path = workbookOf({
    rows:
      row(1, text("A1", "Nombre"), text("B1", "Peso")) +
      row(2, text("B2", "bruto"), text("C2", "neto")) +
      row(3, text("A3", "Rosa"), number("B3", "12.5"), number("C3", "12")) +
      row(4, text("A4", "Ana"), number("B4", "8"), number("C4", "7.5")),
  });
  expect((await readFile(path)).header).toEqual(["Nombre", "Peso bruto", "Peso neto"]);
});
