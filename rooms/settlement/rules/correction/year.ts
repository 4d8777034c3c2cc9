/** Deductions that a year limits, when a statement of that year is corrected: what all its other statements took of the limit. */
import type { CorrectedState } from "../../content/correction.ts";
import type { ReadyDeductions } from "../ready-deductions.ts";
import { type Correcting, corrected } from "./corrected.ts";

type OfYear = { readonly closed: string; readonly yearTaken: Readonly<Record<string, bigint>> };

/**
 * What others took, by code: all of the year less this statement's own. Where the limit was once higher, others may have more than this
 * one's list leaves: then they count as far as it leaves what this statement took, so that no correction takes it away.
 */
export function othersInYear(
  { closed, yearTaken }: OfYear,
  state: CorrectedState,
  ready: ReadyDeductions | null,
  before: readonly Correcting[],
): Readonly<Record<string, bigint>> {
  const own = (code: string): bigint => BigInt(state.deductions.find((one) => one.code === code)?.amount ?? "0");
  const others: Record<string, bigint> = {};
  for (const [code, sum] of Object.entries(yearTaken))
    others[code] = notBelowZero(sum + changedBefore(before, closed.slice(0, 4), code) - own(code));
  for (const { cap, amount } of ready?.caps ?? []) {
    if (cap.kind !== "yearly") continue;
    const ownInAll = cap.limits.reduce((sum, code) => sum + own(code), 0n);
    let left = notBelowZero(amount - ownInAll);
    for (const code of cap.limits) {
      const taken = others[code] ?? 0n;
      others[code] = taken < left ? taken : left;
      left -= others[code];
    }
  }
  return others;
}

/** What the corrections before it in the same statement take more or less, in the same year. */
function changedBefore(before: readonly Correcting[], year: string, code: string): bigint {
  let sum = 0n;
  for (const one of before) {
    if (!one.closed.startsWith(year)) continue;
    const made = corrected(one);
    if (!made.ok) continue;
    for (const { before: was, after, difference } of made.value.deductions)
      if ((after ?? was)?.code === code) sum += BigInt(difference);
  }
  return sum;
}

const notBelowZero = (amount: bigint): bigint => (amount < 0n ? 0n : amount);
