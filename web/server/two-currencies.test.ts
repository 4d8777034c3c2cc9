/** A book that owes in pesos at the scale and in dollars for lots of export: what its pages say of both. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeFirstBook } from "../../cli/testing/first-book.ts";
import { managerOf } from "../../examples/first-book/saying.ts";
import { type Served, served } from "../testing/served.ts";

let server: Served;
let book: string;
let token: string;

beforeAll(async () => {
  server = await served({ book: "unopened" });
  const { installation } = server.services;
  book = await makeFirstBook(installation);
  const { agent, seat } = managerOf(book);
  token = await installation.sessions.make({ book, seat, agent });
}, 120_000);
afterAll(() => server.close());

const read = async (path: string) =>
  (await (await server.get(`/o/${book}${path}`, token)).text())
    .replace(/<style>.*?<\/style>/s, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/[\s\u2007\u2008\u00a0]+/g, " ");

test("whom only dollars are owed is a creditor, with the dollars in their row [people.members-page]", async () => {
  const text = await read("/members");
  expect(text).toContain("10 socios. A 10 se les deben 2.940.786 pesos y 1.695.097,73 dólares de los Estados Unidos.");
  expect(text).toContain("P-0065 P-0065 Colombia 0 1.068.515,55 USD 0");
  expect(text).toContain("Amparo Quintero 0131 El Mirador 407,6 2.940.786 COP 0");
});

test("the statements of both are listed and never added [settlement.statements-page]", async () => {
  const text = await read("/statements");
  expect(text).toContain("10 liquidaciones cerradas. En 10 falta pagar 2.940.786 pesos y 1.695.097,73 dólares");
  expect(text).toMatch(/L-2026-0000\d\d P-0065 P-0065 \d+ \S+ \d+ 1\.095\.170,10 USD 1\.068\.515,55 USD/);
  expect(text).toContain("6.494.786 COP 2.940.800 COP 2.940.786 COP");
});

test("among dollars alone the currency heads the columns, though the book's first one is another", async () => {
  const text = await read("/statements?q=P-0065");
  expect(text).toContain("Valor, dólares");
  expect(text).toContain("1.095.170,10 1.068.515,55 1.068.515,55");
  expect(server.faults).toEqual([]);
});
