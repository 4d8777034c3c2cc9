/** The double entries of a settlement: what the goods cost, where each deduction goes, what is owed, what was handed over. */

import { goodsOf, moneyOf } from "../../../kernel/ledger/commodity.ts";
import { type Entry, posting } from "../../../kernel/ledger/entry.ts";
import type { CurrencyGrain } from "../../../kernel/money/index.ts";
import type { Statement } from "./statement.ts";

/** For whom, under which season, in which money. */
export type StatementKeys = {
  readonly statement: string;
  readonly agent: string;
  /** The agreement that carries the season's policy. */
  readonly season: string;
  readonly grain: CurrencyGrain;
  readonly happened: string;
};

/** Goods of a statement that were consigned: whose they become with its closing. */
export type ConsignedGoods = { readonly product: string; readonly place: string | null; readonly grams: bigint };

/**
 * The entry of a closed statement. Money posts per line kind, not per hand-over: purchases + value; each deduction's
 * destination − its amount, under the agent; owed-to-producers − net; and a premium beside them, to its account. It sums to zero
 * because net = value − deductions.
 */
export function statementEntry(statement: Statement, keys: StatementKeys): Entry {
  const money = moneyOf(keys.grain.currency, keys.grain.line);
  const under = { agent: keys.agent, agreement: keys.season };
  const taken = statement.deductions.filter((line) => line.amount !== 0n);
  return {
    because: "statement.closed",
    about: keys.statement,
    happened: keys.happened,
    reverses: null,
    postings: [
      posting("purchases", money, statement.value, under),
      ...taken.map((line) =>
        posting(line.to, money, -line.amount, { agent: keys.agent, agreement: line.agreement ?? keys.season }),
      ),
      posting("owed-to-producers", money, -statement.net, under),
      ...premiumPostings(premiumOf(statement), keys),
    ].filter((line) => line.amount !== 0n),
  };
}

/** What hand-overs earned for the premium account, in whole line grains. */
const premiumOf = ({ valuations }: Statement): bigint =>
  valuations.flatMap((one) => one.premiums ?? []).reduce((sum, one) => sum + one.amount, 0n);

/** A premium is a cost of the goods and goes to its own account, never to the producer nor into the price; the assembly decides on it. */
export const premiumPostings = (amount: bigint, { grain, season }: StatementKeys) => {
  const money = moneyOf(grain.currency, grain.line);
  return [
    posting("purchases", money, amount, { agreement: season }),
    posting("premium-fund", money, -amount, { agreement: season }),
  ];
};

/** Nothing worth anything and nothing handed over post nothing: an entry without lines is none. */
export const withLines = (entry: Entry): readonly Entry[] => (entry.postings.length === 0 ? [] : [entry]);

/** Consigned goods become the organisation's own: the same stock, another owner. Empty when nothing was consigned. */
export function ownershipEntries(goods: readonly ConsignedGoods[], keys: StatementKeys): readonly Entry[] {
  const moved = goods.filter((one) => one.grams !== 0n);
  if (moved.length === 0) return [];
  return [
    {
      because: "statement.ownership-passed",
      about: keys.statement,
      happened: keys.happened,
      reverses: null,
      postings: moved.flatMap(({ product, place, grams }) => [
        posting("stock", goodsOf(product), -grams, { place, owner: keys.agent }),
        posting("stock", goodsOf(product), grams, { place }),
      ]),
    },
  ];
}

/** A payment: what is owed goes down by what it settles; the coins' difference goes to `rounding`. */
export type Paying = {
  readonly about: string;
  readonly agent: string;
  readonly season: string | null;
  readonly grain: Pick<CurrencyGrain, "currency" | "line">;
  /** How much of what was owed is settled, and how much money left the box or bank, in line grains. */
  readonly settles: bigint;
  readonly handedOver: bigint;
  readonly paidIn: "cash" | "transfer";
  readonly place: string | null;
  readonly happened: string;
};

/** The entry of a payment. */
export function paymentEntry(paying: Paying): Entry {
  const money = moneyOf(paying.grain.currency, paying.grain.line);
  const from = paying.paidIn === "cash" ? "cash" : "bank";
  return {
    because: "payment.made",
    about: paying.about,
    happened: paying.happened,
    reverses: null,
    postings: [
      posting("owed-to-producers", money, paying.settles, { agent: paying.agent, agreement: paying.season }),
      posting(from, money, -paying.handedOver, { place: paying.place }),
      posting("rounding", money, paying.handedOver - paying.settles, { agent: paying.agent }),
    ].filter((line) => line.amount !== 0n),
  };
}

/** The entry of a payment that came back: what it settled is owed again, and the money stands where it left from. */
export function returnEntry(paid: Paying): Entry {
  const made = paymentEntry(paid);
  return {
    ...made,
    because: "payment.returned",
    postings: made.postings.map((line) => ({ ...line, amount: -line.amount })),
  };
}
