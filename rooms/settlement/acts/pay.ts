/** Payment: money handed over for closed statements. It happened before witnesses, so it is never refused. */
import * as z from "zod/mini";
import { type ActDeclaration, fact } from "../../../kernel/act/declaration.ts";
import type { PartsOfFollows } from "../../../kernel/act/follows.ts";
import { always, andThen, each, together } from "../../../kernel/act/need.ts";
import { type Row, reached, write } from "../../../kernel/act/record.ts";
import { movedGrains } from "../../../kernel/act/weigh.ts";
import { derivedUuid, StatementId } from "../../../kernel/ids.ts";
import { type Question, question } from "../../../kernel/refusal.ts";
import { currencySchema, daySchema, textSchema } from "../../../kernel/schema.ts";
import { heldBoxDoubts } from "../../acopio/cash.ts";
import { boxHeldByPoint } from "../../acopio/needs/cash.ts";
import { orderedPayment } from "../needs/order.ts";
import { draftOf, resultOf, statementOwed } from "../needs.ts";
import { settlementStage, type statementResult } from "../records.ts";
import { confirmedNeeds, confirmedParts, paidBesideOrder } from "./order-confirmed.ts";
import { isSamePayment, isUsed, leftToHandOver, paidBefore, paymentParts, paymentUsed, unresolved } from "./payment.ts";
import { amountSaid, PaymentId, paidIn, SettlementId } from "./said.ts";
import { stageRow } from "./stage.ts";

/**
 * Money was handed over for a statement. A fact. `amount` is what left the box or the bank, in whole line grains. A statement
 * that is not closed or not known: the money is posted to `unresolved`, and the treasurer is asked. The same payment told again
 * changes nothing; told otherwise under the same id, it asks. So does cash that the office took from a box which a point holds.
 */
export const makePayment: ActDeclaration = fact({
  kind: "payment.make",
  version: 1,
  rules: 1,
  room: "settlement",
  power: "pay",
  says: z.strictObject({
    payment: PaymentId,
    statement: StatementId,
    amount: amountSaid,
    currency: currencySchema,
    paidIn,
    place: z.optional(textSchema(80)),
    on: daySchema,
    /** Our number of the payment, where it was ordered, and the bank's own reference: kept with the payment. */
    number: z.optional(textSchema(35)),
    reference: z.optional(textSchema(140)),
  }),
  needs: (said, context) => ({
    ...confirmedNeeds(said),
    result: resultOf(said.statement),
    owed: statementOwed(said.statement),
    same: paidBefore(said.payment),
    held: boxHeldByPoint(said, context),
  }),
  weighs: ({ amount, currency }, _, { settings }) => ({
    amounts: [movedGrains(settings, currency, BigInt(amount), "amount")],
  }),
  follows: (said, { result, owed, same, held, ordered, named }, context): PartsOfFollows => {
    const handedOver = BigInt(said.amount);
    if (isSamePayment(same.paid, said, handedOver)) return {};
    if (isUsed(same)) return { questions: [paymentUsed(said.payment)] };
    const isKnown = result !== null && result.currency === said.currency;
    const parts: PartsOfFollows = isKnown
      ? paymentParts({ ...said, place: said.place ?? null, result, owed, handedOver })
      : unresolved(said, handedOver, context);
    const orders = isKnown ? confirmedParts(said, { ordered, named }, context) : null;
    return {
      ...parts,
      records: [...(parts.records ?? []), ...(orders?.records ?? [])],
      tallies: [...(parts.tallies ?? []), ...(orders?.tallies ?? [])],
      questions: [
        ...(parts.questions ?? []),
        ...(orders?.questions ?? []),
        ...heldBoxDoubts(held, said.place, said.payment),
      ],
    };
  },
});

const payAllSaid = z.strictObject({
  settlement: SettlementId,
  paidIn,
  place: z.optional(textSchema(80)),
  on: daySchema,
  except: z.optional(z.array(StatementId).check(z.maxLength(2_000))),
});

/**
 * All statements of a closed settlement were paid what they say, but for those named in `except`. A fact. What was paid before
 * stays as it is; when nothing is owed any more the settlement has reached the stage "paid".
 */
export const paySettlement: ActDeclaration = fact({
  kind: "settlement.pay",
  version: 1,
  rules: 1,
  room: "settlement",
  power: "pay",
  says: payAllSaid,
  needs: (said, context) => ({
    held: boxHeldByPoint(said, context),
    whole: andThen(draftOf(said.settlement), (draft) =>
      together({
        draft: always(draft),
        results: each(draft.statements.map((one) => resultOf(one.statement))),
        owed: each(draft.statements.map((one) => statementOwed(one.statement))),
        ordered: each(draft.statements.map((one) => orderedPayment(one.statement))),
      }),
    ),
  }),
  weighs: (said, { whole }, { settings }) => ({
    amounts: toHandOver(whole, said.except).map(([currency, sum]) => movedGrains(settings, currency, sum)),
  }),
  follows: (said, { whole, held }, context): PartsOfFollows => {
    const { draft, results, owed, ordered } = whole;
    const stage = reached(draft.stages);
    if (stage === null || stage.stage !== "closed")
      return { questions: [notClosed(said.settlement, stage?.stage ?? null)] };
    const except = new Set<string>(said.except ?? []);
    const place = said.place ?? null;
    const paid = results.flatMap((result, at) => {
      const left = owed[at] as bigint;
      if (result === null || left <= 0n || except.has(result.statement)) return [];
      const handedOver = leftToHandOver(result, left);
      const id = derivedUuid(`${context.act}:${result.statement}`);
      const waits = ordered[at] ?? null;
      const asks = waits === null ? [] : [paidBesideOrder(result.statement, waits.number)];
      const parts = { payment: id, result, owed: left, handedOver, paidIn: said.paidIn, place, on: said.on };
      const paidNow = paymentParts(parts);
      return [{ ...paidNow, questions: [...(paidNow.questions ?? []), ...asks] }];
    });
    const isAllPaid = results.every(
      (result, at) => result === null || (owed[at] as bigint) <= 0n || !except.has(result.statement),
    );
    return {
      records: [
        ...paid.flatMap((one) => one.records),
        ...(isAllPaid
          ? [write(settlementStage, stageRow(said.settlement, stage.step + 1, "paid", context.by, context.today))]
          : []),
      ],
      entries: paid.flatMap((one) => one.entries),
      tallies: paid.flatMap((one) => one.tallies),
      questions: [
        ...paid.flatMap((one) => one.questions),
        ...heldBoxDoubts(paid.length === 0 ? null : held, said.place, said.settlement),
      ],
    };
  },
});

/** What all payments of a settlement come to, by currency. */
function toHandOver(
  whole: {
    readonly results: readonly (Row<typeof statementResult> | null)[];
    readonly owed: readonly bigint[];
  },
  except: readonly string[] = [],
): readonly (readonly [string, bigint])[] {
  const sums = new Map<string, bigint>();
  for (const [at, result] of whole.results.entries()) {
    const left = whole.owed[at] as bigint;
    if (result === null || left <= 0n || except.includes(result.statement)) continue;
    sums.set(result.currency, (sums.get(result.currency) ?? 0n) + leftToHandOver(result, left));
  }
  return [...sums];
}

const notClosed = (settlement: string, stage: string | null): Question =>
  question(stage === "paid" ? "settlement.paid-already" : "settlement.paid-before-closing", "treasurer", settlement, {
    settlement,
    stage,
  });
