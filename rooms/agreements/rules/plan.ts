/**
 * A price plan: the agreed, published way from what the scale and the grader read to what is paid, as ordered typed steps.
 * The set of step kinds is closed: what a plan says can be computed, explained and checked by anyone, years later. The whole
 * vocabulary, built and only designed, is in docs/decisions/0003-step-vocabulary.md.
 */
import * as z from "zod/mini";
import { codeText, currencyText, positiveDecimal, stepId } from "./spelling.ts";
import { classShareStep } from "./steps/class-share.ts";
import { componentPriceStep } from "./steps/component-price.ts";
import { convertedStep } from "./steps/converted.ts";
import { countedStep } from "./steps/counted.ts";
import { differentialByBandStep } from "./steps/differential-by-band.ts";
import { differentialOfFigureStep } from "./steps/differential-of-figure.ts";
import { dockageAdjustedStep } from "./steps/dockage-adjusted.ts";
import { excelsoAndPasillaPriceStep } from "./steps/excelso-and-pasilla-price.ts";
import { excelsoPriceStep } from "./steps/excelso-price.ts";
import { exchangedPriceStep, exchangedPriceStepOf030 } from "./steps/exchanged-price.ts";
import { exportableYieldStep } from "./steps/exportable-yield.ts";
import { fermentationIndexStep } from "./steps/fermentation-index.ts";
import { fixedDifferentialStep, fixedDifferentialStepOf030 } from "./steps/fixed-differential.ts";
import { fixedLaterStep } from "./steps/fixed-later.ts";
import { fixedPriceStep, fixedPriceStepOf030 } from "./steps/fixed-price.ts";
import { geometricMeanStep } from "./steps/geometric-mean.ts";
import { gramsPerLitreStep } from "./steps/grams-per-litre.ts";
import { higherPriceStep } from "./steps/higher-price.ts";
import { lessMeasuredStep } from "./steps/less-measured.ts";
import { lessPercentStep } from "./steps/less-percent.ts";
import { measuredWeightStep } from "./steps/measured-weight.ts";
import { moistureAdjustedStep } from "./steps/moisture-adjusted.ts";
import { netWeightStep } from "./steps/net-weight.ts";
import { partOfPriceStep } from "./steps/part-of-price.ts";
import { partUntilMeasuredStep } from "./steps/part-until-measured.ts";
import { postedPriceStep } from "./steps/posted-price.ts";
import { premiumStep } from "./steps/premium.ts";
import { priceCeilingStep } from "./steps/price-ceiling.ts";
import { priceConvertedStep } from "./steps/price-converted.ts";
import { priceFloorStep } from "./steps/price-floor.ts";
import { priceWithDifferentialStep } from "./steps/price-with-differential.ts";
import { quotedPriceStep, quotedPriceStepOf030 } from "./steps/quoted-price.ts";
import { recencyWeightedMeanStep } from "./steps/recency-weighted-mean.ts";
import { referencePriceStep, referencePriceStepOf030 } from "./steps/reference-price.ts";
import { restStep } from "./steps/rest.ts";
import { schemePriceStep } from "./steps/scheme-price.ts";
import { splitPriceStep } from "./steps/split-price.ts";
import { valueStep, valueStepOf030 } from "./steps/value.ts";
import { weighedStep } from "./steps/weighed.ts";
import { yieldFactorStep } from "./steps/yield-factor.ts";
import { yieldedWeightStep } from "./steps/yielded-weight.ts";

/** Steps of every release that have not changed since 0.1.0. */
const lastingSteps = [
  weighedStep,
  netWeightStep,
  moistureAdjustedStep,
  classShareStep,
  restStep,
  yieldFactorStep,
  differentialByBandStep,
  priceWithDifferentialStep,
  excelsoPriceStep,
  excelsoAndPasillaPriceStep,
] as const;

/** Steps that 0.3.0 brought and that have not changed since. */
const stepsSince030 = [
  dockageAdjustedStep,
  lessPercentStep,
  lessMeasuredStep,
  measuredWeightStep,
  convertedStep,
  countedStep,
  partOfPriceStep,
  priceConvertedStep,
  gramsPerLitreStep,
  componentPriceStep,
  priceFloorStep,
  priceCeilingStep,
  splitPriceStep,
] as const;

/** The steps that releases up to 0.2.0 knew. */
export const stepsOf020 = [...lastingSteps, fixedPriceStepOf030, referencePriceStepOf030, valueStepOf030] as const;

/** The steps that 0.3.0 knew. */
export const stepsOf030 = [
  ...stepsOf020,
  ...stepsSince030,
  fixedDifferentialStepOf030,
  quotedPriceStepOf030,
  exchangedPriceStepOf030,
] as const;

/** One step of a plan; `kind` says which. Its figure is read by later steps under its `id`. */
export const planStep = z.discriminatedUnion("kind", [
  ...lastingSteps,
  ...stepsSince030,
  valueStep,
  fixedPriceStep,
  referencePriceStep,
  fixedDifferentialStep,
  quotedPriceStep,
  exchangedPriceStep,
  differentialOfFigureStep,
  exportableYieldStep,
  fermentationIndexStep,
  fixedLaterStep,
  geometricMeanStep,
  higherPriceStep,
  partUntilMeasuredStep,
  postedPriceStep,
  premiumStep,
  recencyWeightedMeanStep,
  schemePriceStep,
  yieldedWeightStep,
]);
export type PlanStep = z.infer<typeof planStep>;
export type PlanStepKind = PlanStep["kind"];

/** What a plan says besides its steps. */
export const planShape = {
  code: codeText,
  product: codeText,
  currency: currencyText,
  /** The unit of weights and of unit prices, and what one is in grams: kg "1000", lb "453.59237", quintal "46000". */
  unit: z.strictObject({ code: codeText, grams: positiveDecimal }),
  /** The step whose figure is the weight that came in, before quality: what transport is charged on. */
  delivered: stepId,
};

/** The body of a price plan sheet. Steps run in order; between two named roundings figures stay exact. */
export const pricePlan = z.strictObject({
  ...planShape,
  steps: z.array(planStep).check(z.minLength(1), z.maxLength(60)),
});
export type PricePlan = z.infer<typeof pricePlan>;

/** Whether a step of a plan counts pieces. */
export const isCounted = (plan: PricePlan, id: string): boolean =>
  plan.steps.some((step) => step.id === id && step.kind === "counted");
