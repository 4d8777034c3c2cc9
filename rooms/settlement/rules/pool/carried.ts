/**
 * What a pool carries of those before it: hand-overs that were settled after their own pool was decided, and kilos that were corrected
 * since. Each at the rate of its own pool, so that a kilo of one season has brought the same to everybody.
 */
import { divide, exactly, multiply, ratio } from "../../../../kernel/exact/index.ts";
import { amountFrom, type CurrencyGrain } from "../../../../kernel/money/index.ts";
import {
  type Delivered,
  type PoolLine,
  type PoolReckoning,
  type PoolRule,
  reckonPool,
  type Standing,
} from "./reckoning.ts";

/**
 * One thing carried. `document` is the hand-over that came late, or the correction; `corrects` the pool it belongs to, with its rate;
 * `grams` and `first` are what is more or less than was counted there; `due` what of the second payment is still to be made good.
 */
export type Carried = {
  readonly document: string;
  readonly delivery: string;
  readonly corrects: string;
  readonly agent: string;
  readonly grams: bigint;
  readonly first: bigint;
  readonly rate: string;
  readonly due: bigint;
  /** The hand-over that stands there now, where it is another; its kilos count in the pool that is corrected. */
  readonly now: { readonly delivery: string; readonly grams: bigint } | null;
  /** Corrections that its value has in it already. */
  readonly corrections: readonly string[];
};

/** The same with what this pool takes of it: all of what is to be paid; of what is to be given back, as far as the member's own line goes. */
export type CarriedTaken = Carried & { readonly taken: bigint };

/** A pool reckoned with what it carries; `back` went to the reserve. */
export type ReckonedWithCarried = PoolReckoning & {
  readonly carried: readonly CarriedTaken[];
  readonly carriedPaid: bigint;
  readonly back: bigint;
};

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((all, one) => all + one, 0n);

/** What so many grams bring at a pool's rate, half-up. */
export const dueFor = (grams: bigint, rate: string, grain: CurrencyGrain): bigint =>
  amountFrom(multiply(divide(ratio(grams), ratio(1000n)), exactly(rate)), grain, "half-up");

/**
 * Reckons a pool that carries. What it pays for earlier ones goes off before anything is shared; what members give back goes to the
 * reserve, which had borne it. Nobody's line is below zero: what it cannot bear stays due.
 */
export function reckonCarrying(
  delivered: readonly Delivered[],
  entries: readonly Standing[],
  rule: PoolRule,
  grain: CurrencyGrain,
  carried: readonly Carried[],
): ReckonedWithCarried {
  const carriedPaid = sum(carried.filter(({ due }) => due > 0n).map(({ due }) => due));
  const own = reckonPool(delivered, entries, rule, grain, {
    first: sum(carried.map(({ first }) => first)),
    paid: carriedPaid,
  });
  const shares = new Map(own.lines.map((one) => [one.agent, one.amount]));
  for (const { agent, due } of carried) if (due > 0n) shares.set(agent, (shares.get(agent) ?? 0n) + due);
  const taken = carried.map((one): CarriedTaken => {
    if (one.due >= 0n) return { ...one, taken: one.due };
    const share = shares.get(one.agent) ?? 0n;
    const back = -one.due < share ? -one.due : share;
    shares.set(one.agent, share - back);
    return { ...one, taken: -back };
  });
  const back = -sum(taken.filter((one) => one.taken < 0n).map((one) => one.taken));
  const lines = linesOf(own.lines, taken, shares);
  return {
    ...{ ...own, lines, carried: taken, carriedPaid, back, reserve: own.reserve + back },
    paid: sum(lines.map(({ amount }) => amount)),
  };
}

/** Whoever delivered to this pool, and whoever only has something carried, in the order of their ids. */
function linesOf(
  own: readonly PoolLine[],
  carried: readonly CarriedTaken[],
  shares: ReadonlyMap<string, bigint>,
): readonly PoolLine[] {
  const known = new Map(own.map((one) => [one.agent, one]));
  const agents = [...new Set([...known.keys(), ...carried.map(({ agent }) => agent)])].sort();
  return agents.map((agent) => {
    const { grams, first } = known.get(agent) ?? { grams: 0n, first: 0n };
    const more = sum(carried.filter((one) => one.agent === agent).map((one) => one.first));
    return { agent, grams, first: first + more, amount: shares.get(agent) ?? 0n };
  });
}
