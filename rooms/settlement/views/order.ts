/** What was ordered from the bank: orders, one of them, what it could not take, and who took its file. */
import * as z from "zod/mini";
import { sql, view } from "../../../kernel/view.ts";

const text = z.nullable(z.string());
const askers = ["pay", "audit"];
export const orderAsked = z.object({ order: z.string().check(z.regex(/^[0-9a-f-]{36}$/)) });

/** The newest stage of each payment: for a common table `states`. */
export const paymentStates = sql`
      select distinct on (book_id, payment) book_id, payment, stage, on_day, reason, words, reference
        from books.order_payment_stage order by book_id, payment, step desc`;

/** The newest stage of each order, and how many of its payments wait, are paid, came back. */
const tables = sql`
    with stages as (
      select distinct on (book_id, payment_order) book_id, payment_order, stage, on_day, reason
        from books.payment_order_stage order by book_id, payment_order, step desc),
    states as (${paymentStates}),
    counted as (
      select p.book_id, p.payment_order, count(*) filter (where s.stage = 'ordered') as waiting,
             count(*) filter (where s.stage = 'paid') as paid, count(*) filter (where s.stage in ('failed', 'returned')) as failed
        from books.order_payment p
        join states s on s.book_id = p.book_id and s.payment = p.payment
       group by 1, 2)`;

const listed = {
  order: z.string(),
  number: z.string(),
  made_on: z.string(),
  day: z.string(),
  layout: z.string(),
  currency: z.string(),
  line_grain: z.string(),
  total: z.string(),
  payments: z.int(),
  stage: z.string(),
  waiting: z.string(),
  paid: z.string(),
  failed: z.string(),
  replaces: text,
  replaced_by: text,
};

/** The columns that a list and a page of orders have in common, over `o`, its stage `g` and its counts `c`. */
const columns = sql`
    o.payment_order::text as order, o.number, o.made_on::text, o.execution_day::text as day, o.layout, o.currency, o.line_grain,
    o.total::text, o.payments, g.stage, coalesce(c.waiting, 0)::text as waiting, coalesce(c.paid, 0)::text as paid,
    coalesce(c.failed, 0)::text as failed, b.number as replaces, n.number as replaced_by`;

const joined = sql`
      from books.payment_order o
      join stages g on g.book_id = o.book_id and g.payment_order = o.payment_order
      left join counted c on c.book_id = o.book_id and c.payment_order = o.payment_order
      left join books.payment_order b on b.book_id = o.book_id and b.payment_order = o.replaces
      left join books.payment_order n on n.book_id = o.book_id and n.replaces = o.payment_order`;

/** Orders, the newest first. Whole line grains of their currency as text; `waiting`, `paid` and `failed` count payments. */
export const paymentOrdersList = view({
  name: "payment-orders.list",
  room: "settlement",
  question: "What did we order from the bank, and what became of it?",
  asks: z.object({
    limit: z._default(z.int().check(z.positive(), z.maximum(500)), 50),
    skip: z._default(z.int().check(z.nonnegative(), z.maximum(1_000_000)), 0),
  }),
  askers,
  sql: ({ limit, skip }) => sql`
    ${tables}
    select ${columns}, count(*) over ()::text as found ${joined}
     order by o.made_at desc, o.number desc
     limit ${limit}::int offset ${skip}::int`,
  answer: z.object({ ...listed, found: z.string() }),
});

/** One order: also who made it, why it replaces another, why it ended, and the bank and town of our account; its number is not told. */
export const paymentOrderOne = view({
  name: "payment-order.one",
  room: "settlement",
  question: "What does this order say, and how far has it come?",
  asks: orderAsked,
  askers,
  sql: ({ order }) => sql`
    ${tables}
    select ${columns}, o.message, o.account::text, o.paid_from ->> 'institution' as institution, o.reason as replaces_because,
           o.replaces::text as replaces_order, n.payment_order::text as replaced_by_order, g.on_day::text as ended_on,
           g.reason as ended_because, coalesce(p.organisation_name, v.value) as made_by
           ${joined}
      left join books.profile p on p.book_id = o.book_id and p.agent = o.by_agent
      left join books.personal_value v on v.book_id = o.book_id and v.digest = p.name ->> 'digest'
     where o.payment_order = ${order}::uuid`,
  answer: z.object({
    ...listed,
    message: z.string(),
    account: z.string(),
    institution: z.string(),
    replaces_because: text,
    replaces_order: text,
    replaced_by_order: text,
    ended_on: z.string(),
    ended_because: text,
    made_by: text,
  }),
});

/** Statements that an order named and could not take: the code of the reason with its facts. */
export const paymentOrderLeftOut = view({
  name: "payment-order.left-out",
  room: "settlement",
  question: "Which statements could this order not take, and why?",
  asks: orderAsked,
  askers,
  sql: ({ order }) => sql`
    select l.statement::text, r.number as statement_number, r.agent::text, coalesce(p.organisation_name, v.value) as name, l.reason, l.facts
      from books.order_left_out l
      left join books.statement_result r on r.book_id = l.book_id and r.statement = l.statement
      left join books.profile p on p.book_id = r.book_id and p.agent = r.agent
      left join books.personal_value v on v.book_id = p.book_id and v.digest = p.name ->> 'digest'
     where l.payment_order = ${order}::uuid
     order by r.number, l.statement`,
  answer: z.object({
    statement: z.string(),
    statement_number: text,
    agent: text,
    name: text,
    reason: z.string(),
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  }),
});

/** Every time that somebody took the file of an order, the first first: from the log of who looked at personal data. */
export const paymentOrderDownloads = view({
  name: "payment-order.downloads",
  room: "settlement",
  question: "Who took the file of this order, and when?",
  asks: orderAsked,
  askers,
  sql: ({ order }) => sql`
    select a.at::text, coalesce(p.organisation_name, v.value) as name
      from books.personal_access a
      left join books.profile p on p.book_id = a.book_id and p.agent = a.agent
      left join books.personal_value v on v.book_id = a.book_id and v.digest = p.name ->> 'digest'
     where a.view = 'payment-order.file' and a.about = ${order}::uuid
     order by a.access`,
  answer: z.object({ at: z.string(), name: text }),
});
