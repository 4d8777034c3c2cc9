/** What acts of this and later rooms may ask of what was agreed. Sheets are read by the day of the event, never by today. */
import { map, type Need, rows } from "../../kernel/act/need.ts";
import { inForce, newest, type Row } from "../../kernel/act/record.ts";
import type { AgreementId } from "../../kernel/ids.ts";
import type { LocalUnit, Unit } from "../../kernel/quantity/index.ts";
import { unitInForce } from "../../kernel/quantity/index.ts";
import type { Day } from "../../kernel/time/index.ts";
import { agreement, everyProduct, gradingSchemeSheet, localUnit, pricePlanSheet, seasonPolicyKind } from "./records.ts";
import type { GradingScheme } from "./rules/grading.ts";
import type { PricePlan } from "./rules/plan.ts";
import type { PlanInForce } from "./rules/plan-in-force.ts";
import type { Season, SeasonPolicy } from "./rules/season-policy.ts";

export type { PlanInForce } from "./rules/plan-in-force.ts";

/** A grading scheme and the version of it. */
export type SchemeInForce = {
  readonly scheme: string;
  readonly version: number;
  readonly code: string;
  readonly body: GradingScheme;
};

/** All versions of an agreement, a price plan, a grading scheme, a unit's word. */
export const agreementVersions = (id: string) => rows(agreement, "key", [id]);
export const planVersions = (plan: string) => rows(pricePlanSheet, "key", [plan]);
export const schemeVersions = (scheme: string) => rows(gradingSchemeSheet, "key", [scheme]);

/** All versions of all season policies of a product. */
export const seasonVersions = (product: string) => rows(agreement, "byProduct", [seasonPolicyKind, product]);

const planOf = (found: Row<typeof pricePlanSheet> | null): PlanInForce | null =>
  found === null ? null : { plan: found.plan, version: found.version, code: found.code, body: found.body as PricePlan };

const schemeOf = (found: Row<typeof gradingSchemeSheet> | null): SchemeInForce | null =>
  found === null
    ? null
    : { scheme: found.scheme, version: found.version, code: found.code, body: found.body as GradingScheme };

/** The version of a price plan in force on the day of an event; null before its first. */
export const planInForce = (plan: string, day: string): Need<PlanInForce | null> =>
  map(planVersions(plan), (versions) => planOf(inForce(versions, day)));

/** One version of a price plan, to explain what it gave; null when there is none. */
export const planVersion = (plan: string, version: number): Need<PlanInForce | null> =>
  map(planVersions(plan), (versions) => planOf(versions.find((one) => one.version === version) ?? null));

/** The version of a grading scheme in force on the day of an event; null before its first. */
export const schemeInForce = (scheme: string, day: string): Need<SchemeInForce | null> =>
  map(schemeVersions(scheme), (versions) => schemeOf(inForce(versions, day)));

const seasonOf = (found: Row<typeof agreement>): Season => ({
  agreement: found.agreement as AgreementId,
  version: found.version,
  policy: found.body as SeasonPolicy,
});

/** The policy of one season's agreement in force on a day, whether or not the season covers the day; null when there is none. */
export const seasonPolicyOn = (id: string, day: string): Need<Season | null> =>
  map(agreementVersions(id), (versions) => {
    const found = inForce(versions, day);
    return found === null || found.kind !== seasonPolicyKind ? null : seasonOf(found);
  });

/** The newest policy of one season's agreement; null when there is none. */
export const seasonNow = (id: string): Need<Season | null> =>
  map(agreementVersions(id), (versions) => {
    const found = newest(versions);
    return found === null || found.kind !== seasonPolicyKind ? null : seasonOf(found);
  });

/** The season that receives a product on a day: of several, the one that began last, and of these the one with the later id. */
export const seasonFor = (product: string, day: string): Need<Season | null> =>
  map(seasonVersions(product), (versions) => coveringSeason(versions, day));

function coveringSeason(versions: readonly Row<typeof agreement>[], day: string): Season | null {
  const current = new Map<string, Row<typeof agreement>>();
  for (const one of versions) {
    if (one.from_day > day) continue;
    const before = current.get(one.agreement);
    if (before === undefined || one.version > before.version) current.set(one.agreement, one);
  }
  let chosen: Row<typeof agreement> | null = null;
  for (const one of current.values()) {
    const { from, until } = one.body as SeasonPolicy;
    if (day < from || day > until) continue;
    const begun = chosen === null ? "" : (chosen.body as SeasonPolicy).from;
    if (chosen === null || from > begun || (from === begun && one.agreement > chosen.agreement)) chosen = one;
  }
  return chosen === null ? null : seasonOf(chosen);
}

const sheetLine = (row: Row<typeof localUnit>): LocalUnit => ({
  code: row.unit,
  kind: row.kind as LocalUnit["kind"],
  factor: row.factor,
  product: row.product === everyProduct ? null : row.product,
  country: null,
  source: row.source,
  from: row.from_day as Day,
  until: row.until as Day | null,
});

/** What a unit's word means for a product on a day: a standard unit, or the organisation's own; null when nobody has said. */
export const unitFor = (code: string, product: string | null, day: string): Need<Unit | null> =>
  map(rows(localUnit, "byUnit", [code]), (lines) => unitInForce(lines.map(sheetLine), code, product, day as Day));
