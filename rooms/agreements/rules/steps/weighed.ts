import * as z from "zod/mini";
import { done } from "../../../../kernel/refusal.ts";
import { roundingSheet, stepId } from "../spelling.ts";
import { constant, rounded } from "./figure.ts";
import type { StepKind } from "./kind.ts";

/** What the scale showed, full or empty, in the plan's unit. Rounded to the scale's division, it gives back pounds kept as grams. */
export const weighedStep = z.strictObject({
  id: stepId,
  kind: z.literal("weighed"),
  what: z.enum(["gross", "tare"]),
  rounding: z.optional(roundingSheet),
});
type WeighedStep = z.infer<typeof weighedStep>;

export const weighed: StepKind<WeighedStep> = {
  result: "weight",
  reads: () => [],
  measures: () => [],
  series: () => [],
  compile: (step, frame) => {
    const unit = constant(frame.gramsPerUnit);
    const round = rounded(step.rounding);
    const gross = step.what === "gross";
    return ({ delivery }) =>
      done(round((gross ? delivery.grossGrams : delivery.tareGrams) * unit.denominator, unit.numerator));
  },
  explain: (step, kept) => ({
    message: `weighed-${step.what}`,
    values: { unit: kept.unit, bags: String(kept.bags), result: kept.result },
  }),
};
