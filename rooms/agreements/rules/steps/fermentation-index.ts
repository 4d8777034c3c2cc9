import * as z from "zod/mini";
import { done } from "../../../../kernel/refusal.ts";
import { measureCode, percentText, roundingSheet, stepId } from "../spelling.ts";
import { constant, rounded, total } from "./figure.ts";
import type { StepKind } from "./kind.ts";
import { impossible, measuredPercent } from "./measured.ts";

/**
 * Fermentation index of a cut test: the percent of well fermented beans + a part (usually half) of the partly fermented ones. The raw
 * classes are what the book keeps; groups weigh the partly fermented differently, so the plan says it. Source: cut test of cocoa.
 */
export const fermentationIndexStep = z.strictObject({
  id: stepId,
  kind: z.literal("fermentation-index"),
  well: measureCode,
  partly: measureCode,
  /** Percent of the partly fermented that counts: "50". */
  counts: percentText,
  rounding: z.optional(roundingSheet),
});
type FermentationIndexStep = z.infer<typeof fermentationIndexStep>;

export const fermentationIndex: StepKind<FermentationIndexStep> = {
  result: "percent",
  reads: () => [],
  measures: (step) => [step.well, step.partly],
  series: () => [],
  compile: (step) => {
    const counts = constant(step.counts);
    const round = rounded(step.rounding);
    return ({ delivery }) => {
      const well = measuredPercent(delivery, step.well);
      if (!well.ok) return well;
      const partly = measuredPercent(delivery, step.partly);
      if (!partly.ok) return partly;
      const beans = total(well.value, partly.value);
      if (beans.numerator > 100n * beans.denominator) return impossible(delivery, step.partly);
      const index = total(well.value, {
        numerator: partly.value.numerator * counts.numerator,
        denominator: partly.value.denominator * counts.denominator * 100n,
      });
      return done(round(index.numerator, index.denominator));
    };
  },
  explain: (step, kept) => ({
    message: "fermentation-index",
    values: {
      unit: kept.unit,
      well: kept.measurement(step.well) ?? "",
      partly: kept.measurement(step.partly) ?? "",
      counts: step.counts,
      result: kept.result,
    },
  }),
};
