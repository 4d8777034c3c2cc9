/** Corrections of closed statements: what waits for a decision, what was decided and waits for a settlement, and what came of it. */
import * as z from "zod/mini";
import { type Query, sql, view } from "../../../kernel/view.ts";
import { members } from "./names.ts";

const text = z.nullable(z.string());
const askers = ["review-settlement", "draft-settlement", "close-settlement", "audit"];

/** Questions about a hand-over that a closed statement has: each asks for a decision about that statement. */
const askingCodes = ["delivery.void-after-settlement", "sample-result.after-settlement"];

/** Corrections that no settlement has taken and nobody has taken back. For a common table `waiting`. */
export const waitingCorrections: Query = sql`
  select c.book_id, c.correction, c.statement, c.delivery, c.agent, c.reason, c.replaced_by, c.words, c.on_day
    from books.correction c
   where not exists (select from books.correction_settled s where s.book_id = c.book_id and s.correction = c.correction)
     and not exists (select from books.correction_end x where x.book_id = c.book_id and x.correction = c.correction)`;

/** Corrections that a settlement names which is neither closed nor dropped, and was not left out of. For a common table. */
export const namedCorrections: Query = sql`
  select t.book_id, t.correction, t.settlement
    from (select distinct on (book_id, settlement) book_id, settlement, stage
            from books.settlement_stage order by book_id, settlement, step desc) g
    join books.drafted_correction t on t.book_id = g.book_id and t.settlement = g.settlement
   where g.stage in ('drafted', 'reviewed')
     and not exists (select from books.left_out l
                      where l.book_id = t.book_id and l.settlement = t.settlement and l.document = t.correction)`;

const who: Query = sql`
  left join members m on m.book_id = c.book_id and m.agent = c.agent
  left join books.profile p on p.book_id = c.book_id and p.agent = c.agent
  left join books.personal_value v on v.book_id = c.book_id and v.digest = p.name ->> 'digest'
  left join books.erasure e on e.book_id = c.book_id and e.agent = c.agent`;

/**
 * Decided corrections, the last decided first, each with the statement whose line it is, why, and what became of it: `settlement` where a
 * draft names it, `settled_by` the number of the statement that took it, `ended` the day it was taken back.
 */
export const correctionsList = view({
  name: "corrections.list",
  room: "settlement",
  question: "What was decided about closed statements, and which settlement has taken it?",
  asks: z.object({
    show: z.optional(z.enum(["waiting", "settled"])),
    limit: z._default(z.int().check(z.positive(), z.maximum(500)), 50),
    skip: z._default(z.int().check(z.nonnegative(), z.maximum(1_000_000)), 0),
  }),
  askers,
  sql: ({ show, limit, skip }) => sql`
    with members as (${members}), named as (${namedCorrections}),
    found as (
      select c.*, r.number, r.currency, r.line_grain, s.difference, t.number as settled_by, x.on_day as ended, n.settlement
        from books.correction c
        join books.statement_result r on r.book_id = c.book_id and r.statement = c.statement
        left join books.correction_settled s on s.book_id = c.book_id and s.correction = c.correction
        left join books.statement_result t on t.book_id = s.book_id and t.statement = s.statement
        left join books.correction_end x on x.book_id = c.book_id and x.correction = c.correction
        left join named n on n.book_id = c.book_id and n.correction = c.correction
       where ${show ?? null}::text is null
          or (${show ?? ""} = 'settled') = (s.correction is not null) and (${show ?? ""} = 'settled' or x.correction is null))
    select c.correction::text, c.delivery::text, d.receipt, d.happened::text, c.agent::text, m.number as member_number,
           coalesce(p.organisation_name, v.value) as name, e.on_day::text as erased, c.reason, c.replaced_by::text, c.words,
           c.on_day::text, c.number, c.currency, c.line_grain, c.difference::text, c.settled_by, c.ended::text, c.settlement::text,
           (select count(*) from found)::text as found
      from found c
      left join books.delivery d on d.book_id = c.book_id and d.delivery = c.delivery
      ${who}
     order by c.on_day desc, c.correction
     limit ${limit}::int offset ${skip}::int`,
  answer: z.object({
    correction: z.string(),
    delivery: z.string(),
    receipt: text,
    happened: text,
    agent: z.string(),
    member_number: text,
    name: text,
    erased: text,
    reason: z.string(),
    replaced_by: text,
    words: z.string(),
    on_day: z.string(),
    number: z.string(),
    currency: z.string(),
    line_grain: z.string(),
    difference: text,
    settled_by: text,
    ended: text,
    settlement: text,
    found: z.string(),
  }),
});

/** Hand-overs of closed statements about which something was said since: a void, a later result. The oldest question first. */
export const correctionsAsked = view({
  name: "corrections.asked",
  room: "settlement",
  question: "Which closed statements does something that came later put in doubt?",
  asks: z.object({}),
  askers,
  sql: () => sql`
    with members as (${members})
    select q.about as delivery, d.receipt, d.happened::text, r.number, c.agent::text, m.number as member_number,
           coalesce(p.organisation_name, v.value) as name, e.on_day::text as erased, q.code, q.facts
      from books.question q
      join books.delivery d on d.book_id = q.book_id and d.delivery::text = q.about
      join books.settled_delivery s on s.book_id = d.book_id and s.delivery = d.delivery
      join books.statement_result r on r.book_id = s.book_id and r.statement = s.statement
      cross join lateral (select r.book_id, r.agent) c
      ${who}
     where q.code = any(${askingCodes}::text[])
       and not exists (select from books.question_answer a
                        where a.book_id = q.book_id and a.asked_position = q.asked_position and a.ordinal = q.ordinal)
     order by q.asked_position, q.ordinal limit 200`,
  answer: z.object({
    delivery: z.string(),
    receipt: text,
    happened: z.string(),
    number: z.string(),
    agent: z.string(),
    member_number: text,
    name: text,
    erased: text,
    code: z.string(),
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  }),
});

/** By producer, decided corrections that wait in a currency and that no draft names: what a new settlement may take along. */
export const correctionsWaiting = view({
  name: "corrections.waiting",
  room: "settlement",
  question: "Whose corrections can be settled now, and which are held, and why?",
  asks: z.object({ season: z.uuid() }),
  askers,
  sql: ({ season }) => sql`
    with members as (${members}), waiting as (${waitingCorrections}), named as (${namedCorrections}),
    season_currency as (
      select p.currency from books.agreement a
        join books.price_plan p on p.book_id = a.book_id and p.plan::text = a.body ->> 'pricePlan'
       where a.agreement = ${season}::uuid order by a.version desc, p.version desc limit 1)
    select c.correction::text, c.delivery::text, d.receipt, d.happened::text, r.number, c.reason, c.agent::text,
           m.number as member_number, coalesce(p.organisation_name, v.value) as name, e.on_day::text as erased,
           (select jsonb_build_object('code', q.code, 'facts', q.facts) from books.question q
             where q.book_id = c.book_id and q.about in (c.delivery::text, c.replaced_by::text)
               and not exists (select from books.question_answer a
                                where a.book_id = q.book_id and a.asked_position = q.asked_position and a.ordinal = q.ordinal)
             order by q.asked_position, q.ordinal limit 1) as held
      from waiting c
      join books.statement_result r on r.book_id = c.book_id and r.statement = c.statement
      join season_currency y on y.currency = r.currency
      left join books.delivery d on d.book_id = c.book_id and d.delivery = c.delivery
      left join named n on n.book_id = c.book_id and n.correction = c.correction
      ${who}
     where n.correction is null
     order by length(m.number), m.number, c.agent, r.number, d.happened, c.correction limit 1000`,
  answer: z.object({
    correction: z.string(),
    delivery: z.string(),
    receipt: text,
    happened: text,
    number: z.string(),
    reason: z.string(),
    agent: z.string(),
    member_number: text,
    name: text,
    erased: text,
    held: z.nullable(
      z.object({
        code: z.string(),
        facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
      }),
    ),
  }),
});
