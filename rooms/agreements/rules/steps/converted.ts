import * as z from "zod/mini";
import { done } from "../../../../kernel/refusal.ts";
import { measureCode, positiveDecimal, roundingSheet, stepId } from "../spelling.ts";
import { constant, figure, rounded } from "./figure.ts";
import type { StepKind } from "./kind.ts";
import { measured } from "./measured.ts";

/**
 * Weight of what will come of it: wet cocoa to dry. By the planning ratio until the lot is closed; from then on by the lot's own
 * ratio, which is a reading of the hand-over ("dry-ratio": "0.375"), so that nobody is credited kilos that never existed.
 * Source: planning and measured conversion factors of wet cocoa and coffee cherry.
 */
export const convertedStep = z.strictObject({
  id: stepId,
  kind: z.literal("converted"),
  weight: stepId,
  ratio: positiveDecimal,
  measure: measureCode,
  rounding: z.optional(roundingSheet),
});
type ConvertedStep = z.infer<typeof convertedStep>;

export const converted: StepKind<ConvertedStep> = {
  result: "weight",
  reads: (step) => [{ field: "weight", id: step.weight, kind: "weight" }],
  // The reading may be missing: then the planning ratio holds.
  measures: () => [],
  series: () => [],
  compile: (step, frame) => {
    const planned = constant(step.ratio);
    const weightAt = frame.at(step.weight);
    const round = rounded(step.rounding);
    return ({ figures, delivery }) => {
      const weight = figure(figures, weightAt);
      const isClosed = Object.hasOwn(delivery.measurements, step.measure);
      const ratio = isClosed ? measured(delivery, step.measure) : done(planned);
      if (!ratio.ok) return ratio;
      return done(round(weight.numerator * ratio.value.numerator, weight.denominator * ratio.value.denominator));
    };
  },
  explain: (step, kept) => {
    const found = kept.measurement(step.measure);
    return {
      message: found === null ? "converted-planned" : "converted-measured",
      values: {
        unit: kept.unit,
        weight: kept.figure(step.weight) ?? "",
        ratio: found ?? step.ratio,
        result: kept.result,
      },
    };
  },
};
