/**
 * One closed statement corrected: its hand-overs are valued again as they are known now, its deductions run again over the corrected
 * value with the caps of its own list, and what differs is the correction. Debts stay collected as they were: the difference is between
 * the person and the organisation, and no old debt comes back to life.
 */
import type { CurrencyGrain } from "../../../../kernel/money/index.ts";
import { done, type Result, refused } from "../../../../kernel/refusal.ts";
import type { Day } from "../../../../kernel/time/index.ts";
import type { Prices, ValuedDelivery } from "../../../agreements/rules/steps/kind.ts";
import type { CompiledPlan } from "../../../agreements/rules/valuation.ts";
import type {
  CorrectedDeduction,
  CorrectedLine,
  CorrectedState,
  CorrectionReason,
  Restatement,
  StatementCorrection,
} from "../../content/correction.ts";
import {
  deductionContent,
  deliveryContent,
  type PlanVersion,
  type StatementContent,
  type StatementDeduction,
  type StatementDelivery,
} from "../../content.ts";
import { deliveryOf, pricesKept } from "../kept-delivery.ts";
import type { ReadyDeductions } from "../ready-deductions.ts";
import { otherBook, type TakenDelivery, totalsOf } from "../taken-deliveries.ts";
import { type DeductionLine, waterfall } from "../waterfall.ts";
import { repaysDebt } from "./state.ts";

/** A hand-over as it is known now. */
export type KnownNow = Pick<StatementDelivery, "receipt" | "product" | "measurements" | "plan"> & {
  readonly delivery: ValuedDelivery;
  readonly prices: Prices;
};

/** One line that is not as it was: counted from one; `now` is null where nothing stands there any more. */
export type Restated = {
  readonly correction: string;
  readonly line: number;
  readonly reason: CorrectionReason;
  readonly now: KnownNow | null;
};

/** A closed statement with what is corrected of it. `plans` finds a version made ready, or says that it is missing. */
export type Correcting = {
  readonly statement: string;
  readonly closed: string;
  readonly base: StatementContent;
  readonly state: CorrectedState;
  readonly restated: readonly Restated[];
  readonly plans: (version: PlanVersion) => Result<CompiledPlan>;
  readonly deductions: ReadyDeductions | null;
  /** What other statements took in its year, by deduction code. */
  readonly yearTaken: Readonly<Record<string, bigint>>;
};

/** A hand-over of a paper as it may be valued again: by what the paper itself says of it. */
export const knownFrom = (kept: StatementDelivery): KnownNow => ({
  receipt: kept.receipt,
  product: kept.product,
  measurements: kept.measurements,
  plan: kept.plan,
  delivery: deliveryOf(kept),
  prices: pricesKept([kept]),
});

/** Works one correction out; refused where a hand-over cannot be valued, with what is missing. */
export function corrected(of: Correcting): Result<StatementCorrection> {
  const { base, state } = of;
  const grain: CurrencyGrain = { currency: base.currency, ...base.grain };
  const now = new Map(of.restated.map((one) => [one.line, one]));
  const taken: TakenDelivery[] = [];
  const lines: CorrectedLine[] = [];
  for (const [at, before] of state.slots.entries()) {
    const change = now.get(at + 1);
    const known = change === undefined ? before && knownFrom(before) : change.now;
    const valued = known === null ? null : valuedNow(known, of, grain);
    if (valued !== null && !valued.ok) return valued;
    if (valued !== null) taken.push(valued.value);
    if (change === undefined || before === null) continue;
    const after = valued === null || known === null ? null : deliveryContent(valued.value.valuation, known);
    lines.push(lineOf(change, before, after));
  }
  const deducted = deductedAgain(of, taken, grain);
  if (!deducted.ok) return deducted;
  const value = restatement(state.value, totalsOf(taken).value);
  const less = deducted.value.reduce((sum, one) => sum + BigInt(one.difference), 0n);
  return done({
    closed: of.closed,
    deductions: deducted.value,
    lines,
    net: restatement(state.net, state.net + BigInt(value.difference) - less),
    number: base.number,
    statement: of.statement,
    value,
    yearTaken: Object.entries(of.yearTaken)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, amount]) => ({ amount: `${amount}`, code })),
  });
}

function valuedNow(known: KnownNow, { plans }: Correcting, grain: CurrencyGrain): Result<TakenDelivery> {
  const plan = plans(known.plan);
  if (!plan.ok) return plan;
  const fault = otherBook(plan.value.plan, plan.value.lineGrain, grain);
  if (fault !== null) return fault;
  const valuation = plan.value.value(known.delivery, known.prices);
  if (!valuation.ok) return valuation;
  if (valuation.value.value < 0n) return refused("settlement.value-below-zero", { delivery: known.delivery.id });
  return done({ valuation: valuation.value, unit: plan.value.plan.unit.code });
}

const worth = (delivery: StatementDelivery | null): bigint =>
  (delivery?.lines ?? []).reduce((sum, { amount }) => sum + BigInt(amount), 0n);

const lineOf = (
  { correction, line, reason }: Restated,
  before: StatementDelivery,
  after: StatementDelivery | null,
): CorrectedLine => ({ after, before, correction, difference: `${worth(after) - worth(before)}`, line, reason });

const restatement = (before: bigint, after: bigint): Restatement => ({
  after: `${after}`,
  before: `${before}`,
  difference: `${after - before}`,
});

/** The deductions that follow the value, run again; only those that take another amount than they did. */
function deductedAgain(
  { base, state, deductions: ready, closed, yearTaken }: Correcting,
  deliveries: readonly TakenDelivery[],
  grain: CurrencyGrain,
): Result<readonly CorrectedDeduction[]> {
  if (ready === null) return done([]);
  const fault = otherBook(ready.plan, ready.lineGrain, grain);
  if (fault !== null) return fault;
  const ground = {
    ...{ deliveries, totals: totalsOf(deliveries), balances: { advances: [], credits: [] } },
    ...{ on: closed as Day, grain: ready.grain, charged: new Map(), consents: consentsKept(base.deductions) },
  };
  const collected = base.deductions.filter(repaysDebt).map(({ code, amount }) => ({ code, amount: BigInt(amount) }));
  const run = waterfall(ready, ground, yearTaken, collected);
  if (!run.ok) return run;
  const lineNow = new Map(run.value.lines.map((one: DeductionLine) => [one.code, deductionContent(one)]));
  const lineThen = new Map(state.deductions.map((one) => [one.code, one]));
  const codes = ready.plan.deductions.map(({ code }) => code);
  return done(
    codes.flatMap((code) => {
      const [before, after] = [lineThen.get(code) ?? null, lineNow.get(code) ?? null];
      const difference = takenBy(after) - takenBy(before);
      return difference === 0n ? [] : [{ after, before, difference: `${difference}` }];
    }),
  );
}

/** What was consented to when the statement was closed: what it held for want of consent stays held. */
const consentsKept = (lines: readonly StatementDeduction[]): readonly string[] =>
  lines.filter((one) => one.heldBy !== "no-consent").map((one) => one.code);

const takenBy = (line: StatementDeduction | null): bigint => BigInt(line?.amount ?? "0");
