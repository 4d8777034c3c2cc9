/** What follows from money handed over: what it settles, what is left, and what nobody can place yet. */
import type { Context } from "../../../kernel/act/declaration.ts";
import type { PartsOfFollows } from "../../../kernel/act/follows.ts";
import { row, tally, together } from "../../../kernel/act/need.ts";
import { type Row, sameRow, write } from "../../../kernel/act/record.ts";
import { moneyOf } from "../../../kernel/ledger/commodity.ts";
import { posting } from "../../../kernel/ledger/entry.ts";
import { type Question, question } from "../../../kernel/refusal.ts";
import { holdChange } from "../../people/needs.ts";
import { payment, type statementResult } from "../records.ts";
import { paymentEntry, withLines } from "../rules/entries.ts";
import { settledBy } from "../rules/left.ts";

export { leftToHandOver } from "../rules/left.ts";

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
 * What follows from a payment. Handing over all that is left of what the statement says settles all that is owed, and the coins'
 * difference goes to `rounding`; any other amount settles itself. More than is owed is kept, and asked about.
 */
export function paymentParts(
  said: Payment,
): Required<Pick<PartsOfFollows, "records" | "entries" | "tallies" | "questions">> {
  const { result, owed, handedOver } = said;
  const settles = settledBy(result, owed, handedOver);
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
    entries: withLines(
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
    ),
    tallies: [
      { kind: "statement-owed", key: result.statement, change: -settles },
      ...(owed > 0n && owed - settles <= 0n ? [holdChange(result.agent, -1n)] : []),
    ],
    questions: tooMuch ? [question("payment.more-than-owed", "treasurer", result.statement, facts)] : [],
  };
}

/** A payment as it was told. */
export type PaymentTold = {
  readonly payment: string;
  readonly statement: string;
  readonly currency: string;
  readonly paidIn: "cash" | "transfer";
  readonly place?: string | undefined;
  readonly on: string;
};

/** What was noted under a payment's id: as paid for a statement, or as money whose meaning is open. */
export const paidBefore = (id: string) =>
  together({ paid: row(payment, id), unresolved: tally(unresolvedPayment, id) });
const unresolvedPayment = "unresolved-payment";

type PaidBefore = { readonly paid: Row<typeof payment> | null; readonly unresolved: bigint };

/** Whether money was noted under the id already: it left the box once. */
export const isUsed = ({ paid, unresolved }: PaidBefore): boolean => paid !== null || unresolved > 0n;

/** Asks about a payment under an id that another has. */
export const paymentUsed = (id: string): Question => question("payment.id-used", "treasurer", id, { payment: id });

/** Whether a payment was told before in the very same words. */
export const isSamePayment = (kept: PaidBefore["paid"], said: PaymentTold, handedOver: bigint): boolean =>
  kept !== null &&
  sameRow(kept, {
    statement: said.statement,
    amount: handedOver,
    currency: said.currency,
    paid_in: said.paidIn,
    place: said.place ?? null,
    paid_on: said.on,
  });

/** The money certainly left; what it settled is not certain. */
export function unresolved(said: PaymentTold, handedOver: bigint, context: Context): PartsOfFollows {
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
    tallies: [{ kind: unresolvedPayment, key: said.payment, change: 1n }],
    questions: [asked],
  };
}
