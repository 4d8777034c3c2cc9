import * as z from "zod/mini";
import { measureCode, percentText, roundingSheet, stepId } from "../spelling.ts";
import { baseFault, baseReads, besideBase, broughtToBase, takenOff } from "./brought-to-base.ts";
import type { KeptInputs, StepKind } from "./kind.ts";

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

export const moistureAdjusted: StepKind<MoistureAdjustedStep> = {
  result: "weight",
  reads: baseReads,
  measures: (step) => [step.measure],
  series: () => [],
  fault: baseFault,
  compile: (step, frame) => broughtToBase(step, step.drier, frame),
  explain: (step, kept) => ({
    message: `moisture-${caseOf(step, kept)}`,
    values: {
      unit: kept.unit,
      weight: kept.figure(step.weight) ?? "",
      moisture: kept.measurement(step.measure) ?? "",
      base: step.base,
      water: takenOff(step, kept),
      result: kept.result,
    },
  }),
};

/** Which sentence explains it: wetter than the base, as the base, or drier. */
function caseOf(step: MoistureAdjustedStep, kept: KeptInputs): string {
  const beside = besideBase(step, kept);
  if (beside === "above") return "adjusted";
  if (beside === "at") return "at-base";
  return step.drier === "unchanged" ? "drier" : "drier-rewarded";
}
