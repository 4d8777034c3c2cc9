/** What was owed before a statement, from what its paper says was collected and what it says is left. */
import { addDays, addMonths, type Day, theDay } from "../../../kernel/time/index.ts";
import type { DeductionPlan } from "../../agreements/rules/deductions.ts";
import { constant } from "../../agreements/rules/steps/figure.ts";
import type { StatementContent, StatementDeduction } from "../content.ts";
import type { AdvanceBalance, Balances, CreditBalance } from "./balances.ts";
import type { ReadyDeductions } from "./ready-deductions.ts";

/** More lines than a statement has. */
const mostLines = 500;

/** The day of settlement: debts and shares follow the rules of it. */
export const dayOf = ({ days }: StatementContent): Day => theDay(days.issued);

const sum = (lines: readonly StatementDeduction[]): bigint =>
  lines.reduce((all, { amount }) => all + BigInt(amount), 0n);

/** What was owed before: what is owed after, and what was collected. Older debts are those whose lines stand first. */
export function balancesBefore(statement: StatementContent, ready: ReadyDeductions | null): Balances {
  const { deductions, after } = statement;
  const kindOf = new Map(ready?.plan.deductions.map((one) => [one.code, one.basis.kind]));
  const of = (id: string, kind: string) =>
    deductions.filter((line) => line.agreement === id && kindOf.get(line.code) === kind);
  const place = (id: string): number => deductions.findIndex((line) => line.agreement === id);
  const since = (id: string): Day => addDays(dayOf(statement), place(id) < 0 ? -1 : place(id) - mostLines);
  const advances = after.advances.map(
    ({ id, owed }): AdvanceBalance => ({ id, owed: BigInt(owed) + sum(of(id, "advance-balance")), since: since(id) }),
  );
  const credits = after.credits.map(({ id, principal, interest }): CreditBalance => {
    const [charged, repaid] = [of(id, "credit-interest"), of(id, "credit-principal")];
    const [, rate = "0", months = "0"] = charged[0]?.basis ?? [];
    const before = BigInt(principal) + sum(repaid);
    const owed = BigInt(interest) + sum(charged);
    const asked = [...charged, ...repaid].reduce((all, line) => all + BigInt(line.asked), 0n);
    const standing = [...charged, ...repaid].some((line) => line.class === 5) ? "overdue" : "current";
    const fresh = freshInterest(ready, standing, before, rate, BigInt(months));
    return {
      ...{ id, standing, principal: before, ratePerMonth: rate, method: "simple-monthly" },
      interestOwed: owed > fresh ? owed - fresh : 0n,
      ...monthsAgo(dayOf(statement), Number.parseInt(months, 10), place(id)),
      instalmentDue: asked < before + owed ? asked : null,
    };
  });
  return { advances, credits };
}

/** Interest of the months that this statement charged, rounded as its deduction says. */
function freshInterest(
  ready: ReadyDeductions | null,
  standing: CreditBalance["standing"],
  principal: bigint,
  rate: string,
  months: bigint,
): bigint {
  const line = ready?.deductions.find(
    ({ deduction }) =>
      deduction.basis.kind === "credit-interest" && deduction.class === (standing === "overdue" ? 5 : 6),
  );
  if (ready === null || line === undefined) return 0n;
  const { numerator, denominator } = constant(rate);
  return line.toGrains({
    numerator: principal * ready.grain.numerator * numerator * months,
    denominator: ready.grain.denominator * denominator * 100n,
  });
}

/**
 * A day from which exactly so many months are to be charged; what was charged before is counted as settled. The debt whose line stands
 * earlier is older: by whole years, so that the months stay what they are.
 */
function monthsAgo(on: Day, months: number, place: number): Pick<CreditBalance, "since" | "monthsSettled"> {
  const older = place < 0 ? 0 : mostLines - Math.min(place, mostLines);
  const years = Math.ceil(months / 12) + 1 + older;
  const since = addMonths(theDay(`${on.slice(0, 7)}-01`), -12 * years);
  return { since, monthsSettled: years * 12 - months };
}

/** What this year took already of deductions with a yearly cap: as far as the cap had been used. */
export function takenBefore({ caps }: StatementContent, plan: DeductionPlan | null): Readonly<Record<string, bigint>> {
  const before: Record<string, bigint> = {};
  for (const cap of plan?.caps ?? []) {
    const kept = caps.find((one) => one.code === cap.code);
    const [first] = cap.limits;
    if (cap.kind === "yearly" && kept !== undefined && first !== undefined)
      before[first] = BigInt(kept.portion) - BigInt(kept.limit);
  }
  return before;
}
