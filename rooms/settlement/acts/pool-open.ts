/** Opening a pool: whose hand-overs count, and by which rule of the board what is left is shared. */
import * as z from "zod/mini";
import { type ActDeclaration, type Context, decision } from "../../../kernel/act/declaration.ts";
import { type PartsOfFollows, type Refused, refuse } from "../../../kernel/act/follows.ts";
import { each } from "../../../kernel/act/need.ts";
import { write } from "../../../kernel/act/record.ts";
import { isGrain } from "../../../kernel/exact/index.ts";
import { AgreementId, idSchema } from "../../../kernel/ids.ts";
import { grainIn } from "../../../kernel/money/index.ts";
import { type Refusal, refused } from "../../../kernel/refusal.ts";
import { currencySchema, daySchema, notNegativeSchema, percentSchema, textSchema } from "../../../kernel/schema.ts";
import { seasonNow } from "../../agreements/needs.ts";
import type { Season } from "../../agreements/rules/season-policy.ts";
import { poolOf } from "../needs/pool.ts";
import { pool, poolPast, poolStage } from "../records.ts";

/** The id of a pool, and of one paper in it. */
export const PoolId = idSchema<"Pool">();

const says = z.strictObject({
  pool: PoolId,
  title: textSchema(120),
  seasons: z.array(AgreementId).check(z.minLength(1), z.maxLength(12)),
  /** Hand-overs of these days count. */
  from: daySchema,
  until: daySchema,
  currency: currencySchema,
  /** Hand-overs of before the book, settled elsewhere, count too: by their kilos, and by what their papers say was paid. */
  past: z.optional(z.boolean()),
  rule: z.strictObject({
    percent: percentSchema,
    rateGrain: notNegativeSchema.check(z.refine(isGrain)),
    decidedBy: textSchema(200),
    decidedOn: daySchema,
  }),
});
type Said = z.infer<typeof says>;

/**
 * Opens a pool over the settled hand-overs of seasons of one product. A decision; the rule is the board's, dated, and does not
 * change: another rule is another pool. Refusals: `pool.id-used`, `pool.season-unknown`, `pool.products-differ`,
 * `pool.ends-before-it-begins`, `pool.currency-unknown`, `pool.rule-to-come`.
 */
export const openPool: ActDeclaration = decision({
  kind: "pool.open",
  version: 1,
  rules: 1,
  room: "settlement",
  power: "open-season",
  says,
  needs: (said) => ({ kept: poolOf(said.pool), seasons: each(said.seasons.map((one) => seasonNow(one))) }),
  follows: (said, { kept, seasons }, context): PartsOfFollows | Refused => {
    const wrong = problems(said, kept.pool !== null, seasons, context);
    const product = seasons[0]?.policy.product;
    if (wrong.length > 0 || product === undefined) return refuse(...wrong);
    return {
      records: [
        write(pool, {
          pool: said.pool,
          title: said.title,
          product,
          seasons: [...new Set(said.seasons)],
          first_day: said.from,
          last_day: said.until,
          currency: said.currency,
          percent: said.rule.percent,
          rate_grain: said.rule.rateGrain,
          decided_by: said.rule.decidedBy,
          decided_on: said.rule.decidedOn,
        }),
        write(poolStage, {
          pool: said.pool,
          by_agent: context.by,
          on_day: context.today,
          totals: null,
          step: 1,
          stage: "open",
        }),
        ...(said.past === true ? [write(poolPast, { pool: said.pool })] : []),
      ],
    };
  },
});

function problems(
  said: Said,
  isUsed: boolean,
  seasons: readonly (Season | null)[],
  { settings, today }: Context,
): readonly Refusal[] {
  const found: Refusal[] = [];
  if (isUsed) found.push(refused("pool.id-used", { pool: said.pool }, "pool").refusal);
  for (const [at, season] of seasons.entries()) {
    const field = `seasons.${at}`;
    if (season === null) found.push(refused("pool.season-unknown", { season: said.seasons[at] ?? "" }, field).refusal);
    else if (season.policy.product !== seasons[0]?.policy.product)
      found.push(refused("pool.products-differ", { product: season.policy.product }, field).refusal);
  }
  if (said.until < said.from)
    found.push(refused("pool.ends-before-it-begins", { from: said.from, until: said.until }, "until").refusal);
  if (grainIn(settings, said.currency) === null)
    found.push(refused("pool.currency-unknown", { currency: said.currency }, "currency").refusal);
  if (said.rule.decidedOn > today)
    found.push(refused("pool.rule-to-come", { day: said.rule.decidedOn, today }, "rule.decidedOn").refusal);
  return found;
}
