/** `/o/BOOK/ledger/file/…`: the trial balance, the journal of some days or of a document, a person's account and the stock as files. */
import { csvMarks, csvPieces } from "../../../exchange/export/csv.ts";
import { type ExportTable, mediaTypes } from "../../../exchange/export/table.ts";
import { xlsxPieces } from "../../../exchange/export/xlsx.ts";
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import { accountName } from "../../../rooms/settlement/pages/people.tsx";
import type { BookPage, PageAt } from "../../desk/page.ts";
import { wordOr } from "../../language/names.ts";
import { amountOf, countedOf } from "../ledger-amount.ts";
import { chartFileTable } from "./chart-sheet.tsx";
import { linesAsked } from "./entries.tsx";
import { isMoney, type JournalLine, linesAt, sidesOf } from "./lines-read.ts";
import { stockTable } from "./stock.tsx";
import { daysAsked } from "./trial.tsx";
import { trialAt } from "./trial-read.ts";

/** One file: "trial.xlsx", "entries.csv". */
export const booksFile: BookPage = { path: "/o/:book/ledger/file/:file", open: fileAt };

const makers: Readonly<Record<string, (at: PageAt) => Promise<Result<ExportTable>>>> = {
  trial: trialTable,
  entries: entriesTable,
  stock: stockTable,
  chart: chartFileTable,
};

async function fileAt(at: PageAt): Promise<Result<Response>> {
  const [, name = "", ending = ""] = /^([a-z-]{1,20})\.(csv|xlsx)$/.exec(at.parameter("file")) ?? [];
  const maker = Object.hasOwn(makers, name) ? makers[name] : undefined;
  if (maker === undefined) return refused("export.no-such-file", { file: at.parameter("file") });
  const table = await maker(at);
  return table.ok ? done(await tableResponse(at, table.value, `${name}-${at.today}`, ending)) : table;
}

/** A table as a file in the manner of the reader's country. */
export async function tableResponse(at: PageAt, table: ExportTable, name: string, ending: string): Promise<Response> {
  const style = at.say.notation.decimal === csvMarks.es.decimal ? "es" : "en";
  const pieces: Uint8Array[] = [];
  if (ending === "xlsx") for await (const piece of xlsxPieces(table)) pieces.push(piece);
  else {
    const encoder = new TextEncoder();
    for await (const piece of csvPieces(table, style, true)) pieces.push(encoder.encode(piece));
  }
  return new Response(Buffer.concat(pieces), {
    headers: {
      "Content-Type": mediaTypes[ending === "xlsx" ? "xlsx" : "csv"],
      "Content-Disposition": `attachment; filename="${name}.${ending}"`,
      "Content-Language": at.say.language,
    },
  });
}

async function trialTable(at: PageAt): Promise<Result<ExportTable>> {
  const { say } = at;
  const trial = await trialAt(at, daysAsked(at));
  if (!trial.ok) return trial;
  const text = (head: string) => ({ head, kind: "text" as const });
  const number = (of: string) => ({ head: say(`books.${of}`), kind: "number" as const });
  const rows = trial.value.groups.flatMap(({ commodity, rows, total }) => {
    const { name, unit } = countedOf(commodity, say);
    const figures = ({ opening, debit, credit, closing }: typeof total): string[] =>
      [opening, debit, credit, closing].map((grains) => amountOf(commodity, `${grains}`));
    return [
      ...rows.map((row) => [
        ...[row.code ?? "", row.name ?? "", row.account, accountName(row.account, say), name, unit],
        ...figures(row.amounts),
      ]),
      ["", "", "", say("ledger.sum"), name, unit, ...figures(total)],
    ];
  });
  return done({
    name: say("books.trial"),
    columns: [
      ...[text(say("books.code")), text(say("books.their-name"))],
      ...[
        text(say("books.our-code")),
        text(say("ledger.account")),
        text(say("books.counted")),
        text(say("books.unit")),
      ],
      ...[number("opening"), number("debit"), number("credit"), number("closing")],
    ],
    rows,
  });
}

async function entriesTable(at: PageAt): Promise<Result<ExportTable>> {
  const found = await linesAt(at, linesAsked(at));
  return found.ok ? done(linesTable(at, found.value.lines)) : found;
}

/**
 * Journal lines as a table. Money stands under debit and credit with its currency, goods under in and out with their unit, so that no
 * column adds up what cannot be added. The last rows are the sums.
 */
export function linesTable(at: PageAt, lines: readonly JournalLine[]): ExportTable {
  const { say } = at;
  const heads = {
    text: ["code", "their-name", "our-code", "account", "member", "place"],
    number: ["debit", "credit"],
  };
  const text = (of: string) => ({ head: say(of), kind: "text" as const });
  const number = (of: string) => ({ head: say(of), kind: "number" as const });
  const amounts = (commodity: string, debit: string, credit: string): string[] => {
    const { unit } = countedOf(commodity, say);
    return isMoney(commodity)
      ? [debit, credit, commodity.split(":")[1] ?? "", "", "", ""]
      : ["", "", "", debit, credit, `${countedOf(commodity, say).name}, ${unit}`];
  };
  const rowOf = (line: JournalLine): readonly string[] => [
    ...[line.entry, line.booked, line.happened, wordOr("because", line.because, say)],
    line.document === null ? "" : wordOr("books.paper", line.document, say),
    ...[line.number ?? "", line.code ?? "", line.name ?? "", line.account, accountName(line.account, say)],
    ...[line.member ?? "", line.place ?? ""],
    ...amounts(line.commodity, line.side === "debit" ? line.figure : "", line.side === "credit" ? line.figure : ""),
  ];
  const sums = [...sidesOf(lines)].map(([commodity, { debit, credit }]) => [
    ...["", "", "", say("ledger.sum"), "", "", "", "", "", "", "", ""],
    ...amounts(commodity, amountOf(commodity, `${debit}`), amountOf(commodity, `${credit}`)),
  ]);
  return {
    name: say("books.entries"),
    columns: [
      text("books.entry"),
      { head: say("ledger.booked"), kind: "day" },
      { head: say("books.happened"), kind: "day" },
      ...[text("ledger.why"), text("books.paper-kind"), text("books.number")],
      ...heads.text.map((one) =>
        text(one === "account" ? "ledger.account" : one === "place" ? "ledger.place" : `books.${one}`),
      ),
      ...heads.number.map((one) => number(`ledger.${one}`)),
      text("books.currency"),
      ...[number("books.in"), number("books.out"), text("books.unit")],
    ],
    rows: [...lines.map(rowOf), ...sums],
  };
}
