/** Opening, changing and closing a season: on which terms a product is received between two days. */
import * as z from "zod/mini";
import { type ActDeclaration, type Context, decision } from "../../../kernel/act/declaration.ts";
import { refuse } from "../../../kernel/act/follows.ts";
import { always, type Need } from "../../../kernel/act/need.ts";
import { inForce, newest, nextVersion, type Row, type Written, write } from "../../../kernel/act/record.ts";
import { AgreementId } from "../../../kernel/ids.ts";
import { type Refusal, refused } from "../../../kernel/refusal.ts";
import { daySchema, textSchema } from "../../../kernel/schema.ts";
import { agreementVersions, planVersions, schemeVersions, seasonVersions } from "../needs.ts";
import { agreement, type gradingSchemeSheet, type pricePlanSheet, seasonPolicyKind } from "../records.ts";
import { checkDeductionPlan } from "../rules/check-deduction-plan.ts";
import { checkSeasonDays, type SeasonPolicy, seasonPolicy } from "../rules/season-policy.ts";
import { backdated } from "./sheets.ts";

type Agreement = Row<typeof agreement>;
type Sheets = {
  readonly plan: readonly Row<typeof pricePlanSheet>[];
  readonly scheme: readonly Row<typeof gradingSchemeSheet>[];
};

const noScheme: Need<Sheets["scheme"]> = always([]);

const sheetsOf = (policy: SeasonPolicy) => ({
  plan: planVersions(policy.pricePlan),
  scheme: policy.gradingScheme === null ? noScheme : schemeVersions(policy.gradingScheme),
});

/** What is wrong with a policy, all at once: its days, its plan, its scheme, its deductions. */
function wrongPolicy(policy: SeasonPolicy, { plan, scheme }: Sheets, { settings }: Context): readonly Refusal[] {
  const found = [...checkSeasonDays(policy)];
  const { product, pricePlan, gradingScheme, deductions } = policy;
  const [paid] = plan;
  const [graded] = scheme;
  if (paid === undefined) found.push(refused("season.plan-unknown", { plan: pricePlan }, "policy.pricePlan").refusal);
  else if (paid.product !== product)
    found.push(refused("season.plan-of-other-product", { product, plan: paid.code }, "policy.pricePlan").refusal);
  if (gradingScheme !== null && graded === undefined)
    found.push(refused("season.scheme-unknown", { scheme: gradingScheme }, "policy.gradingScheme").refusal);
  else if (gradingScheme !== null && graded?.product !== product)
    found.push(refused("season.scheme-of-other-product", { product }, "policy.gradingScheme").refusal);
  if (deductions === null || paid === undefined) return found;
  const grain = settings?.currencies.find((one) => one.currency === paid.currency);
  if (grain === undefined || deductions.currency !== paid.currency) {
    const facts = { deductions: deductions.currency, plan: paid.currency };
    return [...found, refused("season.currencies-differ", facts, "policy.deductions.currency").refusal];
  }
  const checked = checkDeductionPlan(deductions, grain.line);
  if (checked.ok) return found;
  return [...found, { ...checked.refusal, field: `policy.deductions.${checked.refusal.field ?? ""}` }];
}

const policyRow = (id: string, policy: SeasonPolicy, organisation: string, version: number, from: string): Written => {
  const row: Agreement = {
    agreement: id,
    kind: seasonPolicyKind,
    parties: [{ agent: organisation, role: "organisation" }],
    body: policy,
    season: policy.season,
    product: policy.product,
    version,
    from_day: from,
  };
  return write(agreement, row);
};

/**
 * Opens a season for a product: its policy is an agreement of its own kind, in force from its first day. A decision. Codes: those
 * of `checkDeductionPlan` and `checkSeasonDays`, `season.id-used`, `season.code-taken` (the same code and product opened before),
 * `season.plan-unknown`, `season.plan-of-other-product`, `season.scheme-unknown`, `season.scheme-of-other-product`,
 * `season.currencies-differ`.
 */
export const openSeason: ActDeclaration = decision({
  kind: "season.open",
  version: 1,
  rules: 1,
  room: "agreements",
  power: "open-season",
  says: z.strictObject({ agreement: AgreementId, policy: seasonPolicy }),
  needs: ({ agreement: id, policy }) => ({
    versions: agreementVersions(id),
    sameProduct: seasonVersions(policy.product),
    ...sheetsOf(policy),
  }),
  follows: ({ agreement: id, policy }, known, context) => {
    const wrong = [...wrongPolicy(policy, known, context)];
    if (known.versions.length > 0) wrong.push(refused("season.id-used", { agreement: id }, "agreement").refusal);
    if (known.sameProduct.some((one) => one.season === policy.season && one.agreement !== id))
      wrong.push(refused("season.code-taken", { season: policy.season }, "policy.season").refusal);
    if (wrong.length > 0) return refuse(...wrong);
    return { records: [policyRow(id, policy, context.settings?.organisation ?? context.by, 1, policy.from)] };
  },
});

/** Why the season of a product and code cannot be changed into that of another; empty when it is the same. */
function changedNames(before: Agreement | null, policy: SeasonPolicy): readonly Refusal[] {
  if (before === null || before.kind !== seasonPolicyKind) return [refused("season.unknown", {}, "agreement").refusal];
  if (before.season === policy.season && before.product === policy.product) return [];
  return [refused("season.is-another", { season: policy.season, product: policy.product }, "policy").refusal];
}

/**
 * Changes the policy of a season from a day on: a new version of its agreement. What happened before that day keeps the terms of
 * its own day; a past day needs a reason. A decision. Codes: those of `season.open`, `season.unknown`, `season.is-another`,
 * `season.from-the-past`.
 */
export const changeSeason: ActDeclaration = decision({
  kind: "season.change",
  version: 1,
  rules: 1,
  room: "agreements",
  power: "open-season",
  says: z.strictObject({
    agreement: AgreementId,
    policy: seasonPolicy,
    from: daySchema,
    reason: z.optional(textSchema(400)),
  }),
  needs: ({ agreement: id, policy }) => ({ versions: agreementVersions(id), ...sheetsOf(policy) }),
  follows: ({ agreement: id, policy, from, reason }, known, context) => {
    const wrong = [
      ...changedNames(newest(known.versions), policy),
      ...wrongPolicy(policy, known, context),
      ...backdated("season", from, context.today, reason),
    ];
    if (wrong.length > 0) return refuse(...wrong);
    const organisation = context.settings?.organisation ?? context.by;
    return { records: [policyRow(id, policy, organisation, nextVersion(known.versions), from)] };
  },
});

/**
 * Closes a season: `last` is the last day on which it receives. A hand-over of a later day is still recorded and asks. A decision.
 * Codes: `season.unknown`, `season.closes-outside` (not between its first day and its last), `season.from-the-past`.
 */
export const closeSeason: ActDeclaration = decision({
  kind: "season.close",
  version: 1,
  rules: 1,
  room: "agreements",
  power: "open-season",
  says: z.strictObject({ agreement: AgreementId, last: daySchema, reason: z.optional(textSchema(400)) }),
  needs: (said) => ({ versions: agreementVersions(said.agreement) }),
  follows: ({ agreement: id, last, reason }, { versions }, { today, settings, by }) => {
    // The last day keeps its own terms; earlier days keep their earlier versions.
    const before = inForce(versions, last) ?? newest(versions);
    if (before === null || before.kind !== seasonPolicyKind)
      return refuse(refused("season.unknown", {}, "agreement").refusal);
    const policy = before.body as SeasonPolicy;
    const wrong = [...backdated("season", last, today, reason)];
    if (last < policy.from || last > policy.until)
      wrong.push(refused("season.closes-outside", { last, from: policy.from, until: policy.until }, "last").refusal);
    if (wrong.length > 0) return refuse(...wrong);
    const closed = { ...policy, until: last };
    return { records: [policyRow(id, closed, settings?.organisation ?? by, nextVersion(versions), last)] };
  },
});
