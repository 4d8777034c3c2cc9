/** `ayni export tables --book BOOK --to FOLDER`: every table of a book, one file each, for whoever leaves or looks closer. */
import { createWriteStream } from "node:fs";
import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type CsvStyle, csvPieces } from "../exchange/export/csv.ts";
import type { ExportTable } from "../exchange/export/table.ts";
import { xlsxPieces } from "../exchange/export/xlsx.ts";
import { isUuid } from "../kernel/ids.ts";
import { refused } from "../kernel/refusal.ts";
import { inTransaction } from "../store/connection/pools.ts";
import { booksHere } from "../web/server/operator.ts";
import { atInstallation, type Command, misused, tellRefusal, told, well } from "./command.ts";
import { tablesOf } from "./table-source.ts";
import { type Options, readWords } from "./words.ts";

const options: Options = {
  ...{ book: "text", to: "text", style: "text" },
  ...{ csv: "flag", xlsx: "flag", bom: "flag", "with-personal": "flag" },
};

/** Writes the files and says how many rows each has. */
export const exportTables: Command = async (words, desk) => {
  const read = readWords(words, options);
  const { book = "", to: folder = "", style = desk.say.notation.decimal === "," ? "es" : "en" } = read?.texts ?? {};
  const wrong =
    read === null || read.rest.length > 0 || !isUuid(book) || folder === "" || (read.flags.csv && read.flags.xlsx);
  if (wrong || (style !== "es" && style !== "en")) {
    desk.tell(told(desk, "export-tables.use"));
    return misused;
  }
  if (!(await isFree(folder))) return tellRefusal(refused("export.folder-not-empty", { folder }).refusal, desk);
  const { flags } = read;
  return atInstallation(desk, async ({ store }) => {
    const keeper = store.connect("keeper");
    if (!(await booksHere(keeper)).some((one) => one.book === book))
      return tellRefusal(refused("book.unknown").refusal, desk);
    await mkdir(folder, { recursive: true });
    await inTransaction(keeper, async (client) => {
      await client.query("set transaction isolation level repeatable read read only");
      for (const table of await tablesOf(client, book, flags["with-personal"] === true)) {
        const file = `${table.name}.${flags.xlsx ? "xlsx" : "csv"}`;
        const counted = counting(table);
        const pieces = flags.xlsx ? xlsxPieces(counted.table) : csvPieces(counted.table, style as CsvStyle, flags.bom);
        await pipeline(Readable.from(pieces), createWriteStream(join(folder, file), { flags: "wx" }));
        desk.out(told(desk, "export-tables.file", { file, rows: `${counted.rows()}` }));
      }
    });
    return well;
  });
};

/** Whether nothing would be mixed up with what is there: a folder that is empty, or not made yet. */
const isFree = async (folder: string): Promise<boolean> => (await readdir(folder).catch(() => [])).length === 0;

function counting(table: ExportTable): { readonly table: ExportTable; rows(): number } {
  let count = 0;
  async function* rows() {
    for await (const row of table.rows) {
      count += 1;
      yield row;
    }
  }
  return { table: { ...table, rows: rows() }, rows: () => count };
}
