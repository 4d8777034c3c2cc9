import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readSheet } from "./read.ts";
import { writeSheet } from "./write.ts";

const cell = fc
  .tuple(fc.constantFrom("", "", "=", "+", "-", "@", "\t", "'", "'="), fc.string({ unit: "grapheme", maxLength: 12 }))
  .map(([beginning, rest]) => beginning + rest);
/** Cells as a spreadsheet program takes them apart: by a reader that knows nothing of our apostrophes. */
const asSpreadsheetsSee = (written: string): string[][] => parse(written, { record_delimiter: "\r\n" });

test("what is written is read back, cell by cell, and no written cell begins as a formula", async () => {
  const tables = fc.array(fc.tuple(fc.constant("x"), cell, cell), { maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(tables, async (rows) => {
      const written = writeSheet(["a", "b", "c"], rows);
      const sheet = await readSheet([new TextEncoder().encode(written)]);
      const back: (readonly string[])[] = [];
      for await (const row of sheet.rows) back.push(row.cells);
      expect(back).toEqual(rows);
      for (const seen of asSpreadsheetsSee(written).flat()) expect(seen).not.toMatch(/^[=+\-@\t\r]/);
    }),
  );
});

test("no bytes make reading throw, and rows are numbered upward", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 5 }), async (pieces) => {
      const sheet = await readSheet(pieces);
      let last = 1;
      for await (const row of sheet.rows) {
        expect(row.number).toBeGreaterThan(last);
        last = row.number;
      }
    }),
  );
});
