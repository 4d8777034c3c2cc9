import * as z from "zod/mini";
import { done } from "../../../../kernel/refusal.ts";
import { currencyText, notNegativeDecimal, positiveDecimal, stepId } from "../spelling.ts";
import { constant } from "./figure.ts";
import type { StepKind } from "./kind.ts";

/** What 0.3.0 could say of it. */
export const quotedPriceStepOf030 = z.strictObject({
  id: stepId,
  kind: z.literal("quoted-price"),
  price: notNegativeDecimal,
  quotedFor: positiveDecimal,
});

/** An agreed price for so many of the plan's units: 620 for a quintal of 46 kg. Exact per unit: 620 ÷ 46, never rounded here. */
export const quotedPriceStep = z.strictObject({ ...quotedPriceStepOf030.shape, currency: z.optional(currencyText) });
type QuotedPriceStep = z.infer<typeof quotedPriceStep>;

export const quotedPrice: StepKind<QuotedPriceStep> = {
  result: "price",
  reads: () => [],
  measures: () => [],
  series: () => [],
  compile: (step) => {
    const [price, quotedFor] = [constant(step.price), constant(step.quotedFor)];
    const each = done({
      numerator: price.numerator * quotedFor.denominator,
      denominator: price.denominator * quotedFor.numerator,
    });
    return () => each;
  },
  explain: (step, kept) => ({
    message: "quoted-price",
    values: { unit: kept.unit, price: step.price, quotedFor: step.quotedFor, result: kept.result },
  }),
};
