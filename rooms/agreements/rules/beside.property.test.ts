/** What must hold of every plan, those that read laboratories, schemes, contracts and places among them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, theDay } from "../../../kernel/time/index.ts";
import { checkPricePlan } from "./check-price-plan.ts";
import type { ValuedDelivery } from "./steps/kind.ts";
import { anyDelivery, anyPlan } from "./testing/random-plans.ts";
import { compilePlan, type Valuation } from "./valuation.ts";
import { coffeeSpotDelivery, coffeeSpotPlan, coffeeSpotPrices } from "./worked-examples/coffee-spot.ts";
import { meansDelivery, meansPlan } from "./worked-examples/means.ts";

const prices = (series: string) => (series === "rate" ? "3.5512" : series === "others" ? "1990000" : "2005000.5");

/** What a hand-over is worth by a plan; null where the engine holds it. */
function worthOf(body: unknown, delivery: ValuedDelivery, found: typeof prices = prices): Valuation | null {
  const checked = checkPricePlan(body, "0.01");
  if (!checked.ok) throw new Error(JSON.stringify(checked.refusal));
  const valued = compilePlan(checked.value, "0.01").value(delivery, found as never);
  return valued.ok ? valued.value : null;
}
const worse = (delivery: ValuedDelivery, measure: string, by: number): ValuedDelivery => {
  const reading = Number.parseFloat(delivery.measurements[measure] ?? "0");
  return { ...delivery, measurements: { ...delivery.measurements, [measure]: Math.min(reading + by, 100).toFixed(2) } };
};

describe("properties over random plans [agreements.properties]", () => {
  it("wetter, dirtier or more rejected never pays more, whatever else the plan says", () => {
    let compared = 0;
    fc.assert(
      fc.property(
        anyPlan,
        anyDelivery,
        fc.constantFrom("moisture", "impurities", "rejected"),
        fc.double({ min: 0, max: 50, noNaN: true }),
        (plan, delivery, measure, by) => {
          const [before, after] = [worthOf(plan, delivery), worthOf(plan, worse(delivery, measure, by))];
          if (before === null || after === null) return;
          compared += 1;
          expect(after.value <= before.value).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
    expect(compared).toBeGreaterThan(100);
  });

  it("a higher factor never pays more: fewer sound beans in the sample", () => {
    const at = (sound: number) =>
      worthOf(
        { ...coffeeSpotPlan },
        { ...coffeeSpotDelivery, measurements: { ...coffeeSpotDelivery.measurements, "sound-grams": `${sound / 10}` } },
        coffeeSpotPrices as never,
      )?.value ?? 0n;
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 2400 }), fc.integer({ min: 0, max: 900 }), (sound, fewer) => {
        expect(at(sound - fewer) <= at(sound)).toBe(true);
      }),
    );
  });

  it("a higher count never pays more, by either mean", () => {
    const results = fc.array(fc.integer({ min: 1, max: 2_000_000 }), { minLength: 3, maxLength: 6 });
    fc.assert(
      fc.property(
        results,
        fc.constantFrom("bacteria", "somatic-cells"),
        fc.nat(),
        fc.nat(1_000_000),
        (counts, of, at, by) => {
          const value = (raised: number) => {
            const labResults = counts.flatMap((count, place) =>
              ["bacteria", "somatic-cells"].map((measure) => ({
                ...{ measure, day: addDays(theDay("2026-08-01"), place), result: `${measure} ${place}` },
                value: `${measure === of && place === at % counts.length ? count + raised : count}`,
              })),
            );
            return worthOf(meansPlan, { ...meansDelivery, beside: { labResults } })?.value ?? 0n;
          };
          expect(value(by) <= value(0)).toBe(true);
        },
      ),
    );
  });

  it("the order in which results, sheets and letters were written down changes nothing", () => {
    fc.assert(
      fc.property(anyPlan, anyDelivery, (plan, delivery) => {
        const { labResults = [], terms = [], fixings = [], place } = delivery.beside ?? {};
        const turned = { labResults: labResults.toReversed(), terms: terms.toReversed(), place };
        const [one, other] = [delivery, { ...delivery, beside: { ...turned, fixings: fixings.toReversed() } }].map(
          (each) => worthOf(plan, each),
        );
        expect(other?.figures).toEqual(one?.figures);
        expect(other?.beside?.labResults).toEqual(one?.beside?.labResults);
      }),
      { numRuns: 300 },
    );
  });

  it("what is published, sampled or signed after the day changes nothing that was worth something", () => {
    fc.assert(
      fc.property(anyPlan, anyDelivery, (plan, delivery) => {
        const { beside } = delivery;
        const [last] = beside?.terms ?? [];
        const later = {
          ...beside,
          labResults: [
            ...(beside?.labResults ?? []),
            { day: addDays(theDay(delivery.day), 1), measure: "bacteria", result: "later", value: "1" },
          ],
          terms: [
            ...(beside?.terms ?? []),
            ...(last === undefined
              ? []
              : [{ ...last, version: 9, from: addDays(theDay(delivery.day), 1), minimum: "999" }]),
          ],
        };
        expect(worthOf(plan, { ...delivery, beside: later })).toEqual(
          ((found) => found && { ...found, delivery: { ...delivery, beside: later } })(worthOf(plan, delivery)),
        );
      }),
      { numRuns: 300 },
    );
  });

  it("a valuation kept on paper is valued again from what it kept alone", () => {
    fc.assert(
      fc.property(anyPlan, anyDelivery, (plan, delivery) => {
        const valued = worthOf(plan, delivery);
        if (valued === null) return;
        const { place, ...read } = valued.beside ?? { place: null, labResults: [], terms: [], fixings: [] };
        const beside = { ...read, ...(place === null ? {} : { place }) };
        const kept = (series: string, period: string): string | null =>
          valued.prices.find((one) => one.series === series && one.period === period)?.value ?? null;
        expect(worthOf(plan, { ...delivery, beside }, kept as never)?.figures).toEqual(valued.figures);
      }),
      { numRuns: 300 },
    );
  });
});
