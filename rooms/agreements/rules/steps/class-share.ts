import * as z from "zod/mini";
import { done } from "../../../../kernel/refusal.ts";
import { measureCode, roundingSheet, stepId, wordsByLanguage } from "../spelling.ts";
import { figure, rounded } from "./figure.ts";
import type { StepKind } from "./kind.ts";
import { measuredPercent } from "./measured.ts";

/** The part of a weight that the packhouse put in one class: weight × percent ÷ 100. */
export const classShareStep = z.strictObject({
  id: stepId,
  kind: z.literal("class-share"),
  weight: stepId,
  measure: measureCode,
  /** What the class is called on paper. */
  name: wordsByLanguage,
  rounding: z.optional(roundingSheet),
});
type ClassShareStep = z.infer<typeof classShareStep>;

export const classShare: StepKind<ClassShareStep> = {
  result: "weight",
  reads: (step) => [{ field: "weight", id: step.weight, kind: "weight" }],
  measures: (step) => [step.measure],
  series: () => [],
  compile: (step, frame) => {
    const weightAt = frame.at(step.weight);
    const round = rounded(step.rounding);
    return ({ figures, delivery }) => {
      const weight = figure(figures, weightAt);
      const share = measuredPercent(delivery, step.measure);
      if (!share.ok) return share;
      return done(round(weight.numerator * share.value.numerator, weight.denominator * share.value.denominator * 100n));
    };
  },
  explain: (step, kept) => ({
    message: "class-share",
    values: {
      unit: kept.unit,
      weight: kept.figure(step.weight) ?? "",
      share: kept.measurement(step.measure) ?? "",
      result: kept.result,
    },
  }),
};
