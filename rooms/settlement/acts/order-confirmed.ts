/** What a payment means for orders: the bank confirms one of them, or money went out beside one. */
import type { Context } from "../../../kernel/act/declaration.ts";
import type { PartsOfFollows } from "../../../kernel/act/follows.ts";
import { always, type Known } from "../../../kernel/act/need.ts";
import { reached, write } from "../../../kernel/act/record.ts";
import { type Question, question } from "../../../kernel/refusal.ts";
import { orderedPayment, orderPaymentByNumber } from "../needs/order.ts";
import { paymentReference } from "../records.ts";
import { settledBy } from "../rules/left.ts";
import { orderedChange, stageOf } from "./order-said.ts";
import type { PaymentTold } from "./payment.ts";

/** A payment as it is told, with what it can be found by at the bank. */
type Told = PaymentTold & {
  readonly amount: string;
  readonly number?: string | undefined;
  readonly reference?: string | undefined;
};

/** What a payment asks of orders: how its statement is ordered, and the payment that its number names. */
export const confirmedNeeds = (said: Told) => ({
  ordered: orderedPayment(said.statement),
  named: said.number === undefined ? always(null) : orderPaymentByNumber(said.number),
});
type Found = Known<ReturnType<typeof confirmedNeeds>>;

/** The number and the bank's reference are kept with the payment. */
const referenceOf = ({ payment, number, reference }: Told) =>
  number === undefined && reference === undefined
    ? []
    : [write(paymentReference, { payment, number: number ?? null, reference: reference ?? null })];

const asks = (code: string, said: Told, facts: Question["facts"]): Question =>
  question(`payment.${code}`, "treasurer", said.statement, facts);

/**
 * What follows for orders. A payment under our number confirms it. It happened in any case, so what does not fit is asked about: a number
 * that nobody gave or that is of another statement, another amount, a payment that was paid before or is void, and money for a statement
 * that is ordered, without its number: it may be paid twice.
 */
export function confirmedParts(said: Told, { ordered, named }: Found, context: Context): Required<Parts> {
  const records = referenceOf(said);
  const twice = { statement: said.statement, number: ordered?.number ?? "" };
  const beside = ordered !== null && ordered.number !== said.number ? [asks("ordered-already", said, twice)] : [];
  if (said.number === undefined) return { records, tallies: [], questions: beside };
  const { number } = said;
  if (named === null) return { records, tallies: [], questions: [asks("number-unknown", said, { number }), ...beside] };
  if (named.line.statement !== said.statement)
    return { records, tallies: [], questions: [asks("number-of-another", said, { number }), ...beside] };
  const before = reached(named.stages);
  const stage = before?.stage ?? "ordered";
  if (stage === "paid") return { records, tallies: [], questions: [asks("paid-twice", said, { number }), ...beside] };
  const handedOver = BigInt(said.amount);
  const settled = named.result === null ? handedOver : settledBy(named.result, named.owed, handedOver);
  const told = { reference: said.reference ?? null, paidBy: said.payment, settled };
  const amounts = { number, ordered: `${named.line.amount}`, paid: said.amount, currency: said.currency };
  return {
    records: [...records, stageOf(named.line.payment, (before?.step ?? 0) + 1, "paid", said.on, context.by, told)],
    tallies: stage === "ordered" ? [orderedChange(said.statement, -named.line.amount)] : [],
    questions: [
      ...(stage === "ordered" ? [] : [asks("of-void-order", said, { number, stage })]),
      ...(named.line.amount === handedOver ? [] : [asks("other-amount", said, amounts)]),
      ...beside,
    ],
  };
}

type Parts = Pick<PartsOfFollows, "records" | "tallies" | "questions">;

/** Asks about a statement that is ordered and was paid another way. */
export const paidBesideOrder = (statement: string, number: string): Question =>
  question("payment.ordered-already", "treasurer", statement, { statement, number });
