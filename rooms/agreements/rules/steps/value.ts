import * as z from "zod/mini";
import { done } from "../../../../kernel/refusal.ts";
import { codeText, roundingSheet, stepId, wordsByLanguage } from "../spelling.ts";
import { figure, rounder } from "./figure.ts";
import type { StepKind } from "./kind.ts";

/**
 * A value line of the statement: weight, or count of pieces, × unit price. A plan may have several (export and local class). It is an amount of
 * money, so it must say how it is rounded; the total is the sum of rounded lines.
 */
export const valueStep = z.strictObject({
  id: stepId,
  kind: z.literal("value"),
  /** What the line is for: "parchment", "export", "local". */
  line: codeText,
  name: wordsByLanguage,
  quantity: stepId,
  price: stepId,
  rounding: roundingSheet,
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
