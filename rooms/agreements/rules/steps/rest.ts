import * as z from "zod/mini";
import { ratioText } from "../../../../kernel/exact/index.ts";
import { done, refused } from "../../../../kernel/refusal.ts";
import { roundingSheet, stepId, wordsByLanguage } from "../spelling.ts";
import { difference, type Figure, figure, figureFromText, lowestTerms, rounded, total } from "./figure.ts";
import type { StepKind } from "./kind.ts";

/** What is left of a weight when its classes are taken off: so that no gram of the sorting is lost to rounding. */
export const restStep = z.strictObject({
  id: stepId,
  kind: z.literal("rest"),
  of: stepId,
  less: z.array(stepId).check(z.minLength(1)),
  name: wordsByLanguage,
  rounding: z.optional(roundingSheet),
});
type RestStep = z.infer<typeof restStep>;

const none: Figure = { numerator: 0n, denominator: 1n };

export const rest: StepKind<RestStep> = {
  result: "weight",
  reads: (step) => [
    { field: "of", id: step.of, kind: "weight" },
    ...step.less.map((id, index) => ({ field: `less.${index}`, id, kind: "weight" as const })),
  ],
  measures: () => [],
  series: () => [],
  compile: (step, frame) => {
    const wholeAt = frame.at(step.of);
    const lessAt = step.less.map(frame.at);
    const round = rounded(step.rounding);
    return ({ figures, delivery }) => {
      let left = figure(figures, wholeAt);
      for (const at of lessAt) left = difference(left, figure(figures, at));
      if (left.numerator < 0n)
        return refused("valuation.classes-exceed-whole", { delivery: delivery.id, step: step.id });
      return done(round(left.numerator, left.denominator));
    };
  },
  explain: (step, kept) => ({
    message: "rest",
    values: {
      unit: kept.unit,
      whole: kept.figure(step.of) ?? "",
      classes: ratioText(
        lowestTerms(step.less.flatMap((id) => figureFromText(kept.figure(id) ?? "") ?? []).reduce(total, none)),
      ),
      result: kept.result,
    },
  }),
};
