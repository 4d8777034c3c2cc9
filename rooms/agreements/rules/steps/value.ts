import * as z from "zod/mini";
import { done, refused } from "../../../../kernel/refusal.ts";
import { codeText, measureCode, roundingSheet, stepId, wordsByLanguage } from "../spelling.ts";
import { figure, rounder } from "./figure.ts";
import type { StepKind } from "./kind.ts";

/** What releases up to 0.3.0 could say of a value line. */
export const valueStepOf030 = z.strictObject({
  id: stepId,
  kind: z.literal("value"),
  /** What the line is for: "parchment", "export", "local". */
  line: codeText,
  name: wordsByLanguage,
  quantity: stepId,
  price: stepId,
  rounding: roundingSheet,
});

/**
 * A value line of the statement: weight, or count of pieces, × unit price. A plan may have several (export and local class). It is an amount of
 * money, so it must say how it is rounded; the total is the sum of rounded lines. A line may count only `until` a reading is there, and
 * another only `once` it is: a first payment on the planning figures, and the final value when the lot is closed. Of a line that does not
 * count, the steps that only it reads are not computed.
 */
export const valueStep = z.strictObject({
  ...valueStepOf030.shape,
  until: z.optional(measureCode),
  once: z.optional(measureCode),
});
export type ValueStep = z.infer<typeof valueStep>;

export const value: StepKind<ValueStep> = {
  result: "amount",
  reads: (step) => [
    { field: "quantity", id: step.quantity, kind: ["weight", "count"] },
    { field: "price", id: step.price, kind: "price" },
  ],
  measures: () => [],
  series: () => [],
  fault: (step) =>
    step.until === undefined || step.once === undefined
      ? null
      : refused("plan.until-and-once", { step: step.id, line: step.line }, "once"),
  compile: (step, frame) => {
    const quantityAt = frame.at(step.quantity);
    const priceAt = frame.at(step.price);
    const round = rounder(step.rounding);
    return ({ figures }) => {
      const quantity = figure(figures, quantityAt);
      const price = figure(figures, priceAt);
      return done(round(quantity.numerator * price.numerator, quantity.denominator * price.denominator));
    };
  },
  explain: (step, kept) => ({
    message: kept.isCount(step.quantity) ? "value-counted" : "value",
    values: {
      unit: kept.unit,
      quantity: kept.figure(step.quantity) ?? "",
      price: kept.figure(step.price) ?? "",
      result: kept.result,
    },
  }),
};
