import { createReadStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { CoffeeLotDraft } from "./coffee-lots/draft.ts";
import { lotMemory, readLots } from "./coffee-lots/read-lots.ts";
import { faultyRows, type Say } from "./faulty-rows.ts";
import type { RowOutcome } from "./outcome.ts";
import { Reconciling } from "./reconciliation.ts";
import { readSheet } from "./sheet/read.ts";

const speaking = (language: string): Say => {
  const file = join(import.meta.dirname, `../languages/${language}/import.json`);
  const messages: Record<string, string> = JSON.parse(readFileSync(file, "utf8"));
  return (key, facts) =>
    (messages[key.replace("import.", "")] ?? key).replace(/\{\$(\w+)\}/g, (_, name: string) => facts[name] ?? "");
};

async function read(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
  const file = await readLots(bytes, lotMemory());
  if (!file.ok) throw new Error(file.refusal.code);
  const rows: RowOutcome<CoffeeLotDraft>[] = [];
  for await (const row of file.value.rows) rows.push(row);
  return { columns: file.value.columns, rows };
}
const raw = () => createReadStream(join(import.meta.dirname, "../examples/coffee-cqi-lots/arabica_ratings_raw.csv"));

test("[exchange.faulty-rows] the rows that wait for somebody come out with row, reason and what to do", async () => {
  const { columns, rows } = await read(raw());
  const sheet = await readSheet([new TextEncoder().encode(faultyRows(columns, rows, speaking("es")))]);
  expect(sheet.columns.slice(-6)).toEqual(["fila", "resultado", "código", "campo", "encontrado", "qué hacer"]);
  const lines: (readonly string[])[] = [];
  for await (const row of sheet.rows) lines.push(row.cells);
  expect(lines).toHaveLength(541 + 1);
  const sample = lines.find((cells) => cells.at(-2) === "1 kg");
  expect(sample?.slice(-6)).toEqual([
    sample?.at(-6),
    "con pregunta",
    "import.bag-weight-is-sample",
    "Bag Weight",
    "1 kg",
    "«1 kg» es el peso de la muestra, no el del saco. Escriba el peso de un saco, por ejemplo 69 kg.",
  ]);
});

test("a faulty row, corrected and read in again, is taken; one not corrected asks the same again", async () => {
  const { columns, rows } = await read(raw());
  const text = faultyRows(columns, rows, speaking("pt"));
  const again = new Reconciling();
  for (const row of (await read([new TextEncoder().encode(text)])).rows) again.add(row);
  expect(again.account()).toMatchObject({ read: 542, taken: 0, questioned: 541, refused: 1 });
  const corrected = new Reconciling();
  for (const row of (await read([new TextEncoder().encode(text.replaceAll(/,1 kg,B-/g, ",69 kg,B-"))])).rows)
    corrected.add(row);
  expect(corrected.account()).toMatchObject({ read: 542, taken: 327, questioned: 214, refused: 1 });
});
