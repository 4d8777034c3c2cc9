/** A book with three products whose plans read more than the hand-over: milk by means, Fairtrade coffee in soles, coffee to be fixed. */
import type { DeductionPlan } from "../../rooms/agreements/rules/deductions.ts";
import { fairtradePlan, fairtradeTerms } from "../../rooms/agreements/rules/worked-examples/fairtrade.ts";
import { fixedLaterPlan, fixings } from "../../rooms/agreements/rules/worked-examples/fixed-later.ts";
import { labResults, meansPlan } from "../../rooms/agreements/rules/worked-examples/means.ts";
import { idOf, marta } from "../../rooms/book/testing.ts";
import { type Teller, done as tell } from "../stories/teller.ts";

const organisation = idOf("Cooperativa Los Términos");
/** The ids of the story. */
export const terms = {
  member: idOf("a member who brings three products"),
  sheet: idOf("sheet of fairtrade"),
  milk: { plan: idOf("milk plan"), season: idOf("milk season"), delivery: idOf("milk delivery") },
  fair: { plan: idOf("fair plan"), season: idOf("fair season"), delivery: idOf("fair delivery") },
  fixed: { plan: idOf("fixed plan"), season: idOf("fixed season"), delivery: idOf("fixed delivery") },
};
const { member } = terms;
const cent = { mode: "half-up", grain: "0.01" } as const;

/** A lender's instalment that a producer must have consented to, and nothing else. */
export const lenderDeductions: DeductionPlan = {
  code: "descuentos-cafe",
  currency: "PEN",
  deductions: [
    {
      ...{ code: "lender", class: 2, to: "collection-charges", consent: { creditor: "Caja Rural" } },
      rule: { id: "T-9", decidedBy: "Convenio con la caja", from: "2026-01-01" },
      basis: { kind: "percent-of-value", percent: "10", rounding: cent },
      name: { es: "Cuota de la caja", en: "Instalment of the lender", pt: "Parcela da caixa" },
      reason: { es: "Para la caja rural.", en: "For the rural lender.", pt: "Para a caixa rural." },
    },
  ],
  caps: [],
};

/** The sheet as the scheme published it on two days. */
const sheetOf = (version: 0 | 1) => {
  const { term, currency, grams, minimum, organic, premium } = fairtradeTerms[
    version
  ] as (typeof fairtradeTerms)[number];
  const name = { es: "Arábica lavado", en: "Washed arabica", pt: "Arábica lavado" };
  const figures = { minimum, organic, premium };
  return {
    ...{ code: "fairtrade", title: "Fairtrade minimum prices", source: "Fairtrade International, coffee" },
    terms: [{ term, name, product: "coffee-green", form: "washed", currency, grams, ...figures }],
  };
};

async function season(teller: Teller, of: keyof Pick<typeof terms, "milk" | "fair" | "fixed">, body: Body) {
  const { plan, season: agreement } = terms[of];
  await tell(teller, "price-plan.publish", { plan, body, from: "2026-01-02" });
  const days = { season: "2026", product: body.product, from: "2026-01-02", until: "2026-12-31" };
  const policy = {
    ...days,
    title: "on-delivery",
    gradingScheme: null,
    pricePlan: plan,
    objectionDays: 15,
    paymentDays: 2,
  };
  const deductions = of === "fair" ? lenderDeductions : null;
  await tell(teller, "season.open", { agreement, policy: { ...policy, deductions, shrinkBorneBy: "organisation" } });
}
type Body = { readonly product: string };

const series = (code: string, currency: string) => ({
  ...{ series: code, title: code, currency, per: "as the plan says", period: "day", source: "example" },
});

/** Book, sheets, plans and seasons. */
export async function untilTheHarvest(teller: Teller): Promise<void> {
  const done = (kind: string, says: unknown) => tell(teller, kind, says);
  const name = "Cooperativa Los Términos";
  const currencies = [
    { currency: "PEN", line: "0.01", cash: "0.10" },
    { currency: "USD", line: "0.01", cash: "0.01" },
    { currency: "COP", line: "1", cash: "50" },
  ];
  const settings = { name, country: "PE", zone: "America/Lima", currencies, organisation, form: "cooperative" };
  await done("book.open", { settings, founder: marta });
  await done("organisation.register", { agent: organisation, name, form: "cooperative" });
  await done("person.register", { agent: member, community: "San Ignacio" });
  const tie = { tie: idOf("tie of terms"), from: member, to: organisation, kind: "membership", number: "7" };
  await done("tie.begin", { ...tie, since: "2020-01-01" });
  await done("scheme-sheet.publish", { sheet: terms.sheet, body: sheetOf(0), from: "2011-04-01" });
  await done("scheme-sheet.publish", { sheet: terms.sheet, body: sheetOf(1), from: "2023-08-01" });
  for (const one of [series("coffee-c", "USD"), series("soles-per-dollar", "PEN")])
    await done("price-series.open", one);
  await season(teller, "milk", meansPlan);
  await season(teller, "fair", fairtradePlan);
  await season(teller, "fixed", { ...fixedLaterPlan, product: "coffee-to-be-fixed" } as Body);
}

const weighed = (gross_g: string, tare_g: string) => ({ bags: [{ gross_g, tare_g, container: "sack", count: 1 }] });
const brought = (of: "milk" | "fair" | "fixed", product: string, on: string, bags: object) => ({
  ...{ delivery: terms[of].delivery, member, product, place: "San Ignacio", on, receipt: `A-${of}`, measurements: [] },
  ...bags,
});

/** What the laboratory found, published prices, and three hand-overs. */
export async function untilTheScales(teller: Teller): Promise<void> {
  const done = (kind: string, says: unknown) => tell(teller, kind, says);
  teller.day("2026-05-11");
  await done("prices.record", { series: "coffee-c", points: [{ period: "2026-05-11", value: "282" }] });
  await done("prices.record", { series: "soles-per-dollar", points: [{ period: "2026-05-08", value: "3.55" }] });
  await done("delivery.receive", brought("fair", "coffee-green", "2026-05-11", weighed("45813", "454")));
  teller.day("2026-09-15");
  for (const { measure, day, value } of labResults)
    await done("laboratory.result", {
      ...{ result: idOf(`${measure} of ${day}`), agent: member, product: "milk", measure, value, on: day },
      laboratory: "Laboratorio regional",
    });
  await done("delivery.receive", brought("milk", "milk", "2026-09-15", weighed("1031000", "0")));
  teller.day("2026-10-05");
  await done("prices.record", { series: "coffee-c", points: [{ period: "2026-10-02", value: "275" }] });
  await done("delivery.receive", brought("fixed", "coffee-to-be-fixed", "2026-10-05", weighed("45813", "454")));
}

/** One letter of fixing. */
export const letter = (at: 0 | 1) => {
  const { contract, day, level, lots, month } = fixings[at] as (typeof fixings)[number];
  return { fixing: idOf(`letter ${at}`), contract, month, lots, level, on: day, by: "Comprador", reference: `F-${at}` };
};

/** Drafts, reviews and closes what is named of a season. */
export async function settled(
  teller: Teller,
  of: "milk" | "fair" | "fixed",
  name: string,
  named: { readonly deliveries: readonly string[]; readonly corrections?: readonly string[] },
): Promise<void> {
  const settlement = idOf(`settlement ${name}`);
  const statements = [{ statement: idOf(`statement ${name}`), agent: member, ...named }];
  const drafted = { settlement, season: terms[of].season, title: name, paidIn: "transfer", statements };
  await tell(teller, "settlement.draft", drafted);
  await tell(teller, "settlement.review", { settlement });
  await tell(teller, "settlement.close", { settlement });
}
