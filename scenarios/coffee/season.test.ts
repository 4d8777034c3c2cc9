import { expect, test } from "vitest";
import { PostgresBooks } from "../book/book-on-postgres.ts";
import { importAll, lotFiles, openCoffeeBook, priceFile } from "./book.ts";

test("try", async () => {
  const books = await PostgresBooks.open();
  const hand = await openCoffeeBook(books, ["2010", "2011", "2012", "2013", "2014", "2015", "2016", "2017", "2018"]);
  const began = Date.now();
  const r = await importAll(hand, [...lotFiles, priceFile], books.now);
  console.log(Date.now() - began, "ms");
  for (const f of r)
    console.log(JSON.stringify({ ...f.account, reasons: Object.fromEntries(f.account.reasons), notes: undefined }));
  const r2 = await importAll(hand, [...lotFiles, priceFile], "2026-11-15T16:00:00.000Z");
  for (const f of r2)
    console.log(JSON.stringify({ ...f.account, reasons: Object.fromEntries(f.account.reasons), notes: undefined }));
  const q = await books.database
    .connect("keeper")
    .query("select kind, outcome->>'outcome' as o, count(*) from books.act group by 1,2 order by 1,2");
  console.log(q.rows);
  const v = await books.verify(hand.book);
  console.log(v.problems.slice(0, 5), v.acts);
  expect(1).toBe(1);
}, 120000);
