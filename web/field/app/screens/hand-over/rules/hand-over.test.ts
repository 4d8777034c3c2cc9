import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kilogramsOf, standardUnit, type Unit } from "../../../../../../kernel/quantity/index.ts";
import { receiveSaid } from "../../../../../../rooms/acopio/said.ts";
import type { GradingScheme } from "../../../../../../rooms/agreements/rules/grading.ts";
import type { PricePlan } from "../../../../../../rooms/agreements/rules/plan.ts";
import type { Season } from "../../../../../../rooms/agreements/rules/season-policy.ts";
import {
  coffeeSpotDeductions,
  coffeeSpotPlan,
  coffeeSpotPrices,
} from "../../../../../../rooms/agreements/rules/worked-examples/coffee-spot.ts";
import {
  type HandOverDraft,
  newDraft,
  nextNumber,
  readDraft,
  withBag,
  withoutBag,
  withPad,
  withReading,
} from "./draft.ts";
import { firstPayment } from "./first-payment.ts";
import { gradedReadings, measurementsOf, verdictOf } from "./grade.ts";
import { objectionsOf, receiveSays } from "./says.ts";
import type { HandOverTerms } from "./terms.ts";
import { readWeight, tareOf, weighDoubt, weightsIn } from "./weigh.ts";

const colombian = { decimal: ",", group: "." };
const peruvian = { decimal: ".", group: "," };
const kg = standardUnit("kg") as Unit;
const lb = standardUnit("lb") as Unit;
const delivery = "01994f00-0000-7000-8000-000000000031";
const member = "01994f00-0000-7000-8000-000000000131";

const scheme: GradingScheme = {
  code: "coffee",
  product: "coffee-parchment",
  measures: [
    {
      measure: "moisture",
      name: { es: "Humedad" },
      method: "capacitance-meter",
      unit: "percent",
      plausible: { from: "5", to: "60" },
      bands: [
        { code: "dry", name: { es: "seco" }, below: "12" },
        {
          code: "damp",
          name: { es: "algo húmedo" },
          from: "12",
          below: "14",
          goods: "conditioned",
          route: { es: "se seca un día" },
        },
        { code: "wet", name: { es: "mojado" }, from: "14", goods: "rejected", route: { es: "se devuelve para secar" } },
      ],
    },
    {
      measure: "sample-grams",
      name: { es: "Muestra" },
      method: "scale",
      unit: "g",
      plausible: { from: "100", to: "500" },
    },
    {
      measure: "sound-grams",
      name: { es: "Grano sano" },
      method: "scale",
      unit: "g",
      plausible: { from: "50", to: "500" },
    },
    {
      measure: "pasilla-grams",
      name: { es: "Pasilla" },
      method: "scale",
      unit: "g",
      plausible: { from: "0", to: "200" },
    },
  ],
};
const season = {
  agreement: "01994f00-0000-7000-8000-0000000000aa",
  version: 1,
  policy: { pricePlan: "01994f00-0000-7000-8000-0000000000bb", deductions: coffeeSpotDeductions, containers: [] },
} as unknown as Season;
const terms: HandOverTerms = {
  season,
  scheme: { scheme: "01994f00-0000-7000-8000-0000000000cc", version: 1, code: "coffee", body: scheme },
  plan: { plan: season.policy.pricePlan, version: 4, code: "lp-0916", body: coffeeSpotPlan as PricePlan },
  grain: { currency: "COP", line: "1", cash: "50" },
  prices: coffeeSpotPrices,
  takenThisYear: {},
};

const sacks = ["61,5", "58,0", "62,5", "59,5", "60,0", "55,5", "55,5"];
const bagOf = (typed: string) => {
  const read = readWeight(typed, kg, colombian);
  if (read === null) throw new Error(`unreadable ${typed}`);
  return {
    container: "sack",
    count: 1,
    shown: read.shown,
    unit: "kg",
    gross_g: `${read.grams}`,
    tare_g: "700",
    tareBy: "table" as const,
  };
};
const begun = newDraft(delivery, { who: { agent: member }, product: "coffee-parchment", stage: "weigh" });
const weighed = sacks.reduce((draft, typed) => withBag(draft, bagOf(typed)), begun);
const read: HandOverDraft = {
  ...weighed,
  readings: { moisture: "12,6", "sample-grams": "250", "sound-grams": "188,2", "pasilla-grams": "9,4" },
};

const paymentOf = (draft: HandOverDraft, under = terms) =>
  firstPayment(under, {
    delivery,
    day: "2026-09-16",
    weights: weightsIn(draft),
    measurements: measurementsOf(gradedReadings(draft, scheme, terms.plan?.body ?? null, colombian)),
    place: "quebrada-dos",
  });

describe("seven sacks of member 31 [field.hand-over]", () => {
  it("412.5 kg gross, 4.9 of tare, 407.6 net", () => {
    const { bags, gross, tare, net } = weightsIn(weighed);
    expect([bags, ...[gross, tare, net].map(kilogramsOf)]).toEqual([7, "412.5", "4.9", "407.6"]);
  });

  it("the first payment is that of the worked example, with its reasons", () => {
    const payment = paymentOf(read);
    expect(payment).toMatchObject({
      known: true,
      paid: "404.82",
      paid_g: "404820",
      unitPrice: "16043.64",
      value: "6494786",
      currency: "COP",
      plan: { code: "lp-0916", version: 4 },
      deducted: "146000",
      first: "6348786",
    });
    expect(payment.known && payment.why.sum).toEqual({ base: "16040", unitPrice: "16043.64" });
  });

  it("without the sample's sound beans nothing is said of money, and which reading is missing", () => {
    const draft = withReading(read, "sound-grams", "");
    expect(paymentOf(draft)).toMatchObject({ known: false, because: "reading-missing" });
    const verdict = verdictOf(gradedReadings(draft, scheme, terms.plan?.body ?? null, colombian));
    expect(verdict.waitsFor.map(({ measure }) => measure.measure)).toEqual(["sound-grams"]);
  });

  it("without a published price, a plan or a season nothing is invented", () => {
    expect(paymentOf(read, { ...terms, prices: () => null })).toMatchObject({ known: false, because: "price-missing" });
    expect(paymentOf(read, { ...terms, plan: null })).toMatchObject({ known: false, because: "no-plan" });
    expect(paymentOf(read, { ...terms, season: null })).toMatchObject({ known: false, because: "no-season" });
    expect(paymentOf(begun)).toMatchObject({ known: false, because: "no-weight" });
  });

  it("wet coffee is not taken, and it says what becomes of it", () => {
    const verdict = verdictOf(gradedReadings(withReading(read, "moisture", "14,8"), scheme, null, colombian));
    expect([verdict.goods, verdict.because[0]?.band?.route?.es]).toEqual(["rejected", "se devuelve para secar"]);
    expect(verdictOf(gradedReadings(read, scheme, null, colombian)).goods).toBe("conditioned");
  });

  it("is said as the book reads it", () => {
    const graded = gradedReadings(read, scheme, terms.plan?.body ?? null, colombian);
    const says = receiveSays(read, {
      place: "point-2",
      day: "2026-09-16",
      clock: "07:42",
      scale: "B-03",
      scaleChecked: "2026-09-16",
      measurements: measurementsOf(graded),
      payment: paymentOf(read),
      taken: true,
      language: "es",
      memberNumber: "0131",
    });
    const heard = receiveSaid.safeParse(says);
    expect(heard.success).toBe(true);
    expect(says.bags[0]).toEqual({ gross_g: "61500", tare_g: "700", container: "sack", count: 1 });
    expect(heard.data?.shown).toEqual({
      agreed: "agreed",
      currency: "COP",
      language: "es",
      net_g: "407600",
      paid_g: "404820",
      plan: { code: "lp-0916", plan: season.policy.pricePlan, version: 4 },
      unitPrice: "16043.64",
      value: "6494786",
      who: "0131",
    });
    const names = Object.keys("shown" in says ? says.shown : {});
    expect(names).toEqual([...names].sort());
  });

  it("what is objected to is said apart, one thing at a time", () => {
    const draft: HandOverDraft = { ...read, objection: { against: ["weight", "moisture"], words: " pesaba más " } };
    let made = 0;
    const said = objectionsOf(draft, "2026-09-16", () => `id-${++made}`);
    expect(said.map(({ objection, against, words }) => [objection, against, words])).toEqual([
      ["id-1", "weight", "pesaba más"],
      ["id-2", "moisture", "pesaba más"],
    ]);
  });
});

describe("a draft [field.draft]", () => {
  it("opens again as it was written, and what is no draft is none", () => {
    const kept = withPad({ ...read, objection: { against: ["weight"], words: "" } }, { container: "sack", unit: "kg" });
    expect(readDraft(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
    expect(readDraft({ form: "hand-over-draft/9" })).toBeNull();
  });

  it("a bag weighed wrongly is voided and another weighed: numbers go on, weights are of what stands", () => {
    const corrected = withBag(withoutBag(weighed, 3), bagOf("26,5"));
    expect(corrected.bags.map(({ number, voided }) => [number, voided])).toEqual([
      [1, false],
      [2, false],
      [3, true],
      [4, false],
      [5, false],
      [6, false],
      [7, false],
      [8, false],
    ]);
    expect(nextNumber(corrected)).toBe(9);
    expect(kilogramsOf(weightsIn(corrected).gross)).toBe("376.5");
  });
});

describe("what was typed at the scale [field.weigh]", () => {
  it.each([
    ["61,5", kg, colombian, 61_500n],
    ["61.5", kg, peruvian, 61_500n],
    ["1.240,5", kg, colombian, 1_240_500n],
    ["662.4", lb, peruvian, 300_460n],
    ["0", kg, colombian, 0n],
  ] as const)("%s is read in its unit and marks", (typed, unit, notation, grams) =>
    expect(readWeight(typed, unit, notation)?.grams).toBe(grams),
  );

  it.each(["", ",", "-3", "61,5,5", "abc"])("%j is no weight yet", (typed) =>
    expect(readWeight(typed, kg, colombian)).toBeNull(),
  );

  it("reads every weight to the gram as it is written, in either manner", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 99_999_999n }), fc.boolean(), (grams, comma) => {
        const typed = comma ? kilogramsOf(grams).replace(".", ",") : kilogramsOf(grams);
        expect(readWeight(typed, kg, comma ? colombian : peruvian)?.grams).toBe(grams);
      }),
    );
  });

  const usual = [{ container: "sack", from_g: "45000", to_g: "75000" }];
  const scale = { division: 500n, usual };
  it("asks about what a sack hardly weighs, about figures finer than the scale, about more tare than gross", () => {
    const sack = { tare: 700n, container: "sack", count: 1 };
    expect(weighDoubt({ ...sack, gross: 61_500n }, scale)).toBeNull();
    expect(weighDoubt({ ...sack, gross: 615_000n }, scale)).toEqual({
      doubt: "outside-usual",
      from_g: "45000",
      to_g: "75000",
    });
    expect(weighDoubt({ ...sack, gross: 615_000n, count: 10 }, scale)).toBeNull();
    expect(weighDoubt({ ...sack, gross: 61_600n }, scale)).toEqual({ doubt: "finer-than-scale", likely_g: "61500" });
    expect(weighDoubt({ ...sack, gross: 500n }, scale)).toEqual({ doubt: "tare-above-gross" });
    expect(weighDoubt({ ...sack, gross: 20_000n }, { division: null, usual: [] })).toBeNull();
  });

  it("takes the tare of the season's table for as many as stand there, or as it was weighed", () => {
    const tares = (container: string) => (container === "sack" ? 700n : null);
    const pad = {
      of: "gross",
      gross: "122,5",
      tare: "",
      count: "2",
      container: "sack",
      unit: "kg",
      measure: "",
      asked: "",
    } as const;
    expect(tareOf(pad, kg, tares, colombian)).toEqual({ grams: 1_400n, by: "table" });
    expect(tareOf({ ...pad, tare: "1,3" }, kg, tares, colombian)).toEqual({ grams: 1_300n, by: "weighed" });
    expect(tareOf({ ...pad, container: "crate" }, kg, tares, colombian)).toBeNull();
  });
});
