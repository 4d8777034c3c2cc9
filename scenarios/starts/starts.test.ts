/** An organisation starts with its own sheets: messy ones, brought in twice, mended, and brought in again. */
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { xlsxPieces } from "../../exchange/export/xlsx.ts";
import { marta, testBook, testSettings } from "../../rooms/book/testing.ts";
import { PostgresBooks } from "../book/book-on-postgres.ts";
import { sayAll } from "../coffee/book.ts";
import { bring, sheetFile } from "./bring.ts";

let books: PostgresBooks;
beforeAll(async () => {
  books = await PostgresBooks.open();
  await sayAll(books, [
    ["book.open", { settings: testSettings, founder: marta }],
    ["organisation.register", { agent: testSettings.organisation, name: testSettings.name, form: "cooperative" }],
    [
      "unit.define",
      { unit: "arroba", kind: "mass", factor: "12500", source: "asamblea", from: "2020-01-01", reason: "uso" },
    ],
  ]);
});
afterAll(() => books.database.drop());

const ask = async (text: string) => (await books.database.connect("keeper").query(text, [testBook])).rows;

/** The roll as the secretary keeps it: a title, two rows of headings, the header again in the middle, Windows letters. */
const roll = [
  "PADRÓN DE SOCIOS;;;;;;",
  ";;;;;;",
  "N°;Nombres y apellidos;Cédula;Celular;Vereda;Ingreso;Observaciones",
  "001;María Quispe;10.234.567;310 555 0101;El Mirador;12/03/2015;",
  "002;José Ñáñez;10.234.568;;El Mirador;01-jul-2016;delegado",
  "003;Ana Pérez;10.234.567;;La Honda;5/5/2018;comparte cédula",
  "N°;Nombres y apellidos;Cédula;Celular;Vereda;Ingreso;Observaciones",
  "002;Pedro Gómez;10.234.570;;La Honda;05/05/2018;",
  "005;;10.234.571;;La Honda;05/05/2018;",
  "006;Rosa Díaz;10.234.572;;La Honda;31/02/2019;",
  "007;Luz Mora;;;La Honda;;",
  "TOTAL;7;;;;;",
];
const latin1 = (lines: readonly string[]): Uint8Array => Buffer.from(lines.join("\r\n"), "latin1");

describe("a member roll [starts.members]", () => {
  it("is tried first: every row in one place, and nothing said", async () => {
    const tried = await bring(books, sheetFile("padron.csv", latin1(roll)), "members", {}, "try");
    expect(tried.account).toMatchObject({ read: 7, in: 3, asked: 2, refused: 2, known: 0 });
    expect(tried.reasons).toEqual([
      "6 import.document-of-another",
      "8 import.number-of-another",
      "9 import.cell-empty",
      "10 import.day-unreadable",
    ]);
    expect(await ask("select 1 from books.agent where book_id = $1 and kind = 'person'")).toEqual([]);
  });

  it("goes in, and the same file again is known", async () => {
    const file = sheetFile("padron.csv", latin1(roll));
    expect((await bring(books, file, "members")).account).toMatchObject({ in: 3, asked: 2, refused: 2 });
    const members = await ask(
      `select t.number, v.value as name, t.from_day::text as since from books.tie t
         join books.profile p on p.book_id = t.book_id and p.agent = t.from_agent
         join books.personal_value v on v.book_id = p.book_id and v.digest = p.name ->> 'digest'
        where t.book_id = $1 order by 1`,
    );
    expect(members).toEqual([
      { number: "001", name: "María Quispe", since: "2015-03-12" },
      { number: "002", name: "José Ñáñez", since: "2016-07-01" },
      { number: "007", name: "Luz Mora", since: "2026-11-15" },
    ]);
    expect((await bring(books, file, "members")).account).toMatchObject({ in: 0, known: 3, asked: 2, refused: 2 });
  });

  it("mended and sent again brings in what waited, and doubles nobody", async () => {
    const mended = roll
      .map((line) =>
        line.replace("002;Pedro", "004;Pedro").replace("31/02/2019", "28/02/2019").replace("005;;", "005;Iván Ruiz;"),
      )
      .map((line) => (line.startsWith("003") ? line.replace("10.234.567", "10.234.569") : line));
    const brought = await bring(books, sheetFile("padron.csv", mended), "members");
    expect(brought.account).toMatchObject({ read: 7, in: 4, known: 3, asked: 0, refused: 0 });
    const [count] = await ask(
      "select count(*)::int as ties, count(distinct from_agent)::int as people from books.tie where book_id = $1",
    );
    expect(count).toEqual({ ties: 7, people: 7 });
  });

  it("comes as a workbook just as well: numbers, days and accents are what they were", async () => {
    const columns = (["Código", "Nombre", "Vereda", "Ingreso"] as const).map((head, at) => ({
      head,
      kind: (["number", "text", "text", "day"] as const)[at] as "number" | "text" | "day",
    }));
    const rows = [
      ["201", "Ángela Muñoz", "La Honda", "2020-02-29"],
      ["1", "María Quispe", "El Mirador", "2015-03-12"],
    ];
    const pieces: Uint8Array[] = [];
    for await (const piece of xlsxPieces({ name: "Padrón", columns, rows })) pieces.push(piece);
    const brought = await bring(books, sheetFile("padron.xlsx", Buffer.concat(pieces)), "members");
    expect(brought.account).toMatchObject({ read: 2, in: 1, known: 1 });
    const since = "select from_day::text as since from books.tie where book_id = $1 and number = '201'";
    expect(await ask(since)).toEqual([{ since: "2020-02-29" }]);
  });

  it("keeps two members with one document when a person says so", async () => {
    const file = sheetFile("dos.csv", ["numero,nombre,documento", "8,Eva Luna,10234567"]);
    expect((await bring(books, file, "members", {}, "try")).reasons).toEqual(["2 import.document-of-another"]);
    expect((await bring(books, file, "members", { keepBoth: true })).account).toMatchObject({ in: 1 });
  });
});

test("ties: circles are refused plainly, a household is entered once [starts.ties]", async () => {
  const file = sheetFile("vinculos.csv", [
    "socio;relación;con;desde",
    "1;hijo;2;01/01/2000",
    "2;hermano;3;01/01/2000",
    "3;familia;1;01/01/2000",
    "1;esposa;1;01/01/2000",
    "4;esposo;5;13/06/2010",
    "6;hogar;5;",
    "7;compadre;6;",
    "99;trabajo;1;",
    "7;trabajo;6;",
  ]);
  const brought = await bring(books, file, "ties");
  expect(brought.reasons).toEqual([
    "4 import.tie-circular",
    "5 import.tie-with-oneself",
    "8 import.tie-kind-unknown",
    "9 import.member-unknown",
  ]);
  expect(await ask("select 1 from books.agent where book_id = $1 and kind = 'household'")).toHaveLength(1);
  expect(await ask("select 1 from books.tie where book_id = $1 and kind = 'household'")).toHaveLength(3);
  expect((await bring(books, file, "ties")).account).toMatchObject({ in: 0, known: 5, refused: 4 });
});

test("plots: hectares to the square metre, found by name where there is no number [starts.plots]", async () => {
  const file = sheetFile("fincas.csv", [
    "Nombre,Finca,Hectáreas,Cultivos,Vereda",
    '"María Quispe",La Loma,"1,25","café pergamino, cacao",El Mirador',
    '"José Ñáñez",El Pino,"0,3333333",plátano,',
    '"Nadie Conocido",X,1,,',
  ]);
  const brought = await bring(books, file, "plots");
  expect(brought.reasons).toEqual(["4 import.member-unknown"]);
  expect(
    await ask("select name, area_m2::text as area, products from books.plot where book_id = $1 order by name"),
  ).toEqual([
    { name: "El Pino", area: "3333", products: ["platano"] },
    { name: "La Loma", area: "12500", products: ["coffee-parchment", "cocoa"] },
  ]);
  expect((await bring(books, file, "plots")).account).toMatchObject({ known: 2, refused: 1 });
});

describe("hand-overs of the past [starts.deliveries]", () => {
  const past = { settledElsewhere: true, product: "café pergamino", place: "Bodega" };
  const rows = [
    "Fecha;Socio;Recibo;Arrobas brutas;Tara @;Neto @;Humedad;Valor pagado",
    "31/12/2024;1;101;10,0;0,4;9,6;12,5;1.080.000",
    "2-ene-25;002;102;8,2;;8,2;;922.500",
    "03/01/2025;77;103;8,2;;8,2;;1",
    "04/01/2025;3;104;8,2;0,2;8,1;;1",
    "05/01/2025;3;105;cuatro;;;;1",
    "06/01/2025;3;101;5,0;;5,0;;562.500",
  ];
  const fields = { gross: 3, tare: 4, net: 5, paid: 7, receipt: 2, moisture: 6, number: 1, day: 0 };
  it("are documents with their weights in the book's own arroba; each faulty row is named", async () => {
    const brought = await bring(books, sheetFile("entregas.csv", rows), "deliveries", { ...past, mapping: fields });
    expect(brought.reasons).toEqual([
      "4 import.member-unknown",
      "5 import.net-differs",
      "6 import.figure-unreadable",
      "7 import.row-twice",
    ]);
    expect(
      await ask(
        "select receipt, net_g::text as net, mode, happened::text as day from books.delivery where book_id = $1 order by 1",
      ),
    ).toEqual([
      { receipt: "101", net: "120000", mode: "settled-elsewhere", day: "2024-12-31" },
      { receipt: "102", net: "102500", mode: "settled-elsewhere", day: "2025-01-02" },
    ]);
    expect(brought.account.sums).toContainEqual({
      field: "paid",
      read: "2565003",
      in: "2002500",
      questioned: "0",
      known: "0",
      waiting: "562503",
    });
    expect(await ask("select 1 from books.tally where book_id = $1 and kind = 'stock'")).toEqual([]);
  });
  it("sent again mended are known, and a receipt told otherwise is asked", async () => {
    const other = rows.map((line) => line.replace("2-ene-25;002;102;8,2;;8,2", "2-ene-25;002;102;8,4;;8,4"));
    const brought = await bring(books, sheetFile("entregas.csv", other), "deliveries", { ...past, mapping: fields });
    expect(brought.reasons.slice(0, 2)).toEqual(["2 import.delivery-known", "3 import.delivery-other-weight"]);
  });
  it("without a season are asked for, unless they were settled elsewhere", async () => {
    const brought = await bring(
      books,
      sheetFile("entregas.csv", rows),
      "deliveries",
      { ...past, settledElsewhere: false, mapping: fields },
      "try",
    );
    expect(brought.reasons.slice(0, 2)).toEqual(["2 import.no-season", "3 import.no-season"]);
  });
  it("that are alike without a receipt are asked about once, and both kept when a person says so", async () => {
    const file = sheetFile("iguales.csv", ["fecha,socio,kilos", "2024-10-01,1,50", "2024-10-01,1,50"]);
    expect((await bring(books, file, "deliveries", past, "try")).reasons).toEqual(["3 import.row-twice"]);
    expect((await bring(books, file, "deliveries", { ...past, keepBoth: true })).account).toMatchObject({ in: 2 });
    expect((await bring(books, file, "deliveries", { ...past, keepBoth: true })).account).toMatchObject({ known: 2 });
  });
});

test("figures with two meanings are asked about once for the whole file [starts.manner]", async () => {
  const file = sheetFile("miles.csv", ["fecha;socio;kilos", "2024-10-01;1;1.250"]);
  await expect(
    bring(books, file, "deliveries", { settledElsewhere: true, product: "cacao", place: "B" }),
  ).rejects.toThrow("import.mark-ambiguous");
  const said = { settledElsewhere: true, product: "cacao", place: "B", mark: "," } as const;
  const { rows } = await bring(books, file, "deliveries", said, "try");
  expect(rows[0]?.sums).toEqual({ net: "1250" });
});

test("prices of a month: a series is opened by its first row, another price is asked about [starts.prices]", async () => {
  const rows = ["mês;preço;moeda;unidade", "out/2026;12,50;PEN;kg", "nov/2026;12,80;PEN;kg", "xx;1;PEN;kg"];
  const brought = await bring(books, sheetFile("preços.csv", rows), "prices", { series: "Café da praça" });
  expect(brought.reasons).toEqual(["4 import.month-unreadable"]);
  expect(await ask("select series, period, value from books.price_point where book_id = $1 order by period")).toEqual([
    { series: "cafe-da-praca", period: "2026-10", value: "12.5" },
    { series: "cafe-da-praca", period: "2026-11", value: "12.8" },
  ]);
  const again = rows.map((line) => line.replace("12,80", "13,00"));
  expect((await bring(books, sheetFile("preços.csv", again), "prices", { series: "Café da praça" })).reasons).toEqual([
    "2 import.price-known",
    "3 import.price-differs",
    "4 import.month-unreadable",
  ]);
});

describe("opening balances [starts.opening]", () => {
  const rows = [
    "Socio;Nombre;Aportes;Anticipos;Crédito;Interés;Tasa;Por pagar;Cuenta;Monto;Punto;Existencias kg;Último recibo",
    "1;María Quispe;350.000;80.000;200.000;9.000;1,5;64.500;;;;;",
    "2;José Ñáñez;350.000;;;;;;;;;;",
    "77;Nadie;1.000;;;;;;;;;;",
    ";;;;;;;;Caja;785.000;Bodega;;",
    ";;;;;;;;;;Bodega;1.250,5;1041",
    "3;Ana Pérez;350.000,25;;;;;;;;;;",
  ];
  it("of members, boxes, stock and receipts, each stated once", async () => {
    const choices = { on: "2026-10-31", product: "café pergamino" };
    const brought = await bring(books, sheetFile("saldos.csv", rows), "opening", choices);
    expect(brought.reasons).toEqual(["4 import.member-unknown", "7 import.money-fraction"]);
    expect(brought.account).toMatchObject({ in: 4, refused: 2 });
    expect(
      await ask("select kind, about from books.opening where book_id = $1 and kind <> 'member' order by kind"),
    ).toEqual([
      { kind: "cash", about: "cash|Bodega|COP" },
      { kind: "serial", about: "receipt|Bodega" },
      { kind: "stock", about: "coffee-parchment|Bodega|" },
    ]);
    const again = await bring(books, sheetFile("saldos.csv", rows), "opening", choices);
    expect(again.account).toMatchObject({ in: 0, known: 4, refused: 2 });
    const other = rows.map((line) => line.replace("2;José Ñáñez;350.000", "2;José Ñáñez;360.000"));
    expect((await bring(books, sheetFile("saldos.csv", other), "opening", choices)).reasons).toContain(
      "3 import.opening-differs",
    );
  });
});

test("after all of it the book proves itself [starts.proved]", async () => {
  const report = await books.verify(testBook);
  expect(report.problems).toEqual([]);
  expect(await ask("select code from books.question where book_id = $1 and code like '%id-used'")).toEqual([]);
});
