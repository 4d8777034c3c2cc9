/** Who gains and who loses by another version of a price plan, over the hand-overs of the last two years that the plan paid. */

import { inForce } from "../../kernel/act/record.ts";
import { addDays, theDay } from "../../kernel/time/index.ts";
import { mergedReadings } from "../../rooms/acopio/rules/readings.ts";
import type { PricePlan } from "../../rooms/agreements/rules/plan.ts";
import { kindOf } from "../../rooms/agreements/rules/steps/kinds.ts";
import { type CompiledPlan, compilePlan } from "../../rooms/agreements/rules/valuation.ts";
import { type Changed, type PastDelivery, type WhatIf, whatIf } from "../../rooms/settlement/rules/what-if.ts";
import type { PageAt } from "../desk/page.ts";
import { rowsOf } from "./read.ts";
import { type BesideOf, besideAt } from "./what-if-beside.ts";

/** How far one looks back, in days. */
const lookedBack = 730;

type Readings = readonly { readonly measure: string; readonly value: string }[];
/** What the view `plan.deliveries` answers. */
type Row = Readonly<Record<"delivery" | "agent" | "day" | "place" | "gross_g" | "tare_g" | "found", string>> & {
  readonly bags: number;
  readonly measurements: Readings;
  readonly results: readonly Readings[];
  readonly member_number: string | null;
  readonly name: string | null;
};

/** One person with what changes for them. */
export type PersonChanged = Changed & { readonly number: string | null; readonly name: string | null };

/** What comes of it; `compared` hand-overs of the `found`, from a day on. */
export type Outcome = Pick<WhatIf, "left" | "why"> & {
  readonly people: readonly PersonChanged[];
  readonly since: string;
  readonly compared: bigint;
  readonly found: bigint;
};

/** Compares a plan, whole and checked, with its versions of before. Null when the reader may not see it. */
export async function comparedWith(
  at: PageAt,
  plan: string,
  after: PricePlan,
  lineGrain: string,
): Promise<Outcome | null> {
  const since = addDays(theDay(at.today), -lookedBack);
  const rows = await rowsOf<Row>(at, "plan.deliveries", { plan, from: since, until: at.today });
  if (rows === null) return null;
  const versions = await versionsOf(at, plan, lineGrain);
  const prices = await pricesOf(at, [...versions.map((one) => one.compiled.plan), after], since);
  const planOn = (day: string): CompiledPlan | null => inForce(versions, day)?.compiled ?? null;
  const besideOf = await besideAt(at, [...versions.map((one) => one.compiled.plan), after]);
  const found = whatIf(
    rows.map((row) => pastOf(row, besideOf)),
    planOn,
    compilePlan(after, lineGrain),
    prices,
  );
  const known = new Map(rows.map((row) => [row.agent, row]));
  return {
    ...found,
    people: found.people.map((one) => ({
      ...one,
      number: known.get(one.agent)?.member_number ?? null,
      name: known.get(one.agent)?.name ?? null,
    })),
    since,
    compared: found.people.reduce((sum, one) => sum + one.deliveries, 0n),
    found: BigInt(rows[0]?.found ?? "0"),
  };
}

const pastOf = (row: Row, besideOf: BesideOf): PastDelivery => ({
  agent: row.agent,
  delivery: {
    id: row.delivery,
    day: row.day,
    bags: row.bags,
    grossGrams: BigInt(row.gross_g),
    tareGrams: BigInt(row.tare_g),
    measurements: Object.fromEntries(
      mergedReadings(row.measurements as never, row.results as never).map(({ measure, value }) => [measure, value]),
    ),
    beside: besideOf(row),
  },
});

type Version = { readonly version: number; readonly from_day: string; readonly compiled: CompiledPlan };

/** Every version of the plan, made ready. */
async function versionsOf(at: PageAt, plan: string, lineGrain: string): Promise<readonly Version[]> {
  const found: Version[] = [];
  for (let version = 1; ; version += 1) {
    const rows = await rowsOf<{ readonly since: string; readonly body: PricePlan }>(at, "plan.version", {
      plan,
      version,
    });
    const [one] = rows ?? [];
    if (one === undefined) return found;
    found.push({ version, from_day: one.since, compiled: compilePlan(one.body, lineGrain) });
  }
}

/** The published prices that any of the plans reads, days and months alike. */
async function pricesOf(at: PageAt, plans: readonly PricePlan[], since: string) {
  const series = new Set(plans.flatMap((plan) => plan.steps.flatMap((step) => kindOf(step).series(step))));
  const points = new Map<string, string>();
  for (const code of series) {
    const asked = { series: code, from: since.slice(0, 7), limit: 5000 };
    const rows = await rowsOf<{ readonly period: string; readonly value: string }>(at, "prices.series", asked);
    for (const { period, value } of rows ?? []) points.set(`${code} ${period}`, value);
  }
  return (code: string, period: string): string | null => points.get(`${code} ${period}`) ?? null;
}
