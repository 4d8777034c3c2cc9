import { Readable } from "node:stream";
import { type Parser, parse } from "csv-parse";
import { delimiterOf } from "./delimiter.ts";
import { restored } from "./harmless.ts";
import { type FileBytes, PROGRESS_STEP, type Progress, type Sheet, type SheetFault, type SheetRow } from "./sheet.ts";
import { LOST_CHARACTER, textOf } from "./text.ts";

type Options = { readonly progress?: Progress };

/**
 * Reads a sheet of separated values (CSV): UTF-8 with or without byte order mark, delimiter found from the heading,
 * line ends of any kind, also inside quotation marks. Never throws for what the file holds: a row that cannot be taken
 * apart comes with its fault. Rows without any content are passed over but keep their number.
 */
export async function readSheet(bytes: FileBytes, options: Options = {}): Promise<Sheet> {
  const text = textOf(bytes);
  const first = await text.next();
  const beginning = first.done ? "" : first.value;
  const parser = parserFor(beginning);
  const source = Readable.from(continued(beginning, text));
  source.on("error", (error) => parser.parser.destroy(error));
  source.pipe(parser.parser);
  const records: AsyncIterator<string[]> = parser.parser[Symbol.asyncIterator]();
  const heading = await records.next();
  const columns = heading.done ? [] : heading.value.map((name) => name.trim());
  return { columns, rows: rowsOf(records, columns.length, parser.quoteOpen, options.progress) };
}

async function* continued(beginning: string, rest: AsyncIterator<string> & AsyncIterable<string>) {
  yield beginning;
  yield* rest;
}

/** The parser is lenient on purpose: with these options its only complaint is a quotation mark that never closes. */
function parserFor(beginning: string): { parser: Parser; quoteOpen: () => boolean } {
  let open = false;
  const parser = parse({
    delimiter: delimiterOf(beginning),
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_quotes: true,
    relax_column_count: true,
    skip_records_with_error: true,
    on_skip: () => {
      open = true;
      return undefined;
    },
  });
  return { parser, quoteOpen: () => open };
}

async function* rowsOf(
  records: AsyncIterator<string[]>,
  width: number,
  quoteOpen: () => boolean,
  progress: Progress | undefined,
): AsyncGenerator<SheetRow> {
  let number = 1;
  for (let next = await records.next(); !next.done; next = await records.next()) {
    number += 1;
    const cells = next.value.map(restored);
    if (cells.some((cell) => cell.trim() !== "")) yield { number, cells, fault: faultOf(cells, width) };
    if ((number - 1) % PROGRESS_STEP === 0) progress?.(number - 1);
  }
  if (quoteOpen()) {
    number += 1;
    yield { number, cells: [], fault: "quote-open" };
  }
  progress?.(number - 1);
}

function faultOf(cells: readonly string[], width: number): SheetFault | null {
  if (cells.some((cell) => cell.includes(LOST_CHARACTER))) return "not-text";
  return cells.length === width ? null : "cell-count";
}
