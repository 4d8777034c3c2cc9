import fc from "fast-check";
import { expect, test } from "vitest";
import { sameWord } from "../columns.ts";
import { looksLikeDay, looksLikeNumber } from "../sheet/looks.ts";
import { guessMapping, type WantedField } from "./guess.ts";

const wanted: readonly WantedField[] = [
  { field: "number", heads: ["numero", "no", "numero de socio", "member number", "matricula"], required: false },
  { field: "name", heads: ["nombre", "nombre y apellido", "socio", "name", "nome"], required: true },
  { field: "community", heads: ["comunidad", "community", "comunidade", "sector"], required: false },
  { field: "day", heads: ["fecha", "dia", "date", "data"], looks: looksLikeDay, required: true },
  { field: "gross", heads: ["peso bruto", "bruto", "gross"], looks: looksLikeNumber, required: false },
  { field: "net", heads: ["peso neto", "neto", "peso", "kg", "net"], looks: looksLikeNumber, required: true },
];
const sheet = (...rows: readonly (readonly string[])[]) => rows.map((cells, at) => ({ number: at + 2, cells }));
const sample = sheet(
  ["7", "Rosa", "Alto", "31/12/2024", "48,35", "48"],
  ["8", "Ana", "Bajo", "02/01/2025", "8", "7,5"],
);

test.each([
  ["Spanish", ["N°", "NOMBRE Y APELLIDO", "Comunidad", "Fecha", "Peso Bruto (kg)", "Peso Neto (kg)"]],
  ["English", ["Member number", "Name", "Community", "Date", "Gross", "Net"]],
  ["Portuguese", ["Matrícula", "Nome", "Comunidade", "Data", "Bruto", "Peso"]],
  ["slips of the keyboard", ["Numero", "Nombre", "Comunidda", "Fechaa", "peso_bruto", "PesoNeto"]],
])("[sheets.mapping] headings in %s find their fields", (_, header) => {
  const { mapping, unused } = guessMapping(header, sample, wanted);
  expect(mapping).toEqual({ number: 0, name: 1, community: 2, day: 3, gross: 4, net: 5 });
  expect(unused).toEqual([]);
});

test("how sure a guess is goes with it", () => {
  const { sure } = guessMapping(["N°", "Nombre", "Comunidda", "", "Peso bruto", "Peso neto"], sample, wanted);
  expect(sure).toMatchObject({ name: "by head", community: "guess", day: "by content", net: "by head" });
});

test("without headings only what nothing else looks like is guessed: two columns of numbers stay open", () => {
  const { mapping, unused } = guessMapping(["", "", "", "", "", ""], sample, wanted);
  expect(mapping).toEqual({ number: null, name: null, community: null, day: 3, gross: null, net: null });
  expect(unused).toEqual([0, 1, 2, 4, 5]);
});

test("a heading that contains the word but whose cells are plainly something else is not taken", () => {
  const cells = sheet(["se entregó tarde", "48"], ["sin novedad", "7,5"]);
  expect(guessMapping(["Observación de peso", "Kg"], cells, wanted).mapping.net).toBe(1);
});

test("of two columns headed alike the first is taken, and unknown columns do no harm", () => {
  const { mapping, unused } = guessMapping(["Nombre", "Firma", "Nombre"], [], wanted);
  expect(mapping.name).toBe(0);
  expect(unused).toEqual([1, 2]);
});

test("the order of the columns does not matter", () => {
  const headings = ["N°", "Nombre", "Comunidad", "Fecha", "Peso entrada", "Peso neto", "Firma", "Sector antiguo"];
  const rows = sample.map(({ number, cells }) => ({ number, cells: [...cells, "x", "y"] }));
  const usual = guessMapping(headings, rows, wanted).mapping;
  const named = (header: readonly string[], mapping: typeof usual) =>
    Object.fromEntries(Object.entries(mapping).map(([field, at]) => [field, at === null ? null : header[at]]));
  fc.assert(
    fc.property(
      fc.shuffledSubarray(
        headings.map((_, at) => at),
        { minLength: headings.length },
      ),
      (order) => {
        const header = order.map((at) => headings[at] as string);
        const moved = rows.map(({ number, cells }) => ({ number, cells: order.map((at) => cells[at] ?? "") }));
        expect(named(header, guessMapping(header, moved, wanted).mapping)).toEqual(named(headings, usual));
      },
    ),
  );
});

test.each([
  ["comunidad", "comunidda", true],
  ["fecha", "fechaa", true],
  ["bruto", "grato", false],
  ["neto", "veto", false],
  ["socio", "socia", true],
])("%s and %s are the same word but for a slip: %s", (one, other, same) => {
  expect(sameWord(one, other)).toBe(same);
  expect(sameWord(other, one)).toBe(same);
});
