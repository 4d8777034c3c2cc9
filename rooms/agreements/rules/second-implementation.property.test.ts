import fc from "fast-check";
import { expect, it } from "vitest";
import { checkPricePlan } from "./check-price-plan.ts";
import { equal, fraction, less } from "./testing/fraction.ts";
import { anyDelivery, anyPlan } from "./testing/random-plans.ts";
import { figuresByHand } from "./testing/value-by-hand.ts";
import { compilePlan } from "./valuation.ts";
import { coffeeSpotDelivery, coffeeSpotPlan, coffeeSpotPrices } from "./worked-examples/coffee-spot.ts";
import { milkDelivery, milkPlan } from "./worked-examples/milk.ts";
import { snowPeaDelivery, snowPeaPlan } from "./worked-examples/snow-pea.ts";
import { carcassSteersPlan, steersDelivery } from "./worked-examples/steers.ts";

const prices = (series: string) => (series === "rate" ? "3.5512" : series === "others" ? "1990000" : "2005000.5");

/** Both implementations, figure by figure; how often the engine held the line instead. */
const compared = (body: unknown, delivery: typeof coffeeSpotDelivery, found: typeof prices = prices) => {
  const checked = checkPricePlan(body, "0.01");
  if (!checked.ok) throw new Error(JSON.stringify(checked.refusal));
  const byHand = figuresByHand(checked.value, delivery, found);
  const engine = compilePlan(checked.value, "0.01").value(delivery, found);
  if (!engine.ok) return { held: engine.refusal.code, byHand };
  for (const [at, step] of checked.value.steps.entries()) {
    const text = engine.value.figures[at] ?? "";
    const hand = byHand.get(step.id);
    if (hand === undefined) {
      expect(text).toBe(""); // It does not count for this hand-over.
      continue;
    }
    expect(`${step.kind} ${equal(fraction(text), hand) ? "agrees" : `${text}, by hand ${hand.join("/")}`}`).toBe(
      `${step.kind} agrees`,
    );
  }
  return { held: null, byHand };
};

it("any plan and any hand-over: a second implementation finds every figure the same [agreements.second-implementation]", () => {
  let valued = 0;
  fc.assert(
    fc.property(anyPlan, anyDelivery, (plan, delivery) => {
      const { held, byHand } = compared(plan, delivery);
      // The engine holds a line only where by hand something lies below zero.
      if (held === null) valued += 1;
      else expect([...byHand.values()].some((one) => less(one, [0n, 1n]))).toBe(true);
    }),
    { numRuns: 600 },
  );
  expect(valued).toBeGreaterThan(150);
});

it("the worked examples too, those with a yield factor and with classes among them", () => {
  expect(compared(coffeeSpotPlan, coffeeSpotDelivery, coffeeSpotPrices as typeof prices).held).toBeNull();
  expect(compared(milkPlan, milkDelivery).held).toBeNull();
  expect(compared(snowPeaPlan, snowPeaDelivery).held).toBeNull();
  expect(compared(carcassSteersPlan, steersDelivery).held).toBeNull();
});

it("wetter never pays more, and dirtier never pays more", () => {
  const steps = (moisture: object) => [
    { id: "gross", kind: "weighed", what: "gross" },
    { id: "tare", kind: "weighed", what: "tare" },
    { id: "net", kind: "net-weight", gross: "gross", tare: "tare" },
    { id: "clean", kind: "dockage-adjusted", weight: "net", measure: "impurities", base: "1", cleaner: "rewarded" },
    { id: "paid", kind: "moisture-adjusted", weight: "clean", measure: "moisture", base: "12", ...moisture },
    { id: "price", kind: "fixed-price", price: "12.34" },
    {
      ...{ id: "value", kind: "value", line: "goods", name: { es: "x" }, quantity: "paid", price: "price" },
      rounding: { mode: "half-up", grain: "0.01" },
    },
  ];
  fc.assert(
    fc.property(
      anyDelivery,
      fc.integer({ min: 0, max: 99 }),
      fc.constantFrom("unchanged", "rewarded"),
      fc.constantFrom("moisture", "impurities"),
      (delivery, worse, drier, measure) => {
        const plan = checkPricePlan(
          {
            ...{ code: "a", product: "a", currency: "XXX", unit: { code: "kg", grams: "1000" }, delivered: "net" },
            steps: steps({ drier, rounding: { mode: "half-up", grain: "0.01" } }),
          },
          "0.01",
        );
        if (!plan.ok) throw new Error(plan.refusal.code);
        const compiled = compilePlan(plan.value, "0.01");
        const valueAt = (reading: number) => {
          const measurements = {
            ...delivery.measurements,
            moisture: "12",
            impurities: "2",
            [measure]: String(reading),
          };
          const found = compiled.value({ ...delivery, measurements }, () => null);
          if (!found.ok) throw new Error(found.refusal.code);
          return found.value.value;
        };
        const better = Math.floor(worse / 2);
        expect(valueAt(worse) <= valueAt(better)).toBe(true);
      },
    ),
  );
});
