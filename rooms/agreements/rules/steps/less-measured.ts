import * as z from "zod/mini";
import { done, refused } from "../../../../kernel/refusal.ts";
import { measureCode, roundingSheet, stepId } from "../spelling.ts";
import { difference, figure, rounded } from "./figure.ts";
import type { StepKind } from "./kind.ts";
import { measured } from "./measured.ts";

/** Why a part that was weighed or measured by itself is not paid: `condemned` by the inspector, `rejected` by a test at the gate. */
export const measuredLosses = ["condemned", "rejected"] as const;

/** Quantity less a part that was measured by itself, in the plan's unit: litres of a can that failed, condemned kilos. */
export const lessMeasuredStep = z.strictObject({
  id: stepId,
  kind: z.literal("less-measured"),
  weight: stepId,
  measure: measureCode,
  why: z.enum(measuredLosses),
  rounding: z.optional(roundingSheet),
});
type LessMeasuredStep = z.infer<typeof lessMeasuredStep>;

export const lessMeasured: StepKind<LessMeasuredStep> = {
  result: "weight",
  reads: (step) => [{ field: "weight", id: step.weight, kind: "weight" }],
  measures: (step) => [step.measure],
  series: () => [],
  compile: (step, frame) => {
    const weightAt = frame.at(step.weight);
    const round = rounded(step.rounding);
    return ({ figures, delivery }) => {
      const part = measured(delivery, step.measure);
      if (!part.ok) return part;
      const left = difference(figure(figures, weightAt), part.value);
      if (left.numerator < 0n)
        return refused("valuation.classes-exceed-whole", { delivery: delivery.id, step: step.id });
      return done(round(left.numerator, left.denominator));
    };
  },
  explain: (step, kept) => ({
    message: `less-measured-${step.why}`,
    values: {
      unit: kept.unit,
      weight: kept.figure(step.weight) ?? "",
      part: kept.measurement(step.measure) ?? "",
      result: kept.result,
    },
  }),
};
