import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { RowOutcome } from "../outcome.ts";
import { addsUp, Reconciling } from "../reconciliation.ts";
import { writeSheet } from "../sheet/write.ts";
import type { CoffeeLotDraft } from "./draft.ts";
import { lotMemory, readLots } from "./read-lots.ts";

const files = ["arabica_data_cleaned", "arabica_ratings_raw", "robusta_data_cleaned", "robusta_ratings_raw"].map(
  (name) => {
    const text = readFileSync(join(import.meta.dirname, `../../examples/coffee-cqi-lots/${name}.csv`), "utf8");
    const [columns = [], ...rows]: string[][] = parse(text, { to: 200, record_delimiter: "\n" });
    return { columns, rows };
  },
);

/** What people and machines write into cells, and what nobody expects. */
const strange = fc.oneof(
  fc.constantFrom(
    "",
    "-",
    "NA",
    "0",
    "-1",
    "1e9",
    "99999999999999999999",
    "NaN",
    "0.1.2",
    "=1+1",
    "12 %",
    "69 kg",
    "1 kg,lbs",
  ),
  fc.constantFrom("February 30th, 2015", "4T72010", "12oo", "\uFFFD", '"', "TEST", "Cote d?Ivoire", "٣", "1\u00A0kg"),
  fc.string({ unit: "grapheme", maxLength: 30 }),
);

async function outcomes(bytes: Uint8Array) {
  const file = await readLots([bytes], lotMemory());
  const rows: RowOutcome<CoffeeLotDraft>[] = [];
  if (file.ok) for await (const row of file.value.rows) rows.push(row);
  return rows;
}

test("[exchange.one-outcome] rows with strange cells always get exactly one outcome and one reason, and nothing is thrown", async () => {
  const slips = fc.array(
    fc.record({
      row: fc.nat(199),
      column: fc.nat(50),
      cell: strange,
      cut: fc.constantFrom("none", "none", "drop", "add"),
    }),
    { minLength: 1, maxLength: 40 },
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...files), slips, async (file, mistakes) => {
      const rows = file.rows.map((row) => [...row]);
      for (const { row, column, cell, cut } of mistakes) {
        const target = rows[row % rows.length] ?? [];
        if (cut === "drop") target.pop();
        else if (cut === "add") target.push(cell);
        else target[column % target.length] = cell;
      }
      const account = new Reconciling();
      const read = await outcomes(new TextEncoder().encode(writeSheet(file.columns, rows)));
      for (const row of read) account.add(row);
      expect(read).toHaveLength(rows.length);
      expect(addsUp(account.account())).toBe(true);
      for (const row of read) {
        expect(["taken", "questioned", "refused", "known"]).toContain(row.outcome);
        expect("reason" in row).toBe(row.outcome !== "taken");
        if (row.outcome === "taken") expect(row.draft.bags?.netGrams).toBeGreaterThan(0n);
        if (row.row.cells.length !== file.columns.length) expect(row.outcome).toBe("refused");
      }
    }),
    { numRuns: 60 },
  );
});

test("random bytes after the heading never throw, and the account adds up", async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...files), fc.uint8Array({ maxLength: 400 }), async (file, bytes) => {
      const heading = new TextEncoder().encode(writeSheet(file.columns, []));
      const account = new Reconciling();
      for (const row of await outcomes(Uint8Array.of(...heading, ...bytes))) account.add(row);
      expect(addsUp(account.account())).toBe(true);
      expect(account.account().taken).toBe(0);
    }),
  );
});
