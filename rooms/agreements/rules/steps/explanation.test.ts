import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { LabResult } from "../beside.ts";
import { isCounted, type PlanStep } from "../plan.ts";
import { inCurrency } from "../plan-currencies.ts";
import { published, worth } from "../worked-examples/checked.ts";
import {
  closedCocoaDelivery,
  cocoaDelivery,
  cocoaFinalPlan,
  cocoaFirstPlan,
  cocoaPrices,
} from "../worked-examples/cocoa.ts";
import { coffeeSpotDelivery, coffeeSpotPlan, coffeeSpotPrices } from "../worked-examples/coffee-spot.ts";
import { differentialByScorePlan } from "../worked-examples/differential-by-score.ts";
import { fairtradeDelivery, fairtradePlan, fairtradePrices } from "../worked-examples/fairtrade.ts";
import { fixedLaterPlan, fixings, marketPrices, toBeFixed } from "../worked-examples/fixed-later.ts";
import { labResults, meansDelivery, meansPlan } from "../worked-examples/means.ts";
import { milkDelivery, milkPlan } from "../worked-examples/milk.ts";
import { bandedDelivery, bandedPlan, bandedPrices } from "../worked-examples/prices.ts";
import { quinoaDelivery, quinoaPlan } from "../worked-examples/quinoa.ts";
import { snowPeaDelivery, snowPeaPlan } from "../worked-examples/snow-pea.ts";
import { carcassSteersPlan, liveSteersPlan, steersDelivery } from "../worked-examples/steers.ts";
import {
  exportableDelivery,
  exportablePlan,
  fermentedDelivery,
  fermentedPlan,
  listPrices,
  measuredDelivery,
} from "../worked-examples/yields.ts";
import type { KeptInputs, Prices, ValuedDelivery } from "./kind.ts";
import { kindOf, stepKinds } from "./kinds.ts";

/** The explanations of a valued hand-over, step by step, from what a paper keeps. */
function explained(sheet: unknown, lineGrain: string, delivery: ValuedDelivery, prices: Prices) {
  const plan = published(sheet, lineGrain);
  const valued = worth(plan, delivery, prices);
  const { steps, unit } = plan.plan;
  const kept: Omit<KeptInputs, "result"> = {
    unit: unit.code,
    unitGrams: unit.grams,
    day: delivery.day,
    place: valued.beside?.place ?? null,
    bags: delivery.bags,
    grossGrams: String(delivery.grossGrams),
    tareGrams: String(delivery.tareGrams),
    measurement: (measure) => delivery.measurements[measure] ?? null,
    prices: (series) => valued.prices.filter((point) => point.series === series),
    labResults: (measure) => (valued.beside?.labResults ?? []).filter((one) => one.measure === measure),
    terms: valued.beside?.terms ?? [],
    fixings: (contract) => (valued.beside?.fixings ?? []).filter((one) => one.contract === contract),
    isCount: (id) => isCounted(plan.plan, id),
    figure: (id) => valued.figures[steps.findIndex((step) => step.id === id)] ?? null,
  };
  return steps.map((step: PlanStep, at) => ({
    kind: step.kind,
    ...inCurrency(kindOf(step).explain(step, { ...kept, result: valued.figures[at] ?? "" }), step, plan.plan),
  }));
}

const lot = (score: string): ValuedDelivery => ({
  ...coffeeSpotDelivery,
  day: "2017-04-28",
  measurements: { "cup-score": score },
});
const reading = (moisture: string): ValuedDelivery => ({
  ...coffeeSpotDelivery,
  measurements: { ...coffeeSpotDelivery.measurements, moisture },
});
const rewarded = {
  ...coffeeSpotPlan,
  steps: coffeeSpotPlan.steps.map((step) =>
    step.kind === "moisture-adjusted" ? { ...step, drier: "rewarded" } : step,
  ),
};
const anyScore = {
  ...differentialByScorePlan,
  steps: differentialByScorePlan.steps.map((step) =>
    step.kind === "differential-by-band" ? { ...step, bands: [{ adds: "0.01" }] } : step,
  ),
};

const planned: ValuedDelivery = { ...closedCocoaDelivery, measurements: { moisture: "7.4", "well-fermented": "78" } };
const impure = (impurities: string): ValuedDelivery => ({
  ...quinoaDelivery,
  measurements: { ...quinoaDelivery.measurements, impurities },
});
const cleanerRewarded = {
  ...quinoaPlan,
  steps: quinoaPlan.steps.map((step) => (step.kind === "dockage-adjusted" ? { ...step, cleaner: "rewarded" } : step)),
};

type Ruled = { readonly kind: string; readonly period?: string; readonly quotedFor?: string };
/** A plan whose published prices follow another date rule, for one unit or for several. */
const ruled = (plan: { readonly steps: readonly Ruled[] }, period: string, quotedFor?: string) => ({
  ...plan,
  steps: plan.steps.map((step) =>
    "period" in step
      ? { ...step, period, ...(quotedFor === undefined || !("quotedFor" in step) ? {} : { quotedFor }) }
      : step,
  ),
});
const signed = {
  ...fairtradePlan,
  steps: fairtradePlan.steps.map((step) => (step.kind === "scheme-price" ? { ...step, signed: "2023-05-02" } : step)),
};
const resultsOf = (labResults: readonly LabResult[]): ValuedDelivery => ({ ...meansDelivery, beside: { labResults } });
const bacteriaOnly = {
  ...meansPlan,
  steps: meansPlan.steps
    .filter(({ id }) => !["cells", "health", "unit-price"].includes(id))
    .map((step) => (step.kind === "value" ? { ...step, price: "clean-price" } : step)),
};
const banded = (value: string): ValuedDelivery =>
  resultsOf(["2026-08-01", "2026-08-20"].map((day) => ({ day, measure: "bacteria", result: day, value })));
const anyFigure = {
  ...bacteriaOnly,
  steps: bacteriaOnly.steps.map((step) =>
    step.kind === "differential-of-figure" ? { ...step, bands: [{ adds: "1" }] } : step,
  ),
};

const all = [
  ...["282", "150"].flatMap((cents) => explained(fairtradePlan, "0.01", fairtradeDelivery, fairtradePrices(cents))),
  ...explained(signed, "0.01", fairtradeDelivery, fairtradePrices("282")),
  ...["day", "last-published", "mean-of-week-before"].flatMap((rule) =>
    ["1", "46"].flatMap((quotedFor) => [
      ...explained(ruled(exportablePlan, rule, quotedFor), "0.01", exportableDelivery, listPrices),
      ...explained(ruled(bandedPlan, rule, quotedFor), "0.01", bandedDelivery, bandedPrices("4100")),
    ]),
  ),
  ...explained(meansPlan, "1", meansDelivery, () => null),
  ...explained(bacteriaOnly, "1", resultsOf(labResults.slice(0, 1)), () => null),
  ...explained(meansPlan, "1", resultsOf([]), () => null),
  ...["20000", "40000", "600000"].flatMap((value) => explained(bacteriaOnly, "1", banded(value), () => null)),
  ...explained(anyFigure, "1", banded("40000"), () => null),
  ...[fermentedDelivery, measuredDelivery].flatMap((one) => explained(fermentedPlan, "0.01", one, () => null)),
  ...[fixings.slice(0, 1), fixings].flatMap((of) => explained(fixedLaterPlan, "0.01", toBeFixed(of), marketPrices)),
  ...["12.6", "12", "11"].flatMap((moisture) => explained(coffeeSpotPlan, "1", reading(moisture), coffeeSpotPrices)),
  ...explained(rewarded, "1", reading("11"), coffeeSpotPrices),
  ...explained(snowPeaPlan, "0.01", snowPeaDelivery, () => null),
  ...["79", "84", "87"].flatMap((score) => explained(differentialByScorePlan, "0.01", lot(score), () => "3.30")),
  ...explained(anyScore, "0.01", lot("84"), () => "3.30"),
  ...explained(cocoaFirstPlan, "0.01", cocoaDelivery, cocoaPrices),
  ...explained(cocoaFinalPlan, "0.01", closedCocoaDelivery, cocoaPrices),
  ...explained(cocoaFinalPlan, "0.01", planned, cocoaPrices),
  ...explained(milkPlan, "1", milkDelivery, () => null),
  ...[liveSteersPlan, carcassSteersPlan].flatMap((plan) => explained(plan, "0.01", steersDelivery, () => null)),
  ...["3.4", "1.0", "0.4"].flatMap((dirt) => explained(quinoaPlan, "0.01", impure(dirt), () => null)),
  ...explained(cleanerRewarded, "0.01", impure("0.4"), () => null),
  ...["3000", "6000"].flatMap((market) => explained(bandedPlan, "0.01", bandedDelivery, bandedPrices(market))),
];

describe("every step explains itself [settlement.explain]", () => {
  it("the worked examples use every kind of step", () =>
    expect(new Set(all.map((one) => one.kind))).toEqual(new Set(Object.keys(stepKinds))));

  it("no value of a formula is missing", () => {
    for (const { message, values } of all)
      for (const [name, value] of Object.entries(values)) {
        const open =
          /^(?:differential|mean-newcomer|geometric-mean|recency|mean-last|scheme-price)/.test(message) &&
          ["from", "below", "until", "newcomer", "signed"].includes(name);
        if (!open) expect(`${message}.${name}: ${value}`).not.toMatch(/: $/);
      }
  });

  it("the price of member 31's coffee opens into its two halves", () => {
    const price = all.find((one) => one.message === "excelso-and-pasilla-price");
    expect(price?.values).toEqual({
      unit: "kg",
      bag: "70",
      factor: "92.99",
      excelsoPrice: "21013.14",
      excelsoPart: "147091980/9299",
      pasilla: "9.4",
      sample: "250",
      pasillaPrice: "6000",
      pasillaPart: "225.6",
      result: "16043.64",
      currency: "COP",
    });
  });

  it.each(["es", "en", "pt"])("every message is said in %s, with values that exist", (language) => {
    const file = join(import.meta.dirname, "../../../../languages", language, "steps.json");
    const messages: Record<string, string> = JSON.parse(readFileSync(file, "utf8"));
    const said = new Set<string>();
    for (const { message, values } of all)
      for (const part of ["label", "under", "sentence", "arithmetic"]) {
        const source = messages[`${message}.${part}`];
        if (part === "label" || part === "sentence") expect(source, `${message}.${part}`).toBeDefined();
        if (source === undefined) continue;
        said.add(`${message}.${part}`);
        for (const [, name = ""] of source.matchAll(/\$([a-zA-Z]+)/g)) expect(Object.keys(values)).toContain(name);
      }
    expect([...Object.keys(messages)].filter((key) => !said.has(key))).toEqual([]);
  });
});
