/** A season to settle: the coffee plan of the worked example, with collection, capital, solidarity, advance and input credit. */

import type { AgreementId } from "../../kernel/ids.ts";
import { derivedUuid } from "../../kernel/ids.ts";
import { theDay } from "../../kernel/time/index.ts";
import { pricePlan } from "../../rooms/agreements/rules/plan.ts";
import { type Season, seasonPolicy } from "../../rooms/agreements/rules/season-policy.ts";
import { coffeeSpotDeductions, coffeeSpotPlan } from "../../rooms/agreements/rules/worked-examples/coffee-spot.ts";
import type { Composing } from "../../rooms/settlement/rules/compose.ts";
import type { HandOver } from "../../rooms/settlement/rules/hand-over.ts";

/** Hand-overs of one producer. */
export const deliveriesOfProducer = 40;

export const settledDay = theDay("2026-11-16");
export const handOverDay = "2026-09-16";
const price = "2005000";
export const advanceAmount = "300000";
export const creditAmount = "1840000";

/** Readings of one sample; they differ from hand-over to hand-over, and all are plausible. */
export const readingsFor = (at: number) => [
  reading("moisture", `1${1 + (at % 3)}.${at % 10}`, "percent"),
  reading("sample-grams", "250", "g"),
  reading("sound-grams", `${180 + (at % 14)}.${at % 10}`, "g"),
  reading("pasilla-grams", `${4 + (at % 9)}.4`, "g"),
];

const reading = (measure: string, value: string, unit: string) => ({
  measure,
  value,
  unit,
  method: unit === "percent" ? "capacitance-meter" : "threshed-sample",
  instrument: "BAL-02",
});

/** Gross grams of three bags together. */
export const grossOf = (at: number): bigint => 165_000n + BigInt((at * 37) % 30_000);
export const tareGrams = 1_050n;

const plan = {
  plan: derivedUuid("bench plan"),
  version: 1,
  code: coffeeSpotPlan.code,
  body: pricePlan.parse(coffeeSpotPlan),
};

const season: Season = {
  agreement: derivedUuid("bench season") as AgreementId,
  version: 1,
  policy: seasonPolicy.parse({
    season: "2026-2",
    product: "coffee-parchment",
    from: handOverDay,
    until: "2026-12-31",
    title: "on-delivery",
    pricePlan: plan.plan,
    gradingScheme: null,
    deductions: coffeeSpotDeductions,
    shrinkBorneBy: "organisation",
    objectionDays: 8,
    paymentDays: 15,
    containers: [],
  }),
};

/** What the statement of one producer is composed from, as the book would give it. */
export function composingOf(producer: number): Composing {
  const agent = derivedUuid(`bench producer ${producer}`);
  return {
    season,
    agent,
    handOvers: Array.from({ length: deliveriesOfProducer }, (_, at) =>
      handOver(agent, producer * deliveriesOfProducer + at),
    ),
    planOn: () => plan,
    prices: (series, period) => (series === "fnc-pergamino" && period === handOverDay ? price : null),
    balances: {
      advances: [{ id: `advance of ${producer}`, owed: BigInt(advanceAmount), since: theDay("2026-08-01") }],
      credits: [
        {
          id: `credit of ${producer}`,
          standing: "current",
          principal: BigInt(creditAmount),
          interestOwed: 0n,
          ratePerMonth: "1.5",
          method: "simple-monthly",
          since: theDay("2026-03-05"),
          monthsSettled: 0,
          instalmentDue: null,
        },
      ],
    },
    takenThisYear: {},
    grain: { currency: "COP", line: "1", cash: "50" },
    on: settledDay,
    paidIn: "cash",
  };
}

function handOver(member: string, at: number): HandOver {
  return {
    id: `hand-over ${at}`,
    received: {
      member,
      product: "coffee-parchment",
      season_agreement: season.agreement,
      place: "el-mirador",
      happened: handOverDay,
      receipt: `A-${at}`,
      bags: 3,
      gross_g: grossOf(at),
      tare_g: tareGrams,
      net_g: grossOf(at) - tareGrams,
      mode: "bought",
      measurements: readingsFor(at),
    },
    samples: [],
    voided: false,
    settledBy: null,
  };
}
