import { expect, test } from "vitest";
import { readText } from "../testing/files.ts";

const cells = (sheet: Awaited<ReturnType<typeof readText>>) => sheet.rows.map((row) => row.cells);
const latin = (text: string): Uint8Array => Buffer.from(text, "latin1");

test("[sheets.any-csv] a sheet saved in Peru or Colombia: semicolons, decimal commas, Windows letters", async () => {
  const sheet = await readText(latin("Dueña;Peso\r\nRosa Ñahui;48,35\r\nJosé Peña;7,5\r\n"));
  expect(sheet.how).toEqual({ encoding: "windows-1252", delimiter: ";", decimalMark: "," });
  expect(sheet.header).toEqual(["Dueña", "Peso"]);
  expect(cells(sheet)).toEqual([
    ["Rosa Ñahui", "48,35"],
    ["José Peña", "7,5"],
  ]);
});

test.each([
  ["UTF-8", Buffer.from("Dueña;Peso\nÑusta;60\n"), "utf-8"],
  ["UTF-8 with a mark", Buffer.from("\uFEFFDueña;Peso\nÑusta;60\n"), "utf-8"],
  ["UTF-16 of Windows", Buffer.from("\uFEFFDueña;Peso\nÑusta;60\n", "utf16le"), "utf-16le"],
  ["UTF-16 without a mark", Buffer.from("Dueña;Peso\nÑusta;60\n", "utf16le"), "utf-16le"],
  ["UTF-16 the other way round", Buffer.from("\uFEFFDueña;Peso\nÑusta;60\n", "utf16le").swap16(), "utf-16be"],
  ["Windows-1252", latin("Dueña;Peso\nÑusta;60\n"), "windows-1252"],
])("letters in %s are read", async (_, bytes, encoding) => {
  const sheet = await readText(bytes);
  expect(sheet.how.encoding).toBe(encoding);
  expect(sheet.header).toEqual(["Dueña", "Peso"]);
  expect(cells(sheet)).toEqual([["Ñusta", "60"]]);
});

test("letters of Windows far down in a long file are found before anything is read", async () => {
  const sheet = await readText(latin(`nombre;kg\n${"Rosa;1\n".repeat(60_000)}Ñusta;2\n`));
  expect(sheet.how.encoding).toBe("windows-1252");
  expect(sheet.rows.at(-1)).toEqual({ number: 60_002, cells: ["Ñusta", "2"] });
});

test("one lost byte in a file of whole letters does not spoil the others", async () => {
  const sheet = await readText(
    Buffer.concat([Buffer.from("dueña;kg\nÑusta;1\nPeña;"), Uint8Array.of(0xf1), latin("\n")]),
  );
  expect(sheet.header).toEqual(["dueña", "kg"]);
  expect(cells(sheet)[1]).toEqual(["Peña", "\uFFFD"]);
});

test.each([
  ["comma", "a,b\n1,2\n", ","],
  ["tab", "a\tb\n1\t2\n", "\t"],
  ["bar", "a|b\n1|2\n", "|"],
  ["semicolon with more decimal commas than semicolons", "a;b\n1,5;2,5\n3,5;4,5\n5,5;6,5\n", ";"],
  ["semicolon, with a comma in every title", "Cosecha 2024, primera, todos\nnombre;kg\nRosa;1\n", ";"],
  ["semicolons in a quoted text", 'a,b\n"x;y;z",1\n"x;y;z",2\n', ","],
])("the delimiter is found: %s", async (_, text, delimiter) => {
  expect((await readText(text)).how.delimiter).toBe(delimiter);
});

test("the line that tells a spreadsheet program the delimiter is no row and has no number", async () => {
  const sheet = await readText("sep=|\nnombre|kg\nRosa|1\n");
  expect(sheet).toMatchObject({ header: ["nombre", "kg"], headerRows: [1], rows: [{ number: 2 }] });
});

test.each(["\n", "\r\n", "\r"])("line ends %j are read, also the last one left out", async (end) => {
  for (const last of [end, ""]) {
    const sheet = await readText(["nombre;kg", "Rosa;1", "", "Ana;2"].join(end) + last);
    expect(sheet.rows).toEqual([
      { number: 2, cells: ["Rosa", "1"] },
      { number: 4, cells: ["Ana", "2"] },
    ]);
  }
});

test("line ends and delimiters inside quotation marks stay in their cell; the number is the spreadsheet's", async () => {
  const sheet = await readText('nota;kg\n"dos\r\nlíneas; y ""comillas""";1\nya;2\n');
  expect(sheet.rows).toEqual([
    { number: 2, cells: ['dos\r\nlíneas; y "comillas"', "1"] },
    { number: 3, cells: ["ya", "2"] },
  ]);
});

test("a quotation mark that never closes costs its own cell, not the rest of the file", async () => {
  const sheet = await readText(`nombre;kg\nRosa;1\n"Ana;2\n${"Luz;3\n".repeat(20_000)}`);
  expect(sheet.rows).toHaveLength(20_002);
  expect(sheet.rows[1]).toEqual({ number: 3, cells: ['"Ana', "2"] });
});

test("inches in the middle of a cell are no quotation marks", async () => {
  expect(cells(await readText('pieza;n\n"tubo" 5";1\n5" codo;2\n'))).toEqual([
    ['tubo" 5', "1"],
    ['5" codo', "2"],
  ]);
});

test("short rows get blanks, long ones keep what they have; what was made harmless is read as it was", async () => {
  expect(cells(await readText("a;b;c\n1\n1;2;3;4\n'+57 310;'=x;ya\n"))).toEqual([
    ["1", "", "", ""],
    ["1", "2", "3", "4"],
    ["+57 310", "=x", "ya", ""],
  ]);
});

test.each([
  ["12,5 says comma", "n;kg\na;12,5\n", ","],
  ["1.234,5 says comma", "n;kg\na;1.234,5\n", ","],
  ["1.234.567 says comma", "n;kg\na;1.234.567\n", ","],
  ["1.234 alone says nothing", "n;kg\na;1.234\n", undefined],
  ["0.125 says point", "n;kg\na;0.125\n", "."],
  ["both at once say nothing", "n;kg\na;1,5\nb;2.25\n", undefined],
  ["days with points say nothing", "n;día\na;31.12.2024\n", undefined],
])("the decimal mark: %s", async (_, text, mark) => {
  expect((await readText(text)).how.decimalMark).toBe(mark);
});

test("a person may say letters, delimiter and header row themselves", async () => {
  const sheet = await readText(latin("x;y\nse\xf1or|kg\nRosa|1\n"), {
    encoding: "windows-1252",
    delimiter: "|",
    headerRow: 2,
  });
  expect(sheet).toMatchObject({ header: ["señor", "kg"], rows: [{ number: 3, cells: ["Rosa", "1"] }] });
});
