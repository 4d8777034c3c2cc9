import { expect, test } from "vitest";
import { rows, tally } from "./need.ts";
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

test("a tally that was changed before anybody read it is read with its change, within the transaction and once only", () => {
  const page = new Page("partial");
  const owed = tally("advance-owed", "a-1");
  const missing = owed.tryOn(page);
  const [read] = "missing" in missing ? missing.missing : [];
  if (read?.kind !== "tally") throw new Error("a tally is read");
  page.change({ kind: "advance-owed", key: "a-1", change: 1_500_000n });
  const mark = page.mark();
  page.change({ kind: "advance-owed", key: "a-1", change: 7n });
  page.backTo(mark); // The act came to nothing.
  page.loadTally(read, 100n);
  expect(owed.tryOn(page)).toEqual({ known: 1_500_100n });
  page.change({ kind: "advance-owed", key: "a-1", change: -100n });
  expect(owed.tryOn(page)).toEqual({ known: 1_500_000n });
  page.settle(); // From here on the store holds the changes itself.
  expect(owed.tryOn(page)).toEqual({ known: 1_500_000n });
});
