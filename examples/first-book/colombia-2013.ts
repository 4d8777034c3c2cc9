/**
 * How the example cooperative receives and pays the coffee of Colombia, 2013: the lots and their scores are real, the reference
 * is the World Bank's real monthly price; the differentials and deductions are made up.
 */
import type { z } from "zod/mini";
import type { deductionPlan } from "../../rooms/agreements/rules/deductions.ts";
import type { gradingScheme } from "../../rooms/agreements/rules/grading.ts";
import type { pricePlan } from "../../rooms/agreements/rules/plan.ts";

export const product = "coffee-green-arabica";
const cent = { mode: "half-up", grain: "0.01" } as const;

/** Price per kilo of green coffee: the reference of the month of the hand-over, plus a differential by cup score. */
export const pricesByScore: z.input<typeof pricePlan> = {
  code: "reference-and-cup-score",
  product,
  currency: "USD",
  unit: { code: "kg", grams: "1000" },
  delivered: "net",
  steps: [
    { id: "gross", kind: "weighed", what: "gross" },
    { id: "tare", kind: "weighed", what: "tare" },
    { id: "net", kind: "net-weight", gross: "gross", tare: "tare" },
    { id: "reference", kind: "reference-price", series: "world-bank-coffee-arabica", period: "month", quotedFor: "1" },
    {
      id: "differential",
      kind: "differential-by-band",
      measure: "cup-score",
      bands: [
        { below: "80", adds: "-0.10" },
        { from: "80", below: "83", adds: "0" },
        { from: "83", below: "85", adds: "0.20" },
        { from: "85", adds: "0.45" },
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
      rounding: cent,
    },
  ],
};

/** What the graders read of green coffee, and which readings can be true. */
export const greenGrading: z.input<typeof gradingScheme> = {
  code: "green-arabica",
  product,
  measures: [
    {
      measure: "cup-score",
      name: { es: "Puntaje de taza", en: "Cup score", pt: "Pontuação da bebida" },
      method: "sca-100",
      unit: "point",
      plausible: { from: "40", to: "100" },
    },
    {
      measure: "moisture",
      name: { es: "Humedad", en: "Moisture", pt: "Umidade" },
      method: "meter",
      unit: "percent",
      plausible: { from: "5", to: "20" },
    },
    {
      measure: "category-one-defects",
      name: { es: "Defectos de primera categoría", en: "Category one defects", pt: "Defeitos de primeira categoria" },
      method: "count in 350 g",
      unit: "defect",
      plausible: { from: "0", to: "100" },
    },
    {
      measure: "category-two-defects",
      name: { es: "Defectos de segunda categoría", en: "Category two defects", pt: "Defeitos de segunda categoria" },
      method: "count in 350 g",
      unit: "defect",
      plausible: { from: "0", to: "200" },
    },
    {
      measure: "quakers",
      name: { es: "Granos inmaduros", en: "Quakers", pt: "Grãos imaturos" },
      method: "count in 100 g roasted",
      unit: "bean",
      plausible: { from: "0", to: "50" },
    },
    {
      measure: "altitude-low",
      name: { es: "Altura de la finca, la menor", en: "Height of the farm, lowest", pt: "Altitude da propriedade, menor" },
      method: "stated",
      unit: "m",
      plausible: { from: "20", to: "2800" },
    },
    {
      measure: "altitude-high",
      name: { es: "Altura de la finca, la mayor", en: "Height of the farm, highest", pt: "Altitude da propriedade, maior" },
      method: "stated",
      unit: "m",
      plausible: { from: "20", to: "2800" },
    },
  ],
};

/** Made-up deductions: the cost of collection by weight, and what an assembly might have decided. */
export const deductionsOf2013: z.input<typeof deductionPlan> = {
  code: "deductions-2013",
  currency: "USD",
  deductions: [
    {
      code: "collection",
      class: 2,
      rule: { id: "D-01", decidedBy: "Consejo (ejemplo)", from: "2013-01-01" },
      basis: { kind: "per-paid-weight", rate: "0.03", unit: "kg", rounding: cent },
      to: "collection-charges",
      name: { es: "Costo de acopio", en: "Collection cost", pt: "Custo de coleta" },
      reason: {
        es: "Paga la bodega, la balanza y el transporte.",
        en: "Pays for the store, the scale and the transport.",
        pt: "Paga o armazém, a balança e o transporte.",
      },
    },
    {
      code: "share-capital",
      class: 3,
      rule: { id: "Estatuto, artículo 31", decidedBy: "Asamblea (ejemplo)", from: "2010-03-06" },
      basis: { kind: "percent-of-value", percent: "1", rounding: cent },
      to: "share-capital",
      name: { es: "Aporte social", en: "Share capital", pt: "Capital social" },
      reason: {
        es: "Sigue siendo suyo. Se le devuelve si usted se retira.",
        en: "It stays yours. You get it back if you leave.",
        pt: "Continua sendo seu. É devolvido se você sair.",
      },
    },
    {
      code: "solidarity",
      class: 3,
      rule: { id: "D-04", decidedBy: "Asamblea (ejemplo)", from: "2010-03-06" },
      basis: { kind: "percent-of-value", percent: "0.5", rounding: cent },
      to: "solidarity-fund",
      name: { es: "Fondo de solidaridad", en: "Solidarity fund", pt: "Fundo de solidariedade" },
      reason: {
        es: "Ayuda a las familias socias en enfermedad o muerte.",
        en: "Helps member families in illness or death.",
        pt: "Ajuda as famílias associadas em doença ou morte.",
      },
    },
  ],
  caps: [],
};
