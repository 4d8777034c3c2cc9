import * as z from "zod/mini";
import { done } from "../../../../kernel/refusal.ts";
import { notNegativeDecimal, stepId } from "../spelling.ts";
import { constant } from "./figure.ts";
import type { StepKind } from "./kind.ts";

/** A unit price agreed beforehand, in the plan's currency per unit. */
export const fixedPriceStep = z.strictObject({ id: stepId, kind: z.literal("fixed-price"), price: notNegativeDecimal });
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
