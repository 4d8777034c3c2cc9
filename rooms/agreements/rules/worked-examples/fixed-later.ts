/**
 * Worked clauses of a price to be fixed: contract C-7 over two lots is fixed lot by lot until 15 December. Until then 80 % of the last
 * price published is paid; the mean of 282.50 and 290.00 cents, less the differential, is what counts in the end.
 */
import type { z } from "zod/mini";
import type { Fixing } from "../beside.ts";
import type { pricePlan } from "../plan.ts";
import type { Prices, ValuedDelivery } from "../steps/kind.ts";

const cent = { mode: "half-up", grain: "0.01" } as const;

/** Pounds of green in dollars. */
export const fixedLaterPlan: z.input<typeof pricePlan> = {
  ...{ code: "cafe-por-fijar", product: "coffee-green", currency: "USD", delivered: "net" },
  unit: { code: "lb", grams: "453.59237" },
  steps: [
    { id: "gross", kind: "weighed", what: "gross", rounding: cent },
    { id: "tare", kind: "weighed", what: "tare", rounding: cent },
    { id: "net", kind: "net-weight", gross: "gross", tare: "tare" },
    { id: "market", kind: "reference-price", series: "coffee-c", period: "last-before", quotedFor: "100" },
    { id: "provisional", kind: "part-of-price", price: "market", percent: "80", why: "first-payment" },
    {
      ...{ id: "fixed", kind: "fixed-later", contract: "c-7", lots: "2", until: "2026-12-15", quotedFor: "100" },
      ...{ provisional: "provisional", rounding: { mode: "half-up", grain: "0.0001" } },
    },
    {
      ...{ id: "basis", kind: "fixed-differential", adds: "-0.08" },
      name: { es: "Diferencial", en: "Differential", pt: "Diferencial" },
    },
    { id: "unit-price", kind: "price-with-differential", price: "fixed", differential: "basis" },
    {
      ...{ id: "value", kind: "value", line: "coffee", quantity: "net", price: "unit-price", rounding: cent },
      name: { es: "Café verde", en: "Green coffee", pt: "Café verde" },
    },
  ],
};

/** The two letters of fixing. */
export const fixings: readonly Fixing[] = [
  { contract: "c-7", fixing: "letter 1", day: "2026-11-02", month: "2026-12", lots: "1", level: "282.50" },
  { contract: "c-7", fixing: "letter 2", day: "2026-11-20", month: "2026-12", lots: "1", level: "290.00" },
];

/** A hundred pounds, of which so many lots are fixed. */
export const toBeFixed = (of: readonly Fixing[]): ValuedDelivery => ({
  ...{ id: "01994f00-0000-7000-8000-000000000045", day: "2026-10-05", bags: 1, grossGrams: 45_813n, tareGrams: 454n },
  measurements: {},
  beside: { fixings: of },
});

/** 275 cents on the Friday before. */
export const marketPrices: Prices = (_, period) => (period === "2026-10-02" ? "275" : null);
