/** Price plans to begin from: the usual ways of paying. Every figure in them is to be looked at and changed by who publishes. */

import { termsTemplates } from "./plan-templates-terms.ts";
import { wideTemplates } from "./plan-templates-wide.ts";

/** A body as it is typed: texts by field. */
export type PlanBody = {
  readonly code: string;
  readonly product: string;
  readonly currency: string;
  readonly unit: { readonly code: string; readonly grams: string };
  readonly delivered: string;
  readonly steps: readonly Readonly<Record<string, unknown>>[];
};

const weighing = [
  { id: "gross", kind: "weighed", what: "gross" },
  { id: "tare", kind: "weighed", what: "tare" },
  { id: "net", kind: "net-weight", gross: "gross", tare: "tare" },
] as const;

const kilogram = { code: "kg", grams: "1000" };
const cents = { mode: "half-up", grain: "0.01" };

type Line = {
  readonly id: string;
  readonly line: string;
  readonly name: Readonly<Record<string, string>>;
  readonly quantity: string;
};

/** A value line; `price` is the step whose price it takes, rounded to the book's own grain. */
const value = ({ id, line, name, quantity }: Line, price: string, grain: string) => ({
  ...{ id, kind: "value", line, name, quantity, price },
  rounding: { mode: "half-up", grain },
});

const parchment = { es: "Café pergamino", en: "Parchment coffee", pt: "Café pergaminho" };
const goods = { es: "Producto", en: "Produce", pt: "Produto" };
const exported = { es: "Para exportar", en: "For export", pt: "Para exportação" };
const local = { es: "Mercado local", en: "Local market", pt: "Mercado local" };

/** A template: the product, its steps for a book's grain, and the unit where it is not the kilogram. */
export type Template = {
  readonly product: string;
  readonly unit?: PlanBody["unit"];
  readonly steps: (grain: string) => PlanBody["steps"];
};

const templates: Readonly<Record<string, Template>> = {
  // Parchment by yield factor with pasilla at its own price: Colombian co-operatives.
  parchment: {
    product: "coffee-parchment",
    steps: (grain) => [
      ...weighing,
      {
        id: "paid-weight",
        kind: "moisture-adjusted",
        weight: "net",
        measure: "moisture",
        base: "12",
        drier: "unchanged",
        rounding: cents,
      },
      {
        id: "yield-factor",
        kind: "yield-factor",
        sample: "sample-grams",
        sound: "sound-grams",
        bag: "70",
        rounding: cents,
      },
      { id: "reference", kind: "reference-price", series: "", period: "day", quotedFor: "125" },
      {
        ...{ id: "excelso-price", kind: "excelso-price", price: "reference", pasillaPrice: "6000", baseFactor: "94" },
        ...{ excelsoInBase: "70", pasillaInBase: "6.14", rounding: cents },
      },
      {
        ...{
          id: "unit-price",
          kind: "excelso-and-pasilla-price",
          factor: "yield-factor",
          excelsoPrice: "excelso-price",
        },
        ...{ bag: "70", pasilla: "pasilla-grams", sample: "sample-grams", pasillaPrice: "6000", rounding: cents },
      },
      value({ id: "value", line: "parchment", name: parchment, quantity: "paid-weight" }, "unit-price", grain),
    ],
  },
  "list-price": {
    product: "coffee-cherry",
    steps: (grain) => [
      ...weighing,
      { id: "price", kind: "fixed-price", price: "1" },
      value({ id: "value", line: "goods", name: goods, quantity: "net" }, "price", grain),
    ],
  },
  differential: {
    product: "coffee-green",
    steps: (grain) => [
      ...weighing,
      { id: "reference", kind: "reference-price", series: "", period: "month", quotedFor: "1" },
      {
        ...{ id: "cup", kind: "differential-by-band", measure: "cup-score" },
        bands: [
          { below: "80", adds: "0" },
          { from: "80", below: "85", adds: "1" },
          { from: "85", adds: "2" },
        ],
      },
      { id: "unit-price", kind: "price-with-differential", price: "reference", differential: "cup", rounding: cents },
      value({ id: "value", line: "goods", name: goods, quantity: "net" }, "unit-price", grain),
    ],
  },
  cocoa: {
    product: "cocoa",
    steps: (grain) => [
      ...weighing,
      {
        id: "paid-weight",
        kind: "moisture-adjusted",
        weight: "net",
        measure: "moisture",
        base: "7",
        drier: "unchanged",
        rounding: cents,
      },
      { id: "price", kind: "fixed-price", price: "1" },
      value({ id: "value", line: "cocoa", name: goods, quantity: "paid-weight" }, "price", grain),
    ],
  },
  classes: {
    product: "snow-pea",
    steps: (grain) => [
      ...weighing,
      {
        id: "export-weight",
        kind: "class-share",
        weight: "net",
        measure: "export-share",
        name: exported,
        rounding: cents,
      },
      { id: "local-weight", kind: "class-share", weight: "net", measure: "local-share", name: local, rounding: cents },
      { id: "export-price", kind: "fixed-price", price: "1" },
      { id: "local-price", kind: "fixed-price", price: "1" },
      value({ id: "export-value", line: "export", name: exported, quantity: "export-weight" }, "export-price", grain),
      value({ id: "local-value", line: "local", name: local, quantity: "local-weight" }, "local-price", grain),
    ],
  },
  ...wideTemplates,
  ...termsTemplates,
  empty: { product: "", steps: () => weighing },
};

/** Their names, in the order they are offered. */
export const templateNames = Object.keys(templates);

/** A template for a book: its currency and its grain. An unknown name is the empty one. */
export function templateOf(name: string, currency: string, grain: string, year: string): PlanBody {
  const found = templates[name] ?? (templates.empty as Template);
  const code = found.product === "" ? "" : `${found.product}-${year}`;
  const { product, unit = kilogram } = found;
  return { code, product, currency, unit, delivered: "net", steps: found.steps(grain) };
}
