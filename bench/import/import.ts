/** `import`: rows per second of a sheet of hand-overs into a book, and the memory it takes; the parser and the writer alone beside it. */
import { generateKeyPairSync } from "node:crypto";
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse";
import type { Choices } from "../../exchange/starts/choices.ts";
import { tools } from "../../rooms/all.ts";
import { openStore } from "../../store/connection/pools.ts";
import { sealWith } from "../../store/writer/seal.ts";
import { openWriters, type Writers } from "../../store/writer/writers.ts";
import { idOf, openedBook, peopleOf, sayAs } from "../ingest/book.ts";
import { collectionPlace, product } from "../ingest/hand-over.ts";
import { startChild } from "../method/child.ts";
import { type BenchServer, startServer } from "../method/database.ts";
import { ratioText, spelled } from "../method/figures.ts";
import type { Bench } from "../method/report.ts";
import type { Bring, Brought } from "./bring.ts";

/** Rows of the sheets: the memory of the two tells whether it grows. */
const SIZES = [10_000, 100_000] as const;

const day = (): string => new Date().toISOString().slice(0, 10);
const grossOf = (at: number): bigint => 50_000n + BigInt((at * 37) % 9_000);

/** A sheet as a co-op keeps it: semicolons, decimal commas, days with the day first. */
function sheetOf(rows: number, folder: string): string {
  const [year, month, of] = day().split("-");
  const lines = ["Fecha;Socio;Recibo;Kilos brutos;Tara;Humedad;Punto"];
  for (let at = 0; at < rows; at += 1) {
    const kilos = `${grossOf(at) / 1_000n},${(grossOf(at) % 1_000n).toString().padStart(3, "0")}`;
    lines.push(`${of}/${month}/${year};${(at % 500) + 1};R-${at};${kilos};0,7;11,${at % 10};${collectionPlace}`);
  }
  const path = join(folder, `${rows}.csv`);
  writeFileSync(path, `${lines.join("\r\n")}\r\n`);
  return path;
}

const choices: Choices = {
  kind: "deliveries",
  product,
  mapping: { day: 0, number: 1, receipt: 2, gross: 3, tare: 4, moisture: 5, place: 6 },
};

async function child(bring: Bring): Promise<Brought> {
  const process = startChild(new URL("bring.ts", import.meta.url));
  try {
    return await process.ask<Brought>(bring);
  } finally {
    await process.end();
  }
}

/** The parser alone, over the same file. */
async function parsing(path: string): Promise<number> {
  const began = performance.now();
  let rows = 0;
  for await (const _ of createReadStream(path).pipe(parse({ delimiter: ";" }))) rows += 1;
  return rows / ((performance.now() - began) / 1_000);
}

/** The writer alone: as many hand-overs of the same content, said on a seat. */
async function writing(writers: Writers, name: string, rows: number): Promise<number> {
  const { book, manager, members } = peopleOf(name);
  const said = Array.from({ length: rows }, (_, at) => {
    const bag = { gross_g: `${grossOf(at)}`, tare_g: "700", container: "sack", count: 1 };
    const measurements = [{ measure: "moisture", value: `11.${at % 10}`, unit: "percent" }];
    const where = { product, place: collectionPlace, on: day(), receipt: `R-${at}` };
    const who = { delivery: idOf(`${name} ${at}`), member: members[at % 500] as string };
    return ["delivery.receive", { ...who, ...where, bags: [bag], measurements }] as const;
  });
  const began = performance.now();
  await sayAs(writers, book, manager, said, `${name} hand-overs`);
  return rows / ((performance.now() - began) / 1_000);
}

async function rowOf(rows: number, database: BenchServer, folder: string, say: (line: string) => void) {
  const server = await database.migrated(`import_${rows}`);
  const store = openStore(server);
  const seal = sealWith(generateKeyPairSync("ed25519").privateKey);
  const writers = openWriters(store, tools, seal, () => new Date().toISOString());
  const [name, alone] = [`sheet of ${rows}`, `writer alone ${rows}`];
  for (const one of [name, alone]) await openedBook(writers, one, 0);
  const { book, manager } = peopleOf(name);
  const path = sheetOf(rows, folder);
  const bring = { server, path, book, ...manager, choices };
  const tried = await child({ ...bring, trial: true });
  const done = await child({ ...bring, trial: false });
  const again = await child({ ...bring, trial: false });
  if (done.in !== rows || again.in !== 0) throw new Error(`not all of ${rows}: ${JSON.stringify([done, again])}`);
  const [parser, writer] = [await parsing(path), await writing(writers, alone, rows)];
  await store.close();
  const rate = rows / done.seconds;
  const row = [
    `${rows}`,
    spelled(done.seconds),
    spelled(rate),
    spelled(rows / tried.seconds),
    spelled(rows / again.seconds),
    `${done.peak}`,
    spelled(writer),
    ratioText(rate, writer),
    spelled(parser),
  ];
  say(row.join("  "));
  return row;
}

/** The benchmark. */
export const bench: Bench = async ({ size, say }) => {
  const database = await startServer(0);
  const folder = mkdtempSync(join(tmpdir(), "ayni-bench-import-"));
  const rows: string[][] = [];
  try {
    for (const one of SIZES) rows.push(await rowOf(Math.round(one * size), database, folder, say));
  } finally {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return {
    name: "import",
    method: [
      "A CSV of hand-overs (day, member number, receipt, gross, tare, moisture, place; semicolons, decimal commas) is tried, imported, and imported",
      "again, each in a process of its own; every row becomes one delivery.receive of a book with 500 members and an open season, durable.",
      "Yardsticks in the same run: the writer alone taking as many hand-overs of the same content, and csv-parse alone over the same file.",
    ],
    tables: [
      {
        title: "Rows per second",
        columns: [
          "rows",
          "import, s",
          "import /s",
          "trial /s",
          "again (all known) /s",
          "peak memory, MiB",
          "writer alone /s",
          "ratio",
          "csv-parse alone /s",
        ],
        rows,
      },
    ],
    notes: [
      "One run of each; peak memory is the most resident memory of the importing process, Node and code included.",
    ],
  };
};
