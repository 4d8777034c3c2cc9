/** The trial balance of some days, read from the book and laid out by codes and accounts. */
import { done, type Result } from "../../../kernel/refusal.ts";
import { isYear } from "../../../rooms/book/rules/periods.ts";
import {
  type TrialAmounts,
  type TrialSum,
  trialByAccount,
  trialByPair,
  trialTotals,
} from "../../../rooms/book/rules/trial-balance.ts";
import type { PageAt } from "../../desk/page.ts";
import { rowsOf } from "../read.ts";
import { chartsAt, type ReadChart } from "./charts.ts";

/** One line: their code and name where there is a chart, and our account. */
export type TrialRow = {
  readonly code: string | null;
  readonly name: string | null;
  readonly account: string;
  readonly amounts: TrialAmounts;
};

/** Lines by commodity, money first, with what they come to. */
export type Trial = {
  readonly read: ReadChart | null;
  readonly groups: readonly {
    readonly commodity: string;
    readonly rows: readonly TrialRow[];
    readonly total: TrialAmounts;
    readonly even: boolean;
  }[];
  readonly even: boolean;
  /** The last day of the last year that was closed before these days; null when none was. */
  readonly carriedUntil: string | null;
};

type Row = Readonly<Record<"account" | "commodity" | "opening" | "carried" | "debit" | "credit", string>> &
  Readonly<Record<"product" | "season", string | null>>;

/** The sums of `ledger.trial` as exact figures. */
export async function trialSums(
  at: Pick<PageAt, "ask">,
  asked: { readonly from: string; readonly until: string; readonly carried?: string },
): Promise<Result<readonly TrialSum[]>> {
  const found = await at.ask("ledger.trial", asked);
  if (!found.ok) return found;
  return done(
    (found.value.rows as readonly Row[]).map((row) => ({
      ...row,
      opening: BigInt(row.opening),
      carried: BigInt(row.carried),
      debit: BigInt(row.debit),
      credit: BigInt(row.credit),
    })),
  );
}

/** The whole trial balance, by the chart in force on its last day. */
export async function trialAt(
  at: PageAt,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<Result<Trial>> {
  const charts = await chartsAt(at);
  const read = charts.on(until);
  const carriedUntil = await lastClosedYear(at, from);
  const sums = await trialSums(at, { from, until, ...(carriedUntil === null ? {} : { carried: carriedUntil }) });
  if (!sums.ok) return sums;
  const lines =
    read === null
      ? trialByAccount(sums.value).map(({ name, commodity, ...amounts }): TrialRow & { commodity: string } => ({
          commodity,
          code: null,
          name: null,
          account: name,
          amounts,
        }))
      : trialByPair(sums.value, read.chart).map(({ code, account, commodity, ...amounts }) => ({
          commodity,
          code,
          name: read.nameOf(code),
          account,
          amounts,
        }));
  const totals = trialTotals(lines.map(({ commodity, amounts }) => ({ commodity, ...amounts })));
  const groups = [...totals]
    .sort(([one], [other]) => rank(one) - rank(other) || (one < other ? -1 : 1))
    .map(([commodity, { even, ...total }]) => ({
      commodity,
      rows: lines.filter((one) => one.commodity === commodity),
      total,
      even,
    }));
  return done({ read, groups, even: groups.every((one) => one.even), carriedUntil });
}

const rank = (commodity: string): number => (commodity.startsWith("money:") ? 0 : 1);

/** The last day of the last closed year that ends before a day. */
async function lastClosedYear(at: PageAt, from: string): Promise<string | null> {
  type Period = { readonly period: string; readonly last_day: string; readonly closed_on: string | null };
  const periods = (await rowsOf<Period>(at, "accounting.periods")) ?? [];
  const years = periods.filter((one) => isYear(one.period) && one.closed_on !== null && one.last_day < from);
  return years.reduce<string | null>((last, one) => (last === null || one.last_day > last ? one.last_day : last), null);
}
