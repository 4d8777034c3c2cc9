/**
 * Worked example: coffee at the published reference of its month, plus a differential by cup score. One sheet prices every lot
 * of a season; the score's protocol is the measure's method in the grading scheme.
 */
import type { z } from "zod/mini";
import type { pricePlan } from "../plan.ts";

/** Prices in USD per kilo; the reference series is quoted per kilo and by month. */
export const differentialByScorePlan: z.input<typeof pricePlan> = {
  code: "coffee-by-score",
  product: "coffee-green",
  currency: "USD",
  unit: { code: "kg", grams: "1000" },
  delivered: "net",
  steps: [
    { id: "gross", kind: "weighed", what: "gross" },
    { id: "tare", kind: "weighed", what: "tare" },
    { id: "net", kind: "net-weight", gross: "gross", tare: "tare" },
    { id: "reference", kind: "reference-price", series: "arabica-monthly", period: "month", quotedFor: "1" },
    {
      id: "differential",
      kind: "differential-by-band",
      measure: "cup-score",
      bands: [
        { below: "80", adds: "-0.10" },
        { from: "80", below: "83", adds: "0" },
        { from: "83", below: "86", adds: "0.20" },
        { from: "86", adds: "0.55" },
      ],
    },
    {
      id: "unit-price",
      kind: "price-with-differential",
      price: "reference",
      differential: "differential",
      rounding: { mode: "half-up", grain: "0.0001" },
    },
    {
      id: "value",
      kind: "value",
      line: "green",
      name: { es: "Café verde", en: "Green coffee", pt: "Café verde" },
      quantity: "net",
      price: "unit-price",
      rounding: { mode: "half-up", grain: "0.01" },
    },
  ],
};
