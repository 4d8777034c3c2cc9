/** From what was decided and what the book knows to what is corrected: which line of which statement, and what stands there now. */
import type { CurrencyGrain } from "../../../../kernel/money/index.ts";
import { done, type Refusal, type Result, refused } from "../../../../kernel/refusal.ts";
import type { DeductionPlan } from "../../../agreements/rules/deductions.ts";
import type { PlanInForce } from "../../../agreements/rules/plan-in-force.ts";
import type { Prices } from "../../../agreements/rules/steps/kind.ts";
import type { CompiledPlan } from "../../../agreements/rules/valuation.ts";
import type { CorrectedState, CorrectionReason, StatementCorrection } from "../../content/correction.ts";
import type { PlanVersion, StatementContent, StatementDelivery } from "../../content.ts";
import { type HandOver, readingsOf, readyPlan, valuedDelivery } from "../hand-over.ts";
import { type PlanRow, planOn } from "../plans-of-season.ts";
import type { ReadyDeductions } from "../ready-deductions.ts";
import { type Correcting, type KnownNow, knownFrom, type Restated } from "./corrected.ts";
import { lineOf, stateOf } from "./state.ts";
import { othersInYear } from "./year.ts";

/** What was decided of a line of a closed statement. */
export type Decided = {
  readonly correction: string;
  readonly statement: string;
  readonly delivery: string;
  readonly agent: string;
  readonly reason: string;
  readonly replaced_by: string | null;
};

/** A closed statement with what corrects it so far, and the sheets it stands on. `pricePlan` is its season's of now. */
export type ClosedStatement = {
  readonly statement: string;
  readonly closed: string;
  readonly paper: StatementContent;
  readonly corrections: readonly StatementCorrection[];
  readonly pricePlan: string | null;
  readonly plans: readonly PlanRow[];
  readonly deductions: DeductionPlan | null;
  /** What its year took in all, its own part among it, of deductions that a year limits. */
  readonly yearTaken: Readonly<Record<string, bigint>>;
};

/** A correction that a draft names, with all that the book knows of it. */
export type CorrectionKnown = {
  readonly id: string;
  readonly decided: Decided | null;
  readonly isEnded: boolean;
  readonly settledBy: string | null;
  readonly closed: ClosedStatement | null;
  readonly handOver: HandOver | null;
  readonly replacement: HandOver | null;
};

/** Why a correction cannot be named in a statement of a producer; null when it can. */
export function unfitCorrection(known: CorrectionKnown, agent: string, field: string): Refusal | null {
  const { decided, closed } = known;
  const facts = { correction: known.id };
  if (decided === null || closed === null) return refused("correction.unknown", facts, field).refusal;
  const about = { ...facts, statement: closed.paper.number };
  if (decided.agent !== agent) return refused("correction.of-another", about, field).refusal;
  if (known.isEnded) return refused("correction.taken-back", about, field).refusal;
  if (known.settledBy !== null)
    return refused("correction.settled", { ...about, settledBy: known.settledBy }, field).refusal;
  if (lineOf(stateOf(closed.paper, closed.corrections), decided.delivery) === null)
    return refused("correction.no-such-line", { ...about, delivery: decided.delivery }, field).refusal;
  return decided.reason === "replaced" ? unfitReplacement(known, closed, field) : null;
}

/** What stands in the place of another must be the same person's, of the same product, and in no other statement. */
export function unfitReplacement(
  { decided, replacement }: Pick<CorrectionKnown, "decided" | "replacement">,
  { paper, statement }: Pick<ClosedStatement, "paper" | "statement">,
  field: string,
): Refusal | null {
  const facts = { delivery: decided?.replaced_by ?? null, statement: paper.number };
  const received = replacement?.received ?? null;
  if (replacement === null || received === null) return refused("correction.replacement-unknown", facts, field).refusal;
  const why =
    received.member !== decided?.agent
      ? "member"
      : received.product !== paper.deliveries[0]?.product
        ? "product"
        : replacement.voided
          ? "voided"
          : received.mode === "not-taken"
            ? "not-taken"
            : replacement.settledBy !== null && replacement.settledBy !== statement
              ? "settled"
              : null;
  return why === null ? null : refused("correction.replacement-unfit", { ...facts, why }, field).refusal;
}

/** A published price by series and period, as it stands now. */
export type PricesNow = Prices;

/** The statements that are corrected, by number, each with all its restated lines. */
export function prepared(
  known: readonly CorrectionKnown[],
  pricesNow: PricesNow,
  grain: CurrencyGrain,
  readyList: (plan: DeductionPlan | null) => ReadyDeductions | null,
): Result<readonly Correcting[]> {
  const byStatement = new Map<string, { closed: ClosedStatement; of: CorrectionKnown[] }>();
  for (const one of known) {
    if (one.closed === null) continue;
    const { currency, number, grain: kept } = one.closed.paper;
    if (currency !== grain.currency || kept.line !== grain.line)
      return refused("correction.other-currency", { statement: number, currency, book: grain.currency });
    const group = byStatement.get(one.closed.statement) ?? { closed: one.closed, of: [] };
    group.of.push(one);
    byStatement.set(one.closed.statement, group);
  }
  const found: Correcting[] = [];
  for (const { closed, of } of [...byStatement.values()].sort((a, b) => byNumber(a.closed, b.closed))) {
    const made = correcting(closed, of, pricesNow, grain, readyList, found);
    if (!made.ok) return made;
    found.push(made.value);
  }
  return done(found);
}

const byNumber = (a: ClosedStatement, b: ClosedStatement): number => (a.paper.number < b.paper.number ? -1 : 1);

function correcting(
  closed: ClosedStatement,
  of: readonly CorrectionKnown[],
  pricesNow: PricesNow,
  grain: CurrencyGrain,
  readyList: (plan: DeductionPlan | null) => ReadyDeductions | null,
  before: readonly Correcting[],
): Result<Correcting> {
  const state = stateOf(closed.paper, closed.corrections);
  const restated: Restated[] = [];
  for (const one of of) {
    const made = restatedBy(one, closed, state, pricesNow);
    if (!made.ok) return made;
    if (restated.some(({ line }) => line === made.value.line))
      return refused("correction.line-twice", { statement: closed.paper.number, correction: one.id });
    restated.push(made.value);
  }
  const deductions = readyList(closed.deductions);
  return done({
    statement: closed.statement,
    closed: closed.closed,
    base: closed.paper,
    state,
    restated: restated.sort((a, b) => a.line - b.line),
    plans: plansIn(closed.plans, grain),
    deductions,
    yearTaken: othersInYear(closed, state, deductions, before),
  });
}

/** The version of a plan, made ready for the book's grain. */
const plansIn =
  (plans: readonly PlanRow[], grain: CurrencyGrain) =>
  ({ id, version, code }: PlanVersion): Result<CompiledPlan> => {
    const kept = plans.find((one) => one.plan === id && one.version === version);
    if (kept === undefined) return refused("settlement.plan-missing", { delivery: null, day: null, plan: code });
    return done(readyPlan({ plan: id, version, code, body: kept.body as PlanInForce["body"] }, grain.line));
  };

const standsForNothing: readonly string[] = ["voided", "other-member"];

function restatedBy(
  { id, decided, handOver, replacement }: CorrectionKnown,
  closed: ClosedStatement,
  state: CorrectedState,
  pricesNow: PricesNow,
): Result<Restated> {
  const line = decided === null ? null : lineOf(state, decided.delivery);
  const before = line === null ? null : (state.slots[line - 1] ?? null);
  if (decided === null || line === null || before === null) return refused("correction.unknown", { correction: id });
  const reason = decided.reason as CorrectionReason;
  const common = { correction: id, line, reason };
  if (standsForNothing.includes(reason)) return done({ ...common, now: null });
  const of = reason === "replaced" ? replacement : handOver;
  if (of === null || of.received === null)
    return refused("settlement.delivery-unknown", { delivery: id, receipt: null });
  const plan = planNow(of.received.happened, before, reason, closed);
  if (plan === null)
    return refused("settlement.plan-missing", { delivery: of.id, day: of.received.happened, plan: before.plan.code });
  return done({ ...common, now: knownNow(of, before, plan, reason, pricesNow) });
}

/**
 * The rule of the event's day as the statement had it; the plan of another day, and the plan as it stands now where the plan itself was
 * wrong.
 */
function planNow(
  day: string,
  before: StatementDelivery,
  reason: CorrectionReason,
  { plans, pricePlan }: ClosedStatement,
): PlanVersion | null {
  if (reason !== "plan" && day === before.day) return before.plan;
  const of = reason === "plan" ? (pricePlan ?? before.plan.id) : before.plan.id;
  const found = planOn(
    plans.filter((one) => one.plan === of),
    day,
  );
  return found === null ? null : { id: found.plan, version: found.version, code: found.code };
}

function knownNow(
  of: HandOver,
  before: StatementDelivery,
  plan: PlanVersion,
  reason: CorrectionReason,
  pricesNow: PricesNow,
): KnownNow {
  const readings = readingsOf(of);
  const kept = knownFrom(before).prices;
  // A price that was published anew counts only where somebody decided that it does.
  const [first, then] = reason === "prices" ? [pricesNow, kept] : [kept, pricesNow];
  return {
    receipt: of.received?.receipt ?? "",
    product: of.received?.product ?? before.product,
    measurements: readings,
    plan,
    delivery: valuedDelivery(of, readings),
    prices: (series, period) => first(series, period) ?? then(series, period),
  };
}
