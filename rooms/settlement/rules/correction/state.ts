/** A closed statement as it stands: what its paper says, and what later statements have corrected of it, in their order. */
import type { CorrectedState, StatementCorrection } from "../../content/correction.ts";
import type { StatementContent, StatementDeduction } from "../../content.ts";

/** Whether a deduction repays a debt: what was collected stays collected, and no correction moves it. */
export const repaysDebt = ({ agreement }: Pick<StatementDeduction, "agreement">): boolean => agreement !== null;

/** The state after corrections of it, oldest first. Deductions are those that follow the value, not those that repay debts. */
export function stateOf(base: StatementContent, corrections: readonly StatementCorrection[]): CorrectedState {
  const slots: CorrectedState["slots"][number][] = [...base.deliveries];
  const deductions = new Map(base.deductions.filter((one) => !repaysDebt(one)).map((one) => [one.code, one]));
  let [value, net] = [BigInt(base.subtotals.value), BigInt(base.subtotals.net)];
  for (const one of corrections) {
    for (const { line, after } of one.lines) slots[line - 1] = after;
    for (const { before, after } of one.deductions) {
      if (after === null) deductions.delete(before?.code ?? "");
      else deductions.set(after.code, after);
    }
    value += BigInt(one.value.difference);
    net += BigInt(one.net.difference);
  }
  return { slots, deductions: [...deductions.values()], value, net };
}

/** Which line of a statement a hand-over stands in now, counted from one; null when it stands in none. */
export function lineOf({ slots }: Pick<CorrectedState, "slots">, delivery: string): number | null {
  const at = slots.findIndex((one) => one?.id === delivery);
  return at < 0 ? null : at + 1;
}
