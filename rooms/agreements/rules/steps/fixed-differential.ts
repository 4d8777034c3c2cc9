import * as z from "zod/mini";
import { done } from "../../../../kernel/refusal.ts";
import { currencyText, decimalText, stepId, wordsByLanguage } from "../spelling.ts";
import { constant } from "./figure.ts";
import type { StepKind } from "./kind.ts";

/** What releases up to 0.3.0 could say of it. */
export const fixedDifferentialStepOf030 = z.strictObject({
  id: stepId,
  kind: z.literal("fixed-differential"),
  /** What it is for, as the paper says it. */
  name: wordsByLanguage,
  adds: decimalText,
});

/**
 * What a contract adds to a price or takes from it, per unit, whatever the reading: a basis, an organic differential, transport; in the plan's
 * currency, unless it says another.
 */
export const fixedDifferentialStep = z.strictObject({
  ...fixedDifferentialStepOf030.shape,
  currency: z.optional(currencyText),
});
type FixedDifferentialStep = z.infer<typeof fixedDifferentialStep>;

export const fixedDifferential: StepKind<FixedDifferentialStep> = {
  result: "price",
  reads: () => [],
  measures: () => [],
  series: () => [],
  compile: (step) => {
    const adds = done(constant(step.adds));
    return () => adds;
  },
  explain: (_step, kept) => ({ message: "fixed-differential", values: { unit: kept.unit, result: kept.result } }),
};
