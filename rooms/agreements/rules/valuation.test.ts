import { expect, it } from "vitest";
import { checkPricePlan } from "./check-price-plan.ts";
import { valueDelivery } from "./valuation.ts";
import { coffeeSpotDelivery, coffeeSpotPlan, coffeeSpotPrices } from "./worked-examples/coffee-spot.ts";

it("e1", () => {
  const plan = checkPricePlan(coffeeSpotPlan, "1");
  if (!plan.ok) throw new Error(JSON.stringify(plan));
  const v = valueDelivery(plan.value, "1", coffeeSpotDelivery, coffeeSpotPrices);
  if (!v.ok) throw new Error(JSON.stringify(v));
  console.log(v.value);
  expect(v.value.value).toBe(6494786n);
});
