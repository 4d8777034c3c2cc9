/** The journal line by line, with both codes and both sides: as pages show it and as files hold it. */
import { commodityParts } from "../../../kernel/ledger/commodity.ts";
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import type { PageAt } from "../../desk/page.ts";
import { amountOf } from "../ledger-amount.ts";
import { type Charts, chartsAt } from "./charts.ts";

/** What the view `ledger.lines` answers. */
export type LineRow = Readonly<
  Record<"place_of" | "position" | "booked" | "happened" | "because" | "account" | "commodity" | "amount", string>
> &
  Readonly<
    Record<"document" | "document_number" | "product" | "season" | "agent" | "member_number" | "place", string | null>
  > & { readonly ordinal: number };

/** What is asked for: some days, and perhaps one document or only what happened before them. */
export type LinesAsked = {
  readonly from: string;
  readonly until: string;
  readonly statement?: string;
  readonly settlement?: string;
  readonly number?: string;
  readonly earlier?: boolean;
};

/** One line as an accountant reads it. `code` and `name` are theirs, null while there is no chart. Figures are exact, without sign. */
export type JournalLine = {
  readonly entry: string;
  readonly booked: string;
  readonly happened: string;
  readonly because: string;
  readonly document: string | null;
  readonly number: string | null;
  readonly code: string | null;
  readonly name: string | null;
  readonly account: string;
  readonly member: string | null;
  readonly place: string | null;
  readonly commodity: string;
  readonly grains: bigint;
  readonly figure: string;
  readonly side: "debit" | "credit";
};

/** Most lines of one file. */
export const mostLines = 500_000;

/** A row as a line, by the chart that was in force on the day it was booked. */
export function lineOf(row: LineRow, charts: Charts): JournalLine {
  const read = charts.on(row.booked);
  const code = read?.codeOf(row) ?? null;
  const grains = BigInt(row.amount);
  return {
    entry: `${row.position}.${row.ordinal}`,
    booked: row.booked,
    happened: row.happened,
    because: row.because,
    document: row.document,
    number: row.document_number,
    code,
    name: code === null ? null : (read?.nameOf(code) ?? null),
    account: row.account,
    member: row.member_number,
    place: row.place,
    commodity: row.commodity,
    grains,
    figure: amountOf(row.commodity, `${grains < 0n ? -grains : grains}`),
    side: grains < 0n ? "credit" : "debit",
  };
}

/** All lines of what is asked, in the order of the book. Refused with `ledger.lines-too-many` beyond `mostLines`. */
export async function linesAt(
  at: PageAt,
  asked: LinesAsked,
): Promise<Result<{ readonly charts: Charts; readonly lines: readonly JournalLine[] }>> {
  const charts = await chartsAt(at);
  const lines: JournalLine[] = [];
  for (let after: unknown = "0.0.0"; after !== undefined; ) {
    const found = await at.ask("ledger.lines", { ...asked, after, limit: 5_000 });
    if (!found.ok) return found;
    for (const row of found.value.rows as readonly LineRow[]) lines.push(lineOf(row, charts));
    after = found.value.next?.after;
    if (lines.length > mostLines) return refused("ledger.lines-too-many", { most: mostLines });
  }
  return done({ charts, lines });
}

/** What the lines come to, by commodity: both sides, in whole grains. */
export function sidesOf(
  lines: readonly JournalLine[],
): ReadonlyMap<string, { readonly debit: bigint; readonly credit: bigint }> {
  const sums = new Map<string, { debit: bigint; credit: bigint }>();
  for (const { commodity, grains } of lines) {
    const sum = sums.get(commodity) ?? { debit: 0n, credit: 0n };
    sums.set(commodity, {
      debit: sum.debit + (grains > 0n ? grains : 0n),
      credit: sum.credit + (grains < 0n ? -grains : 0n),
    });
  }
  return sums;
}

/** Whether a commodity is money: goods stand in columns of their own, so that no sum mixes pesos and kilos. */
export const isMoney = (commodity: string): boolean => commodityParts(commodity)?.kind === "money";
