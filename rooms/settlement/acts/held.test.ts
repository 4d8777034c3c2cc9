/** Every way in which what came in may not be settled: coded, explained, that line held, and the others go on. */
import { describe, expect, it } from "vitest";
import { codesOf, idOf, type TestBook, testBook, testSettings, today } from "../../book/testing.ts";
import { settlementHeld, settlementHolding } from "../correction-previews.ts";
import { papersOf } from "../correction-testing.ts";
import { cherryBook, cherryPlan, cherrySeason, draftOf, handOver, julian, known, rosa, told } from "../testing.ts";

const at = { book: testBook, settings: testSettings, today };

/** What the office is told of hand-overs before it drafts: codes by the names under which they were told. */
function heldOf(book: TestBook, ...names: readonly string[]): readonly (readonly [string, string])[] {
  const asked = { season: cherrySeason.agreement, deliveries: names.map(idOf).join(",") };
  const rows = known(book, settlementHeld.computed?.(asked as never, at) as never) as {
    delivery: string;
    code: string;
  }[];
  return rows.map(({ delivery, code }) => [names.find((one) => idOf(one) === delivery) ?? "", code]);
}

/** What of a draft is held, by code. */
const holdingOf = (book: TestBook, name: string): readonly string[] => {
  const rows = known(book, settlementHolding.computed?.({ settlement: idOf(name) } as never, at) as never);
  return (rows as { code: string }[]).map(({ code }) => code);
};

/** Somebody hands cherry over on a day of its own, or with readings of its own. */
function brought(book: TestBook, name: string, more: object = {}): void {
  const bags = [{ gross_g: "10000", tare_g: "0", container: "sack", count: 1 }];
  const said = {
    delivery: idOf(name),
    member: rosa.agent,
    product: "coffee-cherry",
    place: "point-2",
    on: "2026-11-14",
  };
  book.speak("delivery.receive", {
    ...said,
    scale: "B-03",
    scaleChecked: "2026-11-14",
    bags,
    measurements: [],
    ...more,
  });
}

/** A plan version of its own from a day on. */
const publish = (book: TestBook, steps: readonly unknown[], from: string, more: object = {}) =>
  told(book, "price-plan.publish", {
    ...{ plan: cherrySeason.policy.pricePlan, from, reason: "asamblea" },
    body: { ...cherryPlan, ...more, steps },
  });

const dryBy = {
  ...{ id: "dry", kind: "moisture-adjusted", weight: "net", measure: "moisture", base: "12", drier: "unchanged" },
  rounding: { mode: "half-up", grain: "0.01" },
};

describe("a line that cannot be settled [settlement.held]", () => {
  it("no price for its day: that one is held, and those of other days are not", () => {
    const book = cherryBook();
    handOver(book, "A", 100_000n);
    brought(book, "B", { on: "2026-11-13" });
    expect(heldOf(book, "A", "B")).toEqual([["B", "valuation.price-missing"]]);
  });
  it("a series that nobody opened", () => {
    const book = cherryBook();
    publish(
      book,
      cherryPlan.steps.map((one) => ("series" in one ? { ...one, series: "otra" } : one)),
      "2026-11-14",
    );
    handOver(book, "A", 100_000n);
    expect(heldOf(book, "A")).toEqual([["A", "valuation.price-missing"]]);
  });
  it("no plan in force on its day", () => {
    const book = cherryBook();
    handOver(book, "A", 100_000n);
    const late = { plan: idOf("late"), body: { ...cherryPlan, code: "tarde" }, from: "2026-11-15", reason: "asamblea" };
    told(book, "price-plan.publish", late);
    const policy = { ...cherrySeason.policy, pricePlan: late.plan };
    told(book, "season.change", { agreement: cherrySeason.agreement, policy, from: "2026-11-15" });
    expect(heldOf(book, "A")).toEqual([["A", "settlement.plan-missing"]]);
  });
  it("two versions of the plan from one day: there are never two in force, the later decided one holds", () => {
    const book = cherryBook();
    const fixed = (price: string) =>
      cherryPlan.steps.map((one) => (one.id === "price" ? { id: "price", kind: "fixed-price", price } : one));
    publish(book, fixed("8000"), "2026-11-10");
    publish(book, fixed("9000"), "2026-11-10");
    handOver(book, "A", 100_000n);
    told(book, "settlement.draft", draftOf("first", [rosa.agent, "A"]));
    told(book, "settlement.review", { settlement: idOf("first") });
    told(book, "settlement.close", { settlement: idOf("first") });
    const [paper] = papersOf(book);
    expect(paper?.deliveries[0]?.plan.version).toBe(3);
    expect(paper?.subtotals.value).toBe("900000");
  });
  it("a measurement that is missing, and one that cannot be", () => {
    const book = cherryBook();
    const steps = cherryPlan.steps.flatMap((one): readonly unknown[] =>
      one.id === "net" ? [one, dryBy] : one.id === "value" ? [{ ...one, quantity: "dry" }] : [one],
    );
    publish(book, steps, "2026-11-14");
    brought(book, "A");
    brought(book, "B", { measurements: [{ measure: "moisture", value: "100", unit: "percent" }] });
    brought(book, "C", { measurements: [{ measure: "moisture", value: "14", unit: "percent" }] });
    const held = heldOf(book, "A", "B", "C");
    expect(held.map(([name]) => name)).toEqual(["A", "B"]);
    expect(held[0]?.[1]).toBe("valuation.measurement-missing");
    expect(held[1]?.[1]).toMatch(/^valuation\./);
  });
  it("a price in another currency whose rate nobody published", () => {
    const book = cherryBook();
    const dollars = { id: "price", kind: "fixed-price", price: "2.10", currency: "USD" };
    const steps = cherryPlan.steps.flatMap((one): readonly unknown[] =>
      one.id === "price"
        ? [
            dollars,
            { id: "in-pesos", kind: "exchanged-price", price: "price", from: "USD", series: "dolar", period: "day" },
          ]
        : one.id === "value"
          ? [{ ...one, price: "in-pesos" }]
          : [one],
    );
    publish(book, steps, "2026-11-14");
    handOver(book, "A", 100_000n);
    brought(book, "B", { on: "2026-11-13" });
    told(book, "prices.record", { series: "cereza", points: [{ period: "2026-11-13", value: "8000" }] });
    expect(heldOf(book, "A", "B")).toEqual([["A", "valuation.price-missing"]]);
  });
  it("of a member who died it is settled in their name: the payment is what waits for the heirs", () => {
    const book = cherryBook();
    handOver(book, "A", 10_000n);
    told(book, "person.died", { agent: rosa.agent, on: "2026-11-14" });
    expect(heldOf(book, "A")).toEqual([]);
  });
  it("a currency of whose rounding the book knows nothing", () => {
    const book = cherryBook();
    handOver(book, "A", 100_000n);
    const [, soles] = testSettings.currencies;
    told(book, "book.settings", { settings: { ...testSettings, currencies: [soles] } });
    expect(heldOf(book, "A")).toEqual([["A", "settlement.no-grain"]]);
  });
  it("a question that waits about it, or about a price that it reads", () => {
    const book = cherryBook();
    handOver(book, "A", 100_000n);
    brought(book, "B", { on: "2026-11-13" });
    told(book, "prices.record", { series: "cereza", points: [{ period: "2026-11-13", value: "8000" }] });
    book.speak("prices.record", { series: "cereza", points: [{ period: "2026-11-13", value: "8100" }] });
    expect(heldOf(book, "A", "B")).toEqual([["B", "price.changed"]]);
    book.speak("delivery.object", { objection: idOf("o"), delivery: idOf("A"), against: "weight", on: "2026-11-15" });
    expect(heldOf(book, "A", "B")).toEqual([
      ["A", "delivery.objection"],
      ["B", "price.changed"],
    ]);
  });
  it("voided, settled, sent back or unknown", () => {
    const book = cherryBook();
    for (const name of ["A", "B"]) handOver(book, name, 10_000n);
    brought(book, "C", { goods: "rejected" });
    told(book, "delivery.void", { delivery: idOf("A"), reason: "tara", on: "2026-11-15" });
    told(book, "settlement.draft", draftOf("first", [rosa.agent, "B"]));
    told(book, "settlement.review", { settlement: idOf("first") });
    told(book, "settlement.close", { settlement: idOf("first") });
    expect(heldOf(book, "A", "B", "C", "D").map(([, code]) => code)).toEqual([
      "settlement.delivery-voided",
      "settlement.delivery-settled",
      "settlement.delivery-not-taken",
      "settlement.delivery-unknown",
    ]);
  });
  it("of a member who left it is settled; what came after the leaving is asked about, and held", () => {
    const book = cherryBook();
    handOver(book, "A", 10_000n);
    book.speak("tie.end", { tie: rosa.tie, until: "2026-11-13", reason: "retiro" });
    brought(book, "B");
    expect(heldOf(book, "A", "B")).toEqual([["B", "delivery.member-left"]]);
  });
});

describe("a draft that is held goes on without what holds it [settlement.held]", () => {
  it("names each line with its reason, leaves them out on a word, and settles the others; what was left out waits anew", () => {
    const book = cherryBook();
    handOver(book, "A", 10_000n);
    handOver(book, "B", 20_000n);
    brought(book, "C", { on: "2026-11-13" });
    handOver(book, "D", 30_000n, julian.agent);
    told(book, "settlement.draft", draftOf("first", [rosa.agent, "A", "B", "C"], [julian.agent, "D"]));
    expect(codesOf(book.speak("settlement.review", { settlement: idOf("first") }))).toEqual([
      "valuation.price-missing",
    ]);
    book.speak("delivery.object", { objection: idOf("o"), delivery: idOf("D"), against: "weight", on: "2026-11-15" });
    expect(holdingOf(book, "first")).toEqual(["valuation.price-missing", "delivery.objection"]);
    const leave = (...names: readonly string[]) =>
      book.speak("settlement.leave-out", { settlement: idOf("first"), documents: names.map(idOf) });
    expect(codesOf(leave("nobody's"))).toEqual(["settlement.not-named"]);
    expect(codesOf(leave("A", "B", "C", "D"))).toEqual(["settlement.nothing-left"]);
    expect(codesOf(leave("C", "D"))).toEqual([]);
    expect(codesOf(leave("C"))).toEqual(["settlement.not-named"]);
    expect(holdingOf(book, "first")).toEqual([]);
    expect(codesOf(book.speak("settlement.close", { settlement: idOf("first") }))).toEqual(["settlement.not-reviewed"]);
    told(book, "settlement.review", { settlement: idOf("first") });
    told(book, "settlement.close", { settlement: idOf("first") });
    expect(papersOf(book).map((one) => one.subtotals.value)).toEqual(["241650"]);
    told(book, "prices.record", { series: "cereza", points: [{ period: "2026-11-13", value: "8000" }] });
    told(book, "settlement.draft", draftOf("second", [rosa.agent, "C"]));
    told(book, "settlement.review", { settlement: idOf("second") });
    told(book, "settlement.close", { settlement: idOf("second") });
    expect(papersOf(book).map((one) => one.subtotals.value)).toEqual(["241650", "80000"]);
    expect(codesOf(leave("A"))).toEqual(["settlement.not-open"]);
  });
});
