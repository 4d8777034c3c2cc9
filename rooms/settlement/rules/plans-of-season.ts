/** Which plan counts on a day, which prices it reads, and which deductions a year limits. */
import { inForce } from "../../../kernel/act/record.ts";
import type { DeductionPlan } from "../../agreements/rules/deductions.ts";
import type { PricePlan } from "../../agreements/rules/plan.ts";
import type { PlanInForce } from "../../agreements/rules/plan-in-force.ts";
import { periodsFor, seriesRead } from "../../agreements/rules/published.ts";
import { kindOf } from "../../agreements/rules/steps/kinds.ts";

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
    for (const { series, rule } of plan === null ? [] : seriesRead(plan.body)) {
      const periods = wanted.get(series) ?? new Set<string>();
      for (const period of periodsFor(rule, day)) periods.add(period);
      wanted.set(series, periods);
    }
  }
  return [...wanted].map(([series, periods]) => ({ series, periods: [...periods] }));
}

/** What plans read of hand-overs beside published prices: a laboratory's results, the place, schemes, contracts. */
export type BesideRead = {
  readonly labMeasures: boolean;
  readonly place: boolean;
  readonly schemes: readonly string[];
  readonly contracts: readonly string[];
};

/** What any of these plans reads beside; null where they read nothing. */
export function besideRead(plans: readonly PlanRow[]): BesideRead | null {
  const steps = plans.flatMap((one) => (one.body as PricePlan).steps);
  const of = (name: "labMeasures" | "schemes" | "contracts"): readonly string[] => [
    ...new Set(steps.flatMap((step) => kindOf(step)[name]?.(step) ?? [])),
  ];
  const found = {
    labMeasures: of("labMeasures").length > 0,
    place: steps.some((step) => step.kind === "posted-price"),
    schemes: of("schemes"),
    contracts: of("contracts"),
  };
  const reads = found.labMeasures || found.place || found.schemes.length + found.contracts.length > 0;
  return reads ? found : null;
}

/** Codes of the deductions that need the producer's consent. */
export const consentCodes = (plan: DeductionPlan | null): readonly string[] =>
  (plan?.deductions ?? []).filter((one) => one.consent !== undefined).map((one) => one.code);

/** Codes of the deductions that a yearly cap limits: what they took this year must be known. */
export const yearlyCodes = (plan: DeductionPlan | null): readonly string[] => [
  ...new Set((plan?.caps ?? []).flatMap((cap) => (cap.kind === "yearly" ? cap.limits : []))),
];
