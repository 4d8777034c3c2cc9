/** What may be asked of the day: each block of the office's first page is one of these, and is fast in a large book. */
import * as z from "zod/mini";
import { daySchema } from "../../../kernel/schema.ts";
import { sql, view } from "../../../kernel/view.ts";
import { askedAbout } from "./deliveries.ts";

const facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
const text = z.nullable(z.string());
const uuid = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$";

/** Open questions by code and role, the kinds that were asked first first: how many, the oldest of each with its day, and the names of the people it speaks of. */
export const todayQuestions = view({
  name: "today.questions",
  room: "settlement",
  question: "Which kinds of question wait for an answer, how many of each, and since when?",
  asks: z.object({}),
  askers: ["answer-question", "audit"],
  sql: () => sql`
    with open as (
      select q.book_id, q.code, q.to_role, q.asked_position, q.ordinal, q.about, q.facts,
             count(*) over (partition by q.code, q.to_role) as how_many,
             row_number() over (partition by q.code, q.to_role order by q.asked_position, q.ordinal) as place
        from books.question q
       where not exists (select from books.question_answer a
                          where a.asked_position = q.asked_position and a.ordinal = q.ordinal))
    select o.code, o.to_role as role, o.how_many::text as open, o.asked_position::text as position, o.ordinal, o.about, o.facts,
           left(a.received, 10) as since,
           coalesce((select jsonb_object_agg(w.agent, coalesce(w.organisation_name, v.value))
                       from jsonb_each_text(o.facts) f
                       join books.profile w on w.book_id = o.book_id and f.value ~ ${uuid} and w.agent::text = f.value
                       left join books.personal_value v on v.book_id = w.book_id and v.digest = w.name ->> 'digest'
                      where coalesce(w.organisation_name, v.value) is not null), '{}') as names
      from open o join books.act a on a.book_id = o.book_id and a.position = o.asked_position
     where o.place = 1
     order by o.asked_position limit 200`,
  answer: z.object({
    code: z.string(),
    role: z.string(),
    open: z.string(),
    position: z.string(),
    ordinal: z.int(),
    about: text,
    facts,
    since: z.string(),
    names: z.record(z.string(), z.string()),
  }),
});

/** What came in between two days, by place and product, without what was voided. Whole grams as text. */
export const todayCameIn = view({
  name: "today.came-in",
  room: "settlement",
  question: "What came in, where, and how much of it?",
  asks: z.object({ from: daySchema, until: daySchema }),
  askers: ["see-deliveries", "audit"],
  sql: ({ from, until }) => sql`
    select d.place, d.product, count(*)::text as deliveries, sum(d.bags)::text as bags, sum(d.net_g)::text as net_g
      from books.delivery d
     where d.happened between ${from}::date and ${until}::date
       and not exists (select from books.delivery_void v where v.book_id = d.book_id and v.delivery = d.delivery)
     group by d.place, d.product order by d.product, sum(d.net_g) desc, d.place limit 200`,
  answer: z.object({
    place: z.string(),
    product: z.string(),
    deliveries: z.string(),
    bags: z.string(),
    net_g: z.string(),
  }),
});

/** What lies in the stores, by product and place: grams, ours and the producers' together. From the counts kept with each act. */
export const todayStock = view({
  name: "today.stock",
  room: "settlement",
  question: "What lies in each store?",
  asks: z.object({}),
  askers: ["see-deliveries", "see-ledger", "audit"],
  sql: () => sql`
    select split_part(key, '|', 1) as product, split_part(key, '|', 2) as place, amount::text as grams
      from books.tally where kind = 'stock' and amount <> 0 order by 1, amount desc, 2 limit 500`,
  answer: z.object({ product: z.string(), place: z.string(), grams: z.string() }),
});

/** What the boxes and the bank hold, by account and currency, in whole line grains: from the balances kept with each act. */
export const todayMoney = view({
  name: "today.money",
  room: "settlement",
  question: "How much is in the cash boxes and in the bank?",
  asks: z.object({}),
  askers: ["see-ledger", "pay", "audit"],
  sql: () => sql`
    select split_part(key, '|', 1) as account, split_part(split_part(key, '|', 2), ':', 2) as currency, sum(amount)::text as grains
      from books.tally
     where kind = 'ledger' and (key like 'cash|money:%' or key like 'bank|money:%')
     group by 1, 2 having sum(amount) <> 0 order by 2, 1 desc`,
  answer: z.object({ account: z.string(), currency: z.string(), grains: z.string() }),
});

/** Closed statements on which something is owed, by currency: the sum, how many, of how many people, and the oldest day. */
export const todayOwed = view({
  name: "today.owed",
  room: "settlement",
  question: "How much is owed on closed statements, to how many, and since when?",
  asks: z.object({}),
  askers: ["see-statements", "close-settlement", "pay", "audit"],
  sql: () => sql`
    select r.currency, r.line_grain, sum(o.amount)::text as owed, count(*)::text as statements,
           count(distinct r.agent)::text as people, min(r.closed_on)::text as oldest
      from books.tally o
      join books.statement_result r on r.book_id = o.book_id and r.statement::text = o.key
     where o.kind = 'statement-owed' and o.amount > 0
     group by 1, 2 order by sum(o.amount) desc limit 20`,
  answer: z.object({
    currency: z.string(),
    line_grain: z.string(),
    owed: z.string(),
    statements: z.string(),
    people: z.string(),
    oldest: z.string(),
  }),
});

/** Hand-overs about which something is asked, that still count and that no statement has taken: how many, and how much. */
export const todayInDoubt = view({
  name: "today.in-doubt",
  room: "settlement",
  question: "How many hand-overs wait for an answer before they can be settled?",
  asks: z.object({}),
  askers: ["see-deliveries", "answer-question", "audit"],
  sql: () => sql`
    select count(*)::text as deliveries, coalesce(sum(d.net_g), 0)::text as net_g, min(d.happened)::text as oldest
      from books.delivery d
     where d.delivery = any(array(${askedAbout}))
       and not exists (select from books.delivery_void v where v.book_id = d.book_id and v.delivery = d.delivery)
       and not exists (select from books.settled_delivery s where s.book_id = d.book_id and s.delivery = d.delivery)
       and not exists (select from books.past_delivery s where s.book_id = d.book_id and s.delivery = d.delivery)`,
  answer: z.object({ deliveries: z.string(), net_g: z.string(), oldest: text }),
});

/**
 * What came in month by month of one product, without what was voided, between two days. `by_then` is what had come by the day
 * `asOf`: how a season of before stood at the same date.
 */
export const todayMonths = view({
  name: "today.months",
  room: "settlement",
  question: "How much of a product came in, month by month?",
  asks: z.object({
    product: z.string().check(z.maxLength(64)),
    from: daySchema,
    until: daySchema,
    asOf: z.optional(daySchema),
  }),
  askers: ["see-deliveries", "audit"],
  // Days are added up first: they are few, and a month's name is written once for each.
  sql: ({ product, from, until, asOf }) => sql`
    with days as (
      select d.happened, sum(d.net_g) as net_g from books.delivery d
       where d.happened between ${from}::date and ${until}::date and d.product = ${product}
       group by d.happened
      union all
      select d.happened, -d.net_g from books.delivery_void v
        join books.delivery d on d.book_id = v.book_id and d.delivery = v.delivery
       where d.happened between ${from}::date and ${until}::date and d.product = ${product})
    select to_char(happened, 'YYYY-MM') as month, sum(net_g)::text as net_g,
           coalesce(sum(net_g) filter (where happened <= coalesce(${asOf ?? null}::date, ${until}::date)), 0)::text as by_then
      from days group by 1 order by 1 limit 60`,
  answer: z.object({ month: z.string(), net_g: z.string(), by_then: z.string() }),
});
