import { describe, expect, it } from "vitest";
import { figureOf, published, worth } from "./worked-examples/checked.ts";
import {
  closedCocoaDelivery,
  cocoaDelivery,
  cocoaFinalPlan,
  cocoaFirstPlan,
  cocoaPrices,
} from "./worked-examples/cocoa.ts";
import { milkDelivery, milkPlan } from "./worked-examples/milk.ts";
import { bandedDelivery, bandedPlan, bandedPrices } from "./worked-examples/prices.ts";
import { quinoaDelivery, quinoaPlan } from "./worked-examples/quinoa.ts";
import { carcassSteersPlan, liveSteersPlan, steersDelivery } from "./worked-examples/steers.ts";

type Plan = ReturnType<typeof published>;
const figuresOf = (plan: Plan, valued: ReturnType<typeof worth>, steps: readonly string[]) =>
  steps.map((step) => figureOf(plan, valued, step));
/** The plan with the rounding of one step taken away. */
const exactAt = (plan: { readonly steps: readonly { readonly id?: string }[] }, step: string) => ({
  ...plan,
  steps: plan.steps.map((one) => (one.id === step ? { ...one, rounding: undefined } : one)),
});

describe("wet cocoa, four buckets of 186.4 kg [agreements.cocoa]", () => {
  const first = published(cocoaFirstPlan, "0.01");
  const final = published(cocoaFinalPlan, "0.01");

  it("drains to 177.32 kg, and 85 % of 1.3866 a wet kilo is USD 208.99", () => {
    const valued = worth(first, cocoaDelivery, cocoaPrices);
    expect(figuresOf(first, valued, ["net", "drained", "on-board", "dry-price", "wet-price", "first"])).toEqual([
      ...["182.8", "177.32", "4.45", "3.649", "1.3866", "1.1786"],
    ]);
    expect(valued.lines).toEqual([{ line: "cocoa", quantity: "177.32", price: "1.1786", amount: 20_899n }]);
  });

  it("when the lot is closed: 66.50 kg dry, 66.21 at 7 % moisture, at 4.0990 = USD 271.39", () => {
    const valued = worth(final, closedCocoaDelivery, cocoaPrices);
    expect(figuresOf(final, valued, ["dry", "paid-weight", "grade", "unit-price"])).toEqual([
      ...["66.5", "66.21", "0.15", "4.099"],
    ]);
    expect(valued.value).toBe(27_139n);
  });

  it("with the planning factor 67.38 kg would be credited that never existed", () => {
    const { "dry-ratio": _, ...measurements } = closedCocoaDelivery.measurements;
    const valued = worth(final, { ...closedCocoaDelivery, measurements }, cocoaPrices);
    expect(figureOf(final, valued, "dry")).toBe("67.38");
  });

  it("with kilos left exact until the line it would be 271.41, with all kilos exact 271.38", () => {
    const adjusted = published(exactAt(cocoaFinalPlan, "paid-weight"), "0.01");
    expect(worth(adjusted, closedCocoaDelivery, cocoaPrices).value).toBe(27_141n);
    const all = published(exactAt(exactAt(exactAt(cocoaFinalPlan, "paid-weight"), "dry"), "drained"), "0.01");
    expect(worth(all, closedCocoaDelivery, cocoaPrices).value).toBe(27_138n);
  });
});

describe("milk of fifteen days by component [agreements.milk]", () => {
  const milk = published(milkPlan, "1");
  const valued = worth(milk, milkDelivery);

  it("1,324.6 kg are 1,284.8 litres, of which 38.0 failed: 1,246.8 are paid", () =>
    expect(figuresOf(milk, valued, ["litres", "paid-litres"])).toEqual(["1284.8", "1246.8"]));

  it("a litre holds 32.48 g of protein and 38.35 g of fat, worth 1,593.91, and 1,662.91 with what is added and taken", () =>
    expect(figuresOf(milk, valued, ["protein-grams", "fat-grams", "components", "bacteria", "with-transport"])).toEqual(
      ["32.48", "38.35", "1593.91", "62", "1662.91"],
    ));

  it("is worth COP 2,073,316", () => expect(valued.value).toBe(2_073_316n));

  it("with grams per litre left exact a litre would be worth 1,593.82", () => {
    const plan = published(exactAt(exactAt(milkPlan, "protein-grams"), "fat-grams"), "1");
    expect(figureOf(plan, worth(plan, milkDelivery), "components")).toBe("1593.82");
  });

  it("a can larger than the tank is refused", () => {
    const measurements = { ...milkDelivery.measurements, "rejected-litres": "1300" };
    expect(milk.value({ ...milkDelivery, measurements }, () => null)).toMatchObject({
      refusal: { code: "valuation.classes-exceed-whole", facts: { step: "paid-litres" } },
    });
  });
});

describe("three steers, live or on the rail [agreements.carcass]", () => {
  it("live: 1,316.7 kg after the shrink, USD 2,699.24 (a tie, rounded up)", () => {
    const live = published(liveSteersPlan, "0.01");
    const valued = worth(live, steersDelivery);
    expect(valued.lines).toEqual([{ line: "live", quantity: "1316.7", price: "2.05", amount: 269_924n }]);
  });

  it("on the rail: 695.6 kg hot are 681.7 cold, 677.5 paid: USD 2,676.13", () => {
    const carcass = published(carcassSteersPlan, "0.01");
    const valued = worth(carcass, steersDelivery);
    expect(figuresOf(carcass, valued, ["hot", "cold", "paid-weight"])).toEqual(["695.6", "681.7", "677.5"]);
    expect(valued.lines.map(({ line, quantity, price, amount }) => [line, quantity, price, amount])).toEqual([
      ["carcass", "677.5", "3.95", 267_613n],
      ["by-products", "3", "24", 7_200n],
    ]);
    const exact = published(exactAt(carcassSteersPlan, "cold"), "0.01");
    expect(worth(exact, steersDelivery).lines[0]?.amount).toBe(267_608n);
  });

  it("heads are no kilos: what is charged on paid weight looks at 677.5 kg", () => {
    const { paid } = worth(published(carcassSteersPlan, "0.01"), steersDelivery);
    expect(paid.numerator * 10n).toBe(6_775n * paid.denominator);
  });
});

describe("quinoa by the quintal, dirty and wet [agreements.dockage]", () => {
  const quinoa = published(quinoaPlan, "0.01");

  it("502.0 kg with 3.4 % impurities and 13.2 % moisture are 483.15 kg, Bs 6,512.02", () => {
    const valued = worth(quinoa, quinoaDelivery);
    expect(figuresOf(quinoa, valued, ["net", "paid-weight", "price"])).toEqual(["502", "483.15", "310/23"]);
    expect(valued.value).toBe(651_202n);
  });

  it("with kilos left exact it would be 6,512.03", () =>
    expect(worth(published(exactAt(quinoaPlan, "paid-weight"), "0.01"), quinoaDelivery).value).toBe(651_203n));

  it("cleaner than the base is unchanged, or rewarded where the contract says so", () => {
    const clean = { ...quinoaDelivery, measurements: { impurities: "0.4", moisture: "12.0" } };
    expect(figureOf(quinoa, worth(quinoa, clean), "paid-weight")).toBe("502");
    const rewarded = published(
      {
        ...quinoaPlan,
        steps: quinoaPlan.steps.map((one) => (one.kind === "dockage-adjusted" ? { ...one, cleaner: "rewarded" } : one)),
      },
      "0.01",
    );
    // 502.0 × 99.6 ÷ 99.0 = 505.0424…
    expect(figureOf(rewarded, worth(rewarded, clean), "paid-weight")).toBe("505.04");
  });
});

describe("a price between a floor and a ceiling, partly fixed, in another currency [agreements.price-clauses]", () => {
  const banded = published(bandedPlan, "0.01");
  it.each([
    // New York, not below 3.50, above 5.00 shared by half, 30 % at 4.20 and 70 % at that, in soles at 3.55.
    ["3000", "3.5", "3.5", "3.71", "13.17"],
    ["4600", "4.6", "4.6", "4.48", "15.9"],
    ["6000", "6", "5.5", "5.11", "18.14"],
  ])("at %s dollars a tonne", (newYork, notBelow, shared, mixed, soles) => {
    const valued = worth(banded, bandedDelivery, bandedPrices(newYork));
    expect(figuresOf(banded, valued, ["not-below", "shared", "mixed", "soles"])).toEqual([
      ...[notBelow, shared, mixed, soles],
    ]);
  });

  it("without the day's rate the hand-over is held, and the series is named", () =>
    expect(banded.value(bandedDelivery, (series) => (series === "soles-per-dollar" ? null : "4600"))).toMatchObject({
      refusal: { code: "valuation.price-missing", facts: { series: "soles-per-dollar" } },
    }));
});
