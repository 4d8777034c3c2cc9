/** Tells a worked example's files as acts: the plan is published, the season opened, what is owed is owed, the goods come in. */
import type { DeliveryLine } from "../../cli/settle-input.ts";
import { deliveriesIn, planFile } from "../../cli/settle-input.ts";
import type { CurrencyGrain } from "../../kernel/money/index.ts";
import { assert } from "../../kernel/refusal.ts";
import type { DeductionPlan } from "../../rooms/agreements/rules/deductions.ts";
import type { PricePlan } from "../../rooms/agreements/rules/plan.ts";
import { idOf, marta } from "../../rooms/book/testing.ts";
import { type Teller, done as tell } from "../stories/teller.ts";
import { type Example, fileOf } from "./examples.ts";

/** What the acts of an example are made of. */
export type Material = {
  readonly plan: PricePlan;
  readonly deductions: DeductionPlan | null;
  readonly grain: CurrencyGrain;
  readonly prices: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly balances: Readonly<Record<string, Owed>>;
  readonly on: string;
  readonly paidIn: "cash" | "transfer";
  readonly delivery: DeliveryLine;
};
type Owed = {
  readonly advances: readonly { readonly id: string; readonly owed: string; readonly since: string }[];
  readonly credits: readonly {
    readonly principal: string;
    readonly ratePerMonth: string;
    readonly since: string;
    readonly instalmentDue: string | null;
  }[];
};

/** An example's files, read as `ayni settle` reads them. */
export function materialOf(example: Example): Material {
  const read = planFile.parse(fileOf(example, "plan.json"));
  const deliveries = deliveriesIn(fileOf(example, "deliveries.json"));
  assert(deliveries.ok, "the example's hand-overs are readable");
  const [delivery] = deliveries.value;
  assert(delivery !== undefined, "an example has one hand-over");
  return {
    plan: read.pricePlan as PricePlan,
    deductions: read.deductions as DeductionPlan | null,
    grain: read.grain as CurrencyGrain,
    ...{ prices: read.prices, balances: read.balances as Material["balances"], on: read.on, paidIn: read.paidIn },
    delivery,
  };
}

/** The ids of an example's documents: the same in every place it is told. */
export const ids = {
  organisation: idOf("the organisation of the seven"),
  member: idOf("a member of the seven"),
  plan: idOf("plan of the seven"),
  season: idOf("season of the seven"),
  delivery: idOf("delivery of the seven"),
  settlement: idOf("settlement of the seven"),
  statement: idOf("statement of the seven"),
  later: idOf("a later settlement of the seven"),
  laterStatement: idOf("a later statement of the seven"),
  correction: idOf("correction of the seven"),
};
const { organisation, member, plan, season, delivery, settlement, statement } = ids;
const begins = "2026-01-02";
const unitOf = (measure: string): string =>
  /share|moisture|impurities|protein|fat|fermented/.test(measure) ? "%" : "1";

/** Everything up to the closed statement. */
export async function toldUntilClosed(teller: Teller, example: Example): Promise<void> {
  const material = materialOf(example);
  await founded(teller, example, material);
  await promised(teller, material);
  await owed(teller, material);
  await broughtIn(teller, material);
  teller.day(material.on);
  const statements = [{ statement, agent: member, deliveries: [delivery] }];
  await tell(teller, "settlement.draft", {
    settlement,
    season,
    title: example.name,
    paidIn: material.paidIn,
    statements,
  });
  await tell(teller, "settlement.review", { settlement });
  await tell(teller, "settlement.close", { settlement });
}

async function founded(teller: Teller, { country, zone }: Example, { grain }: Material): Promise<void> {
  teller.day(begins);
  const name = "Cooperativa Los Siete";
  const settings = { name, country, zone, currencies: [grain], organisation, form: "cooperative" };
  await tell(teller, "book.open", { settings, founder: marta });
  await tell(teller, "organisation.register", { agent: organisation, name, form: "cooperative" });
  await tell(teller, "person.register", { agent: member, community: "El Mirador" });
  const tie = { tie: idOf("tie of the seven"), from: member, to: organisation, kind: "membership", number: "31" };
  await tell(teller, "tie.begin", { ...tie, since: "2020-03-01" });
}

async function promised(teller: Teller, { plan: body, deductions, prices, grain }: Material): Promise<void> {
  for (const series of Object.keys(prices))
    await tell(teller, "price-series.open", {
      ...{ series, title: series, currency: grain.currency, per: "as the plan says", period: "day", source: "example" },
    });
  await tell(teller, "price-plan.publish", { plan, body, from: begins });
  const terms = { title: "on-delivery", gradingScheme: null, shrinkBorneBy: "organisation" };
  const days = { season: "2026", product: body.product, from: begins, until: "2026-12-31" };
  await tell(teller, "season.open", {
    agreement: season,
    policy: { ...days, ...terms, pricePlan: plan, deductions, objectionDays: 15, paymentDays: 15 },
  });
}

async function owed(teller: Teller, { balances, delivery: { agent }, grain: { currency } }: Material): Promise<void> {
  const { advances, credits } = balances[agent] ?? { advances: [], credits: [] };
  for (const { principal, ratePerMonth, since, instalmentDue } of credits) {
    teller.day(since);
    await tell(teller, "input-credit.grant", {
      ...{ credit: idOf("credit of the seven"), agent: member, principal, currency, ratePerMonth },
      ...{ method: "simple-monthly", start: since, due: "2026-12-31", purpose: "Insumos" },
      ...(instalmentDue === null ? {} : { instalment: instalmentDue }),
    });
  }
  for (const { owed: amount, since } of advances) {
    teller.day(since);
    const given = { advance: idOf("advance of the seven"), agent: member, amount, currency, day: since };
    await tell(teller, "advance.give", { ...given, mode: "cash", receipt: "RC-000871" });
  }
}

async function broughtIn(teller: Teller, { delivery: line, plan: { product }, prices }: Material): Promise<void> {
  teller.day(line.day);
  for (const [series, points] of Object.entries(prices))
    await tell(teller, "prices.record", {
      series,
      points: Object.entries(points).map(([period, value]) => ({ period, value })),
    });
  const count = Math.max(1, line.bags);
  await tell(teller, "delivery.receive", {
    ...{ delivery, member, product, place: "Quebrada Dos", on: line.day, receipt: "A-118" },
    bags: [{ gross_g: line.gross_g, tare_g: line.tare_g, container: "sack", count }],
    measurements: Object.entries(line.measurements).map(([measure, value]) => ({
      measure,
      value,
      unit: unitOf(measure),
    })),
  });
}

/** A result comes when the statement is closed: it is decided, and paid with the next. */
export async function toldLater(teller: Teller, { later, name }: Example): Promise<void> {
  if (later === undefined) return;
  teller.day(later.on);
  const measurements = Object.entries(later.readings).map(([measure, value]) => ({
    measure,
    value,
    unit: unitOf(measure),
  }));
  const graded = { sampleResult: idOf("result of the seven"), delivery, measurements, on: later.on };
  await teller.say("delivery.grade", graded); // The book asks what shall become of it: a correction.
  const decided = { correction: ids.correction, delivery, reason: "readings", words: "el lote cerró" };
  await tell(teller, "statement.correct", decided);
  const statements = [{ statement: ids.laterStatement, agent: member, deliveries: [], corrections: [ids.correction] }];
  const drafted = { settlement: ids.later, season, title: `${name}, later`, paidIn: "transfer", statements };
  await tell(teller, "settlement.draft", drafted);
  await tell(teller, "settlement.review", { settlement: ids.later });
  await tell(teller, "settlement.close", { settlement: ids.later });
}
