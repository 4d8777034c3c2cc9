import * as z from "zod/mini";
import { done } from "../../../../kernel/refusal.ts";
import { roundingSheet, stepId } from "../spelling.ts";
import { figure, rounded } from "./figure.ts";
import type { StepKind } from "./kind.ts";

/** The weight that a yield gives: weight × percent ÷ 100. What is paid for is then the exportable part, not the parchment. */
export const yieldedWeightStep = z.strictObject({
  id: stepId,
  kind: z.literal("yielded-weight"),
  weight: stepId,
  yield: stepId,
  rounding: z.optional(roundingSheet),
});
type YieldedWeightStep = z.infer<typeof yieldedWeightStep>;

export const yieldedWeight: StepKind<YieldedWeightStep> = {
  result: "weight",
  reads: (step) => [
    { field: "weight", id: step.weight, kind: "weight" },
    { field: "yield", id: step.yield, kind: "percent" },
  ],
  measures: () => [],
  series: () => [],
  compile: (step, frame) => {
    const [weightAt, yieldAt] = [frame.at(step.weight), frame.at(step.yield)];
    const round = rounded(step.rounding);
    return ({ figures }) => {
      const [weight, percent] = [figure(figures, weightAt), figure(figures, yieldAt)];
      return done(round(weight.numerator * percent.numerator, weight.denominator * percent.denominator * 100n));
    };
  },
  explain: (step, kept) => ({
    message: "yielded-weight",
    values: {
      unit: kept.unit,
      weight: kept.figure(step.weight) ?? "",
      percent: kept.figure(step.yield) ?? "",
      result: kept.result,
    },
  }),
};
