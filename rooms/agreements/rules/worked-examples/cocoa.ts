/**
 * Worked example: wet cocoa, dollars. First payment on drained kilos by the planning conversion; when the lot closes, its own
 * conversion, moisture, cut test and organic differential give the final value. Roundings: drained, dry and adjusted kilos to 0.01;
 * the wet price and its first part to 0.0001; lines to 0.01.
 */
import type { z } from "zod/mini";
import type { pricePlan } from "../plan.ts";
import type { Prices, ValuedDelivery } from "../steps/kind.ts";

const cent = { mode: "half-up", grain: "0.01" } as const;
const tenThousandth = { mode: "half-up", grain: "0.0001" } as const;
const beans = { es: "Cacao", en: "Cocoa", pt: "Cacau" };

/** What the hand-over brings to both payments: drained kilos, and what a dry kilo brings the producer. */
const begins = [
  { id: "gross", kind: "weighed", what: "gross" },
  { id: "tare", kind: "weighed", what: "tare" },
  { id: "net", kind: "net-weight", gross: "gross", tare: "tare" },
  { id: "drained", kind: "less-percent", weight: "net", percent: "3", why: "drain", rounding: cent },
  { id: "reference", kind: "reference-price", series: "cocoa-new-york", period: "day", quotedFor: "1000" },
  { id: "basis", kind: "fixed-differential", name: { es: "Base", en: "Basis", pt: "Base" }, adds: "-0.15" },
  { id: "on-board", kind: "price-with-differential", price: "reference", differential: "basis" },
  {
    id: "dry-price",
    kind: "part-of-price",
    price: "on-board",
    percent: "82",
    why: "passed-on",
    rounding: tenThousandth,
  },
] as const;

const head = { product: "cocoa", currency: "USD", unit: { code: "kg", grams: "1000" }, delivered: "net" } as const;

/** The first payment: 85 % of what a wet kilo is expected to bring. */
export const cocoaFirstPlan: z.input<typeof pricePlan> = {
  ...head,
  code: "cacao-primer-pago",
  steps: [
    ...begins,
    { id: "wet-price", kind: "price-converted", price: "dry-price", ratio: "0.38", rounding: tenThousandth },
    {
      ...{ id: "first", kind: "part-of-price", price: "wet-price", percent: "85" },
      ...{ why: "first-payment", rounding: tenThousandth },
    },
    {
      ...{ id: "value", kind: "value", line: "cocoa", name: beans },
      ...{ quantity: "drained", price: "first", rounding: cent },
    },
  ],
};

/** The final value: kilos as the lot gave them, brought to 7 % moisture, with what the cut test and the certificate add. */
export const cocoaFinalPlan: z.input<typeof pricePlan> = {
  ...head,
  code: "cacao-final",
  steps: [
    ...begins,
    { id: "dry", kind: "converted", weight: "drained", ratio: "0.38", measure: "dry-ratio", rounding: cent },
    {
      ...{ id: "paid-weight", kind: "moisture-adjusted", weight: "dry", measure: "moisture", base: "7" },
      ...{ drier: "unchanged", rounding: cent },
    },
    {
      ...{ id: "grade", kind: "differential-by-band", measure: "well-fermented" },
      bands: [
        { below: "65", adds: "0" },
        { from: "65", below: "75", adds: "0.05" },
        { from: "75", adds: "0.15" },
      ],
    },
    { id: "graded", kind: "price-with-differential", price: "dry-price", differential: "grade" },
    {
      id: "organic",
      kind: "fixed-differential",
      name: { es: "Orgánico", en: "Organic", pt: "Orgânico" },
      adds: "0.30",
    },
    { id: "unit-price", kind: "price-with-differential", price: "graded", differential: "organic" },
    {
      ...{ id: "value", kind: "value", line: "cocoa", name: beans },
      ...{ quantity: "paid-weight", price: "unit-price", rounding: cent },
    },
  ],
};

/**
 * Both in one plan: the first payment counts until the lot's own conversion is read, and the final value once it is. What was paid first
 * and what is worth more comes with a correction.
 */
export const cocoaPlan: z.input<typeof pricePlan> = {
  ...head,
  code: "cacao-2026",
  steps: [
    ...cocoaFirstPlan.steps.map((step) =>
      step.kind === "value" ? { ...step, id: "first-value", line: "first-payment", until: "dry-ratio" } : step,
    ),
    ...cocoaFinalPlan.steps
      .slice(begins.length)
      .map((step) => (step.kind === "value" ? { ...step, once: "dry-ratio" } : step)),
  ],
};

/** 186.4 kg in four buckets of 0.9 kg. */
export const cocoaDelivery: ValuedDelivery = {
  id: "01994f00-0000-7000-8000-000000000003",
  day: "2026-05-11",
  bags: 4,
  grossGrams: 186_400n,
  tareGrams: 3_600n,
  measurements: {},
};

/** The same once its lot of 4,210.00 kg wet has given 1,578.75 kg dry. */
export const closedCocoaDelivery: ValuedDelivery = {
  ...cocoaDelivery,
  measurements: { "dry-ratio": "0.375", moisture: "7.4", "well-fermented": "78" },
};

/** 4,600 dollars a tonne. */
export const cocoaPrices: Prices = (series, period) =>
  series === "cocoa-new-york" && period === "2026-05-11" ? "4600" : null;
