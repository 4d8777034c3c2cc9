/**
 * Worked example: Colombian dry parchment, paid on the spot. Price base real: COP 2,005,000 per carga of 125 kg at factor 94
 * on 16 September 2026. Roundings: adjusted kilos, factor, excelso price and unit price to 0.01, lines to COP 1.
 */
import type { z } from "zod/mini";
import type { deductionPlan } from "../deductions.ts";
import type { pricePlan } from "../plan.ts";
import type { Prices, ValuedDelivery } from "../steps/kind.ts";

const cent = { mode: "half-up", grain: "0.01" } as const;
const peso = { mode: "half-up", grain: "1" } as const;

export const coffeeSpotPlan: z.input<typeof pricePlan> = {
  code: "cafe-pergamino-2026",
  product: "coffee-parchment",
  currency: "COP",
  unit: { code: "kg", grams: "1000" },
  delivered: "net",
  steps: [
    { id: "gross", kind: "weighed", what: "gross" },
    { id: "tare", kind: "weighed", what: "tare" },
    { id: "net", kind: "net-weight", gross: "gross", tare: "tare" },
    {
      id: "paid-weight",
      kind: "moisture-adjusted",
      weight: "net",
      measure: "moisture",
      base: "12",
      drier: "unchanged",
      rounding: cent,
    },
    {
      id: "yield-factor",
      kind: "yield-factor",
      sample: "sample-grams",
      sound: "sound-grams",
      bag: "70",
      rounding: cent,
    },
    { id: "reference", kind: "reference-price", series: "fnc-pergamino", period: "day", quotedFor: "125" },
    {
      id: "excelso-price",
      kind: "excelso-price",
      price: "reference",
      pasillaPrice: "6000",
      baseFactor: "94",
      excelsoInBase: "70",
      pasillaInBase: "6.14",
      rounding: cent,
    },
    {
      id: "unit-price",
      kind: "excelso-and-pasilla-price",
      factor: "yield-factor",
      excelsoPrice: "excelso-price",
      bag: "70",
      pasilla: "pasilla-grams",
      sample: "sample-grams",
      pasillaPrice: "6000",
      rounding: cent,
    },
    {
      id: "value",
      kind: "value",
      line: "parchment",
      name: { es: "Café pergamino", en: "Parchment coffee", pt: "Café pergaminho" },
      quantity: "paid-weight",
      price: "unit-price",
      rounding: peso,
    },
  ],
};

/** Collection cost on paid kilos, capital and solidarity by statute, then the advance, then the input credit. */
export const coffeeSpotDeductions: z.input<typeof deductionPlan> = {
  code: "descuentos-2026",
  currency: "COP",
  deductions: [
    {
      code: "collection",
      class: 2,
      rule: { id: "D-01", decidedBy: "Consejo, acta 212", from: "2026-01-01" },
      basis: { kind: "per-paid-weight", rate: "120", unit: "kg", rounding: peso },
      to: "collection-charges",
      name: { es: "Costo de acopio", en: "Collection cost", pt: "Custo de coleta" },
      reason: {
        es: "Paga la bodega, la balanza y el transporte hasta la trilladora.",
        en: "Pays for the store, the scale and the transport to the mill.",
        pt: "Paga o armazém, a balança e o transporte até o beneficiamento.",
      },
    },
    {
      code: "share-capital",
      class: 3,
      rule: { id: "Estatuto, artículo 31", decidedBy: "Asamblea", from: "2019-03-09" },
      basis: { kind: "percent-of-value", percent: "1", rounding: peso },
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
      rule: { id: "D-04", decidedBy: "Asamblea, acta 38", from: "2024-03-09" },
      basis: { kind: "percent-of-value", percent: "0.5", rounding: peso },
      to: "solidarity-fund",
      name: { es: "Fondo de solidaridad", en: "Solidarity fund", pt: "Fundo de solidariedade" },
      reason: {
        es: "Ayuda a las familias socias en enfermedad o muerte.",
        en: "Helps member families in illness or death.",
        pt: "Ajuda as famílias associadas em doença ou morte.",
      },
    },
    {
      code: "advance",
      class: 4,
      rule: { id: "D-06", decidedBy: "Consejo, acta 212", from: "2026-01-01" },
      basis: { kind: "advance-balance" },
      to: "advances",
      name: { es: "Adelanto", en: "Advance", pt: "Adiantamento" },
      reason: {
        es: "Usted ya lo recibió en efectivo.",
        en: "You already received it in cash.",
        pt: "Você já recebeu em dinheiro.",
      },
    },
    {
      code: "input-credit-interest",
      class: 6,
      rule: { id: "D-07", decidedBy: "Comité de crédito", from: "2026-01-01" },
      basis: { kind: "credit-interest", rounding: peso },
      to: "credit-interest",
      name: { es: "Interés del crédito de insumos", en: "Interest on input credit", pt: "Juros do crédito de insumos" },
      reason: {
        es: "Interés simple por cada mes completo. Primero se paga el interés.",
        en: "Simple interest for each completed month. Interest is paid first.",
        pt: "Juros simples por mês completo. Primeiro se pagam os juros.",
      },
    },
    {
      code: "input-credit",
      class: 6,
      rule: { id: "D-07", decidedBy: "Comité de crédito", from: "2026-01-01" },
      basis: { kind: "credit-principal" },
      to: "credit-principal",
      name: { es: "Crédito de insumos", en: "Input credit", pt: "Crédito de insumos" },
      reason: {
        es: "Abono que usted retiró para esta cosecha.",
        en: "Fertiliser you took for this harvest.",
        pt: "Adubo que você retirou para esta safra.",
      },
    },
  ],
  caps: [
    {
      kind: "share",
      code: "credit-40",
      percent: "40",
      base: "available",
      limits: ["input-credit-interest", "input-credit"],
      rounding: peso,
    },
  ],
};

/** Seven sacks of member 31, weighed on a scale of 0.5 kg; each empty sack 0.70 kg. */
export const coffeeSpotDelivery: ValuedDelivery = {
  id: "01994f00-0000-7000-8000-000000000031",
  day: "2026-09-16",
  bags: 7,
  grossGrams: 412_500n,
  tareGrams: 4_900n,
  measurements: { moisture: "12.6", "sample-grams": "250", "sound-grams": "188.2", "pasilla-grams": "9.4" },
};

/** The published price of that day, per carga of 125 kg. */
export const coffeeSpotPrices: Prices = (series, period) =>
  series === "fnc-pergamino" && period === "2026-09-16" ? "2005000" : null;
