/** Who may be meant by a movement that waits: payments of its amount, to be chosen with one tap; or any, from the whole list. */

import type { PageAt } from "../../desk/page.ts";
import { personName } from "../../language/names.ts";
import { moneyAt } from "../settling.ts";
import { type AnsweredRow, answeredRows, type EntryRow, movementOf, type OrderedRow, orderedRows } from "./standing.ts";

/** One thing that a movement may be; `value` is what the form sends. */
export type Candidate = { readonly value: string; readonly says: string };

/** Candidates offered with one tap. */
const mostOffered = 4;

const saysOrdered = (row: OrderedRow, at: PageAt): string =>
  at.say("bank.is-payment", {
    number: row.number,
    who: [personName({ name: row.name, erased: row.erased }, at.say), row.member_number]
      .filter((one) => one !== null)
      .join(" · "),
    amount: at.say("value.money-line", { value: moneyAt(at, row.currency, row.amount), currency: row.currency }),
  });

const saysReturned = (row: AnsweredRow, at: PageAt): string =>
  at.say("bank.is-return-of", {
    number: row.number,
    paper: row.statement_number,
    amount: at.say("value.money-line", { value: moneyAt(at, row.currency, row.amount), currency: row.currency }),
  });

/** For each movement, payments of its very amount, or under its number. */
export async function candidatesOf(
  at: PageAt,
  rows: readonly EntryRow[],
): Promise<ReadonlyMap<string, readonly Candidate[]>> {
  const movements = rows.map((row) => movementOf(row, at));
  if (movements.length === 0) return new Map();
  const ordered = await orderedRows(at);
  const amounts = [...new Set(movements.flatMap(({ grains }) => (grains === null ? [] : [`${grains}`])))];
  const numbers = [...new Set(movements.flatMap(({ number }) => number ?? []))];
  const answered = await answeredRows(at, numbers, amounts);
  const open = ordered.ok ? ordered.value : [];
  const paid = answered.ok ? answered.value.filter(({ state }) => state === "paid") : [];
  return new Map(
    movements.map((one) => {
      const isSame = (row: OrderedRow | AnsweredRow) =>
        row.currency === one.currency &&
        (row.number === one.number || (one.number === null && row.amount === `${one.grains}`));
      const goesOut = one.nature === "payment";
      const found = goesOut
        ? open.filter((row) => isSame(row) && row.account === one.account).map((row) => candidateOf(row, at))
        : paid.filter(isSame).map((row) => ({ value: `failed:${row.number}`, says: saysReturned(row, at) }));
      const refusedOnes =
        one.nature === "rejection"
          ? open.filter(isSame).map((row) => ({ value: `failed:${row.number}`, says: saysOrdered(row, at) }))
          : [];
      return [one.entry, [...found, ...refusedOnes].slice(0, mostOffered)];
    }),
  );
}

const candidateOf = (row: OrderedRow, at: PageAt): Candidate => ({
  value: `paid:${row.number}`,
  says: saysOrdered(row, at),
});

/** All payments that a movement may be, for the list that opens. */
export async function everyCandidate(at: PageAt, row: EntryRow): Promise<readonly Candidate[]> {
  if (row.nature === "payment") {
    const ordered = await orderedRows(at);
    return ordered.ok
      ? ordered.value.filter((one) => one.currency === row.currency).map((one) => candidateOf(one, at))
      : [];
  }
  return (await candidatesOf(at, [row])).get(row.entry) ?? [];
}
