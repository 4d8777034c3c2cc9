import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, exactly, ratioFromText, ratioText } from "../../../kernel/exact/index.ts";
import { sumOfReasons } from "./reasons.ts";
import type { ValuedDelivery } from "./steps/kind.ts";
import { published, worth } from "./worked-examples/checked.ts";
import { coffeeSpotDelivery, coffeeSpotPlan, coffeeSpotPrices } from "./worked-examples/coffee-spot.ts";
import { differentialByScorePlan } from "./worked-examples/differential-by-score.ts";
import { snowPeaDelivery, snowPeaPlan } from "./worked-examples/snow-pea.ts";

const coffee = published(coffeeSpotPlan, "1");
const reasonsFor = (measurements: Readonly<Record<string, string>>) =>
  sumOfReasons(
    coffee.plan,
    worth(
      coffee,
      { ...coffeeSpotDelivery, measurements: { ...coffeeSpotDelivery.measurements, ...measurements } },
      coffeeSpotPrices,
    ),
  );
const told = (found: ReturnType<typeof sumOfReasons>) =>
  found.reasons.map(({ what, reading, effect }) => `${what} ${reading}: ${effect.of} ${effect.change}`);

describe("the sum of reasons [field.reasons]", () => {
  it("member 31's coffee: water off the weight, a better factor, less pasilla, and the price they come to", () => {
    const found = reasonsFor({});
    expect(told(found)).toEqual([
      "moisture 12.6: weight -2.78",
      "yield-factor 92.99: price 169.96",
      "pasilla-grams 9.4: price -166.32",
    ]);
    expect(found.sum).toEqual({ base: "16040", unitPrice: "16043.64" });
  });

  it("the mock's coffee: dry, factor 92.59, 12 g of pasilla", () => {
    const found = reasonsFor({ moisture: "11.8", "sound-grams": "189", "pasilla-grams": "12" });
    expect(told(found)).toEqual([
      "moisture 11.8: weight 0",
      "yield-factor 92.59: price 238.3",
      "pasilla-grams 12: price -103.92",
    ]);
    expect(found.sum?.unitPrice).toBe("16174.38");
  });

  it("of classes each has its part of the weight, and there is no one price", () => {
    const plan = published(snowPeaPlan, "0.01");
    const found = sumOfReasons(plan.plan, worth(plan, snowPeaDelivery));
    expect(told(found)).toEqual(["export-share 79: share 467.7", "local-share 11: share 65.1"]);
    expect(found.sum).toBeNull();
  });

  it("a differential by cup score is added to the price of reference", () => {
    const plan = published(differentialByScorePlan, "0.01");
    const lot: ValuedDelivery = { ...coffeeSpotDelivery, day: "2017-04-28", measurements: { "cup-score": "84" } };
    const found = sumOfReasons(
      plan.plan,
      worth(plan, lot, () => "3.30"),
    );
    const [score] = found.reasons;
    expect(score?.effect.of).toBe("price");
    expect(ratioText(add(exactly(found.sum?.base ?? "0"), exactly(score?.effect.change ?? "0")))).toBe(
      found.sum?.unitPrice,
    );
  });

  it("whatever was measured, base and changes add up to the price that is paid", () => {
    const tenths = (from: number, to: number) => fc.integer({ min: from, max: to }).map((n) => `${n / 10}`);
    fc.assert(
      fc.property(tenths(1500, 2200), tenths(0, 300), tenths(90, 180), (sound, pasilla, moisture) => {
        const found = reasonsFor({ "sound-grams": sound, "pasilla-grams": pasilla, moisture });
        const changes = found.reasons.flatMap(({ effect }) => (effect.of === "price" ? [effect.change] : []));
        const sum = changes.reduce(
          (total, one) => add(total, ratioFromText(one) ?? exactly("0")),
          exactly(found.sum?.base ?? "0"),
        );
        expect(ratioText(sum)).toBe(found.sum?.unitPrice);
      }),
    );
  });
});
