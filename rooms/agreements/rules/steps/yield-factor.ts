import * as z from "zod/mini";
import { done } from "../../../../kernel/refusal.ts";
import { measureCode, positiveDecimal, roundingSheet, stepId } from "../spelling.ts";
import { below, constant, rounded } from "./figure.ts";
import type { StepKind } from "./kind.ts";
import { impossible, measured } from "./measured.ts";

/**
 * Yield factor: how much parchment gives one bag of excelso: sample × bag ÷ sound beans. Lower is better.
 * Source: factor de rendimiento en trilla, Federación Nacional de Cafeteros de Colombia (250 g sample, bag of 70 kg).
 */
export const yieldFactorStep = z.strictObject({
  id: stepId,
  kind: z.literal("yield-factor"),
  sample: measureCode,
  sound: measureCode,
  bag: positiveDecimal,
  rounding: z.optional(roundingSheet),
});
type YieldFactorStep = z.infer<typeof yieldFactorStep>;

export const yieldFactor: StepKind<YieldFactorStep> = {
  result: "factor",
  reads: () => [],
  measures: (step) => [step.sample, step.sound],
  series: () => [],
  compile: (step) => {
    const bag = constant(step.bag);
    const round = rounded(step.rounding);
    return ({ delivery }) => {
      const sample = measured(delivery, step.sample);
      if (!sample.ok) return sample;
      const sound = measured(delivery, step.sound);
      if (!sound.ok) return sound;
      const [whole, good] = [sample.value, sound.value];
      if (whole.numerator === 0n) return impossible(delivery, step.sample);
      if (good.numerator === 0n) return impossible(delivery, step.sound);
      if (below(whole, good)) return impossible(delivery, step.sound);
      return done(
        round(whole.numerator * bag.numerator * good.denominator, whole.denominator * bag.denominator * good.numerator),
      );
    };
  },
  explain: (step, kept) => ({
    message: "yield-factor",
    values: {
      unit: kept.unit,
      sample: kept.measurement(step.sample) ?? "",
      sound: kept.measurement(step.sound) ?? "",
      bag: step.bag,
      result: kept.result,
    },
  }),
};
