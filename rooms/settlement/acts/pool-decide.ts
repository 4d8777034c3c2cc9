/** The decision about a pool: its figures are kept, its hand-overs taken, and what each member gets is settled. */
import * as z from "zod/mini";
import { type ActDeclaration, type Context, decision } from "../../../kernel/act/declaration.ts";
import { type PartsOfFollows, type Refused, refuse } from "../../../kernel/act/follows.ts";
import { type Known, map } from "../../../kernel/act/need.ts";
import { type Row, reached, write } from "../../../kernel/act/record.ts";
import { movedGrains } from "../../../kernel/act/weigh.ts";
import { derivedUuid } from "../../../kernel/ids.ts";
import { type CurrencyGrain, grainIn } from "../../../kernel/money/index.ts";
import { type Refusal, refused } from "../../../kernel/refusal.ts";
import { holdChange } from "../../people/needs.ts";
import { wholePool } from "../needs/pool.ts";
import { poolCarrying } from "../needs/pool-carried.ts";
import { type pool, poolDelivery, poolLine, poolStage } from "../records.ts";
import type { ReckonedWithCarried } from "../rules/pool/carried.ts";
import { decidedEntry } from "../rules/pool/postings.ts";
import { byPerson, carriedText, reckonStandingCarrying, standing, totalsText } from "../rules/pool/standing.ts";
import { carriedRows } from "./pool-carried.ts";
import { PoolId } from "./pool-open.ts";

const figure = z.string().check(z.regex(/^-?(?:0|[1-9][0-9]{0,17})$/));
const says = z.strictObject({
  pool: PoolId,
  /** Figures that whoever decides had before their eyes: grams, and whole line grains. */
  seen: z.optional(
    z.strictObject({ base: z.optional(figure), surplus: z.optional(figure), toMembers: z.optional(figure) }),
  ),
});
type Said = z.infer<typeof says>;

const needed = (said: { readonly pool: string }) => ({ whole: poolCarrying(said.pool) });
type Whole = Known<ReturnType<typeof needed>>["whole"];

/** What was known of a pool until release 0.3.0: its own hand-overs as they were settled first, and nothing of earlier pools. */
const neededBefore = (said: { readonly pool: string }) => ({
  whole: map(wholePool(said.pool), (found) => ({
    ...found,
    counting: found.counting.map((one) => ({ ...one, past: false, corrections: [] })),
    carried: [],
  })),
});

/**
 * Decides a pool, all of it or nothing: reckons it as it stands, takes its hand-overs, keeps what each member gets, and posts
 * first payments and reserve. What earlier pools owe or are owed (hand-overs settled after their decision, kilos corrected since) is carried
 * at their rate, each once; until release 0.3.0 it was not. Whoever counted papers in it is kept apart where the powers say so. Refusals: `pool.unknown`,
 * `pool.not-open`, `pool.no-hand-overs`, `pool.other-currency`, `pool.nothing-left`, `pool.figures-differ`.
 */
export const decidePool: ActDeclaration = decision({
  kind: "pool.decide",
  version: 1,
  rules: 2,
  room: "settlement",
  power: "close-settlement",
  says,
  needs: needed,
  weighs: (_, { whole }, { settings }) => {
    const grain = whole.pool === null ? null : grainIn(settings, whole.pool.currency);
    const hands = [...new Set(standing(whole.entries).map((one) => one.by_agent))];
    if (whole.pool === null || grain === null) return { hands };
    const { toMembers } = reckoned(whole.pool, whole, grain);
    return { hands, amounts: [movedGrains(settings, grain.currency, toMembers)] };
  },
  follows: decidedBy,
  earlier: [{ rules: 1, needs: neededBefore, follows: decidedBy }],
});

function decidedBy(said: Said, { whole }: { readonly whole: Whole }, context: Context): PartsOfFollows | Refused {
  const of = whole.pool;
  const stage = reached(whole.stages);
  if (of === null || stage === null) return refuse(refused("pool.unknown", { pool: said.pool }, "pool").refusal);
  if (stage.stage !== "open") return refuse(refused("pool.not-open", { stage: stage.stage }, "pool").refusal);
  const grain = grainIn(context.settings, of.currency);
  if (grain === null) return refuse(refused("pool.currency-unknown", { currency: of.currency }).refusal);
  const figures = reckoned(of, whole, grain);
  const wrong = problems(of, whole, figures, said.seen ?? {});
  return wrong.length > 0 ? refuse(...wrong) : decided(whole, figures, { of, grain, step: stage.step + 1 }, context);
}

const reckoned = (of: Row<typeof pool>, whole: Whole, grain: CurrencyGrain): ReckonedWithCarried =>
  reckonStandingCarrying(
    byPerson(whole.counting),
    whole.entries,
    { percent: of.percent, rateGrain: of.rate_grain },
    grain,
    whole.carried,
  );

function problems(
  of: Row<typeof pool>,
  { counting }: Whole,
  figures: ReckonedWithCarried,
  seen: {
    readonly base?: string | undefined;
    readonly surplus?: string | undefined;
    readonly toMembers?: string | undefined;
  },
): readonly Refusal[] {
  const found: Refusal[] = [];
  const other = counting.find((one) => one.paidBy.currency !== of.currency);
  if (figures.base <= 0n) found.push(refused("pool.no-hand-overs", { title: of.title }).refusal);
  if (other !== undefined)
    found.push(
      refused("pool.other-currency", {
        statement: other.paidBy.number,
        currency: other.paidBy.currency,
        pool: of.currency,
      }).refusal,
    );
  if (figures.base > 0n && figures.surplus <= 0n)
    found.push(refused("pool.nothing-left", { surplus: `${figures.surplus}` }).refusal);
  const now = totalsText(figures);
  for (const which of ["base", "surplus", "toMembers"] as const)
    if (seen[which] !== undefined && seen[which] !== now[which])
      found.push(refused("pool.figures-differ", { which, seen: seen[which], now: now[which] ?? "" }).refusal);
  return found;
}

type Deciding = { readonly of: Row<typeof pool>; readonly grain: CurrencyGrain; readonly step: number };

function decided(
  { counting }: Whole,
  figures: ReckonedWithCarried,
  { of, grain, step }: Deciding,
  context: Context,
): PartsOfFollows {
  const statementOf = (agent: string): string => derivedUuid(`${context.act}:${agent}`);
  const past = counting.reduce((sum, one) => (one.past ? sum + one.first : sum), 0n);
  const counted = new Map(byPerson(counting).map((one) => [one.agent, one.deliveries]));
  return {
    records: [
      write(poolStage, {
        pool: of.pool,
        by_agent: context.by,
        on_day: context.today,
        totals: { ...totalsText(figures), ...carriedText(figures) },
        step,
        stage: "decided",
      }),
      ...figures.lines.map((one) =>
        write(poolLine, {
          statement: statementOf(one.agent),
          pool: of.pool,
          agent: one.agent,
          grams: one.grams,
          deliveries: counted.get(one.agent) ?? 0,
          first_paid: one.first,
          amount: one.amount,
        }),
      ),
      ...counting.map(({ delivery, agent, grams }) =>
        write(poolDelivery, { delivery, pool: of.pool, statement: statementOf(agent), grams }),
      ),
      ...carriedRows(figures.carried, counting, of.pool, statementOf),
    ],
    entries: decidedEntry({ ...figures, past }, { pool: of.pool, grain, happened: context.today }),
    // What is coming to a person keeps their name from being erased until it is paid.
    tallies: figures.lines.filter((one) => one.amount > 0n).map((one) => holdChange(one.agent, 1n)),
  };
}
