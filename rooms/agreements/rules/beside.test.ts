/** Plans that read more than the hand-over itself, with figures that can be followed with a pencil. */
import { describe, expect, it } from "vitest";
import type { Beside, LabResult } from "./beside.ts";
import type { ValuedDelivery } from "./steps/kind.ts";
import { figureOf, published, worth } from "./worked-examples/checked.ts";
import { fairtradeDelivery, fairtradePlan, fairtradePrices, fairtradeTerms } from "./worked-examples/fairtrade.ts";
import { fixedLaterPlan, fixings, marketPrices, toBeFixed } from "./worked-examples/fixed-later.ts";
import { labResults, meansDelivery, meansPlan } from "./worked-examples/means.ts";
import {
  exportableDelivery,
  exportablePlan,
  fermentedDelivery,
  fermentedPlan,
  listPrices,
  measuredDelivery,
} from "./worked-examples/yields.ts";

const held = (plan: unknown, grain: string, delivery: ValuedDelivery, prices = (_: string): string | null => null) => {
  const found = published(plan, grain).value(delivery, prices);
  return found.ok ? "valued" : [found.refusal.code, found.refusal.facts];
};

describe("milk is paid by means of several results [agreements.means]", () => {
  const plan = published(meansPlan, "1");
  const of = (results: readonly LabResult[], day = meansDelivery.day) =>
    worth(plan, { ...meansDelivery, day, beside: { labResults: results } });
  const bacteria = (...counts: readonly (readonly [string, string])[]): readonly LabResult[] => [
    ...counts.map(([day, value]) => ({ day, measure: "bacteria", result: day, value })),
    ...labResults.filter((one) => one.measure === "somatic-cells"),
  ];

  it("180,000; 95,000 and 410,000 give 191,393 by the root, and 355,000 cells by 60, 30 and 10 percent", () => {
    const valued = worth(plan, meansDelivery);
    expect(figureOf(plan, valued, "bacteria")).toBe("191393");
    expect(figureOf(plan, valued, "cells")).toBe("355000"); // 180,000 + 123,000 + 52,000
    // 1,783 + 0 for the bacteria + 15 for the cells; the arithmetic mean, 228,333, would have cost 40 a litre.
    expect(figureOf(plan, valued, "unit-price")).toBe("1798");
    expect(valued.value).toBe(1_798_000n);
  });

  it("names each result that went in, the newest first, and none of before the window", () => {
    const { beside } = worth(plan, meansDelivery);
    expect(beside?.labResults.map(({ measure, day, value }) => `${measure} ${day} ${value}`)).toEqual([
      "bacteria 2026-09-10 410000",
      "bacteria 2026-08-18 95000",
      "bacteria 2026-07-20 180000",
      "somatic-cells 2026-09-10 300000",
      "somatic-cells 2026-08-18 410000",
      "somatic-cells 2026-07-01 520000",
    ]);
  });

  it("the window of two months up to 15 September begins on 16 July, and ends with the day itself", () => {
    const mean = (...counts: readonly (readonly [string, string])[]) =>
      figureOf(plan, of(bacteria(...counts)), "bacteria");
    expect(mean(["2026-07-16", "40000"], ["2026-09-15", "90000"])).toBe("60000");
    // 15 July is outside: with one result left, the mean of the last three is plain.
    expect(mean(["2026-07-15", "40000"], ["2026-09-15", "90000"])).toBe("65000");
    // What is sampled after the hand-over says nothing of it.
    expect(mean(["2026-07-16", "40000"], ["2026-09-15", "90000"], ["2026-09-16", "900000"])).toBe("60000");
  });

  it("too few in the window: the plain mean of the last three, however old; of a newcomer the published mean", () => {
    const mean = (...counts: readonly (readonly [string, string])[]) =>
      figureOf(plan, of(bacteria(...counts)), "bacteria");
    expect(mean(["2025-01-10", "1"], ["2026-05-02", "10000"], ["2026-05-30", "20000"], ["2026-09-10", "60000"])).toBe(
      "30000",
    );
    expect(mean(["2026-09-10", "60000"])).toBe("60000");
    expect(mean()).toBe("150000");
  });

  it("waits for results where the plan says so, and says how many are missing since which day", () => {
    const two = labResults.filter((one) => one.day !== "2026-07-01");
    expect(held(meansPlan, "1", { ...meansDelivery, beside: { labResults: two } })).toEqual([
      "valuation.results-too-few",
      { delivery: meansDelivery.id, measure: "somatic-cells", found: 2, needed: 3, from: "2026-06-16" },
    ]);
    const unknown = { ...meansDelivery, beside: {} };
    expect(held(meansPlan, "1", unknown)).toMatchObject(["valuation.results-unknown", { measure: "bacteria" }]);
    const none = bacteria(["2026-09-01", "0"], ["2026-09-10", "60000"]);
    expect(held(meansPlan, "1", { ...meansDelivery, beside: { labResults: none } })).toMatchObject([
      "valuation.measurement-impossible",
      { value: "0" },
    ]);
  });
});

describe("a scheme's sheet is read by its own version [agreements.schemes]", () => {
  const plan = published(fairtradePlan, "0.01");
  const of = (cents: string, sheet: unknown = fairtradePlan, beside: Beside = { terms: fairtradeTerms }) =>
    worth(published(sheet, "0.01"), { ...fairtradeDelivery, beside }, fairtradePrices(cents));

  it("above the minimum the market is paid: 2.74 + 0.40 organic = 3.14 dollars, 11.147 soles; the premium stands apart", () => {
    const valued = of("282");
    expect(figureOf(plan, valued, "net")).toBe("100");
    expect(figureOf(plan, valued, "not-below")).toBe("2.74");
    expect(figureOf(plan, valued, "dollar-price")).toBe("3.14");
    expect(valued.lines).toEqual([{ line: "coffee", quantity: "100", price: "11.147", amount: 111_470n }]);
    expect(valued.value).toBe(111_470n);
    expect(valued.premiums).toEqual([{ line: "fairtrade", quantity: "100", price: "0.71", amount: 7_100n }]);
  });

  it("below it the minimum is paid: 1.80 + 0.40 = 2.20 dollars", () =>
    expect(figureOf(plan, of("150"), "dollar-price")).toBe("2.2"));

  it("a contract signed earlier takes the version of its own day, 1.40 + 0.30; and the version is named", () => {
    const signed = {
      ...fairtradePlan,
      steps: fairtradePlan.steps.map((step) =>
        step.kind === "scheme-price" ? { ...step, signed: "2023-05-02" } : step,
      ),
    };
    const valued = of("120", signed);
    expect(figureOf(published(signed, "0.01"), valued, "dollar-price")).toBe("1.7");
    expect(valued.beside?.terms.map(({ version, from }) => [version, from])).toEqual([[1, "2011-04-01"]]);
  });

  it("a minimum for the tonne is brought to the pound of the plan by grams", () => {
    const [, newest] = fairtradeTerms;
    const byTonne = { ...newest, grams: "1000000", minimum: "3500" } as NonNullable<typeof newest>;
    expect(figureOf(plan, of("150", fairtradePlan, { terms: [byTonne] }), "minimum")).toBe("1.587573295");
  });

  it("without a sheet of that day, in another currency, or where no sheets are known, the hand-over is held", () => {
    const hold = (beside: Beside) =>
      published(fairtradePlan, "0.01").value({ ...fairtradeDelivery, beside }, fairtradePrices("282"));
    expect(hold({ terms: fairtradeTerms.map((one) => ({ ...one, until: "2026-01-31" })) })).toMatchObject({
      refusal: { code: "valuation.scheme-not-in-force", facts: { scheme: "fairtrade", day: "2026-05-11" } },
    });
    expect(hold({ terms: fairtradeTerms.map((one) => ({ ...one, currency: "EUR" })) })).toMatchObject({
      refusal: { code: "valuation.scheme-other-currency", facts: { sheet: "EUR", plan: "USD" } },
    });
    expect(hold({})).toMatchObject({ refusal: { code: "valuation.schemes-unknown" } });
  });
});

describe("yields and indices [agreements.yields]", () => {
  it("266 g exportable of 350 g is 76 %: 76 kg of green at 15 soles, and four kilos of second at six", () => {
    const plan = published(exportablePlan, "0.01");
    const valued = worth(plan, exportableDelivery, listPrices);
    expect([figureOf(plan, valued, "yield"), figureOf(plan, valued, "green")]).toEqual(["76", "76"]);
    expect(valued.lines.map((one) => one.amount)).toEqual([114_000n, 2_400n]);
  });

  it("well fermented 70 and partly 16 make an index of 78, the first grade", () => {
    const plan = published(fermentedPlan, "0.01");
    const valued = worth(plan, fermentedDelivery);
    expect([figureOf(plan, valued, "index"), figureOf(plan, valued, "grade")]).toEqual(["78", "0.15"]);
  });

  it("the planning conversion and 85 % now, the lot's own and everything once it is read", () => {
    const plan = published(fermentedPlan, "0.01");
    const [first, final] = [worth(plan, fermentedDelivery), worth(plan, measuredDelivery)];
    expect(figureOf(plan, first, "dry")).toBe("67.38"); // The kilos that never existed are not paid in the end.
    expect([figureOf(plan, first, "first"), first.value]).toEqual(["3.2292", 21_758n]);
    expect([figureOf(plan, final, "dry"), figureOf(plan, final, "first"), final.value]).toEqual([
      "66.5",
      "3.799",
      25_263n,
    ]);
  });

  it("more green than sample, and classes of more than a hundred percent, cannot be", () => {
    const { measurements } = exportableDelivery;
    const over = { ...exportableDelivery, measurements: { ...measurements, "exportable-grams": "351" } };
    expect(held(exportablePlan, "0.01", over, listPrices as never)).toMatchObject([
      "valuation.measurement-impossible",
      {},
    ]);
    const beans = { "well-fermented": "90", "partly-fermented": "16" };
    expect(held(fermentedPlan, "0.01", { ...fermentedDelivery, measurements: beans })).toMatchObject([
      "valuation.measurement-impossible",
      { measure: "partly-fermented" },
    ]);
  });
});

describe("a posted price is that of the place [agreements.posted-price]", () => {
  const at = (place: string | undefined) => ({ ...exportableDelivery, beside: place === undefined ? {} : { place } });
  it("Jaén has its own list, every other place takes the common one", () => {
    const plan = published(exportablePlan, "0.01");
    const price = (place: string) => figureOf(plan, worth(plan, at(place), listPrices), "list");
    expect([price("Jaén"), price("San Ignacio")]).toEqual(["15", "340/23"]);
    expect(worth(plan, at("Jaén"), listPrices).beside?.place).toBe("Jaén");
  });
  it("a place without a list holds the hand-over, and so does a place that nobody knows", () => {
    const only = {
      ...exportablePlan,
      steps: exportablePlan.steps.map((step) =>
        step.kind === "posted-price" ? { ...step, lists: step.lists.slice(0, 1) } : step,
      ),
    };
    expect(held(only, "0.01", at("Cajamarca"), listPrices as never)).toMatchObject([
      "valuation.place-without-price",
      { place: "Cajamarca" },
    ]);
    expect(held(only, "0.01", at(undefined), listPrices as never)).toMatchObject(["valuation.place-unknown", {}]);
  });
});

describe("a price to be fixed [agreements.fixed-later]", () => {
  const plan = published(fixedLaterPlan, "0.01");
  const of = (count: number) => worth(plan, toBeFixed(fixings.slice(0, count)), marketPrices);

  it("pays 80 % of the last price before until every lot is fixed: 2.20 − 0.08 = 2.12 a pound", () => {
    expect([of(0), of(1)].map((one) => [figureOf(plan, one, "fixed"), one.value])).toEqual([
      ["2.2", 21_200n],
      ["2.2", 21_200n],
    ]);
    expect(of(1).beside).toBeUndefined();
  });

  it("then the mean of 282.50 and 290.00 by their lots: 2.8625 − 0.08 = 2.7825, and both letters are named", () => {
    const valued = of(2);
    expect([figureOf(plan, valued, "fixed"), valued.value]).toEqual(["2.8625", 27_825n]);
    expect(valued.beside?.fixings.map((one) => one.level)).toEqual(["282.50", "290.00"]);
  });

  it("a letter after the last day, or of more lots than there are, holds the hand-over with its reason", () => {
    const late = fixings.map((one, at) => (at === 1 ? { ...one, day: "2026-12-16" } : one));
    const [first] = fixings;
    const more = [...fixings, { ...first, fixing: "letter 3" } as NonNullable<typeof first>];
    const code = (of: typeof fixings) => held(fixedLaterPlan, "0.01", toBeFixed(of), marketPrices as never)[0];
    expect([code(late), code(more)]).toEqual(["valuation.fixing-too-late", "valuation.fixings-beyond-lots"]);
    expect(held(fixedLaterPlan, "0.01", { ...toBeFixed([]), beside: {} }, marketPrices as never)).toMatchObject([
      "valuation.fixings-unknown",
      { contract: "c-7" },
    ]);
  });
});
