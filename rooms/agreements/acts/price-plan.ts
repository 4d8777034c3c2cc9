/** Publishing what is paid and how it is worked out. */
import * as z from "zod/mini";
import { type ActDeclaration, type Context, decision } from "../../../kernel/act/declaration.ts";
import { type PartsOfFollows, type Refused, refuse } from "../../../kernel/act/follows.ts";
import { type Known, rows } from "../../../kernel/act/need.ts";
import { nextVersion, type Row, write } from "../../../kernel/act/record.ts";
import { idSchema } from "../../../kernel/ids.ts";
import { type Refusal, refused } from "../../../kernel/refusal.ts";
import { daySchema, textSchema } from "../../../kernel/schema.ts";
import { planVersions } from "../needs.ts";
import { pricePlanSheet } from "../records.ts";
import {
  checkPricePlan,
  type PlanVocabulary,
  vocabularyNow,
  vocabularyOf020,
  vocabularyOf030,
} from "../rules/check-price-plan.ts";
import type { PricePlan } from "../rules/plan.ts";
import { backdated, codeOf, codeTaken } from "./sheets.ts";

const saysPlan = z.strictObject({
  plan: idSchema<"PricePlan">(),
  body: z.looseObject({ code: z.string(), currency: z.string() }),
  from: daySchema,
  reason: z.optional(textSchema(400)),
});
type SaysPlan = z.infer<typeof saysPlan>;

const needs = (said: SaysPlan) => ({
  versions: planVersions(said.plan),
  sameCode: rows(pricePlanSheet, "byCode", [codeOf(said.body)]),
});

/** A new version says how the same thing is paid: it does not turn coffee into cocoa or pesos into dollars. */
function changesItself(versions: readonly Row<typeof pricePlanSheet>[], plan: PricePlan): readonly Refusal[] {
  const first = versions[0];
  if (first === undefined) return [];
  const kept = { code: first.code, product: first.product, currency: first.currency };
  return (["code", "product", "currency"] as const)
    .filter((field) => kept[field] !== plan[field])
    .map(
      (field) =>
        refused(`price-plan.${field}-changed`, { kept: kept[field], said: plan[field] }, `body.${field}`).refusal,
    );
}

/** The refusal of a body names its field from the body; the act names it from what was said. */
const inBody = (refusal: Refusal): Refusal => ({ ...refusal, field: refusal.field ? `body.${refusal.field}` : "body" });

/** What follows from publishing in the vocabulary of a release. */
const publishing =
  (vocabulary: PlanVocabulary) =>
  (said: SaysPlan, known: Known<ReturnType<typeof needs>>, { settings, today }: Context): PartsOfFollows | Refused => {
    const { currency } = said.body;
    const grain = settings?.currencies.find((one) => one.currency === currency);
    if (grain === undefined)
      return refuse(refused("price-plan.currency-unknown", { currency }, "body.currency").refusal);
    const checked = checkPricePlan(said.body, grain.line, vocabulary);
    if (!checked.ok) return refuse(inBody(checked.refusal));
    const plan = checked.value;
    const wrong = [
      ...changesItself(known.versions, plan),
      ...codeTaken(
        "price-plan",
        known.sameCode.map((one) => one.plan),
        said.plan,
        plan.code,
      ),
      ...backdated("price-plan", said.from, today, said.reason),
    ];
    if (wrong.length > 0) return refuse(...wrong);
    const row: Row<typeof pricePlanSheet> = {
      plan: said.plan,
      code: plan.code,
      product: plan.product,
      currency: plan.currency,
      body: plan,
      reason: said.reason ?? null,
      version: nextVersion(known.versions),
      from_day: said.from,
    };
    return { records: [write(pricePlanSheet, row)] };
  };

/**
 * Publishes a price plan, or its next version, in force from a day. A day before today needs a reason in words: it changes what
 * hand-overs already made are worth until they are settled. A decision. The body is checked whole (`checkPricePlan`).
 * Codes: those of `checkPricePlan`, `price-plan.currency-unknown`, `price-plan.code-taken`, `price-plan.code-changed`,
 * `price-plan.product-changed`, `price-plan.currency-changed`, `price-plan.from-the-past`.
 */
export const publishPricePlan: ActDeclaration = decision({
  kind: "price-plan.publish",
  version: 1,
  rules: 3,
  room: "agreements",
  power: "publish-price",
  says: saysPlan,
  needs,
  follows: publishing(vocabularyNow),
  // The plans of before knew fewer steps, and did not look at currencies: what was refused or taken then stays so.
  earlier: [
    { rules: 1, needs, follows: publishing(vocabularyOf020) },
    { rules: 2, needs, follows: publishing(vocabularyOf030) },
  ],
});
