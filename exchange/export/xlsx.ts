/** A table as a workbook (.xlsx), written as a stream, of any size. */
import { daysBetween, day as readDay, theDay } from "../../kernel/time/index.ts";
import { longestCell } from "../sheet/limits.ts";
import type { CellKind, ExportTable } from "./table.ts";
import { columnName, partsAfter, partsBefore, sheetBeginning, sheetEnd, styleOf, xmlText } from "./workbook-parts.ts";
import { type ZipPart, zipped } from "./zip.ts";

/** Rows of one sheet, its heading included (Excel's own limit); the rows after them go on in a further sheet. */
const mostRows = 1_048_576;
/** Characters gathered before they are handed on. */
const pieceLength = 32 * 1024;

/**
 * The bytes of the workbook. Numbers are numbers, with their exact text; one of more than fifteen digits, which a spreadsheet
 * program would alter, is text. Text is text, also where it begins as a formula, and stays so when its cell is edited. A text
 * longer than a cell can hold ends with "…".
 */
export const xlsxPieces = (table: ExportTable, rowsOfSheet = mostRows): AsyncGenerator<Uint8Array> =>
  zipped(parts(table, rowsOfSheet));

async function* parts(table: ExportTable, rowsOfSheet: number): AsyncGenerator<ZipPart> {
  const source = { rows: iteratorOf(table.rows), next: undefined as readonly string[] | undefined };
  const take = async (): Promise<void> => {
    const { done, value } = await source.rows.next();
    source.next = done === true ? undefined : value;
  };
  await take();
  let sheets = 0;
  async function* sheet(): AsyncGenerator<string> {
    let number = 1;
    let piece = sheetBeginning(table.columns.map((column) => column.head)) + headingRow(table);
    while (source.next !== undefined && number < rowsOfSheet) {
      number += 1;
      piece += rowOf(source.next, table, number);
      await take();
      if (piece.length < pieceLength) continue;
      yield piece;
      piece = "";
    }
    yield piece + sheetEnd(table.columns.length, number);
  }
  yield* partsBefore();
  do {
    sheets += 1;
    yield { name: `xl/worksheets/sheet${sheets}.xml`, content: sheet() };
  } while (source.next !== undefined);
  yield* partsAfter(table.name, sheets);
}

const iteratorOf = (rows: ExportTable["rows"]): AsyncIterator<readonly string[]> | Iterator<readonly string[]> =>
  Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();

const headingRow = ({ columns }: ExportTable): string =>
  `<row r="1">${columns.map(({ head }, place) => textCell(`${columnName(place)}1`, head, styleOf.heading)).join("")}</row>`;

function rowOf(cells: readonly string[], { columns }: ExportTable, number: number): string {
  let row = `<row r="${number}">`;
  for (const [place, cell] of cells.entries())
    if (cell !== "") row += cellOf(`${columnName(place)}${number}`, cell, columns[place]?.kind ?? "text");
  return `${row}</row>`;
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
/** Digits that a spreadsheet program keeps. */
const mostDigits = 15;
const FORMULA = /^['=+\-@\t\r]/;
/** The first day that both counts of days agree on; days before it are written as text. */
const firstSafeDay = theDay("1900-03-01");

function cellOf(place: string, cell: string, kind: CellKind): string {
  if (kind === "number" && NUMBER.test(cell) && digitsOf(cell) <= mostDigits)
    return `<c r="${place}"><v>${cell}</v></c>`;
  const day = kind === "day" ? readDay(cell) : null;
  if (day !== null && day >= firstSafeDay)
    return `<c r="${place}" s="${styleOf.day}"><v>${daysBetween(theDay("1899-12-30"), day)}</v></c>`;
  return textCell(place, cell, FORMULA.test(cell) ? styleOf.guarded : styleOf.plain);
}

const digitsOf = (number: string): number => number.replace(/^-?(?:0\.)?0*|[.-]/g, "").length;

function textCell(place: string, text: string, style: number): string {
  const kept = text.length > longestCell ? `${text.slice(0, longestCell - 1)}…` : text;
  const styled = style === styleOf.plain ? "" : ` s="${style}"`;
  return `<c r="${place}"${styled} t="inlineStr"><is><t xml:space="preserve">${xmlText(kept)}</t></is></c>`;
}
