/** The built vocabulary: every kind of step a plan may use, by name. */
import type { PlanStep, PlanStepKind } from "../plan.ts";
import { classShare } from "./class-share.ts";
import { differentialByBand } from "./differential-by-band.ts";
import { excelsoAndPasillaPrice } from "./excelso-and-pasilla-price.ts";
import { excelsoPrice } from "./excelso-price.ts";
import { fixedPrice } from "./fixed-price.ts";
import type { StepKind } from "./kind.ts";
import { moistureAdjusted } from "./moisture-adjusted.ts";
import { netWeight } from "./net-weight.ts";
import { priceWithDifferential } from "./price-with-differential.ts";
import { referencePrice } from "./reference-price.ts";
import { rest } from "./rest.ts";
import { value } from "./value.ts";
import { weighed } from "./weighed.ts";
import { yieldFactor } from "./yield-factor.ts";

/** One entry per kind: a kind that the schema knows and this table does not, or the other way round, does not compile. */
export const stepKinds: { readonly [Kind in PlanStepKind]: StepKind<Extract<PlanStep, { kind: Kind }>> } = {
  weighed,
  "net-weight": netWeight,
  "moisture-adjusted": moistureAdjusted,
  "class-share": classShare,
  rest,
  "yield-factor": yieldFactor,
  "fixed-price": fixedPrice,
  "reference-price": referencePrice,
  "differential-by-band": differentialByBand,
  "price-with-differential": priceWithDifferential,
  "excelso-price": excelsoPrice,
  "excelso-and-pasilla-price": excelsoAndPasillaPrice,
  value,
};

/** The kind of a step, ready to take that step. */
export const kindOf = (step: PlanStep): StepKind<PlanStep> => stepKinds[step.kind] as unknown as StepKind<PlanStep>;
