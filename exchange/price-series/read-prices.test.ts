import { createReadStream, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { RowOutcome } from "../outcome.ts";
import { addsUp, Reconciling } from "../reconciliation.ts";
import { writeSheet } from "../sheet/write.ts";
import { type PriceMemory, priceMemory } from "./read-price.ts";
import { readPrices } from "./read-prices.ts";
import { type PricePointDraft, seriesOf } from "./series.ts";

const path = join(import.meta.dirname, "../../examples/prices-worldbank-monthly/pink_sheet_selected_long.csv");
const HEADING = ["month", "commodity", "unit", "price_usd"];

async function read(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, memory?: PriceMemory) {
  const file = await readPrices(bytes, memory);
  if (!file.ok) throw new Error(file.refusal.code);
  const account = new Reconciling();
  const rows: RowOutcome<PricePointDraft>[] = [];
  for await (const row of file.value.rows) {
    account.add(row);
    rows.push(row);
  }
  return {
    rows,
    account: account.account(),
    points: rows.flatMap((row) => (row.outcome === "taken" ? [row.draft] : [])),
  };
}
const table = (...rows: string[][]) => [new TextEncoder().encode(writeSheet(HEADING, rows))];

test("[exchange.price-series] the Pink Sheet: 9,510 prices of 23 commodities, each price as it is written", async () => {
  const { account, points } = await read(createReadStream(path));
  expect(account).toMatchObject({ read: 9510, taken: 9510, questioned: 0, refused: 0, known: 0 });
  const series = seriesOf(points);
  expect(series).toHaveLength(23);
  const arabica = series.find(({ series }) => series === "world-bank-coffee-arabica");
  expect(arabica).toMatchObject({ commodity: "Coffee, Arabica", currency: "USD", per: "kg" });
  // A second way to the same points: the lines of the text that name the commodity.
  const lines = readFileSync(path, "utf8")
    .split(/\r?\n/)
    .filter((line) => line.includes('"Coffee, Arabica"'));
  expect(lines).toHaveLength(420);
  expect(arabica?.points.map(({ month, price }) => `${month} ${price}`)).toEqual(
    lines.map((line) => `${line.slice(0, 7)} ${shortest(line.split(",").at(-1) ?? "")}`),
  );
  expect(series.find(({ series }) => series === "world-bank-maize")?.per).toBe("t");
});

/** "3.50" and "3.5" are one price. */
const shortest = (figure: string) => (figure.includes(".") ? figure.replace(/0+$/, "").replace(/\.$/, "") : figure);

test("each faulty row has one reason, and the rows around it are read", async () => {
  const { rows } = await read(
    table(
      ["2024-01", "Cocoa", "$/kg", "4.43"],
      ["2024-13", "Cocoa", "$/kg", "4.43"],
      ["2024-02", "", "$/kg", "5.5"],
      ["2024-02", "Cocoa", "$/lb", "5.5"],
      ["2024-02", "Cocoa", "$/kg", "5,5"],
      ["2024-02", "Cocoa", "$/kg", "-5.5"],
      ["2024-02", "Cocoa", "$/mt", "5500"],
      ["2024-02", "Cocoa", "$/kg", "…"],
      ["2024-01", "Cocoa", "$/kg", "4.430"],
      ["2024-01", "Cocoa", "$/kg", "4.44"],
    ),
  );
  expect(rows.map((row) => (row.outcome === "taken" ? "taken" : row.reason.code))).toEqual([
    "taken",
    "import.month-unreadable",
    "import.commodity-unreadable",
    "import.unit-unknown",
    "import.price-unreadable",
    "import.price-unreadable",
    "import.unit-differs",
    "taken",
    "import.price-known",
    "import.price-differs",
  ]);
  expect(rows[7]).toMatchObject({
    draft: { month: "2024-02", price: null },
    notes: [{ code: "import.price-missing" }],
  });
});

test("read a second time, against what the book holds, every price is known", async () => {
  const { points } = await read(createReadStream(path));
  const again = await read(createReadStream(path), priceMemory(points));
  expect(again.account).toMatchObject({ read: 9510, taken: 0, known: 9510 });
});

test("whatever the cells hold, each row has one outcome and the account adds up", async () => {
  const cell = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("2024-01", "Cocoa", "$/kg", "$/mt", "…", "1e3", "0.5"),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 5 })), async (rows) => {
      const { account } = await read(table(...rows.map((row) => ["", ...row].slice(-4))));
      expect(addsUp(account)).toBe(true);
    }),
  );
});
