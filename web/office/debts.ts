/** Open advances and credits as pages draw them: what is left, and the interest up to today. */
import type { BookSettings } from "../../kernel/act/declaration.ts";
import { exactly } from "../../kernel/exact/index.ts";
import { monthsBetween, theDay } from "../../kernel/time/index.ts";
import type { Money } from "../language/sums.ts";
import { moneyOf } from "./read.ts";

/** What the view `debts.open` answers. */
export type OpenDebt = Readonly<
  Record<
    "debt" | "agent" | "kind" | "amount" | "currency" | "since" | "principal_owed" | "interest_owed" | "months_charged",
    string
  >
> &
  Readonly<Record<"due" | "rate_month" | "purpose" | "member_number" | "name" | "erased", string | null>>;

/**
 * Interest of a credit up to a day, in whole line grains: what was charged and is still owed, and simple interest on the principal
 * for each completed month not charged yet, to the nearest grain. It is charged by the next settlement, under its own rounding.
 */
export function interestUpTo(today: string, debt: OpenDebt): bigint | null {
  if (debt.rate_month === null) return null;
  const months = debt.since >= today ? 0 : monthsBetween(theDay(debt.since), theDay(today));
  const uncharged = BigInt(months) - BigInt(debt.months_charged);
  const rate = exactly(debt.rate_month);
  const over = rate.denominator * 100n;
  const fresh = uncharged <= 0n ? 0n : BigInt(debt.principal_owed) * rate.numerator * uncharged;
  return BigInt(debt.interest_owed) + (2n * fresh + over) / (2n * over);
}

/** What is left of a debt, and its interest, as money. */
export const debtMoney = (
  debt: OpenDebt,
  today: string,
  currencies: BookSettings["currencies"],
): { readonly principal: Money; readonly interest: Money | null } => {
  const interest = interestUpTo(today, debt);
  return {
    principal: moneyOf(currencies, debt.currency, debt.principal_owed),
    interest: interest === null ? null : moneyOf(currencies, debt.currency, interest),
  };
};
