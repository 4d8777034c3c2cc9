import * as z from "zod/mini";
import { done } from "../../../../kernel/refusal.ts";
import { measureCode, percentText, roundingSheet, stepId } from "../spelling.ts";
import { constant, figure, rounded } from "./figure.ts";
import type { StepKind } from "./kind.ts";
import { measured } from "./measured.ts";

/**
 * A first payment: percent of a price as long as a reading is still to come, and the whole price once it is there. Wet cocoa is paid at
 * 85 % of what the planning conversion gives; when its lot is closed the measured conversion is a reading of the hand-over, and the
 * difference is a line of the next settlement.
 */
export const partUntilMeasuredStep = z.strictObject({
  id: stepId,
  kind: z.literal("part-until-measured"),
  price: stepId,
  percent: percentText,
  measure: measureCode,
  rounding: z.optional(roundingSheet),
});
type PartUntilMeasuredStep = z.infer<typeof partUntilMeasuredStep>;

export const partUntilMeasured: StepKind<PartUntilMeasuredStep> = {
  result: "price",
  reads: (step) => [{ field: "price", id: step.price, kind: "price" }],
  // The reading may be missing: then the part is paid.
  measures: () => [],
  series: () => [],
  compile: (step, frame) => {
    const percent = constant(step.percent);
    const priceAt = frame.at(step.price);
    const round = rounded(step.rounding);
    return ({ figures, delivery }) => {
      const price = figure(figures, priceAt);
      if (!Object.hasOwn(delivery.measurements, step.measure))
        return done(round(price.numerator * percent.numerator, price.denominator * percent.denominator * 100n));
      const found = measured(delivery, step.measure);
      return found.ok ? done(round(price.numerator, price.denominator)) : found;
    };
  },
  explain: (step, kept) => ({
    message: kept.measurement(step.measure) === null ? "part-until-measured" : "part-now-measured",
    values: {
      unit: kept.unit,
      price: kept.figure(step.price) ?? "",
      percent: step.percent,
      measure: step.measure,
      result: kept.result,
    },
  }),
};
