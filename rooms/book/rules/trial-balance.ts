/**
 * The trial balance: of each account and commodity what was there before, what went in and out, and what is there. In each commodity
 * all four add up: nothing before, as much in as out, nothing after. By the organisation's own codes when it has a chart.
 */
import type { ChartOfAccounts } from "./chart-of-accounts.ts";
import { codeFinder, isResult, type ToPlace } from "./chart-of-accounts.ts";

/** Amounts of one line in whole grains; plus is debit. */
export type TrialAmounts = {
  readonly opening: bigint;
  readonly debit: bigint;
  readonly credit: bigint;
  readonly closing: bigint;
};

/** One line: what it is of, and its amounts. */
export type TrialLine = { readonly commodity: string } & TrialAmounts;

/** A sum of postings as the book gives it; `carried` is the part of `opening` that belongs to years that are closed. */
export type TrialSum = ToPlace &
  Pick<TrialLine, "commodity" | "opening" | "debit" | "credit"> & { readonly carried: bigint };

const nothing: TrialAmounts = { opening: 0n, debit: 0n, credit: 0n, closing: 0n };

const plus = (one: TrialAmounts, more: Omit<TrialAmounts, "closing">): TrialAmounts => {
  const [opening, debit, credit] = [one.opening + more.opening, one.debit + more.debit, one.credit + more.credit];
  return { opening, debit, credit, closing: opening + debit - credit };
};

/** Sums by a name of the reader's choice and by commodity, in the order of names; lines in which nothing ever stood are left out. */
function gathered<Name extends string>(
  parts: readonly (readonly [Name, string, Omit<TrialAmounts, "closing">])[],
): readonly ({ readonly name: Name } & TrialLine)[] {
  const lines = new Map<string, { name: Name } & TrialLine>();
  for (const [name, commodity, amounts] of parts) {
    const key = `${commodity}|${name}`;
    lines.set(key, { name, commodity, ...plus(lines.get(key) ?? nothing, amounts) });
  }
  return [...lines.values()]
    .filter(({ opening, debit, credit }) => opening !== 0n || debit !== 0n || credit !== 0n)
    .sort((one, other) =>
      one.commodity === other.commodity ? (one.name < other.name ? -1 : 1) : one.commodity < other.commodity ? -1 : 1,
    );
}

/** By the accounts of our ledger: nothing is carried from one year to the next, each sum is what was booked. */
export const trialByAccount = (sums: readonly TrialSum[]): readonly ({ readonly name: string } & TrialLine)[] =>
  gathered(sums.map((one) => [one.account, one.commodity, one] as const));

/**
 * By the codes of a chart, each with the accounts of ours that it takes. What revenues and expenses of closed years came to is read at
 * the account of results, where the chart names one; else it stays where it was booked.
 */
export function trialByPair(
  sums: readonly TrialSum[],
  chart: ChartOfAccounts,
): readonly ({ readonly code: string; readonly account: string } & TrialLine)[] {
  const codeOf = codeFinder(chart);
  const kinds = new Map(chart.accounts.map(({ code, kind }) => [code, kind]));
  const parts = sums.flatMap((one) => {
    const code = codeOf(one);
    const pair = (of: string): string => `${of}|${one.account}`;
    if (chart.results === undefined || one.carried === 0n || !isResult(kinds.get(code)))
      return [[pair(code), one.commodity, one] as const];
    const carried = { opening: one.carried, debit: 0n, credit: 0n };
    return [
      [pair(code), one.commodity, { ...one, opening: one.opening - one.carried }] as const,
      [pair(chart.results), one.commodity, carried] as const,
    ];
  });
  return gathered(parts).map(({ name, ...line }) => {
    const [code = "", account = ""] = name.split("|");
    return { code, account, ...line };
  });
}

/** What the lines of each commodity come to: `even` when they add up as double entry must. */
export function trialTotals(
  lines: readonly TrialLine[],
): ReadonlyMap<string, TrialAmounts & { readonly even: boolean }> {
  const totals = new Map<string, TrialAmounts & { even: boolean }>();
  for (const line of lines) {
    const sum = plus(totals.get(line.commodity) ?? nothing, line);
    totals.set(line.commodity, {
      ...sum,
      even: sum.opening === 0n && sum.debit === sum.credit && sum.closing === 0n,
    });
  }
  return totals;
}
