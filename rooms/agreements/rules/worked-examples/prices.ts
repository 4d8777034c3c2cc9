/**
 * Worked example: the clauses about a price that no other example has: a price in dollars brought to soles by the day's rate, a floor, a
 * ceiling above which the gain is shared, and a part fixed beforehand.
 */
import type { z } from "zod/mini";
import type { pricePlan } from "../plan.ts";
import type { Prices, ValuedDelivery } from "../steps/kind.ts";

const cent = { mode: "half-up", grain: "0.01" } as const;
const goods = { es: "Cacao seco", en: "Dry cocoa", pt: "Cacau seco" };

/** Dollars a kilo, between a floor of 3.50 and a ceiling of 5.00, three tenths of it at 4.20; then soles. */
export const bandedPlan: z.input<typeof pricePlan> = {
  code: "cacao-con-banda",
  product: "cocoa",
  currency: "PEN",
  unit: { code: "kg", grams: "1000" },
  delivered: "net",
  steps: [
    { id: "gross", kind: "weighed", what: "gross" },
    { id: "tare", kind: "weighed", what: "tare" },
    { id: "net", kind: "net-weight", gross: "gross", tare: "tare" },
    {
      id: "market",
      kind: "reference-price",
      series: "cocoa-new-york",
      period: "day",
      quotedFor: "1000",
      currency: "USD",
    },
    {
      ...{ id: "not-below", kind: "price-floor", price: "market", floor: "3.50" },
      name: { es: "Mínimo del contrato", en: "The contract's minimum", pt: "Mínimo do contrato" },
    },
    { id: "shared", kind: "price-ceiling", price: "not-below", ceiling: "5.00", share: "50" },
    { id: "mixed", kind: "split-price", price: "shared", fixed: "4.20", percent: "30" },
    {
      ...{ id: "soles", kind: "exchanged-price", price: "mixed", series: "soles-per-dollar", from: "USD" },
      ...{ period: "day", rounding: cent },
    },
    {
      ...{ id: "value", kind: "value", line: "cocoa", name: goods },
      ...{ quantity: "net", price: "soles", rounding: cent },
    },
  ],
};

/** 100 kg net. */
export const bandedDelivery: ValuedDelivery = {
  id: "01994f00-0000-7000-8000-000000000032",
  day: "2026-05-11",
  bags: 2,
  grossGrams: 101_000n,
  tareGrams: 1_000n,
  measurements: {},
};

/** New York at so many dollars a tonne, and 3.55 soles for a dollar. */
export const bandedPrices =
  (newYork: string): Prices =>
  (series) =>
    series === "soles-per-dollar" ? "3.55" : newYork;
