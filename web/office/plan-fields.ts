/** The fields of each kind of step as a form asks them. What a step says is in its own schema; this says how it is asked. */
import type { PlanStepKind } from "../../rooms/agreements/rules/plan.ts";
import { dateRules } from "../../rooms/agreements/rules/published.ts";
import { schemeFigures } from "../../rooms/agreements/rules/steps/scheme-price.ts";

/**
 * How a field is asked: an earlier figure of a kind, a measure, a series of prices, a figure with its unit, one of a few words,
 * words for the paper, a rounding (which may be none), bands, several earlier weights, several percents, lists of prices by place,
 * a currency where it is not the plan's, or a day. What may be left empty says so by its kind.
 */
export type StepField =
  | {
      readonly name: string;
      readonly as:
        | "weight"
        | "quantity"
        | "price"
        | "factor"
        | "percent"
        | "result"
        | "weights"
        | "measure"
        | "series"
        | "code"
        | "percents"
        | "places"
        | "currency"
        | "maybe-measure"
        | "day"
        | "maybe-day"
        | "maybe-figure";
    }
  | {
      readonly name: string;
      readonly as: "figure";
      readonly unit: "percent" | "per-unit" | "kilograms" | "units" | "number";
    }
  | { readonly name: string; readonly as: "choice"; readonly of: readonly string[] }
  | { readonly name: string; readonly as: "words" | "rounding" | "must-round" | "bands" };

const figure = (name: string, unit: Extract<StepField, { as: "figure" }>["unit"]): StepField => ({
  name,
  as: "figure",
  unit,
});
const rounding: StepField = { name: "rounding", as: "rounding" };
const dateRule: StepField = { name: "period", as: "choice", of: dateRules };
const currency: StepField = { name: "currency", as: "currency" };
const labWindow: readonly StepField[] = [
  { name: "measure", as: "measure" },
  figure("months", "number"),
  { name: "fewer", as: "choice", of: ["hold", "last-three"] },
  { name: "newcomer", as: "maybe-figure" },
];

/** Every field of every kind but its own id and kind. */
export const stepFields: Readonly<Record<PlanStepKind, readonly StepField[]>> = {
  weighed: [{ name: "what", as: "choice", of: ["gross", "tare"] }, rounding],
  "net-weight": [{ name: "gross", as: "weight" }, { name: "tare", as: "weight" }, rounding],
  "moisture-adjusted": [
    { name: "weight", as: "weight" },
    { name: "measure", as: "measure" },
    figure("base", "percent"),
    { name: "drier", as: "choice", of: ["unchanged", "rewarded"] },
    rounding,
  ],
  "class-share": [
    { name: "weight", as: "weight" },
    { name: "measure", as: "measure" },
    { name: "name", as: "words" },
    rounding,
  ],
  rest: [{ name: "of", as: "weight" }, { name: "less", as: "weights" }, { name: "name", as: "words" }, rounding],
  "yield-factor": [
    { name: "sample", as: "measure" },
    { name: "sound", as: "measure" },
    figure("bag", "kilograms"),
    rounding,
  ],
  "fixed-price": [figure("price", "per-unit"), currency],
  "reference-price": [{ name: "series", as: "series" }, dateRule, figure("quotedFor", "units"), currency, rounding],
  "posted-price": [{ name: "lists", as: "places" }, dateRule, figure("quotedFor", "units"), currency, rounding],
  "differential-by-band": [
    { name: "measure", as: "measure" },
    { name: "bands", as: "bands" },
  ],
  "price-with-differential": [{ name: "price", as: "price" }, { name: "differential", as: "price" }, rounding],
  "excelso-price": [
    { name: "price", as: "price" },
    figure("pasillaPrice", "per-unit"),
    figure("baseFactor", "number"),
    figure("excelsoInBase", "kilograms"),
    figure("pasillaInBase", "kilograms"),
    rounding,
  ],
  "excelso-and-pasilla-price": [
    { name: "factor", as: "factor" },
    { name: "excelsoPrice", as: "price" },
    figure("bag", "kilograms"),
    { name: "pasilla", as: "measure" },
    { name: "sample", as: "measure" },
    figure("pasillaPrice", "per-unit"),
    rounding,
  ],
  "dockage-adjusted": [
    { name: "weight", as: "weight" },
    { name: "measure", as: "measure" },
    figure("base", "percent"),
    { name: "cleaner", as: "choice", of: ["unchanged", "rewarded"] },
    rounding,
  ],
  "less-percent": [
    { name: "weight", as: "weight" },
    figure("percent", "percent"),
    { name: "why", as: "choice", of: ["drain", "shrink", "cooling"] },
    rounding,
  ],
  "less-measured": [
    { name: "weight", as: "weight" },
    { name: "measure", as: "measure" },
    { name: "why", as: "choice", of: ["condemned", "rejected"] },
    rounding,
  ],
  "measured-weight": [{ name: "measure", as: "measure" }, rounding],
  converted: [
    { name: "weight", as: "weight" },
    figure("ratio", "number"),
    { name: "measure", as: "measure" },
    rounding,
  ],
  counted: [
    { name: "measure", as: "measure" },
    { name: "name", as: "words" },
  ],
  "quoted-price": [figure("price", "number"), figure("quotedFor", "units"), currency],
  "fixed-differential": [{ name: "name", as: "words" }, figure("adds", "per-unit"), currency],
  "part-of-price": [
    { name: "price", as: "price" },
    figure("percent", "percent"),
    { name: "why", as: "choice", of: ["passed-on", "first-payment"] },
    rounding,
  ],
  "price-converted": [{ name: "price", as: "price" }, figure("ratio", "number"), rounding],
  "grams-per-litre": [{ name: "measure", as: "measure" }, figure("density", "number"), rounding],
  "component-price": [{ name: "grams", as: "factor" }, figure("perGram", "number"), rounding],
  "price-floor": [{ name: "price", as: "price" }, figure("floor", "per-unit"), { name: "name", as: "words" }],
  "price-ceiling": [
    { name: "price", as: "price" },
    figure("ceiling", "per-unit"),
    figure("share", "percent"),
    rounding,
  ],
  "split-price": [{ name: "price", as: "price" }, figure("fixed", "per-unit"), figure("percent", "percent"), rounding],
  "exchanged-price": [
    { name: "price", as: "price" },
    { name: "series", as: "series" },
    { name: "from", as: "currency" },
    dateRule,
    rounding,
  ],
  "scheme-price": [
    { name: "scheme", as: "code" },
    { name: "term", as: "code" },
    { name: "what", as: "choice", of: schemeFigures },
    { name: "signed", as: "maybe-day" },
    currency,
    rounding,
  ],
  "higher-price": [
    { name: "price", as: "price" },
    { name: "floor", as: "price" },
  ],
  "fixed-later": [
    { name: "contract", as: "code" },
    figure("lots", "number"),
    { name: "until", as: "day" },
    { name: "provisional", as: "price" },
    figure("quotedFor", "units"),
    currency,
    rounding,
  ],
  "part-until-measured": [
    { name: "price", as: "price" },
    figure("percent", "percent"),
    { name: "measure", as: "measure" },
    rounding,
  ],
  "exportable-yield": [{ name: "sample", as: "measure" }, { name: "exportable", as: "measure" }, rounding],
  "yielded-weight": [{ name: "weight", as: "weight" }, { name: "yield", as: "percent" }, rounding],
  "fermentation-index": [
    { name: "well", as: "measure" },
    { name: "partly", as: "measure" },
    figure("counts", "percent"),
    rounding,
  ],
  "geometric-mean": [...labWindow, figure("atLeast", "number"), { name: "rounding", as: "must-round" }],
  "recency-weighted-mean": [...labWindow, { name: "weights", as: "percents" }, rounding],
  "differential-of-figure": [
    { name: "figure", as: "result" },
    { name: "bands", as: "bands" },
  ],
  value: [
    { name: "line", as: "code" },
    { name: "name", as: "words" },
    { name: "quantity", as: "quantity" },
    { name: "price", as: "price" },
    { name: "until", as: "maybe-measure" },
    { name: "once", as: "maybe-measure" },
    { name: "rounding", as: "must-round" },
  ],
  premium: [
    { name: "line", as: "code" },
    { name: "name", as: "words" },
    { name: "quantity", as: "quantity" },
    { name: "price", as: "price" },
    { name: "rounding", as: "must-round" },
  ],
};

/** The kinds in the order in which a plan usually has them. */
export const stepKindsInOrder = Object.keys(stepFields) as readonly PlanStepKind[];
