import * as z from "zod/mini";
import { done, refused } from "../../../../kernel/refusal.ts";
import { measureCode, percentText, roundingSheet, stepId } from "../spelling.ts";
import { below, constant, difference, exactText, figure, figureFromText, rounded } from "./figure.ts";
import type { StepKind } from "./kind.ts";
import { impossible, measuredPercent } from "./measured.ts";

/**
 * Weight brought to the base moisture on dry matter: weight × (100 − measured) ÷ (100 − base), not weight × (1 − difference).
 * `drier` says what happens below the base: "unchanged" (most co-operatives) or "rewarded".
 * Source: dry-matter moisture adjustment of the parchment coffee and grain trades.
 */
export const moistureAdjustedStep = z.strictObject({
  id: stepId,
  kind: z.literal("moisture-adjusted"),
  weight: stepId,
  measure: measureCode,
  base: percentText,
  drier: z.enum(["unchanged", "rewarded"]),
  rounding: z.optional(roundingSheet),
});
type MoistureAdjustedStep = z.infer<typeof moistureAdjustedStep>;

const hundred = constant("100");

export const moistureAdjusted: StepKind<MoistureAdjustedStep> = {
  result: "weight",
  reads: (step) => [{ field: "weight", id: step.weight, kind: "weight" }],
  measures: (step) => [step.measure],
  series: () => [],
  fault: (step) =>
    !below(constant(step.base), hundred) ? refused("plan.base-impossible", { step: step.id }, "base") : null,
  compile: (step, frame) => {
    const base = constant(step.base);
    const dryBase = 100n * base.denominator - base.numerator;
    const weightAt = frame.at(step.weight);
    const round = rounded(step.rounding);
    return ({ figures, delivery }) => {
      const weight = figure(figures, weightAt);
      const reading = measuredPercent(delivery, step.measure);
      if (!reading.ok) return reading;
      const moisture = reading.value;
      if (step.drier === "unchanged" && below(moisture, base)) return done(round(weight.numerator, weight.denominator));
      const dry = 100n * moisture.denominator - moisture.numerator;
      if (dry === 0n) return impossible(delivery, step.measure);
      return done(
        round(weight.numerator * dry * base.denominator, weight.denominator * moisture.denominator * dryBase),
      );
    };
  },
  explain: (step, kept) => {
    const moisture = kept.measurement(step.measure) ?? "";
    const weight = kept.figure(step.weight) ?? "";
    return {
      message: `moisture-${caseOf(step, moisture)}`,
      values: {
        unit: kept.unit,
        weight,
        moisture,
        base: step.base,
        water: waterIn(weight, kept.result),
        result: kept.result,
      },
    };
  },
};

/** What the adjustment took off: weight − result. Nothing where the paper does not hold both. */
function waterIn(weight: string, result: string): string {
  const [before, after] = [figureFromText(weight), figureFromText(result)];
  return before && after ? exactText(difference(before, after)) : "";
}

/** Which sentence explains it: wetter than the base, as the base, or drier. */
function caseOf(step: MoistureAdjustedStep, moisture: string): string {
  const [reading, base] = [figureFromText(moisture), constant(step.base)];
  if (reading === null || below(base, reading)) return "adjusted";
  if (!below(reading, base)) return "at-base";
  return step.drier === "unchanged" ? "drier" : "drier-rewarded";
}
