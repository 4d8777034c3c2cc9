import * as z from "zod/mini";
import { done } from "../../../../kernel/refusal.ts";
import { currencyText, notNegativeDecimal, stepId } from "../spelling.ts";
import { constant } from "./figure.ts";
import type { StepKind } from "./kind.ts";

/** What releases up to 0.3.0 could say of it. */
export const fixedPriceStepOf030 = z.strictObject({
  id: stepId,
  kind: z.literal("fixed-price"),
  price: notNegativeDecimal,
});

/** A unit price agreed beforehand, per unit; `currency` is said where it is not the plan's. */
export const fixedPriceStep = z.strictObject({ ...fixedPriceStepOf030.shape, currency: z.optional(currencyText) });
type FixedPriceStep = z.infer<typeof fixedPriceStep>;

export const fixedPrice: StepKind<FixedPriceStep> = {
  result: "price",
  reads: () => [],
  measures: () => [],
  series: () => [],
  compile: (step) => {
    const price = done(constant(step.price));
    return () => price;
  },
  explain: (_step, kept) => ({ message: "fixed-price", values: { unit: kept.unit, result: kept.result } }),
};
