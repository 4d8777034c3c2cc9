/** The built vocabulary: every kind of step a plan may use, by name. */
import type { PlanStep, PlanStepKind } from "../plan.ts";
import { classShare } from "./class-share.ts";
import { componentPrice } from "./component-price.ts";
import { converted } from "./converted.ts";
import { counted } from "./counted.ts";
import { differentialByBand } from "./differential-by-band.ts";
import { differentialOfFigure } from "./differential-of-figure.ts";
import { dockageAdjusted } from "./dockage-adjusted.ts";
import { excelsoAndPasillaPrice } from "./excelso-and-pasilla-price.ts";
import { excelsoPrice } from "./excelso-price.ts";
import { exchangedPrice } from "./exchanged-price.ts";
import { exportableYield } from "./exportable-yield.ts";
import { fermentationIndex } from "./fermentation-index.ts";
import { fixedDifferential } from "./fixed-differential.ts";
import { fixedLater } from "./fixed-later.ts";
import { fixedPrice } from "./fixed-price.ts";
import { geometricMean } from "./geometric-mean.ts";
import { gramsPerLitre } from "./grams-per-litre.ts";
import { higherPrice } from "./higher-price.ts";
import type { StepKind } from "./kind.ts";
import { lessMeasured } from "./less-measured.ts";
import { lessPercent } from "./less-percent.ts";
import { measuredWeight } from "./measured-weight.ts";
import { moistureAdjusted } from "./moisture-adjusted.ts";
import { netWeight } from "./net-weight.ts";
import { partOfPrice } from "./part-of-price.ts";
import { partUntilMeasured } from "./part-until-measured.ts";
import { postedPrice } from "./posted-price.ts";
import { premium } from "./premium.ts";
import { priceCeiling } from "./price-ceiling.ts";
import { priceConverted } from "./price-converted.ts";
import { priceFloor } from "./price-floor.ts";
import { priceWithDifferential } from "./price-with-differential.ts";
import { quotedPrice } from "./quoted-price.ts";
import { recencyWeightedMean } from "./recency-weighted-mean.ts";
import { referencePrice } from "./reference-price.ts";
import { rest } from "./rest.ts";
import { schemePrice } from "./scheme-price.ts";
import { splitPrice } from "./split-price.ts";
import { value } from "./value.ts";
import { weighed } from "./weighed.ts";
import { yieldFactor } from "./yield-factor.ts";
import { yieldedWeight } from "./yielded-weight.ts";

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
  "dockage-adjusted": dockageAdjusted,
  "less-percent": lessPercent,
  "less-measured": lessMeasured,
  "measured-weight": measuredWeight,
  converted,
  counted,
  "quoted-price": quotedPrice,
  "fixed-differential": fixedDifferential,
  "part-of-price": partOfPrice,
  "price-converted": priceConverted,
  "grams-per-litre": gramsPerLitre,
  "component-price": componentPrice,
  "price-floor": priceFloor,
  "price-ceiling": priceCeiling,
  "split-price": splitPrice,
  "exchanged-price": exchangedPrice,
  "differential-of-figure": differentialOfFigure,
  "exportable-yield": exportableYield,
  "fermentation-index": fermentationIndex,
  "fixed-later": fixedLater,
  "geometric-mean": geometricMean,
  "higher-price": higherPrice,
  "part-until-measured": partUntilMeasured,
  "posted-price": postedPrice,
  premium,
  "recency-weighted-mean": recencyWeightedMean,
  "scheme-price": schemePrice,
  "yielded-weight": yieldedWeight,
  value,
};

/** The kind of a step, ready to take that step. */
export const kindOf = (step: PlanStep): StepKind<PlanStep> => stepKinds[step.kind] as unknown as StepKind<PlanStep>;
