import * as z from "zod/mini";
import { done } from "../../../../kernel/refusal.ts";
import { measureCode, roundingSheet, stepId } from "../spelling.ts";
import { rounded } from "./figure.ts";
import type { StepKind } from "./kind.ts";
import { measured } from "./measured.ts";

/** A weight that another scale found after the hand-over, in the plan's unit: the hot carcass at the slaughterhouse. */
export const measuredWeightStep = z.strictObject({
  id: stepId,
  kind: z.literal("measured-weight"),
  measure: measureCode,
  rounding: z.optional(roundingSheet),
});
type MeasuredWeightStep = z.infer<typeof measuredWeightStep>;

export const measuredWeight: StepKind<MeasuredWeightStep> = {
  result: "weight",
  reads: () => [],
  measures: (step) => [step.measure],
  series: () => [],
  compile: (step) => {
    const round = rounded(step.rounding);
    return ({ delivery }) => {
      const found = measured(delivery, step.measure);
      return found.ok ? done(round(found.value.numerator, found.value.denominator)) : found;
    };
  },
  explain: (_step, kept) => ({ message: "measured-weight", values: { unit: kept.unit, result: kept.result } }),
};
