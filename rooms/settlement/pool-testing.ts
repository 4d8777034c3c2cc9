/** Pools for tests: worked example 2 told as acts, in soles, with the member of 1,240.50 kg and all the others as one. */

import { acts as acopioActs } from "../acopio/index.ts";
import { acts as agreementActs } from "../agreements/index.ts";
import { idOf, openedBook, type TestBook, testSettings } from "../book/testing.ts";
import { acts as financeActs } from "../finance/index.ts";
import { acts as marketActs } from "../market/index.ts";
import { acts as peopleActs } from "../people/index.ts";
import { withRosa } from "../people/testing.ts";
import { acts } from "./index.ts";
import { cherryPlan, cherrySeason, closed, julian, rosa, told } from "./testing.ts";

const cent = { mode: "half-up", grain: "0.01" } as const;
export const thePool = idOf("pool of the container");

/** Net kilos of parchment at 14.60 soles. */
const parchmentPlan = {
  ...cherryPlan,
  code: "pergamino-2026",
  product: "coffee-parchment",
  currency: "PEN",
  steps: cherryPlan.steps.map((step) => {
    if (step.id === "price") return { id: "price", kind: "fixed-price", price: "14.60" };
    return step.kind === "value" ? { ...step, line: "parchment", rounding: cent } : step;
  }),
};
const { policy } = cherrySeason;
const parchmentSeason = { ...policy, season: "2026-pergamino", product: "coffee-parchment", deductions: null };

/** A book in which parchment is received at S/ 14.60, nothing handed over yet. */
export function parchmentBook(): TestBook {
  const book = withRosa(
    openedBook(...peopleActs, ...agreementActs, ...marketActs, ...acopioActs, ...financeActs, ...acts),
  );
  told(book, "person.register", { agent: julian.agent, community: "El Mirador" });
  const membership = { from: julian.agent, to: testSettings.organisation, kind: "membership", since: "2020-03-01" };
  told(book, "tie.begin", { tie: julian.tie, number: julian.number, ...membership });
  told(book, "price-plan.publish", {
    plan: policy.pricePlan,
    body: parchmentPlan,
    from: "2026-08-15",
    reason: "asamblea",
  });
  told(book, "season.open", { agreement: cherrySeason.agreement, policy: parchmentSeason });
  return book;
}

/** Somebody hands over parchment on 14 November: `grams` net. */
export function parchment(book: TestBook, name: string, grams: bigint, agent: string): void {
  const bags = [{ gross_g: `${grams}`, tare_g: "0", container: "sack", count: 1 }];
  const said = { delivery: idOf(name), member: agent, product: "coffee-parchment", place: "point-2", on: "2026-11-14" };
  book.speak("delivery.receive", { ...said, bags, scale: "B-03", scaleChecked: "2026-11-14", measurements: [] });
  for (const { position, follows } of [...book.history])
    for (const ordinal of follows.questions.keys())
      book.speak("question.answer", { position: `${position}`, ordinal, answer: "stands" });
}

export const opening = {
  pool: thePool,
  title: "Contenedor 1",
  seasons: [cherrySeason.agreement],
  from: "2026-09-01",
  until: "2026-12-31",
  currency: "PEN",
  rule: { percent: "80", rateGrain: "0.0001", decidedBy: "Consejo, acta 14", decidedOn: "2026-11-10" },
};

const exchange = { rate: "3.55", source: "SBS", on: "2026-11-12" };
const dollars = { way: "foreign", currency: "USD", quantity: "18975", per: "0.45359237", grain: "0.01", exchange };
const kilos = { way: "quantity", quantity: "24967.11", per: "1" };

/** The papers of the container: kind, and how each is reckoned. */
export const papers: readonly (readonly [string, object])[] = [
  ["sale", { ...dollars, price: "3.14" }],
  ["premium", { ...dollars, price: "0.20" }],
  ["sub-product", { ...kilos, share: { percent: "4", grain: "0.01" }, price: "6.00" }],
  ["milling", { ...kilos, per: "55.2", price: "38.00" }],
  ["freight", { way: "quantity", quantity: "412.5", per: "1", price: "62.00" }],
  ["pre-finance", { way: "interest", base: "364519.81", percentPerYear: "12", days: 75, yearDays: 360 }],
  ["margin", { way: "percent", percent: "6", base: "466309.26" }],
];

/** One paper of the pool as said. */
export const paperOf = (kind: string, how: object, more: object = {}) => ({
  entry: idOf(`paper ${kind}`),
  pool: thePool,
  kind,
  paper: `F-${kind}`,
  on: "2026-11-12",
  how,
  ...more,
});

/** The container's hand-overs are settled at S/ 14.60, the pool is open and all its papers are in it. */
export function containerBook(): TestBook {
  const book = parchmentBook();
  parchment(book, "A", 1_240_500n, rosa.agent);
  parchment(book, "B", 23_726_610n, julian.agent);
  closed(book, "first", [rosa.agent, "A"], [julian.agent, "B"]);
  told(book, "pool.open", opening);
  for (const [kind, how] of papers) told(book, "pool.entry", paperOf(kind, how));
  return book;
}
