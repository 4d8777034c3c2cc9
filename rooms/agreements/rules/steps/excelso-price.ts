import * as z from "zod/mini";
import { done, refused } from "../../../../kernel/refusal.ts";
import { notNegativeDecimal, positiveDecimal, roundingSheet, stepId } from "../spelling.ts";
import { constant, figure, rounded } from "./figure.ts";
import type { StepKind } from "./kind.ts";

/**
 * What a kilo of excelso is worth when the price of a kilo of parchment at the base factor is known, and pasilla has its own
 * price: (parchment price − pasilla price × pasilla in base ÷ base factor) × base factor ÷ excelso in base.
 * Source: decomposition of the Colombian base (94 kg of parchment = 70 kg excelso + 6.14 kg pasilla + 19 % loss).
 */
export const excelsoPriceStep = z.strictObject({
  id: stepId,
  kind: z.literal("excelso-price"),
  price: stepId,
  pasillaPrice: notNegativeDecimal,
  baseFactor: positiveDecimal,
  excelsoInBase: positiveDecimal,
  pasillaInBase: notNegativeDecimal,
  rounding: z.optional(roundingSheet),
});
type ExcelsoPriceStep = z.infer<typeof excelsoPriceStep>;

export const excelsoPrice: StepKind<ExcelsoPriceStep> = {
  result: "price",
  reads: (step) => [{ field: "price", id: step.price, kind: "price" }],
  measures: () => [],
  series: () => [],
  compile: (step, frame) => {
    const priceAt = frame.at(step.price);
    const [pasillaPrice, pasilla] = [constant(step.pasillaPrice), constant(step.pasillaInBase)];
    const [base, excelso] = [constant(step.baseFactor), constant(step.excelsoInBase)];
    // (price × base − pasilla price × pasilla) ÷ excelso: the same formula with the base factor multiplied in.
    const pasillaValue = pasillaPrice.numerator * pasilla.numerator;
    const pasillaScale = pasillaPrice.denominator * pasilla.denominator;
    const round = rounded(step.rounding);
    return ({ figures, delivery }) => {
      const price = figure(figures, priceAt);
      const scale = price.denominator * base.denominator;
      const left = price.numerator * base.numerator * pasillaScale - pasillaValue * scale;
      if (left < 0n) return refused("valuation.price-below-zero", { delivery: delivery.id, step: step.id });
      return done(round(left * excelso.denominator, scale * pasillaScale * excelso.numerator));
    };
  },
  explain: (step, kept) => ({
    message: "excelso-price",
    values: {
      unit: kept.unit,
      price: kept.figure(step.price) ?? "",
      pasillaPrice: step.pasillaPrice,
      baseFactor: step.baseFactor,
      excelsoInBase: step.excelsoInBase,
      pasillaInBase: step.pasillaInBase,
      result: kept.result,
    },
  }),
};
