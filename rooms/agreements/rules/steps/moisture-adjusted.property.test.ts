import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactly } from "../../../../kernel/exact/index.ts";
import { nothingRead } from "../beside.ts";
import { figureOf, published, worth } from "../worked-examples/checked.ts";
import { coffeeSpotDelivery, coffeeSpotPlan, coffeeSpotPrices } from "../worked-examples/coffee-spot.ts";
import { below, constant, type Figure } from "./figure.ts";
import { stepKinds } from "./kinds.ts";

const tenths = (count: number): string => `${(count - (count % 10)) / 10}.${count % 10}`;
const weights = fc.bigInt({ min: 1n, max: 50_000_000n });
const moistures = fc.integer({ min: 0, max: 999 });

/** The step alone, without rounding: a weight in grams at a measured moisture, brought to base 12 %. */
function adjusted(grams: bigint, moisture: string, drier: "unchanged" | "rewarded"): Figure {
  const step = { id: "dry", kind: "moisture-adjusted", weight: "net", measure: "moisture", base: "12", drier } as const;
  const run = stepKinds["moisture-adjusted"].compile(step, {
    gramsPerUnit: "1000",
    currency: "COP",
    at: () => 0,
  });
  const delivery = { ...coffeeSpotDelivery, measurements: { moisture } };
  const found = run({
    delivery,
    prices: () => null,
    figures: [{ numerator: grams, denominator: 1000n }],
    read: [],
    beside: nothingRead(),
  });
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
}

describe("weight at base moisture", () => {
  it("at the base the factor is exactly 1, to the last gram", () => {
    fc.assert(
      fc.property(weights, (grams) => {
        const { numerator, denominator } = adjusted(grams, "12", "rewarded");
        expect(numerator * 1000n).toBe(grams * denominator);
      }),
    );
  });

  it("wetter is strictly less", () => {
    fc.assert(
      fc.property(weights, moistures, moistures, (grams, a, b) => {
        fc.pre(a !== b);
        const [drier, wetter] = [Math.min(a, b), Math.max(a, b)].map((count) =>
          adjusted(grams, tenths(count), "rewarded"),
        );
        if (!drier || !wetter) throw new Error("two weights");
        expect(below(wetter, drier)).toBe(true);
      }),
    );
  });

  it("drier than the base is not rewarded unless the plan says so", () => {
    const drier = fc.integer({ min: 0, max: 119 });
    fc.assert(
      fc.property(weights, drier, (grams, count) => {
        const whole = { numerator: grams, denominator: 1000n };
        expect(adjusted(grams, tenths(count), "unchanged")).toEqual(whole);
        expect(below(whole, adjusted(grams, tenths(count), "rewarded"))).toBe(true);
      }),
    );
  });

  it("counts dry matter: 407.6 kg at 12.6 % are 404.82…, not 407.6 × 99.4 %", () => {
    const exact = adjusted(407_600n, "12.6", "unchanged");
    expect(below(exact, constant("404.83"))).toBe(true);
    expect(below(constant("404.82"), exact)).toBe(true);
    expect(below(constant("405"), { numerator: 4076n * 994n, denominator: 10_000n })).toBe(true);
  });
});

describe("the yield factor", () => {
  it("falls strictly when more beans are sound", () => {
    const plan = published(coffeeSpotPlan, "1");
    const factor = (sound: string) => {
      const delivery = {
        ...coffeeSpotDelivery,
        measurements: { ...coffeeSpotDelivery.measurements, "sound-grams": sound },
      };
      return exactly(figureOf(plan, worth(plan, delivery, coffeeSpotPrices), "yield-factor"));
    };
    // From 250 g of sample, one gram more of sound beans always moves the factor by more than its grain of 0.01.
    fc.assert(
      fc.property(fc.integer({ min: 50, max: 249 }), (grams) => {
        expect(below(factor(String(grams + 1)), factor(String(grams)))).toBe(true);
      }),
    );
  });
});
