/** That a line of a closed statement is not as it should be: decided here, settled with the next statement of its person. */
import * as z from "zod/mini";
import { type ActDeclaration, type Context, decision } from "../../../kernel/act/declaration.ts";
import { type PartsOfFollows, type Refused, refuse } from "../../../kernel/act/follows.ts";
import type { Known } from "../../../kernel/act/need.ts";
import { type Written, write } from "../../../kernel/act/record.ts";
import { DeliveryId } from "../../../kernel/ids.ts";
import { grainIn } from "../../../kernel/money/index.ts";
import { type Refusal, type Result, refused } from "../../../kernel/refusal.ts";
import { textSchema } from "../../../kernel/schema.ts";
import { type Delivery, delivery, voidOf } from "../../acopio/needs.ts";
import { deliveryVoid, settledDelivery } from "../../acopio/records.ts";
import { settledCountsBack, settledGoodsBack } from "../../acopio/voided.ts";
import { type OpenQuestion, openQuestions } from "../../book/needs.ts";
import { questionAnswer } from "../../book/records.ts";
import { correctionReasons, type StatementCorrection } from "../content/correction.ts";
import { askedCorrection, correctionOf, correctionsOfDelivery } from "../needs/correction.ts";
import { priceKey } from "../needs.ts";
import { correction, correctionEnd } from "../records.ts";
import { deductionsOf } from "../rules/compose.ts";
import { tried } from "../rules/correction/trial.ts";
import { CorrectionId } from "./said.ts";

const says = z.strictObject({
  correction: CorrectionId,
  /** The hand-over as the statement has it, or the one that took its place since. */
  delivery: DeliveryId,
  reason: z.enum(correctionReasons),
  /** The hand-over that stands in its place: the same person's where it is replaced, another's where it was. */
  replacedBy: z.optional(DeliveryId),
  words: textSchema(400),
});
type Said = z.infer<typeof says>;

/** Reasons by which the hand-over itself no longer counts. */
const takesAway: readonly string[] = ["voided", "replaced", "other-member"];

/**
 * Decides that a hand-over of a closed statement is corrected, and why. A decision: the old statement stands as it was issued, and the
 * difference becomes a line of the next statement of its person. What no longer counts is voided and posted back to the store; questions
 * that asked for this are answered by it. A price published anew counts only for the hand-overs that are named so. Refusals:
 * `correction.id-used`, `.not-settled`, `.no-such-line`, `.waits-already`, `.replacement-unknown`, `.replacement-unfit`,
 * `.not-another-member`, `.changes-nothing`, `.other-currency`, and whatever keeps the hand-over from being valued.
 */
export const correctStatement: ActDeclaration = decision({
  kind: "statement.correct",
  version: 1,
  rules: 1,
  room: "settlement",
  power: "review-settlement",
  says,
  needs: (said) => ({
    same: correctionOf(said.correction),
    before: correctionsOfDelivery(said.delivery),
    asked: askedCorrection(said),
    kept: delivery(said.delivery),
    voided: voidOf(said.delivery),
    questions: openQuestions([said.delivery]),
  }),
  follows: (
    said,
    { same, before, asked: { known, prices }, kept, voided, questions },
    context,
  ): PartsOfFollows | Refused => {
    const { closed } = known;
    if (same.decided !== null)
      return refuse(refused("correction.id-used", { correction: said.correction }, "correction").refusal);
    const waits = before.find((one) => !one.isEnded && one.settledBy === null);
    if (waits !== undefined)
      return refuse(refused("correction.waits-already", { correction: waits.decided.correction }, "delivery").refusal);
    const found = trialOf(said, known, prices, context);
    if (!found.ok) return refuse(found.refusal);
    if (closed === null) return refuse(notSettled(said));
    const isVoided = takesAway.includes(said.reason) && voided === null && kept !== null;
    return {
      records: [
        write(correction, {
          ...{ correction: said.correction, statement: closed.statement, delivery: said.delivery },
          ...{ agent: known.decided?.agent ?? "", reason: said.reason, replaced_by: said.replacedBy ?? null },
          ...{ words: said.words, by_agent: context.by, on_day: context.today },
        }),
        ...(isVoided ? [voidRow(said, kept, context)] : []),
        ...standsInPlace(said, closed.statement, found.value),
        ...answered(said, questions, context),
      ],
      entries: isVoided ? settledGoodsBack(kept, context.today) : [],
      tallies: isVoided ? settledCountsBack(kept) : [],
    };
  },
});

type Asked = Known<{ of: ReturnType<typeof askedCorrection> }>["of"];

const notSettled = ({ delivery: id }: Said): Refusal =>
  refused("correction.not-settled", { delivery: id }, "delivery").refusal;

function trialOf(
  said: Said,
  known: Asked["known"],
  prices: Asked["prices"],
  { settings }: Context,
): Result<StatementCorrection> {
  const paper = known.closed?.paper;
  if (paper === undefined) return { ok: false, refusal: notSettled(said) };
  const grain = grainIn(settings, paper.currency);
  if (grain === null) return refused("settlement.no-grain", { currency: paper.currency, plan: paper.number });
  const pricesNow = (series: string, period: string) => prices.get(priceKey(series, period)) ?? null;
  return tried(known, pricesNow, grain, (plan) => deductionsOf(plan, grain.line));
}

/** What stands in the place of another stands in the same statement from here on: no settlement takes it as a hand-over of its own. */
function standsInPlace(
  { reason, replacedBy }: Said,
  statement: string,
  found: StatementCorrection,
): readonly Written[] {
  const after = found.lines[0]?.after ?? null;
  if (reason !== "replaced" || replacedBy === undefined || after === null) return [];
  const value = after.lines.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  return [write(settledDelivery, { delivery: replacedBy, statement, value })];
}

const voidRow = (said: Said, kept: Delivery, { today }: Context): Written =>
  write(deliveryVoid, {
    ...{ delivery: kept.delivery, reason: said.words, replaced_by: said.replacedBy ?? null },
    ...{ on_day: today, reversed: settledGoodsBack(kept, today).length > 0 },
  });

/** Of a hand-over that no longer counts, every question is answered; of readings, the one that they came after the statement. */
function answered(said: Said, questions: readonly OpenQuestion[], { by, today }: Context): readonly Written[] {
  const isAnswered = ({ code }: OpenQuestion): boolean =>
    takesAway.includes(said.reason) || (said.reason === "readings" && code === "sample-result.after-settlement");
  return questions.filter(isAnswered).map(({ asked_position, ordinal, about }) =>
    write(questionAnswer, {
      ...{ asked_position, ordinal, about, answer: "corrected", note: said.words, answered_by: by, on_day: today },
    }),
  );
}

/**
 * Takes a correction back that no statement has settled: it was decided in error, or will be decided otherwise. A decision. What it voided
 * stays void. Refusals: `correction.unknown`, `correction.taken-back`, `correction.settled`.
 */
export const takeCorrectionBack: ActDeclaration = decision({
  kind: "statement.correct-not",
  version: 1,
  rules: 1,
  room: "settlement",
  power: "review-settlement",
  says: z.strictObject({ correction: CorrectionId }),
  needs: (said) => ({ of: correctionOf(said.correction) }),
  follows: (said, { of }, { by, today }): PartsOfFollows | Refused => {
    const facts = { correction: said.correction };
    if (of.decided === null) return refuse(refused("correction.unknown", facts, "correction").refusal);
    const about = { ...facts, statement: of.decided.statement };
    if (of.ended !== null) return refuse(refused("correction.taken-back", about, "correction").refusal);
    if (of.settled !== null)
      return refuse(refused("correction.settled", { ...about, settledBy: of.settled.statement }, "correction").refusal);
    if (takesAway.includes(of.decided.reason)) return refuse(refused("correction.voids", facts, "correction").refusal);
    return { records: [write(correctionEnd, { correction: said.correction, by_agent: by, on_day: today })] };
  },
});
