/** The policy of a season: on which terms the organisation receives one product between two days. */
import * as z from "zod/mini";
import { type AgreementId, idSchema } from "../../../kernel/ids.ts";
import { type Refusal, refused } from "../../../kernel/refusal.ts";
import { codeSchema, daySchema } from "../../../kernel/schema.ts";
import { deductionPlan } from "./deductions.ts";

const wholeGrams = z.string().check(z.regex(/^(?:0|[1-9][0-9]{0,14})$/));

/**
 * What a full container of a kind weighs as a rule, in grams: a sack from 45 to 75 kg. Beyond it the scale is asked about. `tare_g` is
 * what an empty one weighs by the season's table, where nobody weighs each; unsaid, it is weighed.
 */
const usualContainer = z.strictObject({
  container: codeSchema,
  from_g: wholeGrams,
  to_g: wholeGrams,
  tare_g: z.optional(wholeGrams),
});

/**
 * Who bears what a store loses by drying and handling: the organisation, the season's pool, or each producer pro rata. Policies up to 0.3.0
 * had to say it; nothing reads it, because losses of a store are not kept yet, and forms no longer ask.
 */
export const shrinkBearers = ["organisation", "pool", "producer"] as const;

/** The body of a season's agreement. One product: another product of the same season is another agreement with the same code. */
export const seasonPolicy = z.strictObject({
  season: codeSchema,
  product: codeSchema,
  from: daySchema,
  until: daySchema,
  /** When ownership passes: at the scale, or when the hand-over is settled (until then it is consigned). */
  title: z.enum(["on-delivery", "on-settlement"]),
  pricePlan: idSchema<"PricePlan">(),
  gradingScheme: z.nullable(idSchema<"GradingScheme">()),
  /** What may be deducted, and no more; null when nothing may. */
  deductions: z.nullable(deductionPlan),
  shrinkBorneBy: z.optional(z.enum(shrinkBearers)),
  /**
   * Days after the last hand-over of a statement in which the producer may object, and in which the organisation pays: the statement says
   * both days (`statement.deadlines`), and a draft proposes the second.
   */
  objectionDays: z.int().check(z.nonnegative(), z.maximum(366)),
  paymentDays: z.int().check(z.nonnegative(), z.maximum(366)),
  containers: z._default(z.array(usualContainer).check(z.maxLength(40)), []),
});
export type SeasonPolicy = z.infer<typeof seasonPolicy>;

/** A season's policy as in force on a day, with the version of the agreement that says so. */
export type Season = { readonly agreement: AgreementId; readonly version: number; readonly policy: SeasonPolicy };

/** What the schema cannot say alone: days in order, containers named once with a range that is one. */
export function checkSeasonDays(policy: SeasonPolicy): readonly Refusal[] {
  const found: Refusal[] = [];
  if (policy.until < policy.from)
    found.push(
      refused("season.ends-before-it-begins", { from: policy.from, until: policy.until }, "policy.until").refusal,
    );
  const named = new Set<string>();
  for (const [at, { container, from_g, to_g }] of policy.containers.entries()) {
    const field = `policy.containers.${at}`;
    if (named.has(container)) found.push(refused("season.container-twice", { container }, field).refusal);
    if (BigInt(to_g) < BigInt(from_g)) found.push(refused("season.container-range", { container }, field).refusal);
    named.add(container);
  }
  return found;
}
