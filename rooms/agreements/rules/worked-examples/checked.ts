/** For specifications: a worked example's sheet as published, or a failure that shows the refusal. */
import { assert } from "../../../../kernel/refusal.ts";
import { checkPricePlan } from "../check-price-plan.ts";
import type { Prices, ValuedDelivery } from "../steps/kind.ts";
import { type CompiledPlan, compilePlan, type Valuation } from "../valuation.ts";

/** The plan, checked and compiled for a book whose lines have this grain. */
export function published(plan: unknown, lineGrain: string): CompiledPlan {
  const checked = checkPricePlan(plan, lineGrain);
  assert(checked.ok, checked.ok ? "" : `the plan is published: ${JSON.stringify(checked.refusal)}`);
  return compilePlan(checked.value, lineGrain);
}

/** What a hand-over is worth; fails when it cannot be valued. */
export function worth(plan: CompiledPlan, delivery: ValuedDelivery, prices: Prices = () => null): Valuation {
  const found = plan.value(delivery, prices);
  assert(found.ok, found.ok ? "" : `the hand-over is valued: ${JSON.stringify(found.refusal)}`);
  return found.value;
}

/** A figure of a valuation by the id of its step. */
export const figureOf = (plan: CompiledPlan, valuation: Valuation, step: string): string =>
  valuation.figures[plan.plan.steps.findIndex((one) => one.id === step)] ?? "";
