/**
 * What a document withholds comes off what is still owed on its statements, the earlier first. Cash is handed over in coins: what is
 * left to hand over of a statement stays a sum that coins can pay, and the difference goes to the account of rounding. What can no
 * longer be kept back, because it was paid, is neither forgotten nor taken from anybody unasked: it is left unresolved.
 */
import { type Amount, type CurrencyGrain, cashRounding } from "../../../kernel/money/index.ts";

/** What is owed on a statement: its net, what coins made of it, and what is left of the net. */
export type Owing = {
  readonly statement: string;
  readonly net: bigint;
  readonly paid: bigint;
  readonly paidIn: "cash" | "transfer";
  readonly owed: bigint;
};

/** By how much a statement's debt changed: `collected` of it tax, with `coins` for the coins. Below zero where tax came on top. */
export type Collected = { readonly statement: string; readonly collected: bigint; readonly coins: bigint };

/** Takes `amount` off what is owed; below zero it is owed in addition, on the first statement. */
export function collect(
  statements: readonly Owing[],
  amount: bigint,
  grain: CurrencyGrain,
): { readonly collected: readonly Collected[]; readonly unresolved: bigint } {
  let left = amount;
  const collected = statements.map((one, at): Collected => {
    const owed = one.owed > 0n ? one.owed : 0n;
    const takes = left < 0n ? (at === 0 ? left : 0n) : left < owed ? left : owed;
    left -= takes;
    return { statement: one.statement, collected: takes, coins: coinsOf(one, takes, grain) };
  });
  return { collected, unresolved: left };
}

/** What coins ask in addition, so that what is left to hand over is a sum of them: it, as it stands, less the coins of what is owed then. */
function coinsOf({ net, paid, paidIn, owed }: Owing, takes: bigint, grain: CurrencyGrain): bigint {
  const then = owed - takes;
  if (takes === 0n || then <= 0n || paidIn === "transfer") return 0n;
  const toHand = cashRounding(then as Amount, grain).paid;
  return then + (paid - net) - toHand;
}
