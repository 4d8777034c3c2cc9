import * as z from "zod/mini";
import { done } from "../../../../kernel/refusal.ts";
import { codeText, roundingSheet, stepId, wordsByLanguage } from "../spelling.ts";
import { figure, rounder } from "./figure.ts";
import type { StepKind } from "./kind.ts";

/**
 * A premium that the hand-over earns for all: weight × premium per unit. It is never part of a price nor of the value: it goes to the
 * premium account, where the assembly decides on it, and the statement shows it beside what is paid.
 */
export const premiumStep = z.strictObject({
  id: stepId,
  kind: z.literal("premium"),
  /** What the premium is: "fairtrade". */
  line: codeText,
  name: wordsByLanguage,
  quantity: stepId,
  price: stepId,
  rounding: roundingSheet,
});
export type PremiumStep = z.infer<typeof premiumStep>;

export const premium: StepKind<PremiumStep> = {
  result: "amount",
  reads: (step) => [
    { field: "quantity", id: step.quantity, kind: ["weight", "count"] },
    { field: "price", id: step.price, kind: "price" },
  ],
  measures: () => [],
  series: () => [],
  compile: (step, frame) => {
    const [quantityAt, priceAt] = [frame.at(step.quantity), frame.at(step.price)];
    const round = rounder(step.rounding);
    return ({ figures }) => {
      const [quantity, price] = [figure(figures, quantityAt), figure(figures, priceAt)];
      return done(round(quantity.numerator * price.numerator, quantity.denominator * price.denominator));
    };
  },
  explain: (step, kept) => ({
    message: "premium",
    values: {
      unit: kept.unit,
      quantity: kept.figure(step.quantity) ?? "",
      price: kept.figure(step.price) ?? "",
      result: kept.result,
    },
  }),
};
