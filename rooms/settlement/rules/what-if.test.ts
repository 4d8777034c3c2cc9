import { expect, it } from "vitest";
import { published } from "../../agreements/rules/worked-examples/checked.ts";
import {
  coffeeSpotDelivery,
  coffeeSpotPlan,
  coffeeSpotPrices,
} from "../../agreements/rules/worked-examples/coffee-spot.ts";
import { whatIf } from "./what-if.ts";

const spot = published(coffeeSpotPlan, "1");
/** The same plan, with pasilla at 7,000 a kilo instead of 6,000, in the base and in the price. */
const dearer = published(
  {
    ...coffeeSpotPlan,
    steps: coffeeSpotPlan.steps.map((step) => ("pasillaPrice" in step ? { ...step, pasillaPrice: "7000" } : step)),
  },
  "1",
);
const of = (agent: string, pasilla: string) => ({
  agent,
  delivery: {
    ...coffeeSpotDelivery,
    id: `${agent} ${pasilla}`,
    measurements: { ...coffeeSpotDelivery.measurements, "pasilla-grams": pasilla },
  },
});

it("pasilla dearer in the base: who brings much of it gains, who brings little loses [settlement.what-if]", () => {
  const found = whatIf([of("rosa", "9.4"), of("ana", "30"), of("ana", "25")], () => spot, dearer, coffeeSpotPrices);
  expect(found.people.map(({ agent, deliveries }) => [agent, deliveries])).toEqual([
    ["ana", 2n],
    ["rosa", 1n],
  ]);
  const [ana, rosa] = found.people;
  expect(rosa?.before).toBe(6_494_786n);
  // An excelso price of 20,925.43 and a unit price of 16,015.22: 404.82 kg × 16,015.22.
  expect([rosa?.after, (ana?.after ?? 0n) > (ana?.before ?? 0n)]).toEqual([6_483_281n, true]);
});

it("what one of the plans cannot value makes nobody gain or lose, and says why", () => {
  const { "pasilla-grams": _, ...measurements } = coffeeSpotDelivery.measurements;
  const unread = { agent: "julia", delivery: { ...coffeeSpotDelivery, id: "x", measurements } };
  const found = whatIf([unread, of("rosa", "9.4")], () => spot, dearer, coffeeSpotPrices);
  expect([found.people.length, found.left]).toEqual([1, 1n]);
  expect(found.why).toMatchObject({ plan: "before", refusal: { code: "valuation.measurement-missing" } });
  expect(whatIf([of("rosa", "9.4")], () => null, dearer, coffeeSpotPrices)).toEqual({
    people: [],
    left: 1n,
    why: null,
  });
});
