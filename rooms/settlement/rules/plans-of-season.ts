/** Which plan counts on a day, which prices it reads, and which deductions a year limits. */
import { inForce } from "../../../kernel/act/record.ts";
import type { DeductionPlan } from "../../agreements/rules/deductions.ts";
import type { PricePlan } from "../../agreements/rules/plan.ts";
import type { PlanInForce } from "../../agreements/rules/plan-in-force.ts";

/** A version of a price plan as kept. */
export type PlanRow = {
  readonly plan: string;
  readonly version: number;
  readonly from_day: string;
  readonly code: string;
  readonly currency: string;
  readonly body: unknown;
};

/** The plan in force on the day of a hand-over, never today's; null before its first version. */
export function planOn(plans: readonly PlanRow[], day: string): PlanInForce | null {
  const found = inForce(plans, day);
  return found === null
    ? null
    : { plan: found.plan, version: found.version, code: found.code, body: found.body as PricePlan };
}

/** Periods of a series that plans read. */
export type PricesRead = { readonly series: string; readonly periods: readonly string[] };

/** Every point of every series that the plans read for hand-overs of these days. */
export function pricesRead(plans: readonly PlanRow[], days: readonly string[]): readonly PricesRead[] {
  const wanted = new Map<string, Set<string>>();
  for (const day of new Set(days)) {
    const plan = planOn(plans, day);
    for (const step of plan?.body.steps ?? []) {
      if (step.kind !== "reference-price") continue;
      const periods = wanted.get(step.series) ?? new Set<string>();
      wanted.set(step.series, periods.add(step.period === "month" ? day.slice(0, 7) : day));
    }
  }
  return [...wanted].map(([series, periods]) => ({ series, periods: [...periods] }));
}

/** Codes of the deductions that a yearly cap limits: what they took this year must be known. */
export const yearlyCodes = (plan: DeductionPlan | null): readonly string[] => [
  ...new Set((plan?.caps ?? []).flatMap((cap) => (cap.kind === "yearly" ? cap.limits : []))),
];
