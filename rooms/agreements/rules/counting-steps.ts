/** Which steps of a plan count for a hand-over: a line may wait for a reading, or hold only until it is there. */
import type { PlanStep, PricePlan } from "./plan.ts";
import type { ValuedDelivery } from "./steps/kind.ts";
import { kindOf } from "./steps/kinds.ts";

/** Whether the step at a position counts for a hand-over; null where all steps of the plan always do. */
export type Counts = ((delivery: ValuedDelivery) => readonly boolean[]) | null;

const hasReading = ({ measurements }: ValuedDelivery, measure: string): boolean => Object.hasOwn(measurements, measure);

/** Whether a line counts. Every step that is no value line does, as far as some line that counts reads it. */
const isCounting = (step: PlanStep, delivery: ValuedDelivery): boolean =>
  step.kind !== "value" ||
  ((step.until === undefined || !hasReading(delivery, step.until)) &&
    (step.once === undefined || hasReading(delivery, step.once)));

/** The positions that a step reads, and those that they read. */
function readBy(plan: PricePlan, at: number, found = new Set<number>()): ReadonlySet<number> {
  if (found.has(at)) return found;
  found.add(at);
  const step = plan.steps[at] as PlanStep;
  for (const { id } of kindOf(step).reads(step)) {
    const place = plan.steps.findIndex((one) => one.id === id);
    if (place >= 0) readBy(plan, place, found);
  }
  return found;
}

/** Made once for each plan. What no line reads counts as before; what came in always counts. */
export function countingSteps(plan: PricePlan): Counts {
  const conditional = plan.steps.some((step) => step.kind === "value" && (step.until ?? step.once) !== undefined);
  if (!conditional) return null;
  const values = plan.steps.flatMap((step, at) => (step.kind === "value" ? [{ step, reads: readBy(plan, at) }] : []));
  const deliveredAt = plan.steps.findIndex((step) => step.id === plan.delivered);
  const premiums = plan.steps.flatMap((step, at) => (step.kind === "premium" ? [at] : []));
  const always = new Set([deliveredAt, ...premiums].flatMap((at) => [...readBy(plan, at)]));
  return (delivery) => {
    const counting = values.filter(({ step }) => isCounting(step, delivery));
    return plan.steps.map(
      (_, at) =>
        always.has(at) || counting.some(({ reads }) => reads.has(at)) || !values.some(({ reads }) => reads.has(at)),
    );
  };
}
