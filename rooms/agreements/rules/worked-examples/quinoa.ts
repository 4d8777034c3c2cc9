/** Worked example: quinoa by the quintal of 46 kg, bolivianos. Kilos are rounded once, to 0.01, after both adjustments; the line to 0.01. */
import type { z } from "zod/mini";
import type { pricePlan } from "../plan.ts";
import type { ValuedDelivery } from "../steps/kind.ts";

const cent = { mode: "half-up", grain: "0.01" } as const;

export const quinoaPlan: z.input<typeof pricePlan> = {
  code: "quinua-2026",
  product: "quinoa",
  currency: "BOB",
  unit: { code: "kg", grams: "1000" },
  delivered: "net",
  steps: [
    { id: "gross", kind: "weighed", what: "gross" },
    { id: "tare", kind: "weighed", what: "tare" },
    { id: "net", kind: "net-weight", gross: "gross", tare: "tare" },
    { id: "clean", kind: "dockage-adjusted", weight: "net", measure: "impurities", base: "1.0", cleaner: "unchanged" },
    {
      ...{ id: "paid-weight", kind: "moisture-adjusted", weight: "clean", measure: "moisture", base: "12.0" },
      ...{ drier: "unchanged", rounding: cent },
    },
    { id: "price", kind: "quoted-price", price: "620", quotedFor: "46" },
    {
      ...{ id: "value", kind: "value", line: "quinoa", name: { es: "Quinua", en: "Quinoa", pt: "Quinoa" } },
      ...{ quantity: "paid-weight", price: "price", rounding: cent },
    },
  ],
};

/** 505.0 kg in ten sacks of 0.3 kg. */
export const quinoaDelivery: ValuedDelivery = {
  id: "01994f00-0000-7000-8000-000000000007",
  day: "2026-07-20",
  bags: 10,
  grossGrams: 505_000n,
  tareGrams: 3_000n,
  measurements: { impurities: "3.4", moisture: "13.2" },
};
