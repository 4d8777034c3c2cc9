/** Plans that must not be published: their units do not fit, or nobody could explain them. Each refusal names step and field. */
import { describe, expect, it } from "vitest";
import { checkPricePlan, vocabularyEver, vocabularyOf020, vocabularyOf030 } from "./check-price-plan.ts";
import { cocoaPlan } from "./worked-examples/cocoa.ts";
import { coffeeSpotPlan } from "./worked-examples/coffee-spot.ts";
import { fairtradePlan } from "./worked-examples/fairtrade.ts";
import { fixedLaterPlan } from "./worked-examples/fixed-later.ts";
import { meansPlan } from "./worked-examples/means.ts";
import { bandedPlan } from "./worked-examples/prices.ts";
import { exportablePlan, fermentedPlan } from "./worked-examples/yields.ts";

type Plan = { readonly steps: readonly { readonly id: string }[] };

/** A plan with one step changed; `undefined` leaves a parameter out. */
const changed = (plan: Plan, id: string, change: object) => ({
  ...plan,
  steps: plan.steps.map((step) =>
    step.id === id
      ? Object.fromEntries(Object.entries({ ...step, ...change }).filter(([, value]) => value !== undefined))
      : step,
  ),
});
const refusal = (body: unknown, vocabulary?: typeof vocabularyEver) => {
  const checked = checkPricePlan(body, "0.01", vocabulary);
  return checked.ok ? "published" : [checked.refusal.code, checked.refusal.facts.step, checked.refusal.field];
};

describe("wrong plans are refused with step and field [agreements.wrong-plans]", () => {
  it("as they are written, all are published", () => {
    const plans = [fairtradePlan, meansPlan, exportablePlan, fermentedPlan, fixedLaterPlan, bandedPlan, cocoaPlan];
    expect(plans.map((plan) => refusal(plan))).toEqual(plans.map(() => "published"));
  });

  it.each([
    [
      "adds soles to dollars",
      fairtradePlan,
      "basis",
      { currency: undefined },
      "plan.currencies-mixed",
      "market",
      "steps.5.differential",
    ],
    [
      "takes the higher of soles and dollars",
      fairtradePlan,
      "minimum",
      { currency: undefined },
      "plan.currencies-mixed",
      "not-below",
      "steps.7.floor",
    ],
    [
      "pays a line in dollars",
      fairtradePlan,
      "value",
      { price: "dollar-price" },
      "plan.currency-not-exchanged",
      "value",
      "steps.11.price",
    ],
    [
      "sends a premium in dollars",
      fairtradePlan,
      "premium",
      { price: "dollar-premium" },
      "plan.currency-not-exchanged",
      "premium",
      "steps.14.price",
    ],
    [
      "does not say which money is changed",
      bandedPlan,
      "soles",
      { from: undefined },
      "plan.exchange-from",
      "soles",
      "steps.7.from",
    ],
    ["changes soles into soles", bandedPlan, "soles", { from: "PEN" }, "plan.exchange-from", "soles", "steps.7.from"],
    [
      "changes euros that are dollars",
      bandedPlan,
      "soles",
      { from: "EUR" },
      "plan.exchange-from",
      "soles",
      "steps.7.from",
    ],
    [
      "reads one series by two rules",
      fairtradePlan,
      "unit-premium",
      { period: "day" },
      "plan.series-repeated",
      "unit-premium",
      "steps.13.series",
    ],
    [
      "gives weights that are not 100",
      meansPlan,
      "cells",
      { weights: ["60", "30"] },
      "plan.weights-not-hundred",
      "cells",
      "steps.6.weights",
    ],
    [
      "takes two means of one measure",
      meansPlan,
      "cells",
      { measure: "bacteria" },
      "plan.mean-repeated",
      "cells",
      "steps.6.measure",
    ],
    [
      "leaves a gap between bands of a mean",
      meansPlan,
      "health",
      {
        bands: [
          { below: "4", adds: "1" },
          { from: "5", adds: "0" },
        ],
      },
      "plan.bands-broken",
      "health",
      "steps.7.bands.1",
    ],
    [
      "bands a weight",
      meansPlan,
      "hygiene",
      { figure: "net" },
      "plan.figure-of-other-kind",
      "hygiene",
      "steps.5.figure",
    ],
    [
      "names a place in two lists",
      exportablePlan,
      "list",
      {
        lists: [
          { places: ["Jaén"], series: "a" },
          { places: ["Jaén"], series: "b" },
        ],
      },
      "plan.place-repeated",
      "list",
      "steps.6.lists.1.places",
    ],
    [
      "has two lists for all others",
      exportablePlan,
      "list",
      {
        lists: [
          { places: [], series: "a" },
          { places: [], series: "b" },
        ],
      },
      "plan.place-repeated",
      "list",
      "steps.6.lists.1.places",
    ],
    [
      "takes a weight for a yield",
      exportablePlan,
      "green",
      { yield: "net" },
      "plan.figure-of-other-kind",
      "green",
      "steps.4.yield",
    ],
    [
      "takes a yield for a weight",
      exportablePlan,
      "value",
      { quantity: "yield" },
      "plan.figure-of-other-kind",
      "value",
      "steps.8.quantity",
    ],
    [
      "lets a line count until and once",
      cocoaPlan,
      "value",
      { until: "dry-ratio" },
      "plan.until-and-once",
      "value",
      "steps.17.once",
    ],
    [
      "pays provisionally by a weight",
      fixedLaterPlan,
      "fixed",
      { provisional: "net" },
      "plan.figure-of-other-kind",
      "fixed",
      "steps.5.provisional",
    ],
  ] as const)("refused: it %s", (_why, plan, id, change, code, step, field) =>
    expect(refusal(changed(plan, id, change))).toEqual([code, step, field]),
  );

  it.each([
    ["a window of thirteen months", meansPlan, "bacteria", { months: "13" }, "steps.4.months"],
    ["a root without a rounding", meansPlan, "bacteria", { rounding: undefined }, "steps.4.rounding"],
    ["a figure that schemes do not publish", fairtradePlan, "minimum", { what: "bonus" }, "steps.6.what"],
    ["a day that does not exist", fixedLaterPlan, "fixed", { until: "2026-02-30" }, "steps.5.until"],
    ["a date rule nobody knows", fairtradePlan, "exchange", { period: "yesterday" }, "steps.3.period"],
  ] as const)("refused, with the field: %s", (_why, plan, id, change, field) => {
    const checked = checkPricePlan(changed(plan, id, change), "0.01");
    expect(checked.ok ? "published" : checked.refusal.field).toBe(field);
  });

  it("what earlier releases refused they still refuse, and what they published is still read", () => {
    const old = changed(changed(bandedPlan, "soles", { from: undefined }) as Plan, "market", { currency: undefined });
    expect(refusal(old)).toEqual(["plan.exchange-from", "soles", "steps.7.from"]);
    expect([refusal(old, vocabularyEver), refusal(old, vocabularyOf030)]).toEqual(["published", "published"]);
    expect(refusal(old, vocabularyOf020)[0]).toBe("plan.step-kind-unknown");
    expect(refusal(fairtradePlan, vocabularyOf030)[0]).toBe("plan.spelling");
    expect(refusal(coffeeSpotPlan, vocabularyOf020)).toBe("published");
  });
});
