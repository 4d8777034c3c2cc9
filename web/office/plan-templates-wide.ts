/** Templates of the ways of paying that take more steps: wet cocoa, milk by component, grain by the quintal, animals on the rail. */
import type { Template } from "./plan-templates.ts";

const cents = { mode: "half-up", grain: "0.01" };
const tenths = { mode: "half-up", grain: "0.1" };
const fine = { mode: "half-up", grain: "0.0001" };
const weighing = [
  { id: "gross", kind: "weighed", what: "gross" },
  { id: "tare", kind: "weighed", what: "tare" },
  { id: "net", kind: "net-weight", gross: "gross", tare: "tare" },
] as const;
const words = (es: string, en: string, pt: string) => ({ es, en, pt });
const line = (code: string, name: object, quantity: string, price: string, grain: string) => ({
  ...{ id: "value", kind: "value", line: code, name, quantity, price },
  rounding: { mode: "half-up", grain },
});
const together = (id: string, price: string, differential: string) => ({
  ...{ id, kind: "price-with-differential", price, differential },
});

/** Wet beans, a first payment: drained kilos by the price of dry beans and a planning conversion. */
const wetCocoa: Template = {
  product: "cocoa",
  steps: (grain) => [
    ...weighing,
    { id: "drained", kind: "less-percent", weight: "net", percent: "3", why: "drain", rounding: cents },
    { id: "dry-price", kind: "fixed-price", price: "1" },
    { id: "wet-price", kind: "price-converted", price: "dry-price", ratio: "0.38", rounding: fine },
    {
      ...{ id: "first", kind: "part-of-price", price: "wet-price", percent: "85" },
      ...{ why: "first-payment", rounding: fine },
    },
    line("cocoa", words("Cacao", "Cocoa", "Cacau"), "drained", "first", grain),
  ],
};

/** Protein and fat by the gram, hygiene by band, transport by the litre. The plan's unit is a litre of 1,031 grams. */
const milk: Template = {
  product: "milk",
  unit: { code: "l", grams: "1031" },
  steps: (grain) => [
    { id: "gross", kind: "weighed", what: "gross", rounding: tenths },
    { id: "tare", kind: "weighed", what: "tare", rounding: tenths },
    weighing[2],
    { id: "protein-grams", kind: "grams-per-litre", measure: "protein", density: "1.031", rounding: cents },
    { id: "protein", kind: "component-price", grams: "protein-grams", perGram: "1", rounding: cents },
    { id: "fat-grams", kind: "grams-per-litre", measure: "fat", density: "1.031", rounding: cents },
    { id: "fat", kind: "component-price", grams: "fat-grams", perGram: "1", rounding: cents },
    together("components", "protein", "fat"),
    {
      ...{ id: "hygiene", kind: "differential-by-band", measure: "bacteria" },
      bands: [
        { below: "100001", adds: "0" },
        { from: "100001", adds: "-1" },
      ],
    },
    together("clean-price", "components", "hygiene"),
    {
      ...{ id: "transport", kind: "fixed-differential", adds: "-1" },
      name: words("Transporte", "Transport", "Transporte"),
    },
    together("unit-price", "clean-price", "transport"),
    line("milk", words("Leche", "Milk", "Leite"), "net", "unit-price", grain),
  ],
};

/** Quinoa and other grain: impurities first, then moisture, a price by the quintal. */
const quintal: Template = {
  product: "quinoa",
  steps: (grain) => [
    ...weighing,
    { id: "clean", kind: "dockage-adjusted", weight: "net", measure: "impurities", base: "1", cleaner: "unchanged" },
    {
      ...{ id: "paid-weight", kind: "moisture-adjusted", weight: "clean", measure: "moisture", base: "12" },
      ...{ drier: "unchanged", rounding: cents },
    },
    { id: "price", kind: "quoted-price", price: "1", quotedFor: "46" },
    line("grain", words("Grano", "Grain", "Grão"), "paid-weight", "price", grain),
  ],
};

/** Cattle by the kilo of cold carcass, less what the inspector condemned. */
const carcass: Template = {
  product: "steer",
  steps: (grain) => [
    ...weighing,
    { id: "hot", kind: "measured-weight", measure: "hot-carcass-kilograms" },
    { id: "cold", kind: "less-percent", weight: "hot", percent: "2", why: "cooling", rounding: tenths },
    { id: "paid-weight", kind: "less-measured", weight: "cold", measure: "condemned-kilograms", why: "condemned" },
    { id: "price", kind: "fixed-price", price: "1" },
    line("carcass", words("En canal", "Carcass", "Carcaça"), "paid-weight", "price", grain),
  ],
};

/** By name, in the order they are offered. */
export const wideTemplates: Readonly<Record<string, Template>> = { "wet-cocoa": wetCocoa, milk, quintal, carcass };
