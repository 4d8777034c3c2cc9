/**
 * Worked clauses of a Fairtrade contract, by the figures of worked example 2: the exchange at 282.00 cents a pound less 8.00, above the
 * sheet's minimum of 1.80 dollars; 0.40 more for organic; soles at 3.55. The premium of 0.20 goes to its own account.
 */
import type { z } from "zod/mini";
import type { Beside } from "../beside.ts";
import type { pricePlan } from "../plan.ts";
import type { Prices, ValuedDelivery } from "../steps/kind.ts";

const cent = { mode: "half-up", grain: "0.01" } as const;
const dollars = { currency: "USD" } as const;
const sheet = { kind: "scheme-price", scheme: "fairtrade", term: "coffee-arabica-washed", ...dollars } as const;
const soles = { kind: "exchanged-price", series: "soles-per-dollar", from: "USD", period: "last-published" } as const;

/** Pounds of green, in soles. */
export const fairtradePlan: z.input<typeof pricePlan> = {
  code: "cafe-comercio-justo",
  product: "coffee-green",
  currency: "PEN",
  unit: { code: "lb", grams: "453.59237" },
  delivered: "net",
  steps: [
    { id: "gross", kind: "weighed", what: "gross", rounding: cent },
    { id: "tare", kind: "weighed", what: "tare", rounding: cent },
    { id: "net", kind: "net-weight", gross: "gross", tare: "tare" },
    // The exchange quotes cents: a hundred of them are for one pound.
    { id: "exchange", kind: "reference-price", series: "coffee-c", period: "day", quotedFor: "100", ...dollars },
    {
      ...{ id: "basis", kind: "fixed-differential", adds: "-0.08", ...dollars },
      name: { es: "Diferencial", en: "Differential", pt: "Diferencial" },
    },
    { id: "market", kind: "price-with-differential", price: "exchange", differential: "basis" },
    { id: "minimum", what: "minimum", ...sheet },
    { id: "not-below", kind: "higher-price", price: "market", floor: "minimum" },
    { id: "organic", what: "organic", ...sheet },
    { id: "dollar-price", kind: "price-with-differential", price: "not-below", differential: "organic" },
    { id: "unit-price", price: "dollar-price", ...soles, rounding: { mode: "half-up", grain: "0.0001" } },
    {
      ...{ id: "value", kind: "value", line: "coffee", quantity: "net", price: "unit-price", rounding: cent },
      name: { es: "Café verde", en: "Green coffee", pt: "Café verde" },
    },
    { id: "dollar-premium", what: "premium", ...sheet },
    { id: "unit-premium", price: "dollar-premium", ...soles },
    {
      ...{ id: "premium", kind: "premium", line: "fairtrade", quantity: "net", price: "unit-premium", rounding: cent },
      name: { es: "Prima de comercio justo", en: "Fairtrade premium", pt: "Prêmio do comércio justo" },
    },
  ],
};

const terms = { scheme: "fairtrade", term: "coffee-arabica-washed", currency: "USD", grams: "453.59237", until: null };

/** The sheet as it was published twice: before August 2023, and since. */
export const fairtradeTerms: NonNullable<Beside["terms"]> = [
  { ...terms, version: 1, from: "2011-04-01", minimum: "1.40", organic: "0.30", premium: "0.20" },
  { ...terms, version: 2, from: "2023-08-01", minimum: "1.80", organic: "0.40", premium: "0.20" },
];

/** A hundred pounds, to the grain of the scale. */
export const fairtradeDelivery: ValuedDelivery = {
  id: "01994f00-0000-7000-8000-000000000041",
  day: "2026-05-11",
  bags: 1,
  grossGrams: 45_813n,
  tareGrams: 454n,
  measurements: {},
  beside: { terms: fairtradeTerms },
};

/** The exchange in cents, and the rate of the Friday before. */
export const fairtradePrices =
  (cents: string): Prices =>
  (series, period) =>
    series === "coffee-c" ? cents : period === "2026-05-08" ? "3.55" : null;
