/**
 * A pool reckoned: what came of the goods less what they cost is the members', by the kilos each delivered. The rate is truncated
 * so that it cannot overdraw the pool; what is left over by truncating stays in the pool and is shown.
 */
import {
  compare,
  divide,
  exactly,
  multiply,
  type Ratio,
  type RoundingMode,
  ratio,
  ratioText,
  roundTo,
  subtract,
} from "../../../../kernel/exact/index.ts";
import { type Amount, amountFrom, amountRatio, type CurrencyGrain } from "../../../../kernel/money/index.ts";
import { type EntryKind, kindOf } from "./kinds.ts";

/** The board's rule: percent of the surplus that members get, the rest goes to the reserve; and the grain of the rate per kilo. */
export type PoolRule = { readonly percent: string; readonly rateGrain: string };

/** What one member delivered: grams that count, and what was paid for them first, in whole line grains. */
export type Delivered = { readonly agent: string; readonly grams: bigint; readonly first: bigint };

/** One member's second payment in whole line grains. */
export type PoolLine = Delivered & { readonly amount: bigint };

/** Everything a pool came to. Money in whole line grains; `rate` is decimal text per kilo. */
export type PoolReckoning = {
  readonly base: bigint;
  readonly sales: bigint;
  readonly otherIn: bigint;
  readonly first: bigint;
  readonly costs: bigint;
  readonly premium: bigint;
  readonly surplus: bigint;
  readonly toMembers: bigint;
  readonly reserve: bigint;
  readonly rate: string;
  /** Half-up as long as what the rate leaves carries the half grains of all lines; else truncated. */
  readonly rounding: "half-up" | "truncate";
  readonly lines: readonly PoolLine[];
  readonly paid: bigint;
  /** toMembers − paid: stays in the pool. Never below zero. */
  readonly residue: bigint;
};

/** An entry that stands: its kind and its amount. */
export type Standing = { readonly kind: EntryKind; readonly amount: bigint };

const thousand = ratio(1000n);
const kilos = (grams: bigint): Ratio => divide(ratio(grams), thousand);
const total = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, one) => sum + one, 0n);

/** Reckons a pool; `carried` is what it pays for earlier ones, and what those had paid first. Without kilos the rate is zero; where nothing is left nobody is paid, and the surplus says how much is missing. */
export function reckonPool(
  delivered: readonly Delivered[],
  entries: readonly Standing[],
  rule: PoolRule,
  grain: CurrencyGrain,
  carried: { readonly first: bigint; readonly paid: bigint } = { first: 0n, paid: 0n },
): PoolReckoning {
  const sumOf = (is: (kind: EntryKind) => boolean) =>
    total(entries.filter((one) => is(one.kind)).map((one) => one.amount));
  const base = total(delivered.map((one) => one.grams));
  const first = total(delivered.map((one) => one.first)) + carried.first;
  const sales = sumOf((kind) => kind === "sale");
  const otherIn = sumOf((kind) => kind !== "sale" && kindOf[kind].effect === "in");
  const costs = sumOf((kind) => kindOf[kind].effect === "out");
  const surplus = sales + otherIn - first - costs - carried.paid;
  const shared = surplus > 0n && base > 0n ? surplus : 0n;
  const toMembers = percentOf(shared, rule.percent, grain);
  const rate = rateOf(toMembers, base, rule, grain);
  const rounding = roundingOf(toMembers, base, rate, delivered.length, grain);
  const lines = delivered.map((one) => ({
    ...one,
    amount: amountFrom(multiply(rate, kilos(one.grams)), grain, rounding),
  }));
  const paid = total(lines.map((one) => one.amount));
  return {
    ...{ base, sales, otherIn, first, costs, premium: sumOf((kind) => kindOf[kind].effect === "outside"), surplus },
    ...{ toMembers, reserve: shared - toMembers, rate: ratioText(rate), rounding, lines, paid },
    residue: toMembers - paid,
  };
}

function percentOf(amount: bigint, percent: string, grain: CurrencyGrain): bigint {
  const share = divide(exactly(percent), ratio(100n));
  return amountFrom(multiply(amountRatio(amount as Amount, grain), share), grain, "half-up");
}

function rateOf(toMembers: bigint, base: bigint, rule: PoolRule, grain: CurrencyGrain): Ratio {
  if (base === 0n) return ratio(0n);
  const exact = divide(amountRatio(toMembers as Amount, grain), kilos(base));
  return roundTo(exact, { mode: "truncate", grain: rule.rateGrain });
}

/** Each line rounded half-up may take half a grain more than its due: together no more than the truncated rate left over. */
function roundingOf(
  toMembers: bigint,
  base: bigint,
  rate: Ratio,
  lines: number,
  grain: CurrencyGrain,
): Extract<RoundingMode, "half-up" | "truncate"> {
  const left = subtract(amountRatio(toMembers as Amount, grain), multiply(rate, kilos(base)));
  const most = multiply(divide(exactly(grain.line), ratio(2n)), ratio(BigInt(lines)));
  return compare(most, left) <= 0 ? "half-up" : "truncate";
}

/**
 * What producers get of the price at the port, in percent to one decimal: of the sale alone, and of the sale with its premium.
 * Always say which. Null where nothing was sold.
 */
export function producersShare(
  pool: Pick<PoolReckoning, "first" | "toMembers" | "sales" | "premium">,
): { readonly ofSale: string; readonly withPremium: string } | null {
  if (pool.sales <= 0n) return null;
  const got = ratio((pool.first + pool.toMembers) * 100n);
  const share = (whole: bigint) => ratioText(roundTo(divide(got, ratio(whole)), { mode: "half-up", grain: "0.1" }));
  return { ofSale: share(pool.sales), withPremium: share(pool.sales + pool.premium) };
}
