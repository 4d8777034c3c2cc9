import * as z from "zod/mini";
import { measureCode, percentText, roundingSheet, stepId } from "../spelling.ts";
import { baseFault, baseReads, besideBase, broughtToBase, takenOff } from "./brought-to-base.ts";
import type { KeptInputs, StepKind } from "./kind.ts";

/**
 * Weight brought to the base of impurities (dockage): weight × (100 − measured) ÷ (100 − base). Before or after moisture as the plan
 * orders its steps: the order matters in the last decimal. `cleaner` says what happens below the base.
 * Source: dockage of the grain, quinoa and cocoa trades.
 */
export const dockageAdjustedStep = z.strictObject({
  id: stepId,
  kind: z.literal("dockage-adjusted"),
  weight: stepId,
  measure: measureCode,
  base: percentText,
  cleaner: z.enum(["unchanged", "rewarded"]),
  rounding: z.optional(roundingSheet),
});
type DockageAdjustedStep = z.infer<typeof dockageAdjustedStep>;

export const dockageAdjusted: StepKind<DockageAdjustedStep> = {
  result: "weight",
  reads: baseReads,
  measures: (step) => [step.measure],
  series: () => [],
  fault: baseFault,
  compile: (step, frame) => broughtToBase(step, step.cleaner, frame),
  explain: (step, kept) => ({
    message: `dockage-${caseOf(step, kept)}`,
    values: {
      unit: kept.unit,
      weight: kept.figure(step.weight) ?? "",
      dockage: kept.measurement(step.measure) ?? "",
      base: step.base,
      foreign: takenOff(step, kept),
      result: kept.result,
    },
  }),
};

/** Which sentence explains it: dirtier than the base, as the base, or cleaner. */
function caseOf(step: DockageAdjustedStep, kept: KeptInputs): string {
  const beside = besideBase(step, kept);
  if (beside === "above") return "adjusted";
  if (beside === "at") return "at-base";
  return step.cleaner === "unchanged" ? "cleaner" : "cleaner-rewarded";
}
