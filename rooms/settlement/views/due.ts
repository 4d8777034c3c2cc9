/** Whom do we pay: closed statements on which something is still owed, and what was paid. */
import * as z from "zod/mini";
import { daySchema } from "../../../kernel/schema.ts";
import { sql, view } from "../../../kernel/view.ts";
import { members } from "./names.ts";

const askers = ["pay", "see-statements", "close-settlement", "audit"];
const text = z.nullable(z.string());
const paging = {
  limit: z._default(z.int().check(z.positive(), z.maximum(1000)), 50),
  skip: z._default(z.int().check(z.nonnegative(), z.maximum(1_000_000)), 0),
};

/** Our number of the payment by which a statement `r` is ordered. */
const orderedUnder = sql`
               select y.number from books.order_payment y
                where y.book_id = r.book_id and y.statement = r.statement
                  and (select g.stage from books.order_payment_stage g where g.book_id = y.book_id and g.payment = y.payment
                        order by g.step desc limit 1) = 'ordered'
                limit 1`;

/**
 * Closed statements on which something is owed, by the day they are to be paid, then by number. `left` is what would be handed
 * over: what is owed, brought to coins where the statement is paid in cash; `ordered` is our number of the payment that waits for the
 * bank. Whole line grains of the row's currency as text;
 * with each row the sums of all that was asked without `q`, by currency and way of paying.
 */
export const paymentsDue = view({
  name: "payments.due",
  room: "settlement",
  question: "Whom do we pay now, how much, and how?",
  asks: z.object({
    settlement: z.optional(z.uuid()),
    paidIn: z.optional(z.enum(["cash", "transfer"])),
    until: z.optional(daySchema),
    place: z.optional(z.string().check(z.maxLength(80))),
    q: z.optional(z.string().check(z.maxLength(100))),
    ...paging,
  }),
  askers,
  sql: ({ settlement, paidIn, until, place, q, limit, skip }) => sql`
    with members as (${members}),
    due as (
      select r.book_id, r.statement, r.settlement, r.agent, r.number, r.currency, r.line_grain, r.closed_on, r.paid_in, s.place,
             s.pay_day, s.title, o.amount as owed, greatest(o.amount + r.paid - r.net, 0) as to_hand,
             case when w.amount > 0 then (${orderedUnder}) end as ordered
        from books.tally o
        join books.statement_result r on r.book_id = o.book_id and r.statement::text = o.key
        join books.settlement s on s.book_id = r.book_id and s.settlement = r.settlement
        left join books.tally w on w.book_id = o.book_id and w.kind = 'statement-ordered' and w.key = o.key
       where o.kind = 'statement-owed' and o.amount > 0
         and (${settlement ?? null}::uuid is null or r.settlement = ${settlement ?? null}::uuid)
         and (${paidIn ?? null}::text is null or r.paid_in = ${paidIn ?? null}::text)
         and (${place ?? null}::text is null or s.place = ${place ?? null}::text)
         and (${until ?? null}::date is null or coalesce(s.pay_day, r.closed_on) <= ${until ?? null}::date)),
    found as (
      select d.*, m.number as member_number, coalesce(p.organisation_name, v.value) as name, e.on_day as erased
        from due d
        left join members m on m.book_id = d.book_id and m.agent = d.agent
        left join books.profile p on p.book_id = d.book_id and p.agent = d.agent
        left join books.personal_value v on v.book_id = d.book_id and v.digest = p.name ->> 'digest'
        left join books.erasure e on e.book_id = d.book_id and e.agent = d.agent
       where ${q ?? null}::text is null
          or strpos(lower(concat_ws(' ', d.number, m.number, p.organisation_name, v.value)), lower(${q ?? null}::text)) > 0)
    select f.statement::text, f.settlement::text, f.title, f.agent::text, f.number, f.member_number, f.name, f.erased::text,
           f.currency, f.line_grain, f.closed_on::text, f.paid_in, f.place, f.pay_day::text, f.owed::text, f.to_hand::text, f.ordered,
           (select count(*) from found)::text as found, (select count(*) from due)::text as due,
           (select jsonb_agg(jsonb_build_object('currency', c.currency, 'line_grain', c.line_grain, 'paid_in', c.paid_in,
                      'statements', c.statements, 'to_hand', c.to_hand) order by c.currency, c.paid_in)
              from (select currency, line_grain, paid_in, count(*)::text as statements, sum(to_hand)::text as to_hand from due
                     group by currency, line_grain, paid_in) c) as sums
      from found f
     order by f.pay_day nulls first, f.number
     limit ${limit}::int offset ${skip}::int`,
  answer: z.object({
    statement: z.string(),
    settlement: z.string(),
    title: z.string(),
    agent: z.string(),
    number: z.string(),
    member_number: text,
    name: text,
    erased: text,
    currency: z.string(),
    line_grain: z.string(),
    closed_on: z.string(),
    paid_in: z.string(),
    place: text,
    pay_day: text,
    owed: z.string(),
    to_hand: z.string(),
    ordered: text,
    found: z.string(),
    due: z.string(),
    sums: z.array(
      z.object({
        currency: z.string(),
        line_grain: z.string(),
        paid_in: z.string(),
        statements: z.string(),
        to_hand: z.string(),
      }),
    ),
  }),
});

/**
 * Payments made, the last first; between days, or of one way, when asked. `our_number` and `reference` (the bank's own) are there for
 * transfers that the bank confirmed, and `q` finds them too. Whole line grains as text.
 */
export const paymentsMade = view({
  name: "payments.made",
  room: "settlement",
  question: "What was paid, to whom, when and how?",
  asks: z.object({
    from: z.optional(daySchema),
    until: z.optional(daySchema),
    paidIn: z.optional(z.enum(["cash", "transfer"])),
    q: z.optional(z.string().check(z.maxLength(100))),
    ...paging,
  }),
  askers,
  sql: ({ from, until, paidIn, q, limit, skip }) => sql`
    with members as (${members}),
    found as (
      select y.payment, y.statement, y.agent, y.amount, y.currency, y.paid_in, y.place, y.paid_on, r.number, r.line_grain,
             n.number as our_number, n.reference, m.number as member_number, coalesce(p.organisation_name, v.value) as name,
             e.on_day as erased
        from books.payment y
        left join books.payment_reference n on n.book_id = y.book_id and n.payment = y.payment
        join books.statement_result r on r.book_id = y.book_id and r.statement = y.statement
        left join members m on m.book_id = y.book_id and m.agent = y.agent
        left join books.profile p on p.book_id = y.book_id and p.agent = y.agent
        left join books.personal_value v on v.book_id = y.book_id and v.digest = p.name ->> 'digest'
        left join books.erasure e on e.book_id = y.book_id and e.agent = y.agent
       where (${from ?? null}::date is null or y.paid_on >= ${from ?? null}::date)
         and (${until ?? null}::date is null or y.paid_on <= ${until ?? null}::date)
         and (${paidIn ?? null}::text is null or y.paid_in = ${paidIn ?? null}::text)
         and (${q ?? null}::text is null
              or strpos(lower(concat_ws(' ', r.number, m.number, p.organisation_name, v.value, n.number, n.reference)),
                     lower(${q ?? null}::text)) > 0))
    select f.payment::text, f.statement::text, f.number, f.agent::text, f.member_number, f.name, f.erased::text,
           f.amount::text, f.currency, f.line_grain, f.paid_in, f.place, f.paid_on::text, f.our_number, f.reference,
           (select count(*) from found)::text as found
      from found f
     order by f.paid_on desc, f.number desc, f.payment
     limit ${limit}::int offset ${skip}::int`,
  answer: z.object({
    payment: z.string(),
    statement: z.string(),
    number: z.string(),
    agent: z.string(),
    member_number: text,
    name: text,
    erased: text,
    amount: z.string(),
    currency: z.string(),
    line_grain: z.string(),
    paid_in: z.string(),
    place: text,
    paid_on: z.string(),
    our_number: text,
    reference: text,
    found: z.string(),
  }),
});
