/** The payments of orders: those of one order, those that wait for the bank, and what a file of an order is written from. */
import * as z from "zod/mini";
import { sql, view } from "../../../kernel/view.ts";
import { members } from "./names.ts";
import { orderAsked, paymentStates } from "./order.ts";

const text = z.nullable(z.string());
const askers = ["pay", "audit"];

const answered = {
  payment: z.string(),
  number: z.string(),
  statement: z.string(),
  statement_number: z.string(),
  agent: z.string(),
  member_number: text,
  name: text,
  erased: text,
  amount: z.string(),
  currency: z.string(),
  line_grain: z.string(),
};

const columns = sql`
    p.payment::text, p.number, p.statement::text, r.number as statement_number, p.agent::text, m.number as member_number,
    coalesce(f.organisation_name, v.value) as name, e.on_day::text as erased, p.amount::text, o.currency, o.line_grain`;

const joined = sql`
      from books.order_payment p
      join books.payment_order o on o.book_id = p.book_id and o.payment_order = p.payment_order
      join states s on s.book_id = p.book_id and s.payment = p.payment
      join books.statement_result r on r.book_id = p.book_id and r.statement = p.statement
      left join members m on m.book_id = p.book_id and m.agent = p.agent
      left join books.profile f on f.book_id = p.book_id and f.agent = p.agent
      left join books.personal_value v on v.book_id = p.book_id and v.digest = f.name ->> 'digest'
      left join books.erasure e on e.book_id = p.book_id and e.agent = p.agent`;

/**
 * The payments of an order, those that failed first. `state` is ordered, paid, failed, returned or void; with the bank's day, its reason
 * and its reference. Whole line grains as text.
 */
export const paymentOrderPayments = view({
  name: "payment-order.payments",
  room: "settlement",
  question: "What became of each payment of this order?",
  asks: z.extend(orderAsked, {
    limit: z._default(z.int().check(z.positive(), z.maximum(1_000)), 1_000),
    skip: z._default(z.int().check(z.nonnegative(), z.maximum(1_000_000)), 0),
  }),
  askers,
  sql: ({ order, limit, skip }) => sql`
    with members as (${members}), states as (${paymentStates})
    select ${columns}, s.stage as state, s.on_day::text as on, s.reason, s.words, s.reference, p.paid_to ->> 'institution' as institution
           ${joined}
     where p.payment_order = ${order}::uuid
     order by (s.stage in ('failed', 'returned')) desc, p.number
     limit ${limit}::int offset ${skip}::int`,
  answer: z.object({
    ...answered,
    state: z.string(),
    on: z.string(),
    reason: text,
    words: text,
    reference: text,
    institution: z.string(),
  }),
});

/** Every payment of any order that waits for the bank, the oldest first; of one currency or one number when asked. */
export const paymentsOrdered = view({
  name: "payments.ordered",
  room: "settlement",
  question: "Which payments does the bank still have to confirm?",
  asks: z.object({
    currency: z.optional(z.string().check(z.maxLength(3))),
    number: z.optional(z.string().check(z.maxLength(35))),
    limit: z._default(z.int().check(z.positive(), z.maximum(10_000)), 1_000),
    skip: z._default(z.int().check(z.nonnegative(), z.maximum(1_000_000)), 0),
  }),
  askers,
  sql: ({ currency, number, limit, skip }) => sql`
    with members as (${members}), states as (${paymentStates})
    select ${columns}, o.payment_order::text as order, o.number as order_number, o.account::text, o.execution_day::text
           ${joined}
     where s.stage = 'ordered'
       and (${currency ?? null}::text is null or o.currency = ${currency ?? null}::text)
       and (${number ?? null}::text is null or p.number = ${number ?? null}::text)
     order by p.number
     limit ${limit}::int offset ${skip}::int`,
  answer: z.object({
    ...answered,
    order: z.string(),
    order_number: z.string(),
    account: z.string(),
    execution_day: z.string(),
  }),
});

/** What an order says of an account: the sealed values opened. Empty ones were erased. */
const account = z.object({
  name: text,
  scheme: z.string(),
  institution: z.string(),
  branch: text,
  number: text,
  town: text,
  country: z.string(),
});

/**
 * All that the file of an order is written from, a row for each payment in the order of their numbers, with whole numbers of accounts.
 * Whoever reads it took the file: the log of looks keeps the order, and the order's page says who and when.
 */
export const paymentOrderFile = view({
  name: "payment-order.file",
  room: "settlement",
  question: "What does the file of this order say to the bank?",
  asks: orderAsked,
  askers: ["pay"],
  reads: { kinds: ["account-number"], paper: "order" },
  sql: ({ order }) => sql`
    select o.message, o.number as order_number, b.number as replaces, o.made_at, o.execution_day::text as day, o.layout, o.currency, o.line_grain,
           o.total::text, p.number, r.number as statement_number, p.amount::text,
           o.paid_from || jsonb_build_object('number', a.value) as paid_from,
           p.paid_to || jsonb_build_object('number', n.value, 'name', coalesce(v.value, p.paid_to ->> 'organisation')) as paid_to
      from books.payment_order o
      join books.order_payment p on p.book_id = o.book_id and p.payment_order = o.payment_order
      join books.statement_result r on r.book_id = p.book_id and r.statement = p.statement
      left join books.payment_order b on b.book_id = o.book_id and b.payment_order = o.replaces
      left join books.personal_value a on a.book_id = o.book_id and a.digest = o.paid_from -> 'number' ->> 'digest'
      left join books.personal_value n on n.book_id = p.book_id and n.digest = p.paid_to -> 'number' ->> 'digest'
      left join books.personal_value v on v.book_id = p.book_id and v.digest = p.paid_to -> 'name' ->> 'digest'
     where o.payment_order = ${order}::uuid
     order by p.number`,
  answer: z.object({
    message: z.string(),
    order_number: z.string(),
    replaces: text,
    made_at: z.string(),
    day: z.string(),
    layout: z.string(),
    currency: z.string(),
    line_grain: z.string(),
    total: z.string(),
    number: z.string(),
    statement_number: z.string(),
    amount: z.string(),
    paid_from: account,
    paid_to: account,
  }),
});
