/** In which currency each price of a plan is: a plan that adds dollars to soles, or pays a line in dollars, is not published. */
import { refused } from "../../../kernel/refusal.ts";
import type { PlanStep, PricePlan } from "./plan.ts";
import type { Refused } from "./sheet-fault.ts";
import type { Explanation } from "./steps/kind.ts";
import { kindOf } from "./steps/kinds.ts";

/** The first step whose prices are not in one currency; null when all fit. A price that says no currency is in the plan's. */
export function pricesInOneCurrency(plan: PricePlan): Refused | null {
  const known = new Map<string, string>();
  for (const [at, step] of plan.steps.entries()) {
    const fault = stepFault(step, at, plan, known);
    if (fault !== null) return fault;
    known.set(step.id, currencyAfter(step, plan, known));
  }
  return null;
}

const known = new WeakMap<PricePlan, ReadonlyMap<string, string>>();

/** The currency of each step's figure, by its id: what a page writes beside a price. Found once for each plan. */
export function currenciesOf(plan: PricePlan): ReadonlyMap<string, string> {
  const kept = known.get(plan);
  if (kept !== undefined) return kept;
  const found = new Map<string, string>();
  for (const step of plan.steps) found.set(step.id, currencyAfter(step, plan, found));
  known.set(plan, found);
  return found;
}

/** The prices that a step reads, each with its field and its currency. */
const pricesRead = (step: PlanStep, known: ReadonlyMap<string, string>) =>
  kindOf(step)
    .reads(step)
    .filter((one) => one.kind === "price")
    .map(({ field, id }) => ({ field, id, currency: known.get(id) ?? "" }));

function currencyAfter(step: PlanStep, plan: PricePlan, known: ReadonlyMap<string, string>): string {
  if (step.kind === "exchanged-price") return plan.currency;
  const [first] = pricesRead(step, known);
  const own = "currency" in step ? step.currency : undefined;
  return own ?? first?.currency ?? plan.currency;
}

function stepFault(step: PlanStep, at: number, plan: PricePlan, known: ReadonlyMap<string, string>): Refused | null {
  const read = pricesRead(step, known);
  const field = (name: string): string => `steps.${at}.${name}`;
  if (step.kind === "exchanged-price") {
    const from = read[0]?.currency ?? "";
    if (step.from === undefined || step.from === plan.currency || step.from !== from)
      return refused("plan.exchange-from", { step: step.id, from: step.from ?? null, price: from }, field("from"));
    return null;
  }
  const own = "currency" in step && step.currency !== undefined ? step.currency : read[0]?.currency;
  const other = read.find((one) => one.currency !== own);
  if (other !== undefined)
    return refused(
      "plan.currencies-mixed",
      { step: step.id, figure: other.id, currency: other.currency, other: own ?? "" },
      field(other.field),
    );
  const paid = (step.kind === "value" || step.kind === "premium") && read[0]?.currency !== plan.currency;
  if (paid)
    return refused(
      "plan.currency-not-exchanged",
      { step: step.id, currency: read[0]?.currency ?? "", plan: plan.currency },
      field("price"),
    );
  return null;
}

/** An explanation with the currency in which the step's figure is: prices of one plan may be in several. */
export const inCurrency = (explanation: Explanation, step: PlanStep, plan: PricePlan): Explanation => ({
  ...explanation,
  values: { ...explanation.values, currency: currenciesOf(plan).get(step.id) ?? plan.currency },
});
