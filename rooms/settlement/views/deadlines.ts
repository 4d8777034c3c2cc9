/** Until when somebody may object to a statement, and by when it is to be paid: the days of the season's policy, counted from the last hand-over. */
import * as z from "zod/mini";
import { type Query, sql, view } from "../../../kernel/view.ts";

const asks = { number: z.string().check(z.maxLength(40)) };
const uuid = z.string().check(z.regex(/^[0-9a-f-]{36}$/));

/** The policy is that of the day of closing: a later change of the season's terms does not shorten anybody's days. */
const deadlinesQuery = (number: string, agent: string | null): Query => sql`
    with one as (
      select r.book_id, r.statement, r.closed_on, s.season, s.pay_day, coalesce(o.amount, 0) as owed,
             (select max(d.happened) from books.settled_delivery t
                join books.delivery d on d.book_id = t.book_id and d.delivery = t.delivery
               where t.book_id = r.book_id and t.statement = r.statement) as last_day
        from books.statement_result r
        join books.settlement s on s.book_id = r.book_id and s.settlement = r.settlement
        left join books.tally o on o.book_id = r.book_id and o.kind = 'statement-owed' and o.key = r.statement::text
       where r.number = ${number} and (${agent}::uuid is null or r.agent = ${agent}::uuid)),
    terms as (
      select o.*, (select a.body from books.agreement a
                    where a.book_id = o.book_id and a.agreement = o.season and a.kind = 'season-policy' and a.from_day <= o.closed_on
                    order by a.version desc limit 1) as policy
        from one o)
    select (last_day + (policy ->> 'objectionDays')::int)::text as object_until,
           coalesce(pay_day, last_day + (policy ->> 'paymentDays')::int)::text as pay_by, owed > 0 as waits
      from terms where last_day is not null and policy is not null`;

const answer = z.object({ object_until: z.string(), pay_by: z.string(), waits: z.boolean() });

/** Of any statement. */
export const statementDeadlines = view({
  name: "statement.deadlines",
  room: "settlement",
  question: "Until when may this statement be objected to, and by when is it to be paid?",
  asks: z.object(asks),
  askers: ["see-statements", "close-settlement", "pay", "audit"],
  sql: ({ number }) => deadlinesQuery(number, null),
  answer,
});

/** Of one's own. */
export const statementDeadlinesMine = view({
  name: "statement.deadlines-mine",
  room: "settlement",
  question: "Until when may I object to this statement, and by when am I paid?",
  asks: z.object({ ...asks, agent: uuid }),
  askers: [],
  self: "agent",
  sql: ({ number, agent }) => deadlinesQuery(number, agent),
  answer,
});
