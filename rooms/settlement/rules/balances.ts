/** What a producer owes, as the book says it on the day of settlement. Amounts are whole line grains. */
import { type Day, monthsBetween } from "../../../kernel/time/index.ts";
import { constant, type Figure } from "../../agreements/rules/steps/figure.ts";
import type { ToGrains } from "./ready-deductions.ts";

/**
 * `held`: what collection points hold of a debt and this statement leaves alone. `shares`: what the point that pays holds of it, and
 * may collect. Both are unsaid when nothing is lent to a point.
 */
type Held = {
  readonly held?: bigint;
  readonly shares?: readonly { readonly hold: string; readonly left: bigint }[];
};

/** Money handed out ahead of delivery. `since` is the day it was handed out: older ones are repaid first. */
export type AdvanceBalance = {
  readonly id: string;
  readonly owed: bigint;
  readonly since: Day;
  /** It is what corrections of closed statements left owed: later corrections repay it first. */
  readonly overpaid?: boolean;
} & Held;

/** A credit in money or inputs. */
export type CreditBalance = {
  readonly id: string;
  /** Overdue debts are collected in class 5 of the waterfall, current ones in class 6. */
  readonly standing: "overdue" | "current";
  /** What is still owed of what was lent. */
  readonly principal: bigint;
  /** Interest of the months already settled that was not paid. */
  readonly interestOwed: bigint;
  /** Percent per month as decimal text: "1.5". */
  readonly ratePerMonth: string;
  /** Simple interest on the principal for each completed month. Other methods are designed and not built. */
  readonly method: "simple-monthly";
  /** The day the months are counted from. */
  readonly since: Day;
  /** How many months since then were already charged. Counted, not moved by date: 31 January stays the anchor. */
  readonly monthsSettled: number;
  /** The most to collect now, interest and principal together; null when all of it is due. */
  readonly instalmentDue: bigint | null;
} & Held;

export type Balances = { readonly advances: readonly AdvanceBalance[]; readonly credits: readonly CreditBalance[] };

/** Nothing owed. */
export const noBalances: Balances = { advances: [], credits: [] };

/** Completed months not yet charged; none for days to come. */
export const monthsToCharge = (credit: CreditBalance, on: Day): number =>
  credit.since >= on ? 0 : Math.max(0, monthsBetween(credit.since, on) - credit.monthsSettled);

/** Interest owed on a day: what was owed before + principal × rate × months, rounded as the collecting deduction says. */
export function interestOn(credit: CreditBalance, months: number, toGrains: ToGrains, grain: Figure): bigint {
  const rate = constant(credit.ratePerMonth);
  const fresh = toGrains({
    numerator: credit.principal * grain.numerator * rate.numerator * BigInt(months),
    denominator: grain.denominator * rate.denominator * 100n,
  });
  return credit.interestOwed + fresh;
}

const notBelowZero = (amount: bigint): bigint => (amount < 0n ? 0n : amount);

/** The most to collect of an advance now: what is owed but for what a point holds. */
export const advanceDue = ({ owed, held }: AdvanceBalance): bigint => notBelowZero(owed - (held ?? 0n));

/** The most to collect of a credit now, the interest of the day and principal together: within the instalment, but for what a point holds. */
export function creditDue({ principal, held, instalmentDue }: CreditBalance, interest: bigint): bigint {
  const all = notBelowZero(principal + interest - (held ?? 0n));
  return instalmentDue === null || all < instalmentDue ? all : instalmentDue;
}

/** Older first; of the same day, in the order given. */
export const oldestFirst = <T extends { readonly since: Day }>(balances: readonly T[]): readonly T[] =>
  balances.length < 2 ? balances : [...balances].sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
