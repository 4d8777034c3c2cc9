/** What a payment order leaves in the book: the order, its stages, each payment in it with what the bank said, and what was left out. */
import { column, record } from "../../../kernel/act/record.ts";

const room = "settlement";

/** One order to a bank. `message` is the id of its file; `paid_from` what the file says of us, `PaidFrom`, as it was on that day. */
export const paymentOrder = record({
  table: "payment_order",
  room,
  shape: "event",
  columns: {
    payment_order: column.uuid,
    number: column.text,
    message: column.text,
    layout: column.text,
    account: column.uuid,
    paid_from: column.json,
    currency: column.text,
    line_grain: column.text,
    execution_day: column.day,
    /** When the book received it: the instant that the file bears. */
    made_at: column.text,
    made_on: column.day,
    by_agent: column.uuid,
    replaces: column.maybe(column.uuid),
    reason: column.maybe(column.text),
    total: column.bigint,
    payments: column.int,
  },
  key: ["payment_order"],
});

/** The stages of an order: ordered, then replaced or cancelled where it came to that. */
export const paymentOrderStage = record({
  table: "payment_order_stage",
  room,
  shape: "stage",
  columns: {
    payment_order: column.uuid,
    by_agent: column.uuid,
    on_day: column.day,
    reason: column.maybe(column.text),
  },
  key: ["payment_order"],
});

/**
 * One payment of an order, under our own number. `payment` is the id that `payment.make` takes when the bank confirms it; `paid_to` what
 * the file says of whom is paid, `PaidTo`, as it was on that day. Whole line grains.
 */
export const orderPayment = record({
  table: "order_payment",
  room,
  shape: "event",
  columns: {
    payment: column.uuid,
    payment_order: column.uuid,
    number: column.text,
    statement: column.uuid,
    agent: column.uuid,
    amount: column.bigint,
    paid_to: column.json,
  },
  key: ["payment"],
  finds: { byOrder: ["payment_order"], byStatement: ["statement"], byNumber: ["number"] },
});

/**
 * The stages of a payment: ordered; then paid, failed or void; a paid one may be returned. `paid_by` is the payment that confirmed it, and
 * `settled` what of the statement that settled.
 */
export const orderPaymentStage = record({
  table: "order_payment_stage",
  room,
  shape: "stage",
  columns: {
    payment: column.uuid,
    by_agent: column.uuid,
    on_day: column.day,
    reason: column.maybe(column.text),
    words: column.maybe(column.text),
    reference: column.maybe(column.text),
    paid_by: column.maybe(column.uuid),
    settled: column.maybe(column.bigint),
  },
  key: ["payment"],
});

/** A statement that an order named and could not take, and why. */
export const orderLeftOut = record({
  table: "order_left_out",
  room,
  shape: "event",
  columns: { payment_order: column.uuid, statement: column.uuid, reason: column.text, facts: column.json },
  key: ["payment_order", "statement"],
});

/** What a transfer can be found by at the bank: our number, and the bank's own reference. */
export const paymentReference = record({
  table: "payment_reference",
  room,
  shape: "event",
  columns: { payment: column.uuid, number: column.maybe(column.text), reference: column.maybe(column.text) },
  key: ["payment"],
});

/** Every record of orders. */
export const orderRecords = [
  ...[paymentOrder, paymentOrderStage, orderPayment, orderPaymentStage, orderLeftOut, paymentReference],
];
