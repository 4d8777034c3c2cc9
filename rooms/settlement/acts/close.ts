/** Review and closing of a settlement: two powers, so that two people may hold them; closed never with other figures than were seen. */
import * as z from "zod/mini";
import { type ActDeclaration, type Context, decision } from "../../../kernel/act/declaration.ts";
import { type PartsOfFollows, type Refused, refuse } from "../../../kernel/act/follows.ts";
import { tally } from "../../../kernel/act/need.ts";
import { type Row, reached, write } from "../../../kernel/act/record.ts";
import { movedGrains } from "../../../kernel/act/weigh.ts";
import { type Refusal, refused } from "../../../kernel/refusal.ts";
import type { Day } from "../../../kernel/time/index.ts";
import type { Materials } from "../needs.ts";
import { settlementStage } from "../records.ts";
import { figuresOf, type Totals, totalsOf, totalsText } from "../rules/compose.ts";
import { closingOf } from "./closing.ts";
import { contentOf, type Made, makeAll, type PaidHow, statementNumber } from "./composing.ts";
import { amountSaid, settlementSaid } from "./said.ts";
import { stageRow } from "./stage.ts";
import { howOf, namedIn, wholeOf } from "./whole.ts";

/** Questions that a closing waits for. */
function waiting(materials: Materials): readonly Refusal[] {
  const [first] = materials.questions;
  if (first === undefined) return [];
  return [
    refused("settlement.questions-open", {
      questions: materials.questions.length,
      firstCode: first.code,
      firstAbout: first.about,
    }).refusal,
  ];
}

/** Who took a step, the last time it was taken: they are kept apart from the next where the powers say so. */
function handsIn(stages: readonly Row<typeof settlementStage>[], step: string): readonly string[] {
  const last = reached(stages.filter((one) => one.stage === step));
  return last === null ? [] : [last.by_agent];
}

const unlike = (
  seen: Readonly<Record<string, unknown>> | null,
  totals: Readonly<Record<string, string>>,
): Refusal | null => {
  const differing = Object.keys(totals).find(
    (name) => seen !== null && seen[name] !== undefined && seen[name] !== totals[name],
  );
  if (differing === undefined) return null;
  return refused("settlement.totals-differ", {
    which: differing,
    seen: String(seen?.[differing]),
    now: totals[differing] ?? null,
  }).refusal;
};

/** Corrections may take more off than hand-overs bring: then value and deductions are below zero, what is paid never. */
const signed = z.string().check(z.regex(/^(?:0|-?[1-9][0-9]{0,17})$/));

const seen = z.strictObject({
  statements: z.optional(amountSaid),
  deliveries: z.optional(amountSaid),
  value: z.optional(signed),
  deducted: z.optional(signed),
  net: z.optional(amountSaid),
  paid: z.optional(amountSaid),
});

/**
 * A second look. A decision: keeps the totals as they are now, and a digest of every line; closing waits for it and refuses when they have changed since.
 * What was reviewed may be reviewed again, as it must be when a figure has changed. `seen` are totals the reviewer had before their eyes; each one given must be what the book finds.
 */
export const reviewSettlement: ActDeclaration = decision({
  kind: "settlement.review",
  version: 1,
  rules: 2,
  room: "settlement",
  power: "review-settlement",
  says: z.strictObject({ ...settlementSaid.shape, seen: z.optional(seen) }),
  needs: (said, context) => ({ whole: wholeOf(said.settlement, context.today) }),
  weighs: (_, { whole }) => ({ hands: handsIn(whole.draft.stages, "drafted") }),
  follows: (said, { whole }, context): PartsOfFollows | Refused => {
    const { draft, materials } = whole;
    const stage = reached(draft.stages);
    if (draft.settlement === null || materials === null || stage === null)
      return refuse(refused("settlement.unknown", { settlement: said.settlement }, "settlement").refusal);
    if (stage.stage !== "drafted" && stage.stage !== "reviewed")
      return refuse(refused("settlement.not-a-draft", { stage: stage.stage }, "settlement").refusal);
    const { made, wrong } = makeAll(materials, namedIn(draft), howOf(draft.settlement), context.today as Day);
    if (wrong.length > 0) return refuse(...wrong);
    const composed = made.map((one) => one.composed);
    const totals = totalsText(totalsOf(composed));
    const differing = unlike(said.seen ?? null, totals);
    if (differing !== null) return refuse(differing);
    const kept = { ...totals, figures: figuresOf(composed) };
    return {
      records: [
        write(settlementStage, stageRow(said.settlement, stage.step + 1, "reviewed", context.by, context.today, kept)),
      ],
    };
  },
});

/**
 * Closes a reviewed settlement, all of it or nothing. A decision. Posts one entry for each statement, issues its paper, takes
 * its hand-overs and collects what it deducted for debts. Refused while questions wait, or when a figure is not the one reviewed.
 */
export const closeSettlement: ActDeclaration = decision({
  kind: "settlement.close",
  version: 1,
  rules: 1,
  room: "settlement",
  power: "close-settlement",
  says: settlementSaid,
  needs: (said, context) => ({
    whole: wholeOf(said.settlement, context.today),
    serial: tally("serial", `statement|${context.today.slice(0, 4)}`),
  }),
  weighs: (_, { whole: { draft, materials } }, { settings }) => {
    const totals = reached(draft.stages)?.totals as { readonly net?: string } | null | undefined;
    const currency = materials?.grain?.currency;
    const sum = totals?.net === undefined || currency === undefined ? null : BigInt(totals.net);
    const amounts = sum === null ? [] : [movedGrains(settings, currency as string, sum)];
    return { amounts, hands: handsIn(draft.stages, "reviewed") };
  },
  follows: (said, { whole, serial }, context): PartsOfFollows | Refused => {
    const { draft, materials } = whole;
    const stage = reached(draft.stages);
    if (draft.settlement === null || materials === null || stage === null)
      return refuse(refused("settlement.unknown", { settlement: said.settlement }, "settlement").refusal);
    if (stage.stage !== "reviewed")
      return refuse(refused("settlement.not-reviewed", { stage: stage.stage }, "settlement").refusal);
    const named = namedIn(draft);
    const { made, wrong } = makeAll(materials, named, howOf(draft.settlement), context.today as Day);
    const reasons = [...waiting(materials), ...wrong];
    if (reasons.length > 0) return refuse(...reasons);
    const composed = made.map((one) => one.composed);
    const totals = totalsOf(composed);
    const reviewed = stage.totals as Readonly<Record<string, unknown>> | null;
    const differing = unlike(reviewed, totalsText(totals));
    if (differing !== null) return refuse(differing);
    if (reviewed?.figures !== undefined && reviewed.figures !== figuresOf(composed))
      return refuse(refused("settlement.figures-differ", { settlement: said.settlement }, "settlement").refusal);
    return closed(
      said.settlement,
      named,
      made,
      materials,
      howOf(draft.settlement),
      serial,
      stage.step + 1,
      totals,
      context,
    );
  },
});

function closed(
  settlement: string,
  named: readonly { readonly statement: string }[],
  made: readonly Made[],
  materials: Materials,
  how: PaidHow,
  serial: bigint,
  step: number,
  totals: Totals,
  context: Context,
): PartsOfFollows {
  const year = context.today.slice(0, 4);
  const parts = made.map((one, at) => {
    const number = statementNumber(year, serial + BigInt(at));
    const content = contentOf(one, materials, how, number, context);
    const { statement } = named[at] as { readonly statement: string };
    return closingOf(one.composing, one.composed, { statement, settlement, number, content });
  });
  return {
    records: [
      write(settlementStage, stageRow(settlement, step, "closed", context.by, context.today, totalsText(totals))),
      ...parts.flatMap((one) => one.records),
    ],
    entries: parts.flatMap((one) => one.entries),
    tallies: [
      { kind: "serial", key: `statement|${year}`, change: BigInt(made.length) },
      ...parts.flatMap((one) => one.tallies),
    ],
    papers: parts.flatMap((one) => one.papers),
    also: parts.flatMap((one) => one.also),
  };
}
