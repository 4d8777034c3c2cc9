import * as z from "zod/mini";
import { ratioText } from "../../../../kernel/exact/index.ts";
import { done } from "../../../../kernel/refusal.ts";
import { measureCode, notNegativeDecimal, positiveDecimal, roundingSheet, stepId } from "../spelling.ts";
import { below, constant, type Figure, figure, figureFromText, lowestTerms, rounded } from "./figure.ts";
import type { StepKind } from "./kind.ts";
import { impossible, measured } from "./measured.ts";

/**
 * What a kilo of this parchment is worth, its excelso and its pasilla paid apart:
 * bag ÷ yield factor × excelso price + pasilla ÷ sample × pasilla price.
 * Source: payment by yield factor with pasilla at its own price, Colombian co-operatives.
 */
export const excelsoAndPasillaPriceStep = z.strictObject({
  id: stepId,
  kind: z.literal("excelso-and-pasilla-price"),
  factor: stepId,
  excelsoPrice: stepId,
  bag: positiveDecimal,
  pasilla: measureCode,
  sample: measureCode,
  pasillaPrice: notNegativeDecimal,
  rounding: z.optional(roundingSheet),
});
type ExcelsoAndPasillaPriceStep = z.infer<typeof excelsoAndPasillaPriceStep>;

/** a ÷ b × c, the shape of both halves. */
const partOf = (a: Figure, b: Figure, c: Figure): Figure => ({
  numerator: a.numerator * b.denominator * c.numerator,
  denominator: a.denominator * b.numerator * c.denominator,
});

export const excelsoAndPasillaPrice: StepKind<ExcelsoAndPasillaPriceStep> = {
  result: "price",
  reads: (step) => [
    { field: "factor", id: step.factor, kind: "factor" },
    { field: "excelsoPrice", id: step.excelsoPrice, kind: "price" },
  ],
  measures: (step) => [step.pasilla, step.sample],
  series: () => [],
  compile: (step, frame) => {
    const factorAt = frame.at(step.factor);
    const excelsoAt = frame.at(step.excelsoPrice);
    const [bag, pasillaPrice] = [constant(step.bag), constant(step.pasillaPrice)];
    const round = rounded(step.rounding);
    return ({ figures, delivery }) => {
      const pasilla = measured(delivery, step.pasilla);
      if (!pasilla.ok) return pasilla;
      const sample = measured(delivery, step.sample);
      if (!sample.ok) return sample;
      if (sample.value.numerator === 0n) return impossible(delivery, step.sample);
      if (below(sample.value, pasilla.value)) return impossible(delivery, step.pasilla);
      const sound = partOf(bag, figure(figures, factorAt), figure(figures, excelsoAt));
      const rest = partOf(pasilla.value, sample.value, pasillaPrice);
      return done(
        round(
          sound.numerator * rest.denominator + rest.numerator * sound.denominator,
          sound.denominator * rest.denominator,
        ),
      );
    };
  },
  explain: (step, kept) => {
    const factor = kept.figure(step.factor) ?? "";
    const excelsoPrice = kept.figure(step.excelsoPrice) ?? "";
    const pasilla = kept.measurement(step.pasilla) ?? "";
    const sample = kept.measurement(step.sample) ?? "";
    return {
      message: "excelso-and-pasilla-price",
      values: {
        unit: kept.unit,
        bag: step.bag,
        factor,
        excelsoPrice,
        excelsoPart: partText(step.bag, factor, excelsoPrice),
        pasilla,
        sample,
        pasillaPrice: step.pasillaPrice,
        pasillaPart: partText(pasilla, sample, step.pasillaPrice),
        result: kept.result,
      },
    };
  },
};

/** One half, exactly, from kept texts; empty when the paper does not hold what it needs. */
function partText(a: string, b: string, c: string): string {
  const [first, second, third] = [figureFromText(a), figureFromText(b), figureFromText(c)];
  if (!first || !second || !third || second.numerator === 0n) return "";
  return ratioText(lowestTerms(partOf(first, second, third)));
}
