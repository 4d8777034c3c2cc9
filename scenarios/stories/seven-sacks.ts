/** Worked example 1 up to the scale: what every story of the seven sacks begins with. */
import { coffeeSpotDeductions, coffeeSpotPlan } from "../../rooms/agreements/rules/worked-examples/coffee-spot.ts";
import { idOf, marta, testSettings } from "../../rooms/book/testing.ts";
import { named, type Teller, done as tell } from "./teller.ts";

/** The ids of the story. */
export const seven = {
  member: idOf("member 0131"),
  season: idOf("season"),
  plan: idOf("plan"),
  settlement: idOf("settlement"),
  statement: idOf("statement"),
  delivery: idOf("delivery"),
  advance: idOf("advance"),
  credit: idOf("credit"),
  payment: idOf("payment"),
};
const { member, season, plan, delivery, advance, credit } = seven;
const bags = ["58.5", "60.0", "59.0", "57.5", "60.5", "58.0", "59.0"].map((kilograms) => ({
  gross_g: `${BigInt(kilograms.replace(".", "")) * 100n}`,
  tare_g: "700",
  container: "fique-sack",
  count: 1,
}));
const reading = (measure: string, value: string, unit: string) => ({ measure, value, unit });

/** Opens the book and tells everything up to the hand-over. */
export async function untilTheScale(teller: Teller): Promise<void> {
  const done = (kind: string, says: unknown, beside?: Parameters<Teller["say"]>[2]) => tell(teller, kind, says, beside);
  await done("book.open", { settings: testSettings, founder: marta });
  await done("organisation.register", {
    agent: testSettings.organisation,
    name: testSettings.name,
    form: "cooperative",
  });
  const name = named("Amparo Quintero"); // A made-up name.
  await done("person.register", { agent: member, name: name.sealed, community: "El Mirador" }, [name.beside]);
  await done("tie.begin", {
    tie: idOf("tie"),
    from: member,
    to: testSettings.organisation,
    kind: "membership",
    number: "0131",
    since: "2024-03-01",
  });
  await done("price-series.open", {
    series: "fnc-pergamino",
    title: "Precio base por carga",
    currency: "COP",
    per: "carga de 125 kg",
    period: "day",
    source: "Federación",
  });
  await done("price-plan.publish", { plan, body: coffeeSpotPlan, from: "2026-01-02" });
  await done("season.open", {
    agreement: season,
    policy: {
      season: "2026",
      product: "coffee-parchment",
      from: "2026-01-02",
      until: "2026-12-31",
      title: "on-delivery",
      pricePlan: plan,
      gradingScheme: null,
      deductions: coffeeSpotDeductions,
      shrinkBorneBy: "organisation",
      objectionDays: 15,
      paymentDays: 2,
    },
  });
  teller.day("2026-05-16");
  await done("input-credit.grant", {
    credit,
    agent: member,
    principal: "1800000",
    currency: "COP",
    ratePerMonth: "1.5",
    method: "simple-monthly",
    start: "2026-05-16",
    due: "2026-12-31",
    purpose: "Abono",
  });
  teller.day("2026-08-26");
  await done("advance.give", {
    advance,
    agent: member,
    amount: "1500000",
    currency: "COP",
    day: "2026-08-26",
    mode: "cash",
    receipt: "RC-000871",
  });
  teller.day("2026-09-16");
  await done("prices.record", { series: "fnc-pergamino", points: [{ period: "2026-09-16", value: "2005000" }] });
  await done("delivery.receive", {
    delivery,
    member,
    product: "coffee-parchment",
    place: "quebrada-dos",
    on: "2026-09-16",
    clock: "07:42",
    scale: "B-03",
    scaleChecked: "2026-09-16",
    receipt: "T3Q-2-004417",
    bags,
    measurements: [
      reading("moisture", "12.6", "%"),
      reading("sample-grams", "250", "g"),
      reading("sound-grams", "188.2", "g"),
      reading("pasilla-grams", "9.4", "g"),
    ],
  });
}
