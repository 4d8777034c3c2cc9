/** The terms of the example: price plans, grading schemes, deductions and the policies of its seasons. Amounts are made up. */
import type { z } from "zod/mini";
import type { deductionPlan } from "../../rooms/agreements/rules/deductions.ts";
import type { gradingScheme } from "../../rooms/agreements/rules/grading.ts";
import type { pricePlan } from "../../rooms/agreements/rules/plan.ts";
import { coffeeSpotDeductions, coffeeSpotPlan } from "../../rooms/agreements/rules/worked-examples/coffee-spot.ts";

type Plan = z.input<typeof pricePlan>;
type Deductions = z.input<typeof deductionPlan>;
type Scheme = z.input<typeof gradingScheme>;

export const coffee = "coffee-parchment";
export const cocoa = "cocoa";
/** Series of what the cooperative pays by the month, in pesos: see `real-prices.ts`. */
export const localSeries = { coffee: "t3q-cafe-carga", cocoa: "t3q-cacao-kilo" } as const;

const words = (es: string, en: string, pt: string) => ({ es, en, pt });
const peso = { mode: "half-up", grain: "1" } as const;
const cent = { mode: "half-up", grain: "0.01" } as const;

/** The plan of the worked example, paid by the month's price instead of the day's. */
export const coffeeByMonth = (code: string): Plan => ({
  ...coffeeSpotPlan,
  code,
  steps: coffeeSpotPlan.steps.map((step) =>
    step.kind === "reference-price"
      ? { id: step.id, kind: "reference-price", series: localSeries.coffee, period: "month", quotedFor: "125" }
      : step,
  ),
});

/**
 * Dry cocoa: brought to 7 % moisture, what the sieve keeps, and a differential by well fermented beans. The limits (moisture 7 %,
 * bands at 65 % and 75 % of well fermented beans) are those of the Colombian standard NTC 1252; the amounts are made up.
 */
export const cocoaPlan: Plan = {
  code: "cacao-seco",
  product: cocoa,
  currency: "COP",
  unit: { code: "kg", grams: "1000" },
  delivered: "net",
  steps: [
    { id: "gross", kind: "weighed", what: "gross" },
    { id: "tare", kind: "weighed", what: "tare" },
    { id: "net", kind: "net-weight", gross: "gross", tare: "tare" },
    {
      id: "dry",
      kind: "moisture-adjusted",
      weight: "net",
      measure: "moisture",
      base: "7",
      drier: "unchanged",
      rounding: cent,
    },
    {
      id: "clean",
      kind: "class-share",
      weight: "dry",
      measure: "clean-share",
      name: words("Cacao limpio", "Clean cocoa", "Cacau limpo"),
      rounding: cent,
    },
    { id: "reference", kind: "reference-price", series: localSeries.cocoa, period: "month", quotedFor: "1" },
    {
      id: "differential",
      kind: "differential-by-band",
      measure: "fermented",
      bands: [
        { below: "65", adds: "-600" },
        { from: "65", below: "75", adds: "0" },
        { from: "75", adds: "800" },
      ],
    },
    {
      id: "unit-price",
      kind: "price-with-differential",
      price: "reference",
      differential: "differential",
      rounding: cent,
    },
    {
      id: "value",
      kind: "value",
      line: "cocoa",
      name: words("Cacao seco", "Dry cocoa", "Cacau seco"),
      quantity: "clean",
      price: "unit-price",
      rounding: peso,
    },
  ],
};

const measure = (
  code: string,
  name: Record<string, string>,
  method: string,
  unit: string,
  from: string,
  to: string,
) => ({
  measure: code,
  name,
  method,
  unit,
  plausible: { from, to },
});

export const coffeeScheme: Scheme = {
  code: "cafe-pergamino",
  product: coffee,
  measures: [
    measure("moisture", words("Humedad", "Moisture", "Umidade"), "medidor", "percent", "7", "16"),
    measure("sample-grams", words("Muestra", "Sample", "Amostra"), "balanza", "g", "100", "500"),
    measure("sound-grams", words("Almendra sana", "Sound beans", "Grãos sadios"), "selección a mano", "g", "0", "500"),
    measure("pasilla-grams", words("Pasilla", "Pasilla", "Grãos defeituosos"), "selección a mano", "g", "0", "200"),
    measure(
      "cup-score",
      words("Puntaje de taza", "Cup score", "Pontuação da bebida"),
      "SCA, 100 puntos",
      "point",
      "40",
      "100",
    ),
    measure(
      "category-one-defects",
      words("Defectos de primera categoría", "Category one defects", "Defeitos de primeira categoria"),
      "conteo en 350 g",
      "defect",
      "0",
      "100",
    ),
    measure(
      "category-two-defects",
      words("Defectos de segunda categoría", "Category two defects", "Defeitos de segunda categoria"),
      "conteo en 350 g",
      "defect",
      "0",
      "200",
    ),
  ],
};

export const cocoaScheme: Scheme = {
  code: "cacao-seco",
  product: cocoa,
  measures: [
    measure("moisture", words("Humedad", "Moisture", "Umidade"), "medidor", "percent", "4", "12"),
    measure(
      "fermented",
      words("Granos bien fermentados", "Well fermented beans", "Amêndoas bem fermentadas"),
      "corte de 100 granos",
      "percent",
      "0",
      "100",
    ),
    measure(
      "clean-share",
      words("Queda en la zaranda", "Kept by the sieve", "Fica na peneira"),
      "zaranda",
      "percent",
      "80",
      "100",
    ),
  ],
};

/** Deductions of the worked example, with the lorry to the mill apart, as they were a year ago. */
export const coffeeDeductionsBefore: Deductions = {
  ...coffeeSpotDeductions,
  code: "descuentos-anteriores",
  deductions: [
    {
      code: "transport",
      class: 2,
      rule: { id: "D-02", decidedBy: "Consejo, acta 188", from: "2024-01-01" },
      basis: { kind: "per-delivered-weight", rate: "45", unit: "kg", rounding: peso },
      to: "transport-charges",
      name: words("Transporte", "Transport", "Transporte"),
      reason: words(
        "Paga el camión de la bodega a la trilladora.",
        "Pays the lorry from the store to the mill.",
        "Paga o caminhão do armazém ao beneficiamento.",
      ),
    },
    ...coffeeSpotDeductions.deductions,
  ],
};

/** What is deducted from cocoa: the same rules; collection costs more by the kilo, since little comes at a time. */
export const cocoaDeductions: Deductions = {
  ...coffeeSpotDeductions,
  code: "descuentos-cacao",
  deductions: coffeeSpotDeductions.deductions.map((one) =>
    one.code === "collection"
      ? { ...one, basis: { kind: "per-paid-weight", rate: "280", unit: "kg", rounding: peso } }
      : one,
  ),
};

/** What a full sack weighs as a rule; the last one of a hand-over is lighter. */
const containers = [{ container: "fique-sack", from_g: "8000", to_g: "75000" }];

/** The policy of a season of one product. */
export const policyOf = (
  season: { readonly code: string; readonly from: string; readonly until: string },
  terms: { readonly product: string; readonly plan: string; readonly scheme: string; readonly deductions: Deductions },
) => ({
  season: season.code,
  product: terms.product,
  from: season.from,
  until: season.until,
  title: terms.product === coffee ? "on-delivery" : "on-settlement",
  pricePlan: terms.plan,
  gradingScheme: terms.scheme,
  deductions: terms.deductions,
  shrinkBorneBy: "organisation",
  objectionDays: 15,
  paymentDays: 8,
  containers,
});
export { coffeeSpotDeductions, coffeeSpotPlan };
