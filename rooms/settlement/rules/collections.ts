/** What a statement collected of each advance and credit, told to the room `finance`, which keeps the debts. */
import type { DeductionPlan } from "../../agreements/rules/deductions.ts";
import type { Balances } from "./balances.ts";
import type { Statement } from "./statement.ts";

/** One debt's collection, in whole line grains as text: the words of the act `debt.collect` but for its day. */
export type Collection = {
  readonly debt: string;
  readonly principal: string;
  readonly interest: string;
  readonly charged: string;
  readonly months: number;
};

/** What was collected or newly charged, debt by debt; debts that nothing happened to are left out. */
export function collections(
  balances: Balances,
  statement: Statement,
  plan: DeductionPlan | null,
): readonly Collection[] {
  const kinds = new Map(plan?.deductions.map((one) => [one.code, one.basis.kind]));
  const taken = (debt: string, kind: string): bigint =>
    statement.deductions.reduce(
      (sum, line) => (line.agreement === debt && kinds.get(line.code) === kind ? sum + line.amount : sum),
      0n,
    );
  const found: Collection[] = [];
  for (const { id } of balances.advances) {
    const principal = taken(id, "advance-balance");
    if (principal > 0n) found.push({ debt: id, principal: `${principal}`, interest: "0", charged: "0", months: 0 });
  }
  for (const credit of balances.credits) {
    const after = statement.owed.credits.find((one) => one.id === credit.id);
    if (after === undefined) continue;
    const interest = taken(credit.id, "credit-interest");
    const principal = credit.principal - after.principal;
    const charged = after.interest + interest - credit.interestOwed;
    const months = after.monthsSettled - credit.monthsSettled;
    if (principal === 0n && interest === 0n && charged === 0n && months === 0) continue;
    found.push({ debt: credit.id, principal: `${principal}`, interest: `${interest}`, charged: `${charged}`, months });
  }
  return found;
}
