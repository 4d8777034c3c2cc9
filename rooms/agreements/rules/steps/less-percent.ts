import * as z from "zod/mini";
import { done, refused } from "../../../../kernel/refusal.ts";
import { percentText, roundingSheet, stepId } from "../spelling.ts";
import { below, constant, figure, rounded } from "./figure.ts";
import type { StepKind } from "./kind.ts";

/** What an agreed percentage of a weight is lost to: `drain` of wet beans, `shrink` of live animals (desbaste), `cooling` of a carcass. */
export const agreedLosses = ["drain", "shrink", "cooling"] as const;

/** Weight less an agreed percentage: weight × (100 − percent) ÷ 100. Source: standard drain, desbaste and cold-carcass factors. */
export const lessPercentStep = z.strictObject({
  id: stepId,
  kind: z.literal("less-percent"),
  weight: stepId,
  percent: percentText,
  why: z.enum(agreedLosses),
  rounding: z.optional(roundingSheet),
});
type LessPercentStep = z.infer<typeof lessPercentStep>;

export const lessPercent: StepKind<LessPercentStep> = {
  result: "weight",
  reads: (step) => [{ field: "weight", id: step.weight, kind: "weight" }],
  measures: () => [],
  series: () => [],
  fault: (step) =>
    below(constant(step.percent), constant("100"))
      ? null
      : refused("plan.base-impossible", { step: step.id }, "percent"),
  compile: (step, frame) => {
    const percent = constant(step.percent);
    const stays = 100n * percent.denominator - percent.numerator;
    const weightAt = frame.at(step.weight);
    const round = rounded(step.rounding);
    return ({ figures }) => {
      const weight = figure(figures, weightAt);
      return done(round(weight.numerator * stays, weight.denominator * percent.denominator * 100n));
    };
  },
  explain: (step, kept) => ({
    message: `less-percent-${step.why}`,
    values: {
      unit: kept.unit,
      weight: kept.figure(step.weight) ?? "",
      percent: step.percent,
      result: kept.result,
    },
  }),
};
