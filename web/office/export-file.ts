/** `/o/BOOK/export/VIEW.csv` and `.xlsx`: what a list shows, whole, as a sheet. */
import { folded } from "../../exchange/columns.ts";
import { csvPieces } from "../../exchange/export/csv.ts";
import { type ExportTable, mediaTypes } from "../../exchange/export/table.ts";
import { type ViewColumn, viewColumns } from "../../exchange/export/view-columns.ts";
import { xlsxPieces } from "../../exchange/export/xlsx.ts";
import { done, type Refusal, type Result, refused } from "../../kernel/refusal.ts";
import type { Answer } from "../../store/reader/ask.ts";
import type { BookPage, PageAt } from "../desk/page.ts";
import { wordOr } from "../language/names.ts";
import type { Say } from "../language/say.ts";
import { type ProblemCode, RequestRefused } from "../server/problem.ts";
import { type AskedFile, askedFile } from "./exporting/asked.ts";
import { allRows } from "./exporting/rows.ts";
import { type Sending, streamed } from "./exporting/stream.ts";

/** A view as a sheet. It takes the same words as the view, and `style` (es, en), `bom=1`. */
export const exportFile: BookPage = { path: "/o/:book/export/:file", open: fileAt };

/** Files that may be sent at once: each holds one of the server's few connections while it is taken. */
const mostAtOnce = 4;
let sending = 0;

async function fileAt(at: PageAt): Promise<Result<Response>> {
  const file = askedFile(at);
  if (!file.ok) return problem(file.refusal);
  if (sending >= mostAtOnce) return problem(refused("export.busy").refusal);
  sending += 1;
  const body = await streamed(async (to) => {
    try {
      return await sent(at, file.value, to);
    } finally {
      sending -= 1;
    }
  });
  return body.ok ? done(responseOf(at, file.value, body.value)) : problem(body.refusal);
}

/**
 * Reads and sends, a piece at a time. What holds personal values is made whole before any of it leaves: that somebody looked is
 * written down when the reading ends, and must stand there even if the sending is broken off.
 */
async function sent(at: PageAt, file: AskedFile, { begin, send }: Sending): Promise<Result<unknown>> {
  const held: Uint8Array[] = [];
  const isHeld = file.view.reads !== undefined;
  const read = await at.services.reader.visit(at.session, async ({ ask, powers }) => {
    const rows = await allRows(ask, file);
    if (!rows.ok) return rows;
    const { self } = file.view;
    const isOwn = self !== undefined && file.asked[self] === at.session.agent;
    const table = tableOf(at, file, rows.value, isOwn || powers.has("see-personal"));
    if (!isHeld) begin();
    for await (const piece of piecesOf(table, file)) {
      if (isHeld) held.push(piece);
      else await send(piece);
    }
    return done(null);
  });
  if (!read.ok || !isHeld) return read;
  begin();
  for (const piece of held) await send(piece);
  return read;
}

/** As the API answers it. */
const statusOf: Readonly<Record<string, ProblemCode>> = {
  "export.no-such-file": 404,
  "export.busy": 503,
  "view.not-yours": 403,
  "session.seat-ended": 403,
  "view.too-slow": 503,
};

function problem(refusal: Refusal): never {
  const status = statusOf[refusal.code] ?? 400;
  throw new RequestRefused(status, refusal, refusal.code === "export.busy" ? { retryAfter: 30 } : {});
}

/** Public for the test that each field has a word: the heading of a column in the reader's language, unit included. */
export function headOf({ field, currency }: ViewColumn, say: Say): string {
  const word = wordOr("columns", field, say);
  return currency === undefined ? word : `${word} (${currency})`;
}

function tableOf(at: PageAt, file: AskedFile, pages: AsyncIterable<Answer["rows"]>, personal: boolean): ExportTable {
  const { say, settings } = at;
  const words = { yes: say("export.yes"), no: say("export.no") };
  const columns = viewColumns(file.view, { asked: file.asked, currencies: settings.currencies, words, personal });
  async function* rows() {
    for await (const page of pages) for (const row of page) yield columns.map((column) => column.cell(row));
  }
  const heads = columns.map((column) => ({ head: headOf(column, say), kind: column.kind }));
  return { name: titleOf(file.view.name, say), columns: heads, rows: rows() };
}

/** What a view is called where people choose it. */
export const titleOf = (view: string, say: Say): string => wordOr("export.of", view, say);

async function* piecesOf(table: ExportTable, { format, style, bom }: AskedFile): AsyncGenerator<Uint8Array> {
  if (format === "xlsx") return yield* xlsxPieces(table);
  const encoder = new TextEncoder();
  for await (const piece of csvPieces(table, style, bom)) yield encoder.encode(piece);
}

function responseOf(at: PageAt, { view, format }: AskedFile, body: ReadableStream<Uint8Array>): Response {
  const book =
    folded(at.settings.name)
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 40) || "ayni";
  const name = `${book}-${view.name.replaceAll(".", "-")}-${at.today}.${format}`;
  return new Response(body, {
    headers: {
      "Content-Type": mediaTypes[format],
      "Content-Disposition": `attachment; filename="${name}"`,
      "Content-Language": at.say.language,
      "Cache-Control": "no-store",
    },
  });
}
