/** What follows from closing a statement that corrects others: what each correction came to, what it leaves owed and repays. */
import type { Also } from "../../../kernel/act/follows.ts";
import type { TallyChange } from "../../../kernel/act/page.ts";
import { type Written, write } from "../../../kernel/act/record.ts";
import type { StatementCorrections } from "../content/correction.ts";
import { yearKey } from "../needs.ts";
import { correctionSettled, statementCorrection } from "../records.ts";
import type { Collection } from "../rules/collections.ts";
import type { Composed, Composing } from "../rules/compose.ts";
import { yearlyCodes } from "../rules/plans-of-season.ts";

/** Each correction is settled, by its id, once for ever; what was said of a statement is kept for the next that corrects it. */
export function correctionRecords(
  { corrections }: Composed,
  { statement }: { readonly statement: string },
): readonly Written[] {
  const found: Written[] = [];
  for (const one of corrections?.of ?? []) {
    found.push(write(statementCorrection, { statement, corrects: one.statement, said: one }));
    for (const { correction, difference, before } of one.lines) {
      const row = { correction, statement, corrects: one.statement, delivery: before.id };
      found.push(write(correctionSettled, { ...row, difference: BigInt(difference) }));
    }
  }
  return found;
}

/** What corrections change of sums that are kept of the person: share capital, and what a year's limited deductions took in its year. */
export function correctionTallies(
  { agent, grain, corrections: of }: Composing,
  { corrections }: Composed,
): readonly TallyChange[] {
  const changes: TallyChange[] = [];
  for (const [at, { closed, deductions }] of (corrections?.of ?? []).entries()) {
    const limited = new Set(yearlyCodes(of[at]?.deductions?.plan ?? null));
    for (const { after, before, difference } of deductions) {
      const line = after ?? before;
      const change = BigInt(difference);
      if (line?.to === "share-capital")
        changes.push({ kind: "share-capital", key: `${agent}|${grain.currency}`, change });
      if (line !== null && limited.has(line.code))
        changes.push({ kind: "deducted-this-year", key: yearKey(agent, line.code, closed), change });
    }
  }
  return changes;
}

/** The debt that corrections leave, told to the room `finance`, which keeps it as an advance. */
export function overpaidOf(
  { agent, grain, on, season }: Composing,
  corrections: StatementCorrections | null,
  number: string,
): readonly Also[] {
  const owed = corrections?.owed ?? null;
  if (owed === null) return [];
  const { agreement: advance, amount } = owed;
  const says = { advance, agent, amount, currency: grain.currency, day: on, agreement: season.agreement, number };
  return [{ kind: "debt.overpaid", version: 1, says }];
}

/** What corrections repay of what earlier ones left owed, in the words of `debt.collect`. */
export const repaidBy = (corrections: StatementCorrections | null): readonly Collection[] =>
  (corrections?.repaid ?? []).map(({ agreement, amount }) => ({
    ...{ debt: agreement, principal: amount, interest: "0", charged: "0", months: 0 },
  }));
