/** One reading or writing in a process of its own, so that its memory is its own: what it took, and the most memory it held. */
import { createReadStream, createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parse } from "csv-parse";
import { stringify } from "csv-stringify";
import writeXlsxFile from "write-excel-file/node";
import { openSheet } from "../../exchange/sheet/open.ts";
import { openArchive } from "../../exchange/sheet/xlsx/archive.ts";
import { answerParent } from "../method/child.ts";
import { unwrap } from "../method/unwrap.ts";
import { tableOf, writeCsv, writeXlsx } from "./files.ts";

/** What can be asked. `rows` counts for writing. */
export type Work =
  | { readonly what: "read" | "csv-parse" | "unpack"; readonly file: string }
  | {
      readonly what: "csv" | "xlsx" | "csv-stringify" | "write-excel-file";
      readonly file: string;
      readonly rows: number;
    };

/** Seconds, rows passed, and the most resident memory since the process began, in MiB. */
export type Worked = { readonly seconds: number; readonly rows: number; readonly mebibytes: number };

async function count(rows: AsyncIterable<unknown>): Promise<number> {
  let number = 0;
  for await (const _ of rows) number += 1;
  return number;
}

async function read(file: string): Promise<number> {
  const sheet = unwrap(await openSheet(file));
  const rows = await count(sheet.rows());
  await sheet.close();
  return rows;
}

/** Unpacks the sheet and looks at nothing. */
async function unpack(file: string): Promise<number> {
  const archive = unwrap(await openArchive(file));
  const stream = await archive.stream("xl/worksheets/sheet1.xml");
  if (stream === null) throw new Error("the benchmark's workbook has a first sheet");
  await count(stream);
  archive.close();
  return 0;
}

/** Numbers and texts as that package wants them; it holds the whole table. */
async function writeByPackage(file: string, rows: number): Promise<number> {
  const table = tableOf(rows);
  const data = [...(table.rows as Iterable<readonly string[]>)].map((cells) =>
    cells.map((cell, at) =>
      table.columns[at]?.kind === "number" ? { value: Number(cell), type: Number } : { value: cell, type: String },
    ),
  );
  await writeXlsxFile(data as never).toFile(file);
  return rows;
}

async function done(work: Work): Promise<number> {
  switch (work.what) {
    case "read":
      return read(work.file);
    case "csv-parse":
      return count(createReadStream(work.file).pipe(parse({ delimiter: ";", from: 2 })));
    case "unpack":
      return unpack(work.file);
    case "csv":
      await writeCsv(work.file, work.rows);
      return work.rows;
    case "xlsx":
      await writeXlsx(work.file, work.rows);
      return work.rows;
    case "csv-stringify":
      await pipeline(
        Readable.from(tableOf(work.rows).rows as Iterable<readonly string[]>),
        stringify({ delimiter: ";" }),
        createWriteStream(work.file),
      );
      return work.rows;
    case "write-excel-file":
      return writeByPackage(work.file, work.rows);
  }
}

answerParent(
  async (work: Work): Promise<Worked> => {
    const began = performance.now();
    const rows = await done(work);
    const seconds = (performance.now() - began) / 1_000;
    return { seconds, rows, mebibytes: Math.round(process.resourceUsage().maxRSS / 1_024) };
  },
  async () => undefined,
);
