/** The messy sheets of the example cooperative's past, and what must come of each: README.md of their folder says the same. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { messySheets } from "../../examples/starts/sheets.ts";
import { exampleSeed } from "../../examples/three-quebradas/example.ts";
import { marta, testBook, testSettings } from "../../rooms/book/testing.ts";
import { PostgresBooks } from "../book/book-on-postgres.ts";
import { sayAll } from "../coffee/book.ts";
import { type Brought, bring } from "./bring.ts";

const folder = join(import.meta.dirname, "..", "..", "examples", "starts");
const file = (name: string): string => join(folder, name);
let books: PostgresBooks;
beforeAll(async () => {
  books = await PostgresBooks.open();
  await sayAll(books, [
    ["book.open", { settings: testSettings, founder: marta }],
    ["organisation.register", { agent: testSettings.organisation, name: testSettings.name, form: "cooperative" }],
  ]);
});
afterAll(() => books.database.drop());

test("the files are those of the seed [example.sheets]", () => {
  for (const { name, bytes } of messySheets(exampleSeed))
    expect(readFileSync(file(name)).equals(bytes), name).toBe(true);
});

/** How rows stand, and why those that wait do. */
const standing = ({ account, reasons }: Brought) => {
  const { read, in: taken, asked, refused, known, questioned } = account;
  return { read, in: taken, asked, refused, known, questioned, reasons };
};

test("padron.csv: 58 of 61 members go in; two documents twice and a row without name wait", async () => {
  expect(standing(await bring(books, file("padron.csv"), "members"))).toEqual({
    ...{ read: 61, in: 58, asked: 2, refused: 1, known: 0, questioned: 0 },
    reasons: ["63 import.document-of-another", "64 import.document-of-another", "65 import.cell-empty"],
  });
});

test("saldos.csv: 58 members, box, bank and two stores go in; a stranger and an unknown account wait", async () => {
  const brought = await bring(books, file("saldos.csv"), "opening", { on: "2024-12-31" });
  expect(standing(brought)).toEqual({
    ...{ read: 64, in: 62, asked: 0, refused: 2, known: 0, questioned: 0 },
    reasons: ["60 import.member-unknown", "65 import.account-unknown"],
  });
  const taken = Object.fromEntries(brought.account.sums.map((one) => [one.field, one.in]));
  expect(taken).toEqual({
    ...{ shares: "28525000", owed: "8483000", advance: "2600000", credit: "3942000", interest: "111000" },
    ...{ amount: "65522617", stock: "4067.5" },
  });
});

test("entregas-2024.csv: 115 of 120 hand-overs of the past go in, with the sums that the text itself gives", async () => {
  const how = { product: "café pergamino", settledElsewhere: true };
  const brought = await bring(books, file("entregas-2024.csv"), "deliveries", how);
  expect(standing(brought)).toEqual({
    ...{ read: 120, in: 115, asked: 1, refused: 4, known: 0, questioned: 0 },
    reasons: [
      "13 import.day-unreadable",
      "42 import.member-unknown",
      "65 import.row-twice",
      "82 import.figure-unreadable",
      "103 import.net-differs",
    ],
  });
  const lines = readFileSync(file("entregas-2024.csv"), "utf8").split("\r\n");
  const good = lines.filter((_, at) => at > 0 && at <= 120 && ![13, 42, 65, 82, 103].includes(at + 1));
  const sum = (column: number) =>
    good.reduce((all, one) => all + BigInt(`${one.split(";")[column]}`.replace(/\D/g, "")), 0n);
  const taken = Object.fromEntries(brought.account.sums.map((one) => [one.field, one.in]));
  expect(taken).toMatchObject({ net: `${sum(7)}`.replace(/(\d)$/, ".$1"), paid: `${sum(10)}` });
});

test("preços.csv: 24 real prices go in, from Portuguese headings; a thirteenth month and an empty price wait", async () => {
  expect(standing(await bring(books, file("preços.csv"), "prices"))).toEqual({
    ...{ read: 26, in: 24, asked: 0, refused: 2, known: 0, questioned: 0 },
    reasons: ["14 import.month-unreadable", "27 import.cell-empty"],
  });
});

test("sent again, all that went in is known and nothing is doubled", async () => {
  const again = await bring(books, file("padron.csv"), "members");
  expect(again.account).toMatchObject({ in: 0, known: 58, asked: 2, refused: 1 });
});

test("brought in, the book proves itself", async () => {
  expect((await books.verify(testBook)).problems).toEqual([]);
});
