import { expect, test } from "vitest";
import { rows } from "./need.ts";
import { Page } from "./page.ts";
import { column, record, write } from "./record.ts";

const receiptGiven = record({
  table: "receipt_given",
  room: "acopio",
  shape: "event",
  columns: { delivery: column.text, receipt: column.maybe(column.text) },
  key: ["delivery"],
  finds: { byReceipt: ["receipt"] },
});

test("a row whose column is empty is not found under the word null, on a whole page as in a database", () => {
  const page = new Page("whole");
  page.lay(write(receiptGiven, { delivery: "d-1", receipt: null }));
  page.lay(write(receiptGiven, { delivery: "d-2", receipt: "null" }));
  const found = rows(receiptGiven, "byReceipt", ["null"]).tryOn(page);
  expect(found).toEqual({ known: [{ delivery: "d-2", receipt: "null" }] });
});
