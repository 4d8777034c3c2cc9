/** What acts may ask of advances and credit. */
import { andThen, each, map, type Need, row, rows, tally, together } from "../../kernel/act/need.ts";
import type { Row } from "../../kernel/act/record.ts";
import { type Day, theDay } from "../../kernel/time/index.ts";
import { advance, credit, type OpeningKind, opening, overpaidMode } from "./records.ts";

/** An advance by its id; null when there is none. */
export const advanceOf = (id: string) => row(advance, id);

/** A credit by its id; null when there is none. */
export const creditOf = (id: string) => row(credit, id);

/** What is still owed of an advance. */
export const advanceOwed = (id: string): Need<bigint> => tally("advance-owed", id);

/** The state of a credit: principal and charged interest still owed, interest paid so far, months charged so far. */
export const creditState = (id: string) =>
  together({
    principal: tally("credit-principal-owed", id),
    interestOwed: tally("credit-interest-owed", id),
    interestPaid: tally("credit-interest-paid", id),
    monthsSettled: tally("credit-months-settled", id),
  });

/**
 * What of a debt is lent to collection points: `held` is left alone by this collector, in whole line grains; `shares` are those it
 * holds itself. Both are unsaid where nothing is lent.
 */
type LentAway = {
  readonly held?: bigint;
  readonly shares?: readonly { readonly hold: string; readonly left: bigint }[];
};

/** An advance of which something is owed, in whole line grains; `since` the day it was given. */
export type AdvanceDebt = {
  readonly id: string;
  readonly owed: bigint;
  readonly since: Day;
  /** It is what corrections of closed statements left owed. */
  readonly overpaid?: boolean;
} & LentAway;

/** A credit of which something is owed. `standing` on a day: overdue after its due day. Settlement collects from this. */
export type CreditDebt = {
  readonly id: string;
  readonly standing: "overdue" | "current";
  readonly principal: bigint;
  readonly interestOwed: bigint;
  readonly ratePerMonth: string;
  readonly method: "simple-monthly";
  readonly since: Day;
  readonly monthsSettled: number;
  readonly instalmentDue: bigint | null;
} & LentAway;

/** What somebody owes. */
export type Debts = { readonly advances: readonly AdvanceDebt[]; readonly credits: readonly CreditDebt[] };

/** What an agent owes in a currency, as it stands on a day: nothing that is paid back, oldest first as they were given. */
export const debtsOf = (agent: string, currency: string, on: string): Need<Debts> =>
  together({ advances: advanceDebts(agent, currency), credits: creditDebts(agent, currency, on) });

function advanceDebts(agent: string, currency: string): Need<readonly AdvanceDebt[]> {
  const debt = (one: Row<typeof advance>): Need<AdvanceDebt> =>
    map(advanceOwed(one.advance), (owed) => ({
      id: one.advance,
      owed,
      since: theDay(one.given),
      ...(one.mode === overpaidMode ? { overpaid: true } : {}),
    }));
  const all = andThen(rows(advance, "byAgent", [agent]), (given) =>
    each(given.filter((one) => one.currency === currency && one.amount !== null).map(debt)),
  );
  return map(all, (debts) => debts.filter((one) => one.owed > 0n));
}

function creditDebts(agent: string, currency: string, on: string): Need<readonly CreditDebt[]> {
  const debt = (one: Row<typeof credit>): Need<CreditDebt> =>
    map(creditState(one.credit), (state) => ({
      id: one.credit,
      standing: one.due_day < on ? "overdue" : "current",
      principal: state.principal,
      interestOwed: state.interestOwed,
      ratePerMonth: one.rate_month,
      method: "simple-monthly",
      since: theDay(one.start_day),
      monthsSettled: Number(state.monthsSettled),
      instalmentDue: one.instalment,
    }));
  const all = andThen(rows(credit, "byAgent", [agent]), (granted) =>
    each(granted.filter((one) => one.currency === currency).map(debt)),
  );
  return map(all, (debts) => debts.filter((one) => one.principal > 0n || one.interestOwed > 0n));
}

/** What `debt.collect` asks of a debt, be it an advance or a credit. */
export const collecting = (debt: string) => ({
  advance: advanceOf(debt),
  advanceOwed: advanceOwed(debt),
  credit: creditOf(debt),
  state: creditState(debt),
});

/**
 * What somebody owes, with everything that collecting it will ask: a closing that causes thousands of collections then finds it on
 * the page, and is not folded a second time for it.
 */
export const debtsToCollect = (agent: string, currency: string, on: string): Need<Debts> =>
  andThen(debtsOf(agent, currency, on), (debts) =>
    map(each([...debts.advances, ...debts.credits].map(({ id }) => together(collecting(id)))), () => debts),
  );

/** What was stated of a matter before the book began; null when nobody has. `about` as the record `opening` spells it. */
export const openingOf = (kind: OpeningKind, about: string): Need<Row<typeof opening> | null> =>
  row(opening, kind, about);
