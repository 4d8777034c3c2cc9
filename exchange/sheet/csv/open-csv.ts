/** A file of separated values as a sheet: read as a stream, whatever its letters, delimiter and line ends. */
import { createReadStream } from "node:fs";
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import { restored } from "../harmless.ts";
import { longestLine, mostColumns } from "../limits.ts";
import { type RawSheet, SheetBroken, type SheetChoice, type SheetRow } from "../opened.ts";
import { dividerOf, saysDivider } from "./delimiter.ts";
import { lettersOf } from "./encoding.ts";
import { lineAt } from "./tokens.ts";

const pieceLength = 256 * 1024;

/** How a file of separated values is read. */
type Manner = { readonly file: string; readonly encoding: string; readonly delimiter: string; readonly said: boolean };

/** Opens one. Refusals: `sheet.not-a-sheet`, `sheet.encoding-unknown`, `sheet.delimiter-unknown`. */
export async function openCsv(file: string, choice: SheetChoice): Promise<Result<RawSheet>> {
  const encoding = choice.encoding ?? (await lettersOf(file));
  if (encoding === "none") return refused("sheet.not-a-sheet");
  if (!isEncoding(encoding)) return refused("sheet.encoding-unknown", { encoding }, "encoding");
  if (choice.delimiter !== undefined && !/^[^"\r\n]$/.test(choice.delimiter))
    return refused("sheet.delimiter-unknown", { delimiter: choice.delimiter }, "delimiter");
  const beginning = await beginningOf(file, encoding);
  const delimiter = choice.delimiter ?? dividerOf(beginning.text, beginning.whole);
  const manner: Manner = { file, encoding, delimiter, said: saysDivider(beginning.text) };
  return done({
    kind: "csv",
    how: { encoding, delimiter },
    pieces: () => piecesOf(manner),
    close: async () => undefined,
  });
}

function isEncoding(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== "";
  } catch {
    return false; // The only thing a decoder complains about is a name it does not know.
  }
}

async function* textOf(file: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const bytes of createReadStream(file, { highWaterMark: pieceLength }) as AsyncIterable<Buffer>)
    yield decoder.decode(bytes, { stream: true });
  yield decoder.decode();
}

async function beginningOf(
  file: string,
  encoding: string,
): Promise<{ readonly text: string; readonly whole: boolean }> {
  for await (const text of textOf(file, encoding)) return { text, whole: text.length < pieceLength / 4 };
  return { text: "", whole: true };
}

async function* piecesOf({ file, encoding, delimiter, said }: Manner): AsyncGenerator<readonly SheetRow[]> {
  let rest = "";
  let number = said ? -1 : 0; // The line that tells the delimiter is not shown by spreadsheet programs.
  let skip = said;
  const take = (whole: boolean): SheetRow[] => {
    const rows: SheetRow[] = [];
    let at = 0;
    while (at < rest.length) {
      const line = lineAt(rest, at, delimiter, whole);
      // A carriage return at the very end may be the first half of a line end: it waits for its other half.
      if (line === null || (!whole && line.next === rest.length && rest.endsWith("\r"))) break;
      at = line.next;
      number += 1;
      if (skip) skip = false;
      else if (hasContent(line.cells)) rows.push({ number, cells: cellsOf(line.cells) });
    }
    rest = rest.slice(at);
    if (rest.length > longestLine) throw new SheetBroken(refused("sheet.line-too-long", { row: number + 1 }).refusal);
    return rows;
  };
  for await (const text of textOf(file, encoding)) {
    rest += text;
    yield take(false);
  }
  yield take(true);
}

const hasContent = (cells: readonly string[]): boolean => cells.some((cell) => cell.trim() !== "");

/** Trimmed, without the mark that made a cell harmless, and without blank cells beyond the widest sheet. */
function cellsOf(cells: readonly string[]): readonly string[] {
  const read = cells.map((cell) => {
    const trimmed = cell.trim();
    return trimmed.startsWith("'") ? restored(trimmed) : trimmed;
  });
  if (read.length <= mostColumns) return read;
  const last = read.findLastIndex((cell) => cell !== "");
  return read.slice(0, Math.max(mostColumns, last + 1));
}
