/** Payment: money handed over for closed statements. It happened before witnesses, so it is never refused. */
import * as z from "zod/mini";
import { type ActDeclaration, type Context, fact } from "../../../kernel/act/declaration.ts";
import type { PartsOfFollows } from "../../../kernel/act/follows.ts";
import { always, andThen, each, row, together } from "../../../kernel/act/need.ts";
import { type Row, reached, write } from "../../../kernel/act/record.ts";
import { derivedUuid, StatementId } from "../../../kernel/ids.ts";
import { moneyOf } from "../../../kernel/ledger/commodity.ts";
import { posting } from "../../../kernel/ledger/entry.ts";
import { type Question, question } from "../../../kernel/refusal.ts";
import { currencySchema, daySchema, textSchema } from "../../../kernel/schema.ts";
import { holdChange } from "../../people/needs.ts";
import { draftOf, resultOf, statementOwed } from "../needs.ts";
import { payment, settlementStage, type statementResult } from "../records.ts";
import { paymentEntry } from "../rules/entries.ts";
import { stageRow } from "./draft.ts";
import { amountSaid, PaymentId, paidIn, SettlementId } from "./said.ts";

/** One payment of one closed statement, as it goes into the book. */
export type Payment = {
  readonly payment: string;
  readonly result: Row<typeof statementResult>;
  readonly owed: bigint;
  readonly handedOver: bigint;
  readonly paidIn: "cash" | "transfer";
  readonly place: string | null;
  readonly on: string;
};

/**
 * What follows from a payment. Handing over exactly what the statement says settles all that is owed, and the coins' difference
 * goes to `rounding`; any other amount settles itself. More than is owed is kept, and asked about.
 */
export function paymentParts(
  said: Payment,
): Required<Pick<PartsOfFollows, "records" | "entries" | "tallies" | "questions">> {
  const { result, owed, handedOver } = said;
  const asSaid = handedOver === result.paid && owed === result.net;
  const settles = asSaid ? owed : handedOver;
  const tooMuch = settles > owed;
  const facts = { statement: result.number, owed: owed.toString(), paid: handedOver.toString() };
  return {
    records: [
      write(payment, {
        payment: said.payment,
        statement: result.statement,
        agent: result.agent,
        amount: handedOver,
        currency: result.currency,
        paid_in: said.paidIn,
        place: said.place,
        paid_on: said.on,
      }),
    ],
    entries: [
      paymentEntry({
        about: result.statement,
        agent: result.agent,
        season: null,
        grain: { currency: result.currency, line: result.line_grain },
        settles,
        handedOver,
        paidIn: said.paidIn,
        place: said.place,
        happened: said.on,
      }),
    ],
    tallies: [
      { kind: "statement-owed", key: result.statement, change: -settles },
      ...(owed > 0n && owed - settles <= 0n ? [holdChange(result.agent, -1n)] : []),
    ],
    questions: tooMuch ? [question("payment.more-than-owed", "treasurer", result.statement, facts)] : [],
  };
}

/**
 * Money was handed over for a statement. A fact. `amount` is what left the box or the bank, in whole line grains. A statement
 * that is not closed or not known: the money is posted to `unresolved`, and the treasurer is asked.
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
  }),
  needs: (said) => ({
    result: resultOf(said.statement),
    owed: statementOwed(said.statement),
    same: row(payment, said.payment),
  }),
  follows: (said, { result, owed, same }, context): PartsOfFollows => {
    if (same !== null)
      return { questions: [question("payment.id-used", "treasurer", said.payment, { payment: said.payment })] };
    const handedOver = BigInt(said.amount);
    if (result === null || result.currency !== said.currency) return unresolved(said, handedOver, context);
    return paymentParts({ ...said, place: said.place ?? null, result, owed, handedOver });
  },
});

type Said = {
  readonly payment: string;
  readonly statement: string;
  readonly currency: string;
  readonly paidIn: "cash" | "transfer";
  readonly place?: string | undefined;
  readonly on: string;
};

/** The money certainly left; what it settled is not certain. */
export function unresolved(said: Said, handedOver: bigint, context: Context): PartsOfFollows {
  const grain = context.settings?.currencies.find((one) => one.currency === said.currency);
  const asked = question("payment.statement-unknown", "treasurer", said.payment, {
    statement: said.statement,
    amount: handedOver.toString(),
    currency: said.currency,
  });
  if (grain === undefined || handedOver === 0n) return { questions: [asked] };
  const money = moneyOf(grain.currency, grain.line);
  return {
    entries: [
      {
        because: "payment.unresolved",
        about: said.payment,
        happened: said.on,
        reverses: null,
        postings: [
          posting("unresolved", money, handedOver),
          posting(said.paidIn === "cash" ? "cash" : "bank", money, -handedOver, { place: said.place ?? null }),
        ],
      },
    ],
    questions: [asked],
  };
}

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
  needs: (said) => ({
    whole: andThen(draftOf(said.settlement), (draft) =>
      together({
        draft: always(draft),
        results: each(draft.statements.map((one) => resultOf(one.statement))),
        owed: each(draft.statements.map((one) => statementOwed(one.statement))),
      }),
    ),
  }),
  follows: (said, { whole }, context): PartsOfFollows => {
    const { draft, results, owed } = whole;
    const stage = reached(draft.stages);
    if (stage === null || stage.stage !== "closed")
      return { questions: [notClosed(said.settlement, stage?.stage ?? null)] };
    const except = new Set<string>(said.except ?? []);
    const place = said.place ?? null;
    const paid = results.flatMap((result, at) => {
      const left = owed[at] as bigint;
      if (result === null || left <= 0n || except.has(result.statement)) return [];
      const handedOver = left === result.net ? result.paid : left;
      const id = derivedUuid(`${context.act}:${result.statement}`);
      return [paymentParts({ payment: id, result, owed: left, handedOver, paidIn: said.paidIn, place, on: said.on })];
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
      questions: paid.flatMap((one) => one.questions),
    };
  },
});

const notClosed = (settlement: string, stage: string | null): Question =>
  question("settlement.paid-before-closing", "treasurer", settlement, { settlement, stage });
