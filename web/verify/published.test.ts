/** What is published of the code is what the code does: keys, lists and sizes of the page against the tables. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { KEY } from "../../rooms/acopio/rules/receipt-code.ts";
import { containers, currencies, measures, products } from "../../rooms/acopio/rules/receipt-tables.ts";

const docs = join(import.meta.dirname, "..", "..", "docs");
const page = readFileSync(join(docs, "receipt-code.md"), "utf8");
const cddl = readFileSync(join(docs, "receipt.cddl"), "utf8");

test("the page lists every short number in its place [receipt.published]", () => {
  expect(page).toContain(`Products: ${products.join(", ")}.`);
  expect(page).toContain(`Containers: ${containers.join(", ")}.`);
  expect(page).toContain(`Readings (measure in unit): ${measures.map((pair) => pair.join(" in ")).join(", ")}.`);
  const numbers = Object.entries(currencies).map(([code, number]) => `${code} ${number}`);
  expect(page).toContain(`ISO 4217: ${numbers.join(", ")}.`);
});

test("the CDDL has every key of a receipt, and no other [receipt.published]", () => {
  const [, receipt = ""] = /\nreceipt = \{\n(.*?)\n\}/s.exec(cddl) ?? [];
  const said = [...receipt.matchAll(/(?:^ {2}\??\s*|\(|\/\/ )(\d+) =>/gm)].map(([, key]) => Number(key));
  expect(said.sort((one, other) => one - other)).toEqual(Object.values(KEY).sort((one, other) => one - other));
});
