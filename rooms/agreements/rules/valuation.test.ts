import { describe, expect, it } from "vitest";
import type { PricePlan } from "./plan.ts";
import { valueDelivery } from "./valuation.ts";
import { figureOf, published, worth } from "./worked-examples/checked.ts";
import { coffeeSpotDelivery, coffeeSpotPlan, coffeeSpotPrices } from "./worked-examples/coffee-spot.ts";
import { differentialByScorePlan } from "./worked-examples/differential-by-score.ts";
import { snowPeaDelivery, snowPeaPlan } from "./worked-examples/snow-pea.ts";

const coffee = published(coffeeSpotPlan, "1");

/** The worked example with some steps changed: what another choice would give. */
const otherwise = (
  plan: { readonly steps: readonly object[] },
  changed: Readonly<Record<string, object>>,
): unknown => ({
  ...plan,
  steps: plan.steps.map((step) => ({ ...step, ...changed["id" in step ? String(step.id) : ""] })),
});

describe("Colombian parchment on the spot: seven sacks of 412.5 kg [agreements.price-plan]", () => {
  const valued = worth(coffee, coffeeSpotDelivery, coffeeSpotPrices);

  it.each([
    ["gross", "412.5"],
    ["tare", "4.9"],
    ["net", "407.6"],
    ["paid-weight", "404.82"],
    ["yield-factor", "92.99"],
    ["reference", "16040"],
    ["excelso-price", "21013.14"],
    ["unit-price", "16043.64"],
    ["value", "6494786"],
  ])("%s is %s", (step, figure) => expect(figureOf(coffee, valued, step)).toBe(figure));

  it("has one value line of COP 6,494,786", () =>
    expect(valued.lines).toEqual([{ line: "parchment", quantity: "404.82", price: "16043.64", amount: 6_494_786n }]));

  it("keeps the published price it read", () =>
    expect(valued.prices).toEqual([{ series: "fnc-pergamino", period: "2026-09-16", value: "2005000" }]));

  it("with the factor left exact the price would be 16,044.29 per kilo", () => {
    const plan = published(otherwise(coffeeSpotPlan, { "yield-factor": { rounding: undefined } }), "1");
    const other = worth(plan, coffeeSpotDelivery, coffeeSpotPrices);
    expect(figureOf(plan, other, "unit-price")).toBe("16044.29");
    expect(figureOf(plan, other, "yield-factor")).toBe("87500/941");
  });
});

/** A second implementation, written apart from the engine: plain fractions as pairs, rounding by adding a half and flooring. */
describe("the same by hand, with plain fractions", () => {
  type Pair = [bigint, bigint];
  const times = ([a, b]: Pair, [c, d]: Pair): Pair => [a * c, b * d];
  const over = ([a, b]: Pair, [c, d]: Pair): Pair => [a * d, b * c];
  const plus = ([a, b]: Pair, [c, d]: Pair): Pair => [a * d + c * b, b * d];
  const minus = (a: Pair, [c, d]: Pair): Pair => plus(a, [-c, d]);
  /** To whole hundredths or units, for figures not below zero. */
  const to = (per: bigint, [a, b]: Pair): Pair => [(2n * a * per + b) / (2n * b), per];

  it("finds 404.82 kg at 16,043.64 = 6,494,786", () => {
    const net = minus([4125n, 10n], times([7n, 1n], [70n, 100n]));
    const paid = to(100n, over(times(net, [874n, 10n]), [88n, 1n]));
    const factor = to(100n, over(times([250n, 1n], [70n, 1n]), [1882n, 10n]));
    const base = over([2_005_000n, 1n], [125n, 1n]);
    const pasilla: Pair = [6000n, 1n];
    const excelso = to(
      100n,
      times(minus(base, over(times(pasilla, [614n, 100n]), [94n, 1n])), over([94n, 1n], [70n, 1n])),
    );
    const price = to(100n, plus(times(over([70n, 1n], factor), excelso), times(over([94n, 10n], [250n, 1n]), pasilla)));
    expect([net, paid, factor, excelso, price].map(([a, b]) => (a * 100n) / b)).toEqual([
      40_760n,
      40_482n,
      9_299n,
      2_101_314n,
      1_604_364n,
    ]);
    const [value] = to(1n, times(paid, price));
    expect(value).toBe(6_494_786n);
    expect(value).toBe(worth(coffee, coffeeSpotDelivery, coffeeSpotPrices).value);
    const [shortcut] = to(1n, times(paid, to(100n, over(times(base, [94n, 1n]), factor))));
    expect(shortcut - value).toBe(69_055n);
  });
});

describe("grains that are no power of ten", () => {
  it("paid kilos to the half kilo, the line to 50 pesos", () => {
    const plan = published(
      otherwise(coffeeSpotPlan, {
        "paid-weight": { rounding: { mode: "half-up", grain: "0.5" } },
        value: { rounding: { mode: "half-up", grain: "50" } },
      }),
      "1",
    );
    // 405 kg × 16,043.64 = 6,497,674.2
    expect(worth(plan, coffeeSpotDelivery, coffeeSpotPrices).lines).toEqual([
      { line: "parchment", quantity: "405", price: "16043.64", amount: 6_497_650n },
    ]);
  });
});

describe("a premium on the same kilos, as a line of its own", () => {
  it("is paid beside the value, and the kilos count once", () => {
    const [premium, line] = [
      { id: "premium", kind: "fixed-price", price: "200" },
      { ...coffeeSpotPlan.steps.at(-1), id: "premium-value", line: "organic", price: "premium" },
    ];
    const valued = worth(
      published({ ...coffeeSpotPlan, steps: [...coffeeSpotPlan.steps, premium, line] }, "1"),
      coffeeSpotDelivery,
      coffeeSpotPrices,
    );
    expect(valued.lines.map(({ line: name, quantity, amount }) => [name, quantity, amount])).toEqual([
      ["parchment", "404.82", 6_494_786n],
      ["organic", "404.82", 80_964n],
    ]);
    expect(valued.value).toBe(6_575_750n);
    expect(valued.paid.numerator * 100n).toBe(40_482n * valued.paid.denominator);
  });
});

describe("snow pea in pounds, sorted into classes [agreements.classes]", () => {
  const pea = published(snowPeaPlan, "0.01");
  const valued = worth(pea, snowPeaDelivery);

  it("weighs 592.0 lb net, of which 467.7 export, 65.1 local, and the rest of 59.2 is rejected", () => {
    expect(valued.figures.slice(0, 6)).toEqual(["662.4", "70.4", "592", "467.7", "65.1", "59.2"]);
  });

  it("is worth Q 2,455.43 for export and Q 117.18 on the local market", () => {
    expect(valued.lines).toEqual([
      { line: "export", quantity: "467.7", price: "5.25", amount: 245_543n },
      { line: "local", quantity: "65.1", price: "1.8", amount: 11_718n },
    ]);
    expect(valued.value).toBe(257_261n);
  });

  it("rounded half to even, the tie of 2,455.425 would be 2,455.42", () => {
    const halfEven = { rounding: { mode: "half-even", grain: "0.01" } };
    const plan = published(otherwise(snowPeaPlan, { "export-value": halfEven }), "0.01");
    expect(worth(plan, snowPeaDelivery).lines[0]?.amount).toBe(245_542n);
  });

  it("refuses shares of more than the whole", () => {
    const delivery = { ...snowPeaDelivery, measurements: { "export-share": "79", "local-share": "22" } };
    expect(pea.value(delivery, () => null)).toMatchObject({
      ok: false,
      refusal: { code: "valuation.classes-exceed-whole", facts: { step: "reject" } },
    });
  });
});

describe("coffee at a monthly reference with a differential by cup score [agreements.differential]", () => {
  const plan = published(differentialByScorePlan, "0.01");
  const prices = (series: string, period: string) =>
    series === "arabica-monthly" && period === "2017-04" ? "3.30" : null;
  const lot = (score: string) => ({
    id: `lot-${score}`,
    day: "2017-04-28",
    bags: 10,
    grossGrams: 600_000n,
    tareGrams: 0n,
    measurements: { "cup-score": score },
  });

  it.each([
    ["79.99", "3.2", 192_000n],
    ["80", "3.3", 198_000n],
    ["82.99", "3.3", 198_000n],
    ["83", "3.5", 210_000n],
    ["86", "3.85", 231_000n],
    ["90.58", "3.85", 231_000n],
  ])("600 kg of score %s are paid at USD %s", (score, price, amount) => {
    const [line] = worth(plan, lot(score), prices).lines;
    expect(line).toEqual({ line: "green", quantity: "600", price, amount });
  });

  it("keeps a differential that takes away with its sign", () =>
    expect(figureOf(plan, worth(plan, lot("79"), prices), "differential")).toBe("-0.1"));

  it("says which month's price is missing", () => {
    expect(plan.value({ ...lot("84"), day: "2017-05-02" }, prices)).toMatchObject({
      refusal: { code: "valuation.price-missing", facts: { series: "arabica-monthly", period: "2017-05" } },
    });
  });

  it("refuses a differential that takes more than the price", () => {
    expect(plan.value(lot("79"), () => "0.09")).toMatchObject({ refusal: { code: "valuation.price-below-zero" } });
  });
});

describe("the member's lines of a coffee pool: 1,240.50 kg", () => {
  const line = (price: string): PricePlan => {
    const plan = {
      ...differentialByScorePlan,
      currency: "PEN",
      steps: [
        ...differentialByScorePlan.steps.slice(0, 3),
        { id: "unit-price", kind: "fixed-price", price },
        differentialByScorePlan.steps.at(-1),
      ],
    };
    return published(plan, "0.01").plan;
  };
  const delivery = { ...coffeeSpotDelivery, grossGrams: 1_240_500n, tareGrams: 0n };
  const paid = (price: string) => {
    const found = valueDelivery(line(price), "0.01", delivery, () => null);
    return found.ok ? found.value.value : found.refusal;
  };

  it("first payment at S/ 14.60 is S/ 18,111.30, second at 0.8948 is S/ 1,110.00", () => {
    expect([paid("14.60"), paid("0.8948")]).toEqual([1_811_130n, 111_000n]);
  });
});

describe("what cannot be valued says why", () => {
  const without = (measure: string) => ({
    ...coffeeSpotDelivery,
    measurements: Object.fromEntries(
      Object.entries(coffeeSpotDelivery.measurements).filter(([one]) => one !== measure),
    ),
  });
  const reading = (measure: string, value: string) => ({
    ...coffeeSpotDelivery,
    measurements: { ...coffeeSpotDelivery.measurements, [measure]: value },
  });

  it.each(["moisture", "sample-grams", "sound-grams", "pasilla-grams"])("%s was not measured", (measure) => {
    expect(coffee.value(without(measure), coffeeSpotPrices)).toMatchObject({
      refusal: { code: "valuation.measurement-missing", facts: { measure, delivery: coffeeSpotDelivery.id } },
    });
  });

  it.each([
    ["moisture", "100"],
    ["moisture", "100.1"],
    ["moisture", "-1"],
    ["moisture", "doce"],
    ["sound-grams", "0"],
    ["sound-grams", "250.1"],
    ["sample-grams", "0"],
    ["pasilla-grams", "250.1"],
  ])("%s of %s cannot be", (measure, value) => {
    expect(coffee.value(reading(measure, value), coffeeSpotPrices)).toMatchObject({
      refusal: { code: "valuation.measurement-impossible", facts: { measure, value } },
    });
  });

  it("containers heavier than the whole are a question for the scale, not a payment", () => {
    const delivery = { ...coffeeSpotDelivery, tareGrams: 412_501n };
    expect(coffee.value(delivery, coffeeSpotPrices)).toMatchObject({ refusal: { code: "valuation.net-below-zero" } });
  });

  it("a measure nobody took is not found among the properties of things", () => {
    const steps = coffeeSpotPlan.steps.map((step) =>
      step.kind === "moisture-adjusted" ? { ...step, measure: "constructor" } : step,
    );
    const plan = published({ ...coffeeSpotPlan, steps }, "1");
    expect(plan.value(coffeeSpotDelivery, coffeeSpotPrices)).toMatchObject({
      refusal: { code: "valuation.measurement-missing", facts: { measure: "constructor" } },
    });
  });

  it("a price that is no number is not guessed", () => {
    expect(coffee.value(coffeeSpotDelivery, () => "2.005.000")).toMatchObject({
      refusal: { code: "valuation.price-unreadable" },
    });
  });
});
