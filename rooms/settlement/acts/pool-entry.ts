/** A paper that counts in a pool: what came of the goods, or what was spent on them. */
import * as z from "zod/mini";
import { type ActDeclaration, type Context, decision } from "../../../kernel/act/declaration.ts";
import { type PartsOfFollows, type Refused, refuse } from "../../../kernel/act/follows.ts";
import { always } from "../../../kernel/act/need.ts";
import { type Row, reached, write } from "../../../kernel/act/record.ts";
import { movedGrains } from "../../../kernel/act/weigh.ts";
import { idSchema } from "../../../kernel/ids.ts";
import { grainIn } from "../../../kernel/money/index.ts";
import { type Refusal, refused } from "../../../kernel/refusal.ts";
import { daySchema, textSchema } from "../../../kernel/schema.ts";
import { poolEntryOf, poolOf } from "../needs/pool.ts";
import { poolEntry } from "../records.ts";
import { howSchema, type Reckoned, reckonEntry } from "../rules/pool/entry.ts";
import { entryKinds } from "../rules/pool/kinds.ts";
import { paperEntry, takenBack } from "../rules/pool/postings.ts";
import { PoolId } from "./pool-open.ts";

const says = z.strictObject({
  entry: idSchema<"PoolEntry">(),
  pool: PoolId,
  kind: z.enum(entryKinds),
  /** The number of the invoice, receipt or minutes it is read from. */
  paper: textSchema(80),
  on: daySchema,
  how: howSchema,
  /** Takes the place of one that was read wrongly: that one is posted back. With an amount of zero it is only taken back. */
  corrects: z.optional(z.strictObject({ entry: idSchema<"PoolEntry">(), reason: textSchema(400) })),
});
type Said = z.infer<typeof says>;

/**
 * Counts a paper in a pool, reckoned from its own figures. A decision of the desk: that a paper counts in this pool can be
 * mended at once, so what does not fit is refused. After the decision the pool takes nothing more.
 * Refusals: `pool.entry-used`, `pool.unknown`, `pool.not-open`, `pool.entry-to-come`, `pool.amount-unreadable`,
 * `pool.entry-unknown`, `pool.entry-corrected`.
 */
export const enterInPool: ActDeclaration = decision({
  kind: "pool.entry",
  version: 1,
  rules: 1,
  room: "settlement",
  power: "pay",
  says,
  needs: (said) => ({
    whole: poolOf(said.pool),
    kept: poolEntryOf(said.entry),
    corrected: said.corrects === undefined ? always(null) : poolEntryOf(said.corrects.entry),
  }),
  weighs: (said, { whole }, { settings }) => {
    const currency = whole.pool?.currency;
    const reckoned = reckonedIn(said, whole.pool?.currency, settings);
    return { amounts: reckoned === null ? [] : [movedGrains(settings, currency as string, reckoned.amount)] };
  },
  follows: (said, known, context): PartsOfFollows | Refused => {
    const { pool: of, stages, entries } = known.whole;
    if (of === null) return refuse(refused("pool.unknown", { pool: said.pool }, "pool").refusal);
    const wrong = problems(said, reached(stages)?.stage ?? "", known.kept !== null, context.today);
    wrong.push(...correctionProblems(said, known.corrected, entries));
    const reckoned = reckonedIn(said, of.currency, context.settings);
    const grain = grainIn(context.settings, of.currency);
    if (reckoned === null || grain === null)
      wrong.push(refused("pool.amount-unreadable", { currency: of.currency }, "how.amount").refusal);
    if (wrong.length > 0 || reckoned === null || grain === null) return refuse(...wrong);
    const under = { pool: said.pool, grain, happened: said.on };
    return {
      records: [
        write(poolEntry, {
          entry: said.entry,
          pool: said.pool,
          kind: said.kind,
          paper: said.paper,
          on_day: said.on,
          how: said.how,
          figures: reckoned.figures,
          amount: reckoned.amount,
          by_agent: context.by,
          corrects: said.corrects?.entry ?? null,
          reason: said.corrects?.reason ?? null,
          act_position: context.position,
        }),
      ],
      entries: [
        ...paperEntry({ entry: said.entry, kind: said.kind, amount: reckoned.amount }, under),
        ...(known.corrected === null ? [] : takenBack(known.corrected, grain)),
      ],
    };
  },
});

const reckonedIn = (said: Said, currency: string | undefined, settings: Context["settings"]): Reckoned | null => {
  const grain = currency === undefined ? null : grainIn(settings, currency);
  return grain === null ? null : reckonEntry(said.how, grain);
};

function problems(said: Said, stage: string, isUsed: boolean, today: string): Refusal[] {
  const found: Refusal[] = [];
  if (isUsed) found.push(refused("pool.entry-used", { entry: said.entry }, "entry").refusal);
  if (stage !== "open") found.push(refused("pool.not-open", { stage }, "pool").refusal);
  if (said.on > today) found.push(refused("pool.entry-to-come", { day: said.on, today }, "on").refusal);
  return found;
}

function correctionProblems(
  { corrects, pool }: Said,
  corrected: Row<typeof poolEntry> | null,
  entries: readonly Row<typeof poolEntry>[],
): readonly Refusal[] {
  if (corrects === undefined) return [];
  const { entry } = corrects;
  if (corrected === null || corrected.pool !== pool)
    return [refused("pool.entry-unknown", { entry }, "corrects.entry").refusal];
  if (entries.some((one) => one.corrects === entry))
    return [refused("pool.entry-corrected", { paper: corrected.paper }, "corrects.entry").refusal];
  return [];
}
