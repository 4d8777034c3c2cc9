import * as z from "zod/mini";
import { done } from "../../../../kernel/refusal.ts";
import { measureCode, stepId, wordsByLanguage } from "../spelling.ts";
import type { StepKind } from "./kind.ts";
import { measured } from "./measured.ts";

/** What is paid by the piece and not by weight: heads of cattle, hides, bunches. The grader's count of it. */
export const countedStep = z.strictObject({
  id: stepId,
  kind: z.literal("counted"),
  measure: measureCode,
  /** What is counted, as the paper says it: "heads". */
  name: wordsByLanguage,
});
type CountedStep = z.infer<typeof countedStep>;

export const counted: StepKind<CountedStep> = {
  result: "count",
  reads: () => [],
  measures: (step) => [step.measure],
  series: () => [],
  compile: (step) => (inputs) => {
    const found = measured(inputs.delivery, step.measure);
    return found.ok ? done(found.value) : found;
  },
  explain: (_step, kept) => ({ message: "counted", values: { unit: kept.unit, result: kept.result } }),
};
