/**
 * Worked clauses about what comes out of the goods: parchment paid by its exportable yield and by the quintal of green (Peru), and wet
 * cocoa paid at 85 % until its lot is closed, with the fermentation index of the cut test (classes kept raw).
 */
import type { z } from "zod/mini";
import type { pricePlan } from "../plan.ts";
import type { Prices, ValuedDelivery } from "../steps/kind.ts";

const cent = { mode: "half-up", grain: "0.01" } as const;
const kilogram = { code: "kg", grams: "1000" };
const weighing = [
  { id: "gross", kind: "weighed", what: "gross" },
  { id: "tare", kind: "weighed", what: "tare" },
  { id: "net", kind: "net-weight", gross: "gross", tare: "tare" },
] as const;

/** Exportable green by the quintal of 46 kg at the list of the place, second grade at its own price. */
export const exportablePlan: z.input<typeof pricePlan> = {
  ...{
    code: "pergamino-por-rendimiento",
    product: "coffee-parchment",
    currency: "PEN",
    unit: kilogram,
    delivered: "net",
  },
  steps: [
    ...weighing,
    {
      ...{ id: "yield", kind: "exportable-yield", sample: "sample-grams", exportable: "exportable-grams" },
      rounding: cent,
    },
    { id: "green", kind: "yielded-weight", weight: "net", yield: "yield", rounding: cent },
    {
      ...{ id: "second", kind: "class-share", weight: "net", measure: "second-share", rounding: cent },
      name: { es: "Segunda", en: "Second grade", pt: "Segunda" },
    },
    {
      ...{ id: "list", kind: "posted-price", period: "day", quotedFor: "46" },
      lists: [
        { places: ["Jaén"], series: "list-jaen" },
        { places: [], series: "list-others" },
      ],
    },
    { id: "second-price", kind: "fixed-price", price: "6" },
    {
      ...{ id: "value", kind: "value", line: "exportable", quantity: "green", price: "list", rounding: cent },
      name: { es: "Exportable", en: "Exportable", pt: "Exportável" },
    },
    {
      ...{
        id: "second-value",
        kind: "value",
        line: "second",
        quantity: "second",
        price: "second-price",
        rounding: cent,
      },
      name: { es: "Segunda", en: "Second grade", pt: "Segunda" },
    },
  ],
};

/** 100 kg of parchment: 350 g of sample left 266 g of exportable green, and four in a hundred are second grade. */
export const exportableDelivery: ValuedDelivery = {
  ...{ id: "01994f00-0000-7000-8000-000000000043", day: "2026-05-11", bags: 2 },
  ...{ grossGrams: 100_400n, tareGrams: 400n, beside: { place: "Jaén" } },
  measurements: { "sample-grams": "350", "exportable-grams": "266", "second-share": "4" },
};

/** 690 soles a quintal at Jaén, 680 elsewhere. */
export const listPrices: Prices = (series) => (series === "list-jaen" ? "690" : "680");

/** Wet cocoa in one plan: 85 % of the planning figures first, everything once the lot's own conversion is read. */
export const fermentedPlan: z.input<typeof pricePlan> = {
  ...{ code: "cacao-por-fermentacion", product: "cocoa", currency: "USD", unit: kilogram, delivered: "net" },
  steps: [
    ...weighing,
    { id: "drained", kind: "less-percent", weight: "net", percent: "3", why: "drain", rounding: cent },
    { id: "dry", kind: "converted", weight: "drained", ratio: "0.38", measure: "dry-ratio", rounding: cent },
    { id: "index", kind: "fermentation-index", well: "well-fermented", partly: "partly-fermented", counts: "50" },
    { id: "dry-price", kind: "fixed-price", price: "3.649" },
    {
      ...{ id: "grade", kind: "differential-of-figure", figure: "index" },
      bands: [
        { below: "65", adds: "0" },
        { from: "65", below: "75", adds: "0.05" },
        { from: "75", adds: "0.15" },
      ],
    },
    { id: "graded", kind: "price-with-differential", price: "dry-price", differential: "grade" },
    {
      ...{ id: "first", kind: "part-until-measured", price: "graded", percent: "85", measure: "dry-ratio" },
      rounding: { mode: "half-up", grain: "0.0001" },
    },
    {
      ...{ id: "value", kind: "value", line: "cocoa", quantity: "dry", price: "first", rounding: cent },
      name: { es: "Cacao", en: "Cocoa", pt: "Cacau" },
    },
  ],
};

/** 182.8 kg net; in the cut test 70 % well fermented and 16 % partly: an index of 78. */
export const fermentedDelivery: ValuedDelivery = {
  ...{
    id: "01994f00-0000-7000-8000-000000000044",
    day: "2026-05-11",
    bags: 4,
    grossGrams: 186_400n,
    tareGrams: 3_600n,
  },
  measurements: { "well-fermented": "70", "partly-fermented": "16" },
};

/** The same once its lot gave 0.375 kg dry of each kilo wet. */
export const measuredDelivery: ValuedDelivery = {
  ...fermentedDelivery,
  measurements: { ...fermentedDelivery.measurements, "dry-ratio": "0.375" },
};
