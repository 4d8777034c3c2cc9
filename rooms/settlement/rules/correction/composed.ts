/** Corrections on their way into a statement: worked out one after the other, and what they change of what is owed and taken. */
import { done, type Result } from "../../../../kernel/refusal.ts";
import type { Day } from "../../../../kernel/time/index.ts";
import type { StatementCorrection, StatementCorrections } from "../../content/correction.ts";
import { advanceDue, type Balances, oldestFirst } from "../balances.ts";
import { type Correcting, corrected } from "./corrected.ts";
import { netted } from "./netted.ts";

type Said = { readonly corrections: readonly Correcting[]; readonly balances: Balances };

/** All corrections of a statement; null where it has none. */
export function correctionsOf({ corrections, balances }: Said): Result<StatementCorrections | null> {
  if (corrections.length === 0) return done(null);
  const found: StatementCorrection[] = [];
  for (const one of corrections) {
    const made = corrected(one);
    if (!made.ok) return made;
    found.push(made.value);
  }
  const overpaid = oldestFirst(balances.advances.filter((one) => one.overpaid === true));
  const due = overpaid.map((one) => ({ agreement: one.id, due: advanceDue(one) }));
  return done(netted(found, due));
}

/** What is owed once the corrections have repaid their part, and with what they leave owed: the youngest of all advances. */
export function balancesWith(balances: Balances, corrections: StatementCorrections | null, on: Day): Balances {
  if (corrections === null) return balances;
  const repaid = new Map(corrections.repaid.map(({ agreement, amount }) => [agreement, BigInt(amount)]));
  const { owed } = corrections;
  return {
    ...balances,
    advances: [
      ...balances.advances.map((one) => ({ ...one, owed: one.owed - (repaid.get(one.id) ?? 0n) })),
      ...(owed === null ? [] : [{ id: owed.agreement, owed: BigInt(owed.amount), since: on, overpaid: true }]),
    ],
  };
}

/** What corrections take more or less of deductions that a year limits, by code, in the year of a day. */
export function yearChanges(corrections: StatementCorrections | null, year: string): ReadonlyMap<string, bigint> {
  const changes = new Map<string, bigint>();
  for (const { closed, deductions } of corrections?.of ?? [])
    for (const { before, after, difference } of deductions) {
      const code = (after ?? before)?.code ?? "";
      if (closed.startsWith(year)) changes.set(code, (changes.get(code) ?? 0n) + BigInt(difference));
    }
  return changes;
}

/** What this year took already, corrections of this year's statements among it. */
export function takenWith(
  taken: Readonly<Record<string, bigint>>,
  corrections: StatementCorrections | null,
  on: Day,
): Readonly<Record<string, bigint>> {
  const changes = yearChanges(corrections, on.slice(0, 4));
  if (changes.size === 0) return taken;
  return Object.fromEntries(Object.entries(taken).map(([code, sum]) => [code, sum + (changes.get(code) ?? 0n)]));
}
