/**
 * Worked example: three steers, dollars; by live weight with agreed shrink, or by cold carcass less what was condemned. Roundings:
 * cold kilos to 0.1; lines to 0.01. Hides and offal are paid by the head.
 */
import type { z } from "zod/mini";
import type { pricePlan } from "../plan.ts";
import type { ValuedDelivery } from "../steps/kind.ts";

const cent = { mode: "half-up", grain: "0.01" } as const;
const tenth = { mode: "half-up", grain: "0.1" } as const;
const head = { product: "steer", currency: "USD", unit: { code: "kg", grams: "1000" }, delivered: "live" } as const;
const weighing = [
  { id: "gross", kind: "weighed", what: "gross" },
  { id: "tare", kind: "weighed", what: "tare" },
  { id: "live", kind: "net-weight", gross: "gross", tare: "tare" },
] as const;

/** 2.05 a kilo of live weight after a shrink of 5 %. */
export const liveSteersPlan: z.input<typeof pricePlan> = {
  ...head,
  code: "novillos-en-pie",
  steps: [
    ...weighing,
    { id: "shrunk", kind: "less-percent", weight: "live", percent: "5", why: "shrink" },
    { id: "price", kind: "fixed-price", price: "2.05" },
    {
      ...{ id: "value", kind: "value", line: "live", name: { es: "En pie", en: "Live", pt: "Em pé" } },
      ...{ quantity: "shrunk", price: "price", rounding: cent },
    },
  ],
};

/** 3.95 a kilo of cold carcass, less what the inspector condemned; 24.00 a head for hide and offal. */
export const carcassSteersPlan: z.input<typeof pricePlan> = {
  ...head,
  code: "novillos-en-canal",
  steps: [
    ...weighing,
    { id: "hot", kind: "measured-weight", measure: "hot-carcass-kilograms" },
    { id: "cold", kind: "less-percent", weight: "hot", percent: "2", why: "cooling", rounding: tenth },
    { id: "paid-weight", kind: "less-measured", weight: "cold", measure: "condemned-kilograms", why: "condemned" },
    { id: "price", kind: "fixed-price", price: "3.95" },
    {
      ...{ id: "value", kind: "value", line: "carcass", name: { es: "En canal", en: "Carcass", pt: "Carcaça" } },
      ...{ quantity: "paid-weight", price: "price", rounding: cent },
    },
    { id: "heads", kind: "counted", measure: "heads", name: { es: "cabezas", en: "heads", pt: "cabeças" } },
    { id: "by-products", kind: "fixed-price", price: "24.00" },
    {
      ...{ id: "by-product-value", kind: "value", line: "by-products", quantity: "heads", price: "by-products" },
      ...{ name: { es: "Cuero y vísceras", en: "Hides and offal", pt: "Couro e miúdos" }, rounding: cent },
    },
  ],
};

/** 1,386 kg on the farm's scale; 238.4 + 231.0 + 226.2 kg hot on the rail. */
export const steersDelivery: ValuedDelivery = {
  id: "01994f00-0000-7000-8000-000000000006",
  day: "2026-06-02",
  bags: 0,
  grossGrams: 1_386_000n,
  tareGrams: 0n,
  measurements: { "hot-carcass-kilograms": "695.6", "condemned-kilograms": "4.2", heads: "3" },
};
