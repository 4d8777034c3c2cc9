import { describe, expect, it } from "vitest";
import { checkPricePlan } from "./check-price-plan.ts";
import { coffeeSpotPlan } from "./worked-examples/coffee-spot.ts";
import { differentialByScorePlan } from "./worked-examples/differential-by-score.ts";
import { snowPeaPlan } from "./worked-examples/snow-pea.ts";

/** The coffee plan with one step changed; `undefined` leaves a parameter out. */
const changed = (id: string, change: object) => ({
  ...coffeeSpotPlan,
  steps: coffeeSpotPlan.steps.map((step) => {
    if (step.id !== id) return step;
    return Object.fromEntries(Object.entries({ ...step, ...change }).filter(([, value]) => value !== undefined));
  }),
});

const refusal = (body: unknown, lineGrain = "1") => {
  const checked = checkPricePlan(body, lineGrain);
  return checked.ok ? "published" : { code: checked.refusal.code, field: checked.refusal.field };
};

describe("a price plan is published when anyone can compute and explain it [agreements.publish-plan]", () => {
  it("the worked examples are published as they are written", () => {
    expect(checkPricePlan(coffeeSpotPlan, "1")).toEqual({ ok: true, value: coffeeSpotPlan });
    expect(refusal(snowPeaPlan, "0.01")).toBe("published");
    expect(refusal(differentialByScorePlan, "0.01")).toBe("published");
  });

  it("survives being kept as JSON", () =>
    expect(refusal(JSON.parse(JSON.stringify(coffeeSpotPlan)))).toBe("published"));

  it.each([
    [
      "reads a figure that no step gives",
      changed("paid-weight", { weight: "dry-weight" }),
      "plan.figure-unknown",
      "steps.3.weight",
    ],
    [
      "reads a figure of a later step",
      changed("paid-weight", { weight: "value" }),
      "plan.figure-unknown",
      "steps.3.weight",
    ],
    [
      "takes a price for a weight",
      changed("value", { quantity: "unit-price" }),
      "plan.figure-of-other-kind",
      "steps.8.quantity",
    ],
    ["names two steps alike", changed("tare", { id: "gross" }), "plan.step-repeated", "steps.1.id"],
    [
      "does not say how an amount is rounded",
      changed("value", { rounding: undefined }),
      "plan.amount-not-rounded",
      "steps.8.rounding",
    ],
    [
      "rounds to no grain",
      changed("value", { rounding: { mode: "half-up", grain: "0" } }),
      "plan.amount-not-rounded",
      "steps.8.rounding.grain",
    ],
    [
      "rounds lines finer than the book posts",
      changed("value", { rounding: { mode: "half-up", grain: "0.01" } }),
      "plan.grain-finer-than-book",
      "steps.8.rounding.grain",
    ],
    [
      "uses a step that is not in the vocabulary",
      changed("net", { kind: "guess" }),
      "plan.step-kind-unknown",
      "steps.2.kind",
    ],
    ["adds a parameter nobody knows", changed("net", { bonus: "1" }), "plan.spelling", "steps.2.bonus"],
    [
      "brings weights to 100 % moisture",
      changed("paid-weight", { base: "100" }),
      "plan.base-impossible",
      "steps.3.base",
    ],
    [
      "writes a number as a number",
      changed("excelso-price", { pasillaPrice: 6000 }),
      "plan.spelling",
      "steps.6.pasillaPrice",
    ],
    ["pays for nothing", { ...coffeeSpotPlan, steps: coffeeSpotPlan.steps.slice(0, 8) }, "plan.no-value", "steps"],
    [
      "does not say which weight came in",
      { ...coffeeSpotPlan, delivered: "yield-factor" },
      "plan.figure-unknown",
      "delivered",
    ],
    ["is no plan at all", "coffee", "plan.spelling", ""],
  ])("refused: it %s", (_why, body, code, field) => expect(refusal(body)).toEqual({ code, field }));

  it("refused: two value lines of the same name", () => {
    const twice = snowPeaPlan.steps.map((step) => (step.kind === "value" ? { ...step, line: "export" } : step));
    expect(refusal({ ...snowPeaPlan, steps: twice }, "0.01")).toEqual({
      code: "plan.line-repeated",
      field: "steps.9.line",
    });
  });

  it.each([
    [
      "leave a gap",
      [
        { below: "80", adds: "0" },
        { from: "81", adds: "1" },
      ],
      "bands.1",
    ],
    [
      "overlap",
      [
        { below: "80", adds: "0" },
        { from: "79", adds: "1" },
      ],
      "bands.1",
    ],
    ["end before they begin", [{ from: "80", below: "70", adds: "0" }], "bands.0"],
    [
      "go on after the last",
      [
        { from: "80", adds: "0" },
        { from: "90", adds: "1" },
      ],
      "bands.1",
    ],
  ])("refused: bands that %s", (_why, bands, place) => {
    const steps = differentialByScorePlan.steps.map((step) => (step.id === "differential" ? { ...step, bands } : step));
    expect(refusal({ ...differentialByScorePlan, steps }, "0.01")).toEqual({
      code: "plan.bands-broken",
      field: `steps.4.${place}`,
    });
  });
});
