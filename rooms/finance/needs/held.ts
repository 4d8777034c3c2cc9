/** What somebody owes, as the office or a collection point may collect it: a debt lent to a point is collected there, and nowhere twice. */
import { andThen, each, map, type Need, together } from "../../../kernel/act/need.ts";
import { type Hold, holdLeft, holdsOfDebt } from "../../acopio/needs/cash.ts";
import { isStillHeld, wasHeldOn } from "../../acopio/rules/holds.ts";
import { type AdvanceDebt, type CreditDebt, type Debts, debtsToCollect } from "../needs.ts";

/**
 * Who collects: the office (`place` is null), or a point. `day` is the day of what happened at the point; `today` that of the book,
 * by which others still hold what is lent to them.
 */
export type Collector = { readonly place: string | null; readonly day: string; readonly today: string };

/** A share of a debt that this point may collect, in whole line grains. */
export type LentShare = { readonly hold: string; readonly left: bigint };

type Lent = { readonly hold: Hold; readonly left: bigint };

const lentOf = (debt: string): Need<readonly Lent[]> =>
  andThen(holdsOfDebt(debt), (holds) =>
    map(each(holds.map((one) => holdLeft(one.hold.hold))), (left) =>
      holds.map((hold, at) => ({ hold, left: left[at] as bigint })),
    ),
  );

/** Whether it is a share that this point held on the day. */
const isOwn = ({ hold: { hold, ended } }: Lent, { place, day }: Collector): boolean =>
  hold.place === place && wasHeldOn(hold, ended, day);

/** What others hold of a debt still. An office that waits for nobody else collects all of it. */
const heldByOthers = (lent: readonly Lent[], by: Collector): bigint =>
  lent.reduce(
    (sum, one) =>
      !isOwn(one, by) && one.left > 0n && isStillHeld(one.hold.hold, one.hold.ended, by.today) ? sum + one.left : sum,
    0n,
  );

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const notBelowZero = (amount: bigint): bigint => (amount < 0n ? 0n : amount);

/** A point collects of a debt what it holds, as far as it is still owed and nobody else holds it; without a hold, nothing. */
function atPoint(lent: readonly Lent[], owed: bigint, by: Collector): { shares: readonly LentShare[]; upTo: bigint } {
  const own = lent.filter((one) => one.left > 0n && isOwn(one, by));
  const shares = own.map(({ hold, left }) => ({ hold: hold.hold.hold, left }));
  const left = shares.reduce((sum, one) => sum + one.left, 0n);
  return { shares, upTo: notBelowZero(least(left, owed - heldByOthers(lent, by))) };
}

function advanceFor(debt: AdvanceDebt, lent: readonly Lent[], by: Collector): readonly AdvanceDebt[] {
  if (lent.length === 0) return by.place === null ? [debt] : [];
  if (by.place === null) return [{ ...debt, held: heldByOthers(lent, by) }];
  const { shares, upTo } = atPoint(lent, debt.owed, by);
  return upTo === 0n ? [] : [{ ...debt, held: debt.owed - upTo, shares }];
}

function creditFor(debt: CreditDebt, lent: readonly Lent[], by: Collector): readonly CreditDebt[] {
  if (lent.length === 0) return by.place === null ? [debt] : [];
  if (by.place === null) return [{ ...debt, held: heldByOthers(lent, by) }];
  const { shares, upTo } = atPoint(lent, debt.principal + debt.interestOwed, by);
  const due = debt.instalmentDue === null ? upTo : least(debt.instalmentDue, upTo);
  return upTo === 0n ? [] : [{ ...debt, instalmentDue: due, shares }];
}

/** The debts of somebody that a collector may collect, each as far as it may. */
export const debtsFor = (agent: string, currency: string, on: string, by: Collector): Need<Debts> =>
  andThen(debtsToCollect(agent, currency, on), ({ advances, credits }) =>
    map(
      together({
        advances: each(advances.map((one) => lentOf(one.id))),
        credits: each(credits.map((one) => lentOf(one.id))),
      }),
      (lent) => ({
        advances: advances.flatMap((one, at) => advanceFor(one, lent.advances[at] ?? [], by)),
        credits: credits.flatMap((one, at) => creditFor(one, lent.credits[at] ?? [], by)),
      }),
    ),
  );
