import { describe, expect, it } from "vitest";
import type { Need } from "../../kernel/act/need.ts";
import { codesOf, efrain, idOf, openedBook, type TestBook, testSettings, today } from "../book/testing.ts";
import { acts as peopleActs } from "../people/index.ts";
import { rosa, withRosa } from "../people/testing.ts";
import { acts } from "./index.ts";
import {
  agreementVersions,
  planInForce,
  planVersion,
  schemeInForce,
  seasonFor,
  seasonNow,
  seasonPolicyOn,
  unitFor,
} from "./needs.ts";
import { coffeePlan, coffeeScheme, coffeeSeason, withCoffeeSeason } from "./testing.ts";

const opened = () => openedBook(...peopleActs, ...acts);
const open = () => withCoffeeSeason(opened());

function known<T>(book: TestBook, need: Need<T>): T {
  const tried = need.tryOn(book.page);
  if ("missing" in tried) throw new Error("a whole page knows");
  return tried.known;
}

const dearer = (price: string) => ({
  ...coffeePlan.body,
  steps: coffeePlan.body.steps.map((step) => (step.kind === "excelso-price" ? { ...step, pasillaPrice: price } : step)),
});

describe("publishing a price plan [agreements.price-plan]", () => {
  it("values a hand-over by the version of its own day, whatever was published since", () => {
    const book = open();
    expect(
      codesOf(book.speak("price-plan.publish", { ...coffeePlan, body: dearer("6500"), from: "2026-12-01" })),
    ).toEqual([]);
    expect(known(book, planInForce(coffeePlan.plan, "2026-11-30"))?.version).toBe(1);
    expect(known(book, planInForce(coffeePlan.plan, "2026-12-01"))?.version).toBe(2);
    expect(known(book, planInForce(coffeePlan.plan, "2026-08-14"))).toBeNull();
    expect(known(book, planVersion(coffeePlan.plan, 1))?.body).toEqual(coffeePlan.body);
    expect(known(book, planVersion(coffeePlan.plan, 3))).toBeNull();
  });
  it("is refused for a past day without a reason, and kept with one", () => {
    const book = open();
    const late = { ...coffeePlan, body: dearer("6500"), from: "2026-11-01" };
    expect(codesOf(book.speak("price-plan.publish", late))).toEqual(["price-plan.from-the-past"]);
    expect(codesOf(book.speak("price-plan.publish", { ...late, reason: "agreed on 1 November" }))).toEqual([]);
  });
  it("is refused with the code of its fault and the field that has it", () => {
    const book = opened();
    const steps = coffeePlan.body.steps.filter((step) => step.id !== "net");
    const answer = book.speak("price-plan.publish", {
      ...coffeePlan,
      body: { ...coffeePlan.body, steps },
      from: today,
    });
    expect(answer).toMatchObject({
      folded: { outcome: { refusals: [{ code: "plan.figure-unknown", field: "body.steps.2.weight" }] } },
    });
    expect(known(book, planInForce(coffeePlan.plan, today))).toBeNull();
  });
  it("is refused in a currency the book does not keep", () => {
    const body = { ...coffeePlan.body, currency: "GTQ" };
    expect(codesOf(opened().speak("price-plan.publish", { ...coffeePlan, body, from: today }))).toEqual([
      "price-plan.currency-unknown",
    ]);
  });
  it("stays what it is: another product or code is another plan, and a code belongs to one plan", () => {
    const book = open();
    const body = { ...coffeePlan.body, product: "cocoa", code: "cacao" };
    expect(codesOf(book.speak("price-plan.publish", { ...coffeePlan, body, from: today }))).toEqual([
      "price-plan.code-changed",
      "price-plan.product-changed",
    ]);
    const other = { plan: idOf("another plan"), body: coffeePlan.body, from: today };
    expect(codesOf(book.speak("price-plan.publish", other))).toEqual(["price-plan.code-taken"]);
  });
  it("takes the power to publish prices", () => {
    const by = { by: efrain.agent, through: { way: "seat", seat: efrain.seat, at: "2026-11-15T15:00:00Z" } } as const;
    expect(opened().speak("price-plan.publish", { ...coffeePlan, from: today }, by).outcome).toBe("refused");
  });
  it("sent twice does no harm", () => {
    const book = opened();
    const how = { id: idOf("the publication") };
    expect(book.speak("price-plan.publish", { ...coffeePlan, from: today }, how).outcome).toBe("done");
    expect(book.speak("price-plan.publish", { ...coffeePlan, from: today }, how).outcome).toBe("known already");
  });
});

describe("publishing a grading scheme [agreements.grading-scheme]", () => {
  it("is in force from its day", () => {
    const book = open();
    expect(known(book, schemeInForce(coffeeScheme.scheme, "2026-08-14"))).toBeNull();
    expect(known(book, schemeInForce(coffeeScheme.scheme, today))?.body).toEqual(coffeeScheme.body);
  });
  it("is refused when a measure stands twice or its range is turned", () => {
    const [moisture] = coffeeScheme.body.measures;
    const measures = [moisture, { ...moisture, plausible: { from: "55", to: "5" } }];
    const said = { ...coffeeScheme, body: { ...coffeeScheme.body, measures }, from: today };
    expect(codesOf(opened().speak("grading-scheme.publish", said))).toEqual([
      "grading-scheme.measure-twice",
      "grading-scheme.range-turned",
    ]);
  });
  it("stays of its product, keeps its code to itself, and does not reach back without a reason", () => {
    const book = open();
    const body = { ...coffeeScheme.body, product: "cocoa" };
    expect(codesOf(book.speak("grading-scheme.publish", { ...coffeeScheme, body, from: "2026-11-01" }))).toEqual([
      "grading-scheme.from-the-past",
      "grading-scheme.product-changed",
    ]);
    const other = { scheme: idOf("another scheme"), body: coffeeScheme.body, from: today };
    expect(codesOf(book.speak("grading-scheme.publish", other))).toEqual(["grading-scheme.code-taken"]);
  });
});

describe("a season [agreements.season]", () => {
  it("receives its product from its first day to its last", () => {
    const book = open();
    for (const [day, season] of [
      ["2026-08-31", undefined],
      ["2026-09-01", "2026-main"],
      ["2026-12-31", "2026-main"],
      ["2027-01-01", undefined],
    ] as const)
      expect(known(book, seasonFor("coffee-parchment", day))?.policy.season).toBe(season);
    expect(known(book, seasonFor("cocoa", today))).toBeNull();
  });
  it("closes early, and earlier days keep it open", () => {
    const book = open();
    const close = { agreement: coffeeSeason.agreement, last: "2026-11-20" };
    expect(codesOf(book.speak("season.close", close))).toEqual([]);
    expect(known(book, seasonFor("coffee-parchment", "2026-11-20"))?.version).toBe(2);
    expect(known(book, seasonFor("coffee-parchment", "2026-11-21"))).toBeNull();
    expect(known(book, seasonFor("coffee-parchment", "2026-10-01"))?.version).toBe(1);
    expect(codesOf(book.speak("season.close", { ...close, last: "2027-03-01" }))).toEqual(["season.closes-outside"]);
    expect(codesOf(book.speak("season.close", { ...close, agreement: idOf("no season") }))).toEqual(["season.unknown"]);
  });
  it("changes from a day on; what happened before keeps the terms of its own day", () => {
    const book = open();
    const policy = { ...coffeeSeason.policy, title: "on-settlement" };
    const change = { agreement: coffeeSeason.agreement, policy, from: "2026-12-01" };
    expect(codesOf(book.speak("season.change", change))).toEqual([]);
    expect(known(book, seasonFor("coffee-parchment", "2026-11-30"))?.policy.title).toBe("on-delivery");
    expect(known(book, seasonFor("coffee-parchment", "2026-12-01"))?.policy.title).toBe("on-settlement");
    expect(known(book, seasonPolicyOn(coffeeSeason.agreement, "2027-02-01"))?.version).toBe(2);
    expect(known(book, seasonNow(coffeeSeason.agreement))?.version).toBe(2);
    const other = { ...change, policy: { ...policy, season: "2027-main" }, from: "2026-10-01" };
    expect(codesOf(book.speak("season.change", other))).toEqual(["season.is-another", "season.from-the-past"]);
  });
  it("of two that cover a day, the one that began last receives", () => {
    const book = open();
    const policy = { ...coffeeSeason.policy, season: "2026-late", from: "2026-11-01" };
    expect(codesOf(book.speak("season.open", { agreement: idOf("late season"), policy }))).toEqual([]);
    expect(known(book, seasonFor("coffee-parchment", "2026-10-31"))?.policy.season).toBe("2026-main");
    expect(known(book, seasonFor("coffee-parchment", "2026-11-01"))?.policy.season).toBe("2026-late");
  });
  it("is opened once: neither its id nor its code for the product is used again", () => {
    const book = open();
    expect(codesOf(book.speak("season.open", coffeeSeason))).toEqual(["season.id-used"]);
    const again = { ...coffeeSeason, agreement: idOf("again") };
    expect(codesOf(book.speak("season.open", again))).toEqual(["season.code-taken"]);
  });
  it("says everything that is wrong with its policy at once", () => {
    const policy = {
      ...coffeeSeason.policy,
      until: "2026-08-01",
      pricePlan: idOf("no plan"),
      gradingScheme: idOf("no scheme"),
      containers: [
        { container: "sack", from_g: "75000", to_g: "45000" },
        { container: "sack", from_g: "1", to_g: "2" },
      ],
    };
    expect(codesOf(open().speak("season.open", { agreement: idOf("wrong"), policy }))).toEqual([
      "season.ends-before-it-begins",
      "season.container-range",
      "season.container-twice",
      "season.plan-unknown",
      "season.scheme-unknown",
      "season.code-taken",
    ]);
  });
  it("names the fault of its deductions, in their own field", () => {
    const [collection] = coffeeSeason.policy.deductions.deductions;
    const deductions = { ...coffeeSeason.policy.deductions, deductions: [collection, collection], caps: [] };
    const policy = { ...coffeeSeason.policy, season: "2026-wrong", deductions };
    const answer = open().speak("season.open", { agreement: idOf("wrong"), policy });
    const field = expect.stringMatching(/^policy\.deductions\.deductions\.1/);
    expect(answer).toMatchObject({ folded: { outcome: { refusals: [{ field }] } } });
    const inSoles = { ...policy, deductions: { ...coffeeSeason.policy.deductions, currency: "PEN" } };
    expect(codesOf(open().speak("season.open", { agreement: idOf("wrong"), policy: inSoles }))).toEqual([
      "season.currencies-differ",
    ]);
  });
  it("is for the product that its plan and scheme are for", () => {
    const policy = { ...coffeeSeason.policy, product: "cocoa", deductions: null };
    expect(codesOf(open().speak("season.open", { agreement: idOf("cocoa"), policy }))).toEqual([
      "season.plan-of-other-product",
      "season.scheme-of-other-product",
    ]);
  });
});

describe("recording an agreement [agreements.record]", () => {
  const spoken = {
    agreement: idOf("spoken with Rosa"),
    kind: "purchase",
    parties: [
      { agent: rosa.agent, role: "producer" },
      { agent: testSettings.organisation, role: "buyer" },
    ],
    clauses: [{ clause: "quantity", value: "20", unit: "carga" }],
    made: "spoken",
    on: "2026-10-02",
  };
  it("keeps a spoken word as it keeps a signed paper", () => {
    const book = withRosa(opened());
    expect(codesOf(book.speak("agreement.record", spoken))).toEqual([]);
    expect(book.history.at(-1)?.follows.records[0]?.row).toMatchObject({ kind: "purchase", version: 1, season: null });
  });
  it("is never refused: an unknown party is asked about", () => {
    expect(codesOf(opened().speak("agreement.record", spoken))).toEqual([
      "agreement.party-unknown",
      "agreement.party-unknown",
    ]);
  });
  it("told again it is the same; told otherwise the first stays and the book asks", () => {
    const book = withRosa(opened());
    book.speak("agreement.record", spoken);
    expect(book.speak("agreement.record", spoken).outcome).toBe("done");
    expect(codesOf(book.speak("agreement.record", { ...spoken, made: "signed" }))).toEqual(["agreement.id-used"]);
    expect(known(book, agreementVersions(spoken.agreement))).toHaveLength(1);
  });
  it("cannot open a season in passing", () => {
    const answer = opened().speak("agreement.record", { ...spoken, kind: "season-policy" });
    expect(answer.outcome).toBe("kept, not yet understood");
  });
});

describe("defining a unit [agreements.unit]", () => {
  const quintal = {
    unit: "quintal",
    product: "coffee-parchment",
    kind: "mass",
    factor: "55200",
    source: "usual parchment quintal, 46 kg of green at 83.33 %",
    from: today,
  };
  it("holds for its product from its day, and for no other", () => {
    const book = opened();
    expect(codesOf(book.speak("unit.define", quintal))).toEqual([]);
    expect(known(book, unitFor("quintal", "coffee-parchment", today))?.factor).toBe("55200");
    expect(known(book, unitFor("quintal", "coffee-parchment", "2026-11-14"))).toBeNull();
    expect(known(book, unitFor("quintal", "coffee-green", today))).toBeNull();
    const { product: _, ...forAll } = { ...quintal, factor: "46000" };
    book.speak("unit.define", forAll);
    expect(known(book, unitFor("quintal", "coffee-green", today))?.factor).toBe("46000");
    expect(known(book, unitFor("quintal", "coffee-parchment", today))?.factor).toBe("55200");
  });
  it("never says what a kilogram is, nor that a unit is nothing", () => {
    const wrong = { ...quintal, unit: "kg", factor: "0", until: "2026-01-01" };
    expect(codesOf(opened().speak("unit.define", wrong))).toEqual([
      "unit.is-standard",
      "unit.factor-not-positive",
      "unit.ends-before-it-begins",
    ]);
  });
});
