/** What follows from cash that is counted or moved at a point. What lies in a box is what entries say of it; a count puts it right. */
import type { Context } from "../../kernel/act/declaration.ts";
import type { PartsOfFollows } from "../../kernel/act/follows.ts";
import { type Row, write } from "../../kernel/act/record.ts";
import { moneyOf } from "../../kernel/ledger/commodity.ts";
import { type Entry, posting } from "../../kernel/ledger/entry.ts";
import { type Amount, amountText, type CurrencyGrain, grainIn } from "../../kernel/money/index.ts";
import { type Question, question } from "../../kernel/refusal.ts";
import { cashCount, type cashMove } from "./records.ts";
import { countedIn } from "./rules/cash.ts";
import type { CashCounted } from "./said/cash.ts";

/** Who answers for cash. */
export const cashRole = "treasurer";

type Parts = Required<Pick<PartsOfFollows, "records" | "entries" | "questions">>;
/** Where and when a box was counted. */
export type Counting = {
  readonly place: string;
  readonly moment: "opening" | "closing" | "between";
  readonly on: string;
  readonly clock?: string | undefined;
};

/** Amounts of a currency as questions state them. */
const words = (amount: bigint, grain: CurrencyGrain | null): string =>
  grain === null ? `${amount}` : amountText(amount as Amount, grain);

/**
 * Keeps a count. Where the box holds another sum than the book finds, the box is right: the difference goes to `unresolved`, and
 * the treasurer is asked what it was. A count with a note that is no amount of the currency posts nothing, and asks.
 */
export function countedBox(said: CashCounted, at: Counting, computed: bigint, { act, by, settings }: Context): Parts {
  const grain = grainIn(settings, said.currency);
  const counted = grain === null ? null : countedIn(said.notes, grain);
  const row: Row<typeof cashCount> = {
    cash_count: act,
    currency: said.currency,
    place: at.place,
    moment: at.moment,
    counted,
    computed,
    shown: said.shown ?? null,
    notes: said.notes,
    by_agent: by,
    on_day: at.on,
    clock: at.clock ?? null,
  };
  const records = [write(cashCount, row)];
  if (grain === null || counted === null)
    return { records, entries: [], questions: [unreadable(act, said.currency, at.place)] };
  const difference = counted - computed;
  if (difference === 0n) return { records, entries: [], questions: [] };
  const facts = {
    place: at.place,
    day: at.on,
    counted: words(counted, grain),
    computed: words(computed, grain),
    difference: words(difference, grain),
    currency: said.currency,
  };
  return {
    records,
    entries: [moved("float.differs", at.place, null, difference, grain, { act, on: at.on })],
    questions: [question("float.differs", cashRole, act, facts)],
  };
}

/** A box cannot hold less than nothing: something that came in was not told. */
export const overdrawn = (left: bigint, place: string, grain: CurrencyGrain, about: string): readonly Question[] =>
  left >= 0n
    ? []
    : [
        question("float.overdrawn", cashRole, about, {
          place,
          short: amountText(-left as Amount, grain),
          currency: grain.currency,
        }),
      ];

/** Asks whether the point knows of cash that the office took from a box that it holds. */
export const heldBoxDoubts = (until: string | null, place: string | undefined, about: string): readonly Question[] =>
  until === null ? [] : [question("float.held-by-point", cashRole, about, { place: place ?? null, until })];

/** Asks about an amount that cannot be read as money of the book. */
export const unreadable = (act: string, currency: string, place: string): Question =>
  question("float.unreadable", cashRole, act, { currency, place });

/**
 * The entry of cash that came into the box of a place: out of another box, or out of what is not certain yet (`from` is null). A
 * negative amount goes the other way.
 */
export function moved(
  because: string,
  place: string,
  from: { readonly box: string | null } | null,
  amount: bigint,
  grain: CurrencyGrain,
  { act, on }: { readonly act: string; readonly on: string },
): Entry {
  const money = moneyOf(grain.currency, grain.line);
  return {
    because,
    about: act,
    happened: on,
    reverses: null,
    postings: [
      posting("cash", money, amount, { place }),
      from === null
        ? posting("unresolved", money, -amount, { place })
        : posting("cash", money, -amount, { place: from.box }),
    ],
  };
}

/** The row of a move, as told. */
export const moveRow = (
  way: "lent" | "topped-up" | "returned",
  said: {
    readonly place: string;
    readonly office: string | null;
    readonly hold: string | null;
    readonly currency: string;
    readonly amount: string;
    readonly on: string;
    readonly clock?: string | undefined;
  },
  amount: bigint | null,
  { act, by }: Context,
): Row<typeof cashMove> => ({
  cash_move: act,
  place: said.place,
  way,
  office: said.office,
  hold: said.hold,
  currency: said.currency,
  amount,
  amount_said: said.amount,
  by_agent: by,
  on_day: said.on,
  clock: said.clock ?? null,
});
