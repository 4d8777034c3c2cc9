/** Templates of the ways of paying that read more than the hand-over: taken from the worked examples, figures and all, to be changed. */
import type { PricePlan } from "../../rooms/agreements/rules/plan.ts";
import { cocoaPlan } from "../../rooms/agreements/rules/worked-examples/cocoa.ts";
import { fairtradePlan } from "../../rooms/agreements/rules/worked-examples/fairtrade.ts";
import { fixedLaterPlan } from "../../rooms/agreements/rules/worked-examples/fixed-later.ts";
import { meansPlan } from "../../rooms/agreements/rules/worked-examples/means.ts";
import { exportablePlan } from "../../rooms/agreements/rules/worked-examples/yields.ts";
import type { Template } from "./plan-templates.ts";

/** A worked plan, its lines rounded to the book's own grain. */
const worked = (plan: Pick<PricePlan, "product" | "unit"> & { readonly steps: readonly object[] }): Template => ({
  product: plan.product,
  unit: plan.unit,
  steps: (grain) =>
    plan.steps.map((step) => {
      const { kind } = step as { readonly kind: string };
      return kind === "value" || kind === "premium" ? { ...step, rounding: { mode: "half-up", grain } } : { ...step };
    }),
});

/** By name, in the order they are offered. */
export const termsTemplates: Readonly<Record<string, Template>> = {
  "cocoa-two-parts": worked(cocoaPlan),
  "exportable-yield": worked(exportablePlan),
  fairtrade: worked(fairtradePlan),
  "fixed-later": worked(fixedLaterPlan),
  "milk-means": worked(meansPlan),
};
