/**
 * Worked example: milk of fifteen days, paid by component, Colombian pesos per litre. Roundings: litres to 0.1; grams per litre to
 * 0.01; each component per litre to 0.01; lines to whole pesos.
 */
import type { z } from "zod/mini";
import type { pricePlan } from "../plan.ts";
import type { ValuedDelivery } from "../steps/kind.ts";

const tenth = { mode: "half-up", grain: "0.1" } as const;
const cent = { mode: "half-up", grain: "0.01" } as const;
const words = (es: string, en: string, pt: string) => ({ es, en, pt });

/** What a litre gains or loses besides its components, each as a step of its own. */
const changes = [
  ["sanitary", "20", words("Hato sano", "Healthy herd", "Rebanho sadio")],
  ["practices", "10", words("Buenas prácticas", "Good practices", "Boas práticas")],
  ["cold", "18", words("Leche fría", "Cold milk", "Leite frio")],
  ["transport", "-41", words("Transporte", "Transport", "Transporte")],
] as const;

/** A litre weighs 1.031 kg by the contract, so the tank's kilos are litres at once. */
export const milkPlan: z.input<typeof pricePlan> = {
  code: "leche-componentes",
  product: "milk",
  currency: "COP",
  unit: { code: "l", grams: "1031" },
  delivered: "litres",
  steps: [
    { id: "gross", kind: "weighed", what: "gross", rounding: tenth },
    { id: "tare", kind: "weighed", what: "tare", rounding: tenth },
    { id: "litres", kind: "net-weight", gross: "gross", tare: "tare" },
    { id: "paid-litres", kind: "less-measured", weight: "litres", measure: "rejected-litres", why: "rejected" },
    { id: "protein-grams", kind: "grams-per-litre", measure: "protein", density: "1.031", rounding: cent },
    { id: "protein", kind: "component-price", grams: "protein-grams", perGram: "35.20", rounding: cent },
    { id: "fat-grams", kind: "grams-per-litre", measure: "fat", density: "1.031", rounding: cent },
    { id: "fat", kind: "component-price", grams: "fat-grams", perGram: "11.75", rounding: cent },
    { id: "components", kind: "price-with-differential", price: "protein", differential: "fat" },
    {
      ...{ id: "bacteria", kind: "differential-by-band", measure: "bacteria" },
      bands: [
        { below: "25001", adds: "120" },
        { from: "25001", below: "50001", adds: "90" },
        { from: "50001", below: "100001", adds: "62" },
        { from: "100001", below: "200001", adds: "0" },
        { from: "200001", below: "500001", adds: "-40" },
        { from: "500001", adds: "-90" },
      ],
    },
    { id: "hygiene", kind: "price-with-differential", price: "components", differential: "bacteria" },
    ...changes.flatMap(([id, adds, name], at) => [
      { id, kind: "fixed-differential" as const, name, adds },
      {
        id: `with-${id}`,
        kind: "price-with-differential" as const,
        price: at === 0 ? "hygiene" : `with-${changes[at - 1]?.[0]}`,
        differential: id,
      },
    ]),
    {
      ...{ id: "value", kind: "value", line: "milk", name: words("Leche", "Milk", "Leite") },
      ...{ quantity: "paid-litres", price: "with-transport", rounding: { mode: "half-up", grain: "1" } },
    },
  ],
};

/** 1,324.6 kg in the tank; one can of 38.0 litres failed the antibiotics test. */
export const milkDelivery: ValuedDelivery = {
  id: "01994f00-0000-7000-8000-000000000004",
  day: "2026-09-15",
  bags: 0,
  grossGrams: 1_324_600n,
  tareGrams: 0n,
  measurements: { "rejected-litres": "38.0", protein: "3.15", fat: "3.72", bacteria: "88000" },
};
