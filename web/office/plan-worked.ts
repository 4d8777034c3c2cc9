/** A price plan tried on one hand-over, by the same engine that settles: every step with its value, or why there is none. */
import type { CurrencyGrain } from "../../kernel/money/index.ts";
import { done, type Result, refused } from "../../kernel/refusal.ts";
import type { Day } from "../../kernel/time/index.ts";
import type { Beside } from "../../rooms/agreements/rules/beside.ts";
import type { PlanStep, PricePlan } from "../../rooms/agreements/rules/plan.ts";
import { kindOf } from "../../rooms/agreements/rules/steps/kinds.ts";
import { compilePlan } from "../../rooms/agreements/rules/valuation.ts";
import { type StatementContent, statementContent } from "../../rooms/settlement/content.ts";
import { noBalances } from "../../rooms/settlement/rules/balances.ts";
import { settle } from "../../rooms/settlement/rules/statement.ts";

/** One hand-over to try a plan on. Kilograms and readings as decimal text; prices by series, for whatever day. */
export type TriedHandOver = {
  readonly day: Day;
  readonly bags: string;
  readonly gross: string;
  readonly tare: string;
  readonly readings: Readonly<Record<string, string>>;
  readonly prices: Readonly<Record<string, string>>;
  /** What the plan reads beside: typed, or as the book has it. */
  readonly beside: Beside;
};

/** What a plan wants to know of a hand-over: measures, series, means of laboratory results, and a place with a list of its own. */
export const wantedBy = (plan: PricePlan) => ({
  measures: [...new Set(plan.steps.flatMap((step) => [...kindOf(step).measures(step), ...laterMeasures(step)]))],
  series: [...new Set(plan.steps.flatMap((step) => kindOf(step).series(step)))],
  labMeasures: [...new Set(plan.steps.flatMap((step) => kindOf(step).labMeasures?.(step) ?? []))],
  place: plan.steps.flatMap((step) => (step.kind === "posted-price" ? step.lists.flatMap((one) => one.places) : []))[0],
});

/** Readings that may still be to come: left empty, the plan is tried as it is before them. */
function laterMeasures(step: PlanStep): readonly string[] {
  if (step.kind === "converted" || step.kind === "part-until-measured") return [step.measure];
  return step.kind === "value" ? [step.until ?? step.once ?? []].flat() : [];
}

/** Whole grams of kilograms as decimal text; null when there are more than three decimals, or it is no such text. */
export function gramsOf(kilograms: string): bigint | null {
  const found = /^(\d{1,9})(?:\.(\d{1,3}))?$/.exec(kilograms);
  return found === null ? null : BigInt(`${found[1]}${(found[2] ?? "").padEnd(3, "0")}`);
}

/**
 * The account of one hand-over as a statement would keep it. Refused with what the engine refuses, or `plan.example-unreadable`
 * when a weight of the example is no weight.
 */
export function workedOf(plan: PricePlan, grain: CurrencyGrain, tried: TriedHandOver): Result<StatementContent> {
  const [grossGrams, tareGrams] = [gramsOf(tried.gross), gramsOf(tried.tare)];
  if (grossGrams === null || tareGrams === null || !/^\d{1,5}$/.test(tried.bags))
    return refused("plan.example-unreadable", { gross: tried.gross, tare: tried.tare, bags: tried.bags });
  const id = "00000000-0000-4000-8000-000000000000";
  const delivery = {
    id,
    day: tried.day,
    bags: Number.parseInt(tried.bags, 10),
    grossGrams,
    tareGrams,
    measurements: tried.readings,
    beside: tried.beside,
  };
  const settled = settle({
    deliveries: [{ delivery, plan: compilePlan(plan, grain.line) }],
    prices: (series) => tried.prices[series] ?? null,
    deductions: null,
    balances: noBalances,
    grain,
    on: tried.day,
    paidIn: "transfer",
  });
  if (!settled.ok) return settled;
  const measurements = Object.entries(tried.readings).map(([measure, value]) => ({
    ...{ measure, value, method: null, instrument: null },
  }));
  const version = { id, version: 1, code: plan.code };
  return done(
    statementContent(settled.value, {
      number: "",
      book: id,
      organisation: "",
      agent: { id, memberNumber: null },
      days: { happened: tried.day, booked: tried.day, issued: tried.day },
      grain,
      deliveries: [{ receipt: "", product: plan.product, measurements, plan: version }],
      deductionPlan: null,
      payment: { mode: "transfer", place: null, day: null },
      shares: null,
    }),
  );
}
