/** What may be asked of pools: what came in, what went off, what is left, and what each member gets of it. */
import * as z from "zod/mini";
import { type Query, sql, view } from "../../../kernel/view.ts";
import { members } from "./names.ts";

const askers = ["open-season", "pay", "close-settlement", "see-statements", "audit"];
const text = z.nullable(z.string());
const paging = {
  limit: z._default(z.int().check(z.positive(), z.maximum(500)), 50),
  skip: z._default(z.int().check(z.nonnegative(), z.maximum(1_000_000)), 0),
};

/** Pools with the stage each has reached, the newest first. `totals` are the figures of the decision; null before it. */
export const poolsList = view({
  name: "pools.list",
  room: "settlement",
  question: "Which pools are there, and how far has each come?",
  asks: z.object({ ...paging }),
  askers,
  sql: ({ limit, skip }) => sql`
    select p.pool::text, p.title, p.product, p.currency, p.first_day::text, p.last_day::text, g.stage, g.on_day::text as since,
           (select t.totals from books.pool_stage t where t.book_id = p.book_id and t.pool = p.pool and t.stage = 'decided') as totals
      from books.pool p
      join (select distinct on (book_id, pool) book_id, pool, stage, on_day from books.pool_stage
             order by book_id, pool, step desc) g on g.book_id = p.book_id and g.pool = p.pool
     order by p.decided_on desc, p.pool
     limit ${limit}::int offset ${skip}::int`,
  answer: z.object({
    pool: z.string(),
    title: z.string(),
    product: z.string(),
    currency: z.string(),
    first_day: z.string(),
    last_day: z.string(),
    stage: z.string(),
    since: z.string(),
    totals: z.nullable(z.record(z.string(), z.string())),
  }),
});

/**
 * One pool: the board's rule, its stages, its papers in their order, and the settled hand-overs that would count now (those another
 * pool took do not). Amounts are whole line grains, weights grams, as text. `unsettled`: hand-overs of its days nobody settled yet.
 */
export const poolOne = view({
  name: "pool.one",
  room: "settlement",
  question: "What came into this pool, what went off it, and what is left?",
  asks: z.object({ pool: z.uuid() }),
  askers,
  sql: ({ pool }) => sql`
    with it as (select * from books.pool where pool = ${pool}::uuid),
    brought as (
      select d.book_id, d.delivery, d.net_g, r.agent, s.value
        from it
        join books.delivery d on d.book_id = it.book_id and d.product = it.product
                             and d.happened between it.first_day and it.last_day and d.net_g > 0
        left join books.settled_delivery s on s.book_id = d.book_id and s.delivery = d.delivery
        left join books.statement_result r on r.book_id = s.book_id and r.statement = s.statement
        left join books.settlement e on e.book_id = r.book_id and e.settlement = r.settlement
       where (case when s.delivery is null then d.season_agreement else e.season end)::text
             in (select jsonb_array_elements_text(it.seasons))
         and not exists (select from books.pool_delivery t where t.book_id = d.book_id and t.delivery = d.delivery)
         and not exists (select from books.delivery_void v where v.book_id = d.book_id and v.delivery = d.delivery
                                                             and s.delivery is null))
    select it.pool::text, it.title, it.product, it.currency, it.first_day::text, it.last_day::text, it.percent, it.rate_grain,
           it.decided_by, it.decided_on::text,
           (select jsonb_agg(jsonb_build_object('stage', g.stage, 'day', g.on_day, 'totals', g.totals,
                      'name', coalesce(p.organisation_name, v.value)) order by g.step)
              from books.pool_stage g
              left join books.profile p on p.book_id = g.book_id and p.agent = g.by_agent
              left join books.personal_value v on v.book_id = g.book_id and v.digest = p.name ->> 'digest'
             where g.book_id = it.book_id and g.pool = it.pool) as stages,
           coalesce((select jsonb_agg(jsonb_build_object('entry', e.entry, 'kind', e.kind, 'paper', e.paper, 'day', e.on_day,
                      'how', e.how, 'figures', e.figures, 'amount', e.amount::text, 'corrects', e.corrects, 'reason', e.reason)
                      order by e.act_position)
              from books.pool_entry e where e.book_id = it.book_id and e.pool = it.pool), '[]'::jsonb) as entries,
           (select coalesce(sum(b.net_g), 0) from brought b where b.value is not null)::text as grams,
           (select coalesce(sum(b.value), 0) from brought b)::text as first_paid,
           (select count(distinct b.agent) from brought b where b.value is not null)::text as people,
           (select count(*) from brought b where b.value is null)::text as unsettled
      from it`,
  answer: z.object({
    pool: z.string(),
    title: z.string(),
    product: z.string(),
    currency: z.string(),
    first_day: z.string(),
    last_day: z.string(),
    percent: z.string(),
    rate_grain: z.string(),
    decided_by: z.string(),
    decided_on: z.string(),
    stages: z.array(
      z.object({
        stage: z.string(),
        day: z.string(),
        totals: z.nullable(z.record(z.string(), z.string())),
        name: text,
      }),
    ),
    entries: z.array(
      z.object({
        entry: z.string(),
        kind: z.string(),
        paper: z.string(),
        day: z.string(),
        how: z.record(z.string(), z.unknown()),
        figures: z.array(z.object({ step: z.string(), value: z.string() })),
        amount: z.string(),
        corrects: text,
        reason: text,
      }),
    ),
    grams: z.string(),
    first_paid: z.string(),
    people: z.string(),
    unsettled: z.string(),
  }),
});

/** What each member gets of a decided pool, by member number; once it is paid out, with the statement's number and what is owed. */
export const poolLines = view({
  name: "pool.lines",
  room: "settlement",
  question: "What does each member get of this pool?",
  asks: z.object({ pool: z.uuid(), ...paging }),
  askers,
  sql: ({ pool, limit, skip }) => sql`
    with members as (${members})
    select l.statement::text, l.agent::text, m.number as member_number, coalesce(p.organisation_name, v.value) as name,
           e.on_day::text as erased, l.grams::text, l.deliveries, l.first_paid::text, l.amount::text, r.number,
           coalesce(o.amount, 0)::text as owed, count(*) over ()::text as found
      from books.pool_line l
      left join members m on m.book_id = l.book_id and m.agent = l.agent
      left join books.profile p on p.book_id = l.book_id and p.agent = l.agent
      left join books.personal_value v on v.book_id = l.book_id and v.digest = p.name ->> 'digest'
      left join books.erasure e on e.book_id = l.book_id and e.agent = l.agent
      left join books.statement_result r on r.book_id = l.book_id and r.statement = l.statement
      left join books.tally o on o.book_id = l.book_id and o.kind = 'statement-owed' and o.key = l.statement::text
     where l.pool = ${pool}::uuid
     order by length(m.number), m.number, l.agent
     limit ${limit}::int offset ${skip}::int`,
  answer: z.object({
    statement: z.string(),
    agent: z.string(),
    member_number: text,
    name: text,
    erased: text,
    grams: z.string(),
    deliveries: z.int(),
    first_paid: z.string(),
    amount: z.string(),
    number: text,
    owed: z.string(),
    found: z.string(),
  }),
});

const paperQuery = (number: string, agent: string | null): Query => sql`
  select p.number, r.agent::text, p.content, coalesce(f.organisation_name, n.value) as name, e.on_day::text as erased,
         coalesce((select jsonb_agg(jsonb_build_object('document', c.document, 'title', o.title, 'day', d.happened,
                      'receipt', d.receipt) order by d.happened, c.document)
                     from books.pool_carried c
                     join books.pool o on o.book_id = c.book_id and o.pool = c.corrects
                     join books.delivery d on d.book_id = c.book_id and d.delivery = c.delivery
                    where c.book_id = p.book_id and c.statement = p.about and c.taken <> 0), '[]'::jsonb) as carried
    from books.paper p
    join books.statement_result r on r.book_id = p.book_id and r.statement::text = p.about::text
    left join books.profile f on f.book_id = r.book_id and f.agent = r.agent
    left join books.personal_value n on n.book_id = p.book_id and n.digest = f.name ->> 'digest'
    left join books.erasure e on e.book_id = p.book_id and e.agent = r.agent
   where p.kind = 'second-payment' and p.number = ${number}
     and (${agent}::uuid is null or r.agent = ${agent}::uuid)`;
/** `content`: canonical JSON as kept, a `SecondPaymentContent`. */
const paperAnswer = z.object({
  ...{ number: z.string(), agent: z.string(), content: z.string(), name: text, erased: text },
  /** What it carries of earlier pools, by title, day and receipt. */
  carried: z.array(z.object({ document: z.string(), title: z.string(), day: z.string(), receipt: text })),
});
const number = z.string().check(z.minLength(1), z.maxLength(40));

/** One statement of a second payment as it was issued. */
export const secondPaymentOne = view({
  name: "second-payment.one",
  room: "settlement",
  question: "Why this second payment?",
  asks: z.object({ number }),
  askers: ["see-statements", "close-settlement", "pay", "audit"],
  sql: (asked) => paperQuery(asked.number, null),
  answer: paperAnswer,
});

/** One's own, as it was issued. */
export const secondPaymentMine = view({
  name: "second-payment.mine",
  room: "settlement",
  question: "Why do I get this second payment?",
  asks: z.object({ number, agent: z.uuid() }),
  askers: [],
  self: "agent",
  sql: (asked) => paperQuery(asked.number, asked.agent),
  answer: paperAnswer,
});
