/** One settlement: how far it has come and by whose hand, and whom it names. */
import * as z from "zod/mini";
import { sql, view } from "../../../kernel/view.ts";
import { members } from "./names.ts";

const askers = ["draft-settlement", "review-settlement", "close-settlement", "pay", "audit"];
const text = z.nullable(z.string());

/** A settlement's heading, and its stages in order with who did each. Totals are whole line grains as text. */
export const settlementOne = view({
  name: "settlement.one",
  room: "settlement",
  question: "What does this settlement settle, and how far has it come?",
  asks: z.object({ settlement: z.uuid() }),
  askers,
  sql: ({ settlement }) => sql`
    select s.settlement::text, s.season::text, s.way, s.title, s.paid_in, s.place, s.pay_day::text,
           (select a.season from books.agreement a where a.book_id = s.book_id and a.agreement = s.season
             order by a.version desc limit 1) as season_code,
           (select a.product from books.agreement a where a.book_id = s.book_id and a.agreement = s.season
             order by a.version desc limit 1) as product,
           (select count(*) from books.statement t where t.book_id = s.book_id and t.settlement = s.settlement)::text as statements,
           (select coalesce(sum(jsonb_array_length(t.deliveries)), 0) from books.statement t
             where t.book_id = s.book_id and t.settlement = s.settlement)::text as deliveries,
           (select count(*) from books.statement_result r join books.tally o on o.book_id = r.book_id
                and o.kind = 'statement-owed' and o.key = r.statement::text and o.amount > 0
             where r.book_id = s.book_id and r.settlement = s.settlement)::text as unpaid,
           (select jsonb_agg(jsonb_build_object('stage', g.stage, 'step', g.step, 'day', g.on_day, 'by', g.by_agent,
                      'name', coalesce(p.organisation_name, v.value), 'totals', g.totals) order by g.step)
              from books.settlement_stage g
              left join books.profile p on p.book_id = g.book_id and p.agent = g.by_agent
              left join books.personal_value v on v.book_id = g.book_id and v.digest = p.name ->> 'digest'
             where g.book_id = s.book_id and g.settlement = s.settlement) as stages
      from books.settlement s where s.settlement = ${settlement}::uuid`,
  answer: z.object({
    settlement: z.string(),
    season: z.string(),
    way: z.string(),
    title: z.string(),
    paid_in: z.string(),
    place: text,
    pay_day: text,
    season_code: text,
    product: text,
    statements: z.string(),
    deliveries: z.string(),
    unpaid: z.string(),
    stages: z.array(
      z.object({
        stage: z.string(),
        step: z.int(),
        day: z.string(),
        by: z.string(),
        name: text,
        totals: z.nullable(z.record(z.string(), z.string())),
      }),
    ),
  }),
});

/** The statements that a settlement names, by member number; once closed, with their numbers and what is still owed. */
export const settlementStatements = view({
  name: "settlement.statements",
  room: "settlement",
  question: "Whom does this settlement name, for how many hand-overs, and what came of it?",
  asks: z.object({
    settlement: z.uuid(),
    statement: z.optional(z.uuid()),
    q: z.optional(z.string().check(z.maxLength(100))),
    limit: z._default(z.int().check(z.positive(), z.maximum(500)), 50),
    skip: z._default(z.int().check(z.nonnegative(), z.maximum(1_000_000)), 0),
  }),
  askers,
  sql: ({ settlement, statement, q, limit, skip }) => sql`
    with members as (${members}),
    found as (
      select t.statement, t.agent, m.number as member_number, coalesce(p.organisation_name, v.value) as name, e.on_day as erased,
             jsonb_array_length(t.deliveries) as deliveries, r.number, r.currency, r.line_grain, r.value, r.deducted, r.net, r.paid,
             coalesce(o.amount, 0) as owed
        from books.statement t
        left join members m on m.book_id = t.book_id and m.agent = t.agent
        left join books.profile p on p.book_id = t.book_id and p.agent = t.agent
        left join books.personal_value v on v.book_id = t.book_id and v.digest = p.name ->> 'digest'
        left join books.erasure e on e.book_id = t.book_id and e.agent = t.agent
        left join books.statement_result r on r.book_id = t.book_id and r.statement = t.statement
        left join books.tally o on o.book_id = r.book_id and o.kind = 'statement-owed' and o.key = r.statement::text
       where t.settlement = ${settlement}::uuid
         and (${statement ?? null}::uuid is null or t.statement = ${statement ?? null}::uuid)
         and (${q ?? null}::text is null
              or strpos(lower(concat_ws(' ', r.number, m.number, p.organisation_name, v.value)), lower(${q ?? null}::text)) > 0))
    select f.statement::text, f.agent::text, f.member_number, f.name, f.erased::text, f.deliveries, f.number, f.currency,
           f.line_grain, f.value::text, f.deducted::text, f.net::text, f.paid::text, f.owed::text,
           (select count(*) from found)::text as found
      from found f
     order by length(f.member_number), f.member_number, f.agent
     limit ${limit}::int offset ${skip}::int`,
  answer: z.object({
    statement: z.string(),
    agent: z.string(),
    member_number: text,
    name: text,
    erased: text,
    deliveries: z.int(),
    number: text,
    currency: text,
    line_grain: text,
    value: text,
    deducted: text,
    net: text,
    paid: text,
    owed: z.string(),
    found: z.string(),
  }),
});
