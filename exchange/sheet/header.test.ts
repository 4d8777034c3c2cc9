import { expect, test } from "vitest";
import { readText } from "./testing/files.ts";

test("[sheets.header] letterhead, title and blank lines above the header are passed over", async () => {
  const sheet = await readText(
    "COOPERATIVA TRES QUEBRADAS;;;\nRUC 000;;;\n\nPadrón de socios;al 31/12/2024;;\nN°;Nombre;Comunidad;Kg\n1;Rosa;Alto;12,5\n2;Ana;Bajo;8\n",
  );
  expect(sheet.header).toEqual(["N°", "Nombre", "Comunidad", "Kg"]);
  expect(sheet.headerRows).toEqual([5]);
  expect(sheet.rows.map((row) => row.number)).toEqual([6, 7]);
});

test("a title of one word over two columns is no header", async () => {
  expect((await readText("Padrón;\nNombre;Comunidad\nRosa;Alto\n")).header).toEqual(["Nombre", "Comunidad"]);
});

test("a header of two rows is joined; the merged cell above goes on to the right, one that reaches down stands alone", async () => {
  const sheet = await readText(
    "N°;Socio;;Peso;;Obs.\n;Nombre;Comunidad;Bruto;Neto;\n1;Rosa;Alto;12,5;12;\n2;Ana;Bajo;8;7,5;tarde\n",
  );
  expect(sheet.header).toEqual(["N°", "Socio Nombre", "Socio Comunidad", "Peso Bruto", "Peso Neto", "Obs."]);
  expect(sheet.headerRows).toEqual([1, 2]);
});

test("a row of units under the header belongs to it", async () => {
  const sheet = await readText("Peso;Fecha;Precio\n(kg);(día);(S/)\n12,5;2024-05-01;8\n");
  expect(sheet.header).toEqual(["Peso (kg)", "Fecha (día)", "Precio (S/)"]);
});

test("a record of words under the header stays a record", async () => {
  const sheet = await readText("Nombre;Comunidad;Teléfono\nRosa;Alto;\nAna;Bajo;999\n");
  expect(sheet.headerRows).toEqual([1]);
  expect(sheet.rows).toHaveLength(2);
});

test("a header that is printed again on each page is no record", async () => {
  const sheet = await readText("Nombre;Kg\nRosa;1\nNOMBRE;KG\nAna;2\n");
  expect(sheet.rows).toHaveLength(2);
  const again = await readText("Nombre;Kg\nRosa;1\nNombre;Kg\nAna;2\n\nNombre;Kg\n");
  expect(again.rows.map((row) => row.cells[0])).toEqual(["Rosa", "Ana"]);
});

test("a sheet that begins with its first record loses none", async () => {
  const sheet = await readText("1;Rosa;12,5;2024-05-01\n2;Ana;8;2024-05-02\n");
  expect(sheet).toMatchObject({ header: ["", "", "", ""], headerRows: [] });
  expect(sheet.rows).toHaveLength(2);
});

test("columns headed by years are a header", async () => {
  expect((await readText("Producto;2023;2024\nCafé;10;12\nCacao;3;4\n")).headerRows).toEqual([1]);
});

test("one column with a heading is a sheet too", async () => {
  expect(await readText("Nombre\nRosa\nAna\n")).toMatchObject({
    header: ["Nombre"],
    rows: [{ number: 2 }, { number: 3 }],
  });
});

test("a person points at the header; at 0 there is none; a row that is not there is refused", async () => {
  const text = "a;b\nc;d\n1;2\n";
  expect((await readText(text, { headerRow: 2 })).header).toEqual(["c", "d"]);
  expect((await readText(text, { headerRow: 0 })).rows).toHaveLength(3);
  await expect(readText(text, { headerRow: 9 })).rejects.toThrow("sheet.header-row-missing");
});
