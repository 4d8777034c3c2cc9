import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { expect, test } from "vitest";
import { openSheet } from "./open.ts";
import { fileOf } from "./testing/files.ts";

const rows = 300_000;

async function manyRows(): Promise<string> {
  const path = fileOf("");
  const out = createWriteStream(path);
  out.write("N°;Nombre;Comunidad;Día;Producto;Bruto;Tara;Neto\r\n");
  for (let at = 1; at <= rows; at++)
    if (
      !out.write(
        `${at};Ñusta Peña ${at % 58};Alto ${at % 7};2024-05-${10 + (at % 18)};cacao;${at % 97},35;0,35;${at % 97}\r\n`,
      )
    )
      await once(out, "drain");
  out.end();
  await once(out, "close");
  return path;
}

test("[sheets.flat-memory] three hundred thousand rows are read in memory that does not grow with them", async () => {
  const opened = await openSheet(await manyRows());
  if (!opened.ok) throw new Error(opened.refusal.code);
  const at: number[] = [];
  let read = 0;
  for await (const row of opened.value.rows()) {
    read += 1;
    if (read % 50_000 === 0) at.push(process.memoryUsage().rss / 2 ** 20);
    if (row.number !== read + 1) throw new Error("rows are counted as they stand");
  }
  expect(read).toBe(rows);
  const [first = 0] = at;
  // The file has 20 MiB; held as cells it would take over 150. What the collector has not swept yet may lie about.
  expect(Math.max(...at) - first).toBeLessThan(90);
});
