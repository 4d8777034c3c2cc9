/** What people may ask about themselves: what am I owed, what did I bring, what did I promise. Nobody else may ask it of them. */
import * as z from "zod/mini";
import { sql, view } from "../../../kernel/view.ts";

const uuid = z.string().check(z.regex(/^[0-9a-f-]{36}$/));
const text = z.nullable(z.string());
const paging = {
  limit: z._default(z.int().check(z.positive(), z.maximum(500)), 50),
  skip: z._default(z.int().check(z.nonnegative(), z.maximum(1_000_000)), 0),
};
const own = { room: "settlement", askers: [], self: "agent" } as const;

/**
 * How one stands with the organisation: name and number, and by currency what is owed to one, what one owes, and what is kept
 * for one (shares and savings), in whole line grains as text.
 */
export const ownStanding = view({
  ...own,
  name: "own.standing",
  question: "What am I owed, what do I owe, and what is mine?",
  asks: z.object({ agent: uuid }),
  sql: ({ agent }) => sql`
    select coalesce(p.organisation_name, v.value) as name,
           (select m.number from books.tie m
              join books.book_settings s on s.book_id = m.book_id and s.organisation = m.to_agent
             where m.from_agent = ${agent}::uuid and m.kind = 'membership' order by m.from_day desc limit 1) as number,
           coalesce((select jsonb_agg(to_jsonb(c) order by c.currency) from (
              select split_part(commodity, ':', 2) as currency, split_part(commodity, ':', 3) as line,
                     (-coalesce(sum(amount) filter (where account = 'owed-to-producers'), 0))::text as owed,
                     coalesce(sum(amount) filter (where account in ('advances', 'credit-principal')), 0)::text as debts,
                     (-coalesce(sum(amount) filter (where account = 'share-capital'), 0))::text as shares,
                     (-coalesce(sum(amount) filter (where account = 'savings'), 0))::text as savings
                from books.posting
               where agent = ${agent}::uuid and commodity like 'money:%'
                 and account in ('owed-to-producers', 'advances', 'credit-principal', 'share-capital', 'savings')
               group by 1, 2) c), '[]'::jsonb) as money
      from books.agent a
      left join books.profile p on p.book_id = a.book_id and p.agent = a.agent
      left join books.personal_value v on v.book_id = a.book_id and v.digest = p.name ->> 'digest'
     where a.agent = ${agent}::uuid`,
  answer: z.object({
    name: text,
    number: text,
    money: z.array(
      z.object({
        currency: z.string(),
        line: z.string(),
        owed: z.string(),
        debts: z.string(),
        shares: z.string(),
        savings: z.string(),
      }),
    ),
  }),
});

/**
 * Statements that are closed and not paid yet, with when, how and where they are to be paid, the next first. `owed` is what the
 * ledger owes, `to_pay` what will be handed over: in cash the nearest coins.
 */
export const ownDue = view({
  ...own,
  name: "own.due",
  question: "When and where is what I am owed paid?",
  asks: z.object({ agent: uuid }),
  sql: ({ agent }) => sql`
    select r.number, r.currency, r.line_grain, o.amount::text as owed,
           case when o.amount = r.net then r.paid else o.amount end::text as to_pay, r.paid_in, s.place, s.pay_day::text
      from books.statement_result r
      join books.settlement s on s.book_id = r.book_id and s.settlement = r.settlement
      join books.tally o on o.book_id = r.book_id and o.kind = 'statement-owed' and o.key = r.statement::text
     where r.agent = ${agent}::uuid and o.amount > 0
     order by s.pay_day nulls last, r.number limit 100`,
  answer: z.object({
    number: z.string(),
    currency: z.string(),
    line_grain: z.string(),
    owed: z.string(),
    to_pay: z.string(),
    paid_in: z.string(),
    place: text,
    pay_day: text,
  }),
});

/** One's own hand-overs, the last first, each with what became of it: settled by which statement, and what of that is owed. */
export const ownDeliveries = view({
  ...own,
  name: "own.deliveries",
  question: "What did I bring, and what became of it?",
  asks: z.object({ agent: uuid, delivery: z.optional(uuid), ...paging }),
  sql: ({ agent, delivery, limit, skip }) => sql`
    with mine as (
      select d.* from books.delivery d
       where d.member = ${agent}::uuid and (${delivery ?? null}::uuid is null or d.delivery = ${delivery ?? null}::uuid))
    select d.delivery::text, d.product, d.season, d.place, d.happened::text, d.receipt, d.net_g::text,
           v.delivery is not null as voided, r.number as statement, t.value::text as value, r.currency, r.line_grain,
           coalesce(o.amount, 0) > 0 as unpaid,
           exists (select from books.question q
                    where q.about = d.delivery::text and not exists (
                      select 1 from books.question_answer a
                       where a.book_id = q.book_id and a.asked_position = q.asked_position and a.ordinal = q.ordinal)) as asked,
           (select count(*) from mine)::text as found
      from mine d
      left join books.delivery_void v on v.book_id = d.book_id and v.delivery = d.delivery
      left join books.settled_delivery t on t.book_id = d.book_id and t.delivery = d.delivery
      left join books.statement_result r on r.book_id = t.book_id and r.statement = t.statement
      left join books.tally o on o.book_id = r.book_id and o.kind = 'statement-owed' and o.key = r.statement::text
     order by d.happened desc, d.delivery desc
     limit ${limit}::int offset ${skip}::int`,
  answer: z.object({
    delivery: z.string(),
    product: z.string(),
    season: text,
    place: z.string(),
    happened: z.string(),
    receipt: text,
    net_g: z.string(),
    voided: z.boolean(),
    statement: text,
    value: text,
    currency: text,
    line_grain: text,
    unpaid: z.boolean(),
    asked: z.boolean(),
    found: z.string(),
  }),
});

/** Agreements that one is a party of, spoken and signed, the newest version of each, the last made first. */
export const ownAgreements = view({
  ...own,
  name: "own.agreements",
  question: "What did I promise, and what was promised to me?",
  asks: z.object({ agent: uuid }),
  sql: ({ agent }) => sql`
    select agreement::text, kind, parties, body, season, product, from_day::text as since, version
      from (select distinct on (agreement) agreement, kind, parties, body, season, product, from_day, version
              from books.agreement where kind <> 'season-policy' order by agreement, version desc) as newest
     where parties @> jsonb_build_array(jsonb_build_object('agent', ${agent}::text))
     order by from_day desc, agreement limit 200`,
  answer: z.object({
    agreement: z.string(),
    kind: z.string(),
    parties: z.array(z.object({ agent: z.string(), role: z.string() })),
    body: z.object({
      made: z.string(),
      until: text,
      clauses: z.array(
        z.object({
          clause: z.string(),
          words: z.optional(z.string()),
          value: z.optional(z.string()),
          unit: z.optional(z.string()),
        }),
      ),
    }),
    season: text,
    product: text,
    since: z.string(),
    version: z.int(),
  }),
});

/** Seasons that are open on a day with the plan that pays in them: what everybody who brings something may know. */
export const ownSeasons = view({
  ...own,
  name: "own.seasons",
  question: "Which seasons are open today, and how is what I bring paid?",
  asks: z.object({ agent: uuid, day: z.iso.date() }),
  sql: ({ day }) => sql`
    select s.season, s.product, s.body ->> 'until' as last_day, (s.body ->> 'objectionDays')::int as objection_days,
           p.plan::text, p.version, p.code, p.currency, p.body as plan_body
      from (select distinct on (agreement) * from books.agreement
             where kind = 'season-policy' order by agreement, version desc) s
      join lateral (select * from books.price_plan p
                     where p.book_id = s.book_id and p.plan::text = s.body ->> 'pricePlan' and p.from_day <= ${day}::date
                     order by version desc limit 1) p on true
     where s.body ->> 'from' <= ${day} and s.body ->> 'until' >= ${day}
     order by s.product limit 20`,
  answer: z.object({
    season: z.string(),
    product: z.string(),
    last_day: z.string(),
    objection_days: z.nullable(z.int()),
    plan: z.string(),
    version: z.int(),
    code: z.string(),
    currency: z.string(),
    plan_body: z.unknown(),
  }),
});
