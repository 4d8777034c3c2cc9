/**
 * Worked example: snow pea for export, Guatemalan highlands, quetzales per pound. 16 crates; the packhouse sorts into export,
 * local market and reject, which is the rest and goes back. Roundings: pounds of a class to 0.1, lines to Q 0.01.
 */
import type { z } from "zod/mini";
import type { deductionPlan } from "../deductions.ts";
import type { pricePlan } from "../plan.ts";
import type { ValuedDelivery } from "../steps/kind.ts";

const tenth = { mode: "half-up", grain: "0.1" } as const;
const cent = { mode: "half-up", grain: "0.01" } as const;

const exported = { es: "Para exportar", en: "For export", pt: "Para exportar" };
const local = { es: "Mercado local", en: "Local market", pt: "Mercado local" };

export const snowPeaPlan: z.input<typeof pricePlan> = {
  code: "arveja-china-2026",
  product: "snow-pea",
  currency: "GTQ",
  unit: { code: "lb", grams: "453.59237" },
  delivered: "net",
  steps: [
    { id: "gross", kind: "weighed", what: "gross", rounding: tenth },
    { id: "tare", kind: "weighed", what: "tare", rounding: tenth },
    { id: "net", kind: "net-weight", gross: "gross", tare: "tare" },
    {
      id: "export-weight",
      kind: "class-share",
      weight: "net",
      measure: "export-share",
      name: exported,
      rounding: tenth,
    },
    { id: "local-weight", kind: "class-share", weight: "net", measure: "local-share", name: local, rounding: tenth },
    {
      id: "reject",
      kind: "rest",
      of: "net",
      less: ["export-weight", "local-weight"],
      name: { es: "Rechazo, se devuelve", en: "Reject, returned", pt: "Refugo, devolvido" },
    },
    { id: "export-price", kind: "fixed-price", price: "5.25" },
    { id: "local-price", kind: "fixed-price", price: "1.80" },
    {
      id: "export-value",
      kind: "value",
      line: "export",
      name: exported,
      quantity: "export-weight",
      price: "export-price",
      rounding: cent,
    },
    {
      id: "local-value",
      kind: "value",
      line: "local",
      name: local,
      quantity: "local-weight",
      price: "local-price",
      rounding: cent,
    },
  ],
};

const rule = (id: string) => ({ id, decidedBy: "Asamblea", from: "2026-01-01" });
const words = (es: string, en: string, pt: string) => ({ es, en, pt });

/** Levy, transport on what came in, crates, fund; then the instalment of seed and fungicide, at most half of what is available. */
export const snowPeaDeductions: z.input<typeof deductionPlan> = {
  code: "descuentos-arveja-2026",
  currency: "GTQ",
  deductions: [
    {
      code: "levy",
      class: 1,
      rule: rule("L-03"),
      basis: { kind: "percent-of-value", percent: "3", rounding: cent },
      to: "levies-withheld",
      name: words("Impuesto", "Levy", "Taxa"),
      reason: words("Lo manda la ley.", "The law demands it.", "A lei exige."),
    },
    {
      code: "transport",
      class: 2,
      rule: rule("T-01"),
      basis: { kind: "per-delivered-weight", rate: "0.12", unit: "lb", rounding: cent },
      to: "transport-charges",
      name: words("Transporte", "Transport", "Transporte"),
      reason: words(
        "Paga el camión hasta la empacadora.",
        "Pays the truck to the packhouse.",
        "Paga o caminhão até a casa de embalagem.",
      ),
    },
    {
      code: "crates",
      class: 2,
      rule: rule("T-02"),
      basis: { kind: "fixed", amount: "12.00", per: "statement", rounding: cent },
      to: "container-charges",
      name: words("Alquiler de cajas", "Crate hire", "Aluguel de caixas"),
      reason: words("Por las cajas prestadas.", "For the crates lent.", "Pelas caixas emprestadas."),
    },
    {
      code: "fund",
      class: 3,
      rule: rule("F-01"),
      basis: { kind: "percent-of-value", percent: "2", rounding: cent },
      to: "development-fund",
      name: words("Fondo", "Fund", "Fundo"),
      reason: words("Para la bodega nueva.", "For the new store.", "Para o armazém novo."),
    },
    {
      code: "inputs-interest",
      class: 6,
      rule: rule("C-01"),
      basis: { kind: "credit-interest", rounding: cent },
      to: "credit-interest",
      name: words("Interés de insumos", "Interest on inputs", "Juros de insumos"),
      reason: words("Interés del crédito.", "Interest of the credit.", "Juros do crédito."),
    },
    {
      code: "inputs",
      class: 6,
      rule: rule("C-01"),
      basis: { kind: "credit-principal" },
      to: "credit-principal",
      name: words("Semilla y fungicida", "Seed and fungicide", "Semente e fungicida"),
      reason: words("Cuota de lo que retiró.", "Instalment of what you took.", "Parcela do que você retirou."),
    },
  ],
  caps: [
    {
      kind: "share",
      code: "credit-50",
      percent: "50",
      base: "available",
      limits: ["inputs-interest", "inputs"],
      rounding: cent,
    },
  ],
};

/** 662.4 lb in 16 crates of 4.4 lb, kept as whole grams; rounded back to the scale's tenth of a pound, nothing is lost. */
export const snowPeaDelivery: ValuedDelivery = {
  id: "01994f00-0000-7000-8000-000000000016",
  day: "2026-02-11",
  bags: 16,
  grossGrams: 300_460n,
  tareGrams: 31_933n,
  measurements: { "export-share": "79", "local-share": "11" },
};
