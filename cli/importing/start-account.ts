/** The account of a start in words: which column was what, what became of the rows, the sums, and why rows wait. */
import { createWriteStream } from "node:fs";
import { basename, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { csvPieces } from "../../exchange/export/csv.ts";
import { xlsxPieces } from "../../exchange/export/xlsx.ts";
import type { StartAccount } from "../../exchange/starts/account.ts";
import type { Choices } from "../../exchange/starts/choices.ts";
import { fieldsOf } from "../../exchange/starts/kinds.ts";
import { addedHeads, factsOf, type SayRow, type WaitingRow, waitingTable } from "../../exchange/starts/waiting-rows.ts";
import { sentenceOf } from "../../web/language/sentence.ts";
import { waitingRows } from "../../web/office/imports/first-rows.ts";
import { type Desk, told } from "../command.ts";

/** Says which column was taken for what. */
export function sayColumns({ kind, mapping }: Choices, header: readonly string[], desk: Desk): void {
  for (const { field } of fieldsOf[kind]) {
    const column = mapping[field] ?? null;
    if (column === null) continue;
    desk.tell(
      told(desk, "import.column", {
        field: `${desk.say(`imports.field.${field}`)} (${field})`,
        column: header[column] ?? "",
      }),
    );
  }
}

/** Prints the account: the rows, the sums of the columns, each reason with its first row's words. */
export async function sayStartAccount(
  account: StartAccount,
  trial: boolean,
  waitingPath: string,
  desk: Desk,
): Promise<void> {
  const { read, in: into, questioned, known, asked, refused } = account;
  const counts = { read, in: into, questioned, known, asked, refused };
  const texts = Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, `${count}`]));
  desk.out(told(desk, trial ? "import.would" : "import.did", texts));
  const mark = desk.say(`imports.mark.${account.manner.mark === "," ? "comma" : "point"}`);
  desk.out(`  ${desk.say("imports.manner", { mark, order: desk.say(`imports.order.${account.manner.order}`) })}`);
  for (const { field, ...sums } of account.sums)
    desk.out(told(desk, "import.sums", { column: desk.say(`imports.field.${field}`), ...sums }));
  const first = await firstOfEach(waitingPath);
  for (const [code, count] of account.reasons) {
    desk.out(told(desk, "import.reason", { count: `${count}`, code }));
    const row = first.get(code);
    if (row !== undefined)
      desk.out(
        told(desk, "import.first", { row: `${row.number}`, says: sentenceOf({ code, facts: factsOf(row) }, desk.say) }),
      );
  }
  for (const [code, count] of account.notes) desk.out(told(desk, "import.note", { count: `${count}`, code }));
}

async function firstOfEach(path: string): Promise<ReadonlyMap<string, WaitingRow>> {
  const first = new Map<string, WaitingRow>();
  for await (const row of waitingRows(path)) if (!first.has(row.code)) first.set(row.code, row);
  return first;
}

/** Writes the rows that wait as a sheet of the same columns with what to do, as CSV and as a workbook. */
export async function writeWaiting(
  waitingPath: string,
  file: string,
  header: readonly string[],
  folder: string,
  desk: Desk,
): Promise<void> {
  const [any] = await waitingRows(waitingPath)
    .next()
    .then(({ value }) => [value as WaitingRow | undefined]);
  if (any === undefined) return;
  const isOurs = (key: string): boolean => /^import\.(column|outcome)\./.test(key);
  const say: SayRow = (key, facts) => (isOurs(key) ? desk.say(key) : sentenceOf({ code: key, facts }, desk.say));
  const name = basename(file).replace(/\.[a-z]{2,4}$/i, "");
  const table = () => waitingTable(addedHeads(say)[1] ?? "", header, waitingRows(waitingPath), say);
  const style = desk.say.language.startsWith("en") ? "en" : "es";
  const files = [
    [join(folder, `${name}.waiting.csv`), csvPieces(table(), style, true)],
    [join(folder, `${name}.waiting.xlsx`), xlsxPieces(table())],
  ] as const;
  for (const [path, pieces] of files) {
    await pipeline(Readable.from(pieces), createWriteStream(path));
    desk.tell(told(desk, "import.faulty", { file: path }));
  }
}
