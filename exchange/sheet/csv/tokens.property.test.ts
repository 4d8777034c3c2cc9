import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readText } from "../testing/files.ts";
import { lineAt } from "./tokens.ts";

const lines = (text: string, delimiter: string): (readonly string[])[] => {
  const found: (readonly string[])[] = [];
  for (let at = 0; at < text.length; ) {
    const line = lineAt(text, at, delimiter, true);
    if (line === null) throw new Error("a whole text has no unfinished line");
    found.push(line.cells);
    at = line.next;
  }
  return found;
};

const cell = fc.string({ unit: fc.constantFrom("a", "ñ", '"', ";", ",", "\n", "\r", " ", "="), maxLength: 6 });
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
const end = fc.constantFrom("\n", "\r\n", "\r");

test("what another program writes is taken apart as another program reads it", () => {
  fc.assert(
    fc.property(table, fc.constantFrom(";", ","), end, (rows, delimiter, record_delimiter) => {
      const text = stringify(rows, { delimiter, record_delimiter, quoted_match: /[\r\n]/ });
      const judge = parse(text, { delimiter, record_delimiter, relax_column_count: true });
      expect(lines(text, delimiter)).toEqual(judge);
    }),
  );
});

test("where a text is cut makes no difference: the unfinished line waits", () => {
  fc.assert(
    fc.property(table, fc.nat(), (rows, at) => {
      const text = stringify(rows, { record_delimiter: "\n", quoted_match: /[\r\n]/ });
      const cut = at % (text.length + 1);
      const [found, taken]: [(readonly string[])[], { at: number }] = [[], { at: 0 }];
      for (let line = lineAt(text.slice(0, cut), 0, ",", false); line !== null; ) {
        found.push(line.cells);
        taken.at = line.next;
        line = taken.at < cut ? lineAt(text.slice(0, cut), taken.at, ",", false) : null;
      }
      expect([...found, ...lines(text.slice(taken.at), ",")]).toEqual(lines(text, ","));
    }),
  );
});

test("no bytes make reading end otherwise than with rows or a refusal", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      const read = await readText(bytes).catch((error: Error) => error.message);
      if (typeof read === "string") expect(read).toMatch(/^sheet\./);
    }),
    { numRuns: 60 },
  );
});
