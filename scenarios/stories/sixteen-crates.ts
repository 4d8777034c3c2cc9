/** Worked example 5 up to the packhouse: seed on credit, sixteen crates, two classes and a reject. */
import { snowPeaDeductions, snowPeaPlan } from "../../rooms/agreements/rules/worked-examples/snow-pea.ts";
import { idOf, marta } from "../../rooms/book/testing.ts";
import { type Teller, done as tell } from "./teller.ts";

const organisation = idOf("Asociación Tierra Alta");
/** The ids of the story. */
export const pea = {
  producer: idOf("producer of snow pea"),
  season: idOf("pea season"),
  plan: idOf("pea plan"),
  settlement: idOf("pea settlement"),
  statement: idOf("pea statement"),
  delivery: idOf("pea delivery"),
  credit: idOf("pea credit"),
};
const { producer, season, plan, delivery, credit } = pea;

const settings = {
  name: "Asociación Tierra Alta",
  country: "GT",
  zone: "America/Guatemala",
  currencies: [{ currency: "GTQ", line: "0.01", cash: "0.05" }],
  organisation,
  form: "association",
};

/** Everything from the seed on credit to the packhouse. */
export async function untilThePackhouse(teller: Teller): Promise<void> {
  const done = (kind: string, says: unknown) => tell(teller, kind, says);
  await done("book.open", { settings, founder: marta });
  await done("organisation.register", { agent: organisation, name: settings.name, form: "association" });
  await done("person.register", { agent: producer, community: "Paquixic" });
  await done("tie.begin", {
    tie: idOf("pea tie"),
    from: producer,
    to: organisation,
    kind: "membership",
    number: "7",
    since: "2025-01-01",
  });
  await done("price-plan.publish", { plan, body: snowPeaPlan, from: "2026-01-02" });
  const terms = {
    title: "on-delivery",
    gradingScheme: null,
    shrinkBorneBy: "organisation",
    objectionDays: 3,
    paymentDays: 15,
  };
  const days = { season: "2026", product: "snow-pea", from: "2026-01-02", until: "2026-06-30" };
  await done("season.open", {
    agreement: season,
    policy: { ...days, ...terms, pricePlan: plan, deductions: snowPeaDeductions },
  });
  const lent = {
    credit,
    agent: producer,
    principal: "960.00",
    currency: "GTQ",
    ratePerMonth: "0",
    method: "simple-monthly",
  };
  await done("input-credit.grant", {
    ...lent,
    start: "2026-01-02",
    due: "2026-06-30",
    instalment: "480.00",
    purpose: "Semilla y fungicida",
  });
  teller.day("2026-02-11");
  const crates = {
    gross_g: "300460",
    tare_g: "31933",
    container: "plastic-crate",
    count: 16,
    reading: { gross: "662.4", unit: "lb" },
  };
  const share = (measure: string, value: string) => ({ measure, value, unit: "%" });
  const weighed = { bags: [crates], measurements: [share("export-share", "79"), share("local-share", "11")] };
  await done("delivery.receive", {
    delivery,
    member: producer,
    product: "snow-pea",
    place: "packhouse",
    on: "2026-02-11",
    receipt: "A-118",
    ...weighed,
  });
  teller.day("2026-02-26");
}
