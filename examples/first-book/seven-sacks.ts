/**
 * Member 0131 brings seven sacks of dry parchment: the worked example of the documents, with its figures, on the day on which the
 * installation is first started. The price was Colombia's of 16 September 2026, COP 2,005,000 per carga; the rest is made up.
 */
import { seal } from "../../kernel/personal.ts";
import { addDays, addMonths, theDay } from "../../kernel/time/index.ts";
import {
  coffeeSpotDeductions,
  coffeeSpotPlan,
} from "../../rooms/agreements/rules/worked-examples/coffee-spot.ts";
import { exampleId } from "../three-quebradas/ids.ts";
import { type ExampleAct, type ExampleBook, exampleAct } from "./saying.ts";

const product = "coffee-parchment";
const kilograms = ["58.5", "60.0", "59.0", "57.5", "60.5", "58.0", "59.0"];
const bags = kilograms.map((text) => ({
  gross_g: `${text.replace(".", "")}00`,
  tare_g: "700",
  container: "fique-sack",
  count: 1,
}));
const reading = (measure: string, value: string, unit: string) => ({ measure, value, unit });

/** Everything up to the closed statement: register, terms, credit, advance, hand-over, settlement. */
export function sevenSacks(example: ExampleBook): readonly ExampleAct[] {
  const { book, salt } = example;
  const today = theDay(example.today);
  const id = (of: string): string => exampleId(book, of);
  const act = (kind: string, says: unknown, beside: Parameters<typeof exampleAct>[4] = []): ExampleAct =>
    exampleAct(example, `0131 ${kind}`, kind, says, beside);
  const member = id("member 0131");
  const name = seal("name", "Amparo Quintero", salt()); // A made-up name.
  const money = { agent: member, currency: "COP" };
  const [settlement, season, delivery] = [id("settlement 0131"), id("season parchment"), id("delivery 0131")];
  const statements = [{ statement: id("statement 0131"), agent: member, deliveries: [delivery] }];
  return [
    act("person.register", { agent: member, name: name.sealed, community: "El Mirador", language: "es" }, [name.beside]),
    act("tie.begin", {
      tie: id("membership 0131"),
      from: member,
      to: id("organisation"),
      kind: "membership",
      number: "0131",
      since: addMonths(today, -24),
    }),
    ...terms(example),
    act("input-credit.grant", {
      ...money,
      credit: id("credit 0131"),
      principal: "1800000",
      ratePerMonth: "1.5",
      method: "simple-monthly",
      start: addMonths(today, -4),
      due: addMonths(today, 4),
      purpose: "Abono",
    }),
    act("advance.give", {
      ...money,
      advance: id("advance 0131"),
      amount: "1500000",
      day: addDays(today, -21),
      mode: "cash",
      receipt: "RC-000871",
    }),
    act("delivery.receive", {
      delivery,
      member,
      product,
      place: "quebrada-dos",
      on: today,
      clock: "07:42",
      scale: "B-03",
      scaleChecked: today,
      receipt: "T3Q-2-004417",
      bags,
      measurements: [
        reading("moisture", "12.6", "%"),
        reading("sample-grams", "250", "g"),
        reading("sound-grams", "188.2", "g"),
        reading("pasilla-grams", "9.4", "g"),
      ],
    }),
    act("settlement.draft", {
      settlement,
      season,
      title: "Pergamino",
      paidIn: "cash",
      place: "Quebrada Dos",
      payDay: addDays(today, 2),
      statements,
    }),
    act("settlement.review", { settlement }),
    act("settlement.close", { settlement }),
  ];
}

/** The published price, the plan of the worked example, and the season in which it holds. */
function terms(example: ExampleBook): readonly ExampleAct[] {
  const { book, today } = example;
  const plan = exampleId(book, "plan parchment");
  const series = "fnc-pergamino";
  const policy = {
    season: today.slice(0, 4),
    product,
    from: today,
    until: addMonths(theDay(today), 12),
    title: "on-delivery",
    pricePlan: plan,
    gradingScheme: null,
    deductions: { ...coffeeSpotDeductions },
    shrinkBorneBy: "organisation",
    objectionDays: 15,
    paymentDays: 2,
  };
  return [
    exampleAct(example, "series parchment", "price-series.open", {
      series,
      title: "Precio base por carga",
      currency: "COP",
      per: "carga de 125 kg",
      period: "day",
      source: "Federación Nacional de Cafeteros (ejemplo)",
    }),
    exampleAct(example, "price parchment", "prices.record", { series, points: [{ period: today, value: "2005000" }] }),
    exampleAct(example, "plan parchment", "price-plan.publish", { plan, body: coffeeSpotPlan, from: today }),
    exampleAct(example, "season parchment", "season.open", {
      agreement: exampleId(book, "season parchment"),
      policy,
    }),
  ];
}
