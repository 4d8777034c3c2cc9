/**
 * The season of the made-up cooperative: a published price, an advance, two hand-overs, and one statement that explains itself.
 * Plan, deductions and weights are those of the worked example of seven sacks of parchment coffee.
 */
import { derivedUuid } from "../../kernel/ids.ts";
import { addDays, type Day } from "../../kernel/time/index.ts";
import { coffeeSpotDeductions, coffeeSpotPlan } from "../../rooms/agreements/rules/worked-examples/coffee-spot.ts";

/** One thing said: a kind of act, and what it says. */
export type Told = { readonly kind: string; readonly says: unknown };

/** In whose book, on which day, and who hands over: their agents' ids. */
export type SeasonOf = { readonly book: string; readonly today: Day; readonly producers: readonly [string, string] };

const series = "fnc-pergamino";
const product = "coffee-parchment";
const place = "quebrada-dos";

const sacks = (kilograms: readonly string[]) =>
  kilograms.map((gross) => ({
    gross_g: `${BigInt(gross.replace(".", "")) * 100n}`,
    tare_g: "700",
    container: "fique-sack",
    count: 1,
  }));

const readings = (moisture: string, sound: string, pasilla: string) => [
  { measure: "moisture", value: moisture, unit: "%" },
  { measure: "sample-grams", value: "250", unit: "g" },
  { measure: "sound-grams", value: sound, unit: "g" },
  { measure: "pasilla-grams", value: pasilla, unit: "g" },
];

/** What is told of the season, in order. */
export function firstSeason({ book, today, producers: [first, second] }: SeasonOf): readonly Told[] {
  const id = (name: string): string => derivedUuid(`${book} ${name}`);
  const [season, plan, settlement] = [id("season"), id("price plan"), id("settlement")];
  const delivered = (name: string, member: string, receipt: string, kilograms: readonly string[], measured: unknown): Told => ({
    kind: "delivery.receive",
    says: {
      ...{ delivery: id(name), member, product, place, on: today, clock: "07:42", receipt },
      ...{ scale: "B-03", scaleChecked: today, bags: sacks(kilograms), measurements: measured },
    },
  });
  return [
    {
      kind: "price-series.open",
      says: {
        ...{ series, title: "Precio base por carga", currency: "COP", per: "carga de 125 kg" },
        ...{ period: "day", source: "Ejemplo" },
      },
    },
    { kind: "price-plan.publish", says: { plan, body: coffeeSpotPlan, from: today } },
    {
      kind: "season.open",
      says: {
        agreement: season,
        policy: {
          ...{ season: today.slice(0, 4), product, from: today, until: addDays(today, 300), title: "on-delivery" },
          ...{ pricePlan: plan, gradingScheme: null, deductions: coffeeSpotDeductions },
          ...{ shrinkBorneBy: "organisation", objectionDays: 15, paymentDays: 2 },
        },
      },
    },
    {
      kind: "advance.give",
      says: {
        ...{ advance: id("advance"), agent: first, amount: "1500000", currency: "COP" },
        ...{ day: today, mode: "cash", receipt: "RC-000001" },
      },
    },
    { kind: "prices.record", says: { series, points: [{ period: today, value: "2005000" }] } },
    delivered("first hand-over", first, "QD-000001", ["58.5", "60.0", "59.0", "57.5", "60.5", "58.0", "59.0"], readings("12.6", "188.2", "9.4")),
    delivered("second hand-over", second, "QD-000002", ["61.0", "60.5", "59.5"], readings("11.8", "191.0", "7.9")),
    {
      kind: "settlement.draft",
      says: {
        ...{ settlement, season, title: "Primera liquidación", paidIn: "cash", place: "Quebrada Dos", payDay: addDays(today, 2) },
        statements: [{ statement: id("statement"), agent: first, deliveries: [id("first hand-over")] }],
      },
    },
    { kind: "settlement.review", says: { settlement, seen: { statements: "1", value: "6494786", net: "4848786" } } },
    { kind: "settlement.close", says: { settlement } },
  ];
}
