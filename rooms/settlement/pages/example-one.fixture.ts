/**
 * The statement of one spot delivery of dry parchment coffee, as the book keeps it: member 0131 brings seven sacks on
 * 16 September 2026, pays back an advance and an input credit, and receives 2,940,800 pesos in cash. People and codes are made up.
 */
import type { DeductionPlan } from "../../agreements/rules/deductions.ts";
import type { PricePlan } from "../../agreements/rules/plan.ts";
import type { StatementContent, StatementDelivery } from "../content.ts";

const halfUp = (grain: string) => ({ mode: "half-up", grain }) as const;

/** The plan: moisture to 12 %, yield factor, excelso and pasilla paid apart. */
export const pricePlan: PricePlan = {
  code: "pergamino-seco",
  product: "coffee-parchment",
  currency: "COP",
  unit: { code: "kg", grams: "1000" },
  delivered: "net",
  steps: [
    { id: "gross", kind: "weighed", what: "gross" },
    { id: "tare", kind: "weighed", what: "tare" },
    { id: "net", kind: "net-weight", gross: "gross", tare: "tare" },
    { id: "paid", kind: "moisture-adjusted", weight: "net", measure: "moisture", base: "12", drier: "unchanged", rounding: halfUp("0.01") },
    { id: "reference", kind: "reference-price", series: "fnc-carga", period: "day", quotedFor: "125", rounding: halfUp("0.01") },
    { id: "factor", kind: "yield-factor", sample: "sample-grams", sound: "sound-grams", bag: "70", rounding: halfUp("0.01") },
    { id: "excelso", kind: "excelso-price", price: "reference", pasillaPrice: "6000", baseFactor: "94", excelsoInBase: "70", pasillaInBase: "6.14", rounding: halfUp("0.01") },
    { id: "price", kind: "excelso-and-pasilla-price", factor: "factor", excelsoPrice: "excelso", bag: "70", pasilla: "pasilla-grams", sample: "sample-grams", pasillaPrice: "6000", rounding: halfUp("0.01") },
    { id: "value", kind: "value", line: "parchment", name: { es: "Café pergamino", pt: "Café pergaminho", en: "Parchment coffee" }, quantity: "paid", price: "price", rounding: halfUp("1") },
  ],
};

const board = { id: "D-01", decidedBy: "consejo, acta 212", from: "2026-01-01" };
const words = (es: string, pt: string, en: string) => ({ es, pt, en });

/** What the assembly, the board and the credit committee decided may be deducted. */
export const deductionPlan: DeductionPlan = {
  code: "descuentos-2026",
  currency: "COP",
  deductions: [
    { code: "collection", class: 2, rule: board, basis: { kind: "per-paid-weight", rate: "120", unit: "kg", rounding: halfUp("1") }, to: "collection-charges", name: words("Costo de acopio", "Custo de coleta", "Collection cost"), reason: words("Paga la bodega, la balanza y el transporte hasta la trilladora.", "Paga o armazém, a balança e o transporte até o descasque.", "It pays the store, the scale and the transport to the mill.") },
    { code: "shares", class: 3, rule: { id: "Estatuto, artículo 31", decidedBy: "asamblea", from: "2019-03-09" }, basis: { kind: "percent-of-value", percent: "1", rounding: halfUp("1") }, to: "share-capital", name: words("Aporte social, 1 %", "Quota-parte, 1%", "Share capital, 1%"), reason: words("Sigue siendo suyo. Se le devuelve si usted se retira.", "Continua sendo seu. Volta para você se sair.", "It stays yours. You get it back if you leave.") },
    { code: "solidarity", class: 3, rule: { id: "D-04", decidedBy: "asamblea, acta 38", from: "2024-03-09" }, basis: { kind: "percent-of-value", percent: "0.5", rounding: halfUp("1") }, to: "solidarity-fund", name: words("Fondo de solidaridad, 0,5 %", "Fundo de solidariedade, 0,5%", "Solidarity fund, 0.5%"), reason: words("Ayuda a las familias socias en enfermedad o muerte. Usted también lo puede pedir.", "Ajuda as famílias cooperadas em doença ou morte. Você também pode pedir.", "It helps member families in illness or death. You may ask for it too.") },
    { code: "advance", class: 4, rule: { id: "D-06", decidedBy: "consejo, acta 212", from: "2026-01-01" }, basis: { kind: "advance-balance" }, to: "advances", name: words("Adelanto", "Adiantamento", "Advance"), reason: words("Usted lo recibió en efectivo.", "Você o recebeu em dinheiro.", "You received it in cash.") },
    { code: "interest", class: 6, rule: { id: "D-07", decidedBy: "comité de crédito", from: "2026-01-01" }, basis: { kind: "credit-interest", rounding: halfUp("1") }, to: "credit-interest", name: words("Interés del crédito de insumos", "Juros do crédito de insumos", "Interest on the input credit"), reason: words("Primero se paga el interés y después la deuda.", "Primeiro se pagam os juros e depois a dívida.", "Interest is paid first, then the debt.") },
    { code: "principal", class: 6, rule: { id: "D-07", decidedBy: "comité de crédito", from: "2026-01-01" }, basis: { kind: "credit-principal" }, to: "credit-principal", name: words("Crédito de insumos", "Crédito de insumos", "Input credit"), reason: words("Abono que retiró el 16 de mayo.", "Adubo que retirou em 16 de maio.", "Fertiliser taken on 16 May.") },
  ],
  caps: [
    { kind: "share", code: "credit-cap", percent: "40", base: "available", limits: ["interest", "principal"], rounding: halfUp("1") },
  ],
};

/** The delivery of member 0131. */
export const delivery: StatementDelivery = {
  id: "01994f6e-2f00-7000-8000-000000004417",
  receipt: "T3Q-2-004417",
  day: "2026-09-16",
  product: "coffee-parchment",
  bags: 7,
  gross: "412500",
  tare: "4900",
  net: "407600",
  measurements: [
    { measure: "moisture", value: "12.6", method: "capacitance-meter", instrument: "M-07" },
    { measure: "sample-grams", value: "250", method: null, instrument: null },
    { measure: "sound-grams", value: "188.2", method: "mesh-14", instrument: null },
    { measure: "pasilla-grams", value: "9.4", method: null, instrument: null },
  ],
  plan: { id: "01994f6e-0000-7000-8000-000000000001", version: 3, code: "pergamino-seco" },
  prices: [{ series: "fnc-carga", period: "2026-09-16", value: "2005000" }],
  figures: ["412.5", "4.9", "407.6", "404.82", "16040", "92.99", "21013.14", "16043.64", "6494786"],
  lines: [{ line: "parchment", quantity: "404.82", price: "16043.64", amount: "6494786" }],
};

/** The whole paper. */
export const content: StatementContent = {
  form: "statement/1",
  number: "L-2026-003182",
  book: "01994f6e-0000-7000-8000-0000000a0100",
  organisation: "Cooperativa Tres Quebradas",
  agent: { id: "01994f6e-0000-7000-8000-000000000131", memberNumber: "0131" },
  currency: "COP",
  grain: { line: "1", cash: "50" },
  days: { happened: "2026-09-16", booked: "2026-09-16", issued: "2026-09-16" },
  deliveries: [delivery],
  deductionPlan: { id: "01994f6e-0000-7000-8000-000000000002", version: 1, code: "descuentos-2026" },
  deductions: [
    { code: "collection", rule: "D-01", class: 2, basis: ["404.82", "120"], asked: "48578", amount: "48578", heldBy: null, to: "collection-charges", agreement: null },
    { code: "shares", rule: "Estatuto, artículo 31", class: 3, basis: ["6494786", "1"], asked: "64948", amount: "64948", heldBy: null, to: "share-capital", agreement: null },
    { code: "solidarity", rule: "D-04", class: 3, basis: ["6494786", "0.5"], asked: "32474", amount: "32474", heldBy: null, to: "solidarity-fund", agreement: null },
    { code: "advance", rule: "D-06", class: 4, basis: ["1500000"], asked: "1500000", amount: "1500000", heldBy: null, to: "advances", agreement: "RC-000871" },
    { code: "interest", rule: "D-07", class: 6, basis: ["1800000", "1.5", "4"], asked: "108000", amount: "108000", heldBy: null, to: "credit-interest", agreement: "CI-0208" },
    { code: "principal", rule: "D-07", class: 6, basis: ["1800000"], asked: "1800000", amount: "1800000", heldBy: null, to: "credit-principal", agreement: "CI-0208" },
  ],
  caps: [{ code: "credit-cap", base: "6348786", portion: "2539514", limit: "2539514", taken: "1908000", bit: false }],
  subtotals: { value: "6494786", afterLeviesAndThirdParties: "6446208", available: "6348786", net: "2940786" },
  payment: { mode: "cash", place: "Quebrada Dos", day: "2026-09-18", paid: "2940800", difference: "14" },
  after: {
    advances: [{ id: "RC-000871", owed: "0" }],
    credits: [{ id: "CI-0208", principal: "0", interest: "0" }],
    shares: "1284310",
  },
};
