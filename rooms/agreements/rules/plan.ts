/**
 * A price plan: the agreed, published way from what the scale and the grader read to what is paid, as ordered typed steps.
 * The set of step kinds is closed: what a plan says can be computed, explained and checked by anyone, years later. The whole
 * vocabulary, built and only designed, is in docs/decisions/0003-step-vocabulary.md.
 */
import * as z from "zod/mini";
import { codeText, currencyText, positiveDecimal, stepId } from "./spelling.ts";
import { classShareStep } from "./steps/class-share.ts";
import { differentialByBandStep } from "./steps/differential-by-band.ts";
import { excelsoAndPasillaPriceStep } from "./steps/excelso-and-pasilla-price.ts";
import { excelsoPriceStep } from "./steps/excelso-price.ts";
import { fixedPriceStep } from "./steps/fixed-price.ts";
import { moistureAdjustedStep } from "./steps/moisture-adjusted.ts";
import { netWeightStep } from "./steps/net-weight.ts";
import { priceWithDifferentialStep } from "./steps/price-with-differential.ts";
import { referencePriceStep } from "./steps/reference-price.ts";
import { restStep } from "./steps/rest.ts";
import { valueStep } from "./steps/value.ts";
import { weighedStep } from "./steps/weighed.ts";
import { yieldFactorStep } from "./steps/yield-factor.ts";

/** One step of a plan; `kind` says which. Its figure is read by later steps under its `id`. */
export const planStep = z.discriminatedUnion("kind", [
  weighedStep,
  netWeightStep,
  moistureAdjustedStep,
  classShareStep,
  restStep,
  yieldFactorStep,
  fixedPriceStep,
  referencePriceStep,
  differentialByBandStep,
  priceWithDifferentialStep,
  excelsoPriceStep,
  excelsoAndPasillaPriceStep,
  valueStep,
]);
export type PlanStep = z.infer<typeof planStep>;
export type PlanStepKind = PlanStep["kind"];

/** The body of a price plan sheet. Steps run in order; between two named roundings figures stay exact. */
export const pricePlan = z.strictObject({
  code: codeText,
  product: codeText,
  currency: currencyText,
  /** The unit of weights and of unit prices, and what one is in grams: kg "1000", lb "453.59237", quintal "46000". */
  unit: z.strictObject({ code: codeText, grams: positiveDecimal }),
  /** The step whose figure is the weight that came in, before quality: what transport is charged on. */
  delivered: stepId,
  steps: z.array(planStep).check(z.minLength(1), z.maxLength(60)),
});
export type PricePlan = z.infer<typeof pricePlan>;
