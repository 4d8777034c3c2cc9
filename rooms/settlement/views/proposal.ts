/** What waits to be settled: by season, and by producer. Hand-overs in doubt are named with the reason, never left out in silence. */
import * as z from "zod/mini";
import { daySchema } from "../../../kernel/schema.ts";
import { sql, view } from "../../../kernel/view.ts";
import { asked, members, named } from "./names.ts";

const askers = ["draft-settlement", "review-settlement", "close-settlement", "audit"];
const text = z.nullable(z.string());

/**
 * Of each season that has any: hand-overs neither voided nor settled, and how many of them a draft names already or a question
 * holds. Those of a day that no season covered stand under null. Grams and counts are whole numbers as text.
 */
export const settlementWaiting = view({
  name: "settlement.waiting",
  room: "settlement",
  question: "How much of each season waits to be settled?",
  asks: z.object({}),
  askers,
  wholeBook: true,
  sql: () => sql`
    with named as (${named}), asked as (${asked})
    select d.season_agreement::text as season, d.product, count(*)::text as deliveries,
           count(distinct d.member)::text as producers, sum(d.net_g)::text as grams,
           count(n.delivery)::text as named,
           count(*) filter (where n.delivery is null and q.about is not null)::text as held,
           min(d.happened)::text as first_day, max(d.happened)::text as last_day
      from books.delivery d
      left join books.delivery_void v on v.book_id = d.book_id and v.delivery = d.delivery
      left join books.settled_delivery s on s.book_id = d.book_id and s.delivery = d.delivery
      left join named n on n.book_id = d.book_id and n.delivery = d.delivery
      left join asked q on q.book_id = d.book_id and q.about = d.delivery::text
     where v.delivery is null and s.delivery is null and d.mode in ('bought', 'consigned')
     group by d.season_agreement, d.product
     order by max(d.happened) desc, d.product
     limit 200`,
  answer: z.object({
    season: text,
    product: z.string(),
    deliveries: z.string(),
    producers: z.string(),
    grams: z.string(),
    named: z.string(),
    held: z.string(),
    first_day: z.string(),
    last_day: z.string(),
  }),
});

/** One hand-over of a proposal: `held` is the question that waits; `late` that it came before the last closing. */
const proposed = z.object({
  delivery: z.string(),
  receipt: text,
  day: z.string(),
  place: z.string(),
  grams: z.string(),
  held: z.nullable(
    z.object({
      code: z.string(),
      facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    }),
  ),
  late: z.boolean(),
});

/**
 * By producer, the hand-overs of a season that wait to be settled, up to a day and perhaps of one place: neither voided, nor
 * settled, nor named by another draft. Those of days that no season covered come along when the product is the season's. With
 * each row the totals of all that was found without `q`.
 */
export const settlementProposal = view({
  name: "settlement.proposal",
  room: "settlement",
  question: "Whose hand-overs of this season can be settled now, and which are held, and why?",
  asks: z.object({
    season: z.uuid(),
    until: daySchema,
    place: z.optional(z.string().check(z.maxLength(64))),
    q: z.optional(z.string().check(z.maxLength(100))),
    limit: z._default(z.int().check(z.positive(), z.maximum(1000)), 50),
    skip: z._default(z.int().check(z.nonnegative(), z.maximum(1_000_000)), 0),
  }),
  askers,
  wholeBook: true,
  sql: ({ season, until, place, q, limit, skip }) => sql`
    with named as (${named}), asked as (${asked}), members as (${members}),
    chosen as (
      select a.book_id, a.agreement, a.product from books.agreement a
       where a.agreement = ${season}::uuid and a.kind = 'season-policy' order by a.version desc limit 1),
    last_closed as (select max(r.closed_on) as day from books.statement_result r
                      join books.settlement s on s.book_id = r.book_id and s.settlement = r.settlement
                     where s.season = ${season}::uuid and s.way = 'period'),
    fit as (
      select d.book_id, d.member, d.delivery, d.receipt, d.happened, d.place, d.net_g, q.why as held,
             coalesce(d.happened < l.day, false) as late
        from books.delivery d
        join chosen c on c.book_id = d.book_id and c.product = d.product
        cross join last_closed l
        left join books.delivery_void v on v.book_id = d.book_id and v.delivery = d.delivery
        left join books.settled_delivery s on s.book_id = d.book_id and s.delivery = d.delivery
        left join named n on n.book_id = d.book_id and n.delivery = d.delivery
        left join asked q on q.book_id = d.book_id and q.about = d.delivery::text
       where (d.season_agreement = c.agreement or d.season_agreement is null)
         and d.mode in ('bought', 'consigned') and d.happened <= ${until}::date
         and (${place ?? null}::text is null or d.place = ${place ?? null}::text)
         and v.delivery is null and s.delivery is null and n.delivery is null),
    people as (
      select f.member as agent, m.number, coalesce(p.organisation_name, w.value) as name, e.on_day as erased,
             count(*) as deliveries, sum(f.net_g) as grams, count(f.held) as held,
             jsonb_agg(jsonb_build_object('delivery', f.delivery, 'receipt', f.receipt, 'day', f.happened, 'place', f.place,
                       'grams', f.net_g::text, 'held', f.held, 'late', f.late) order by f.happened, f.delivery) as list
        from fit f
        left join members m on m.book_id = f.book_id and m.agent = f.member
        left join books.profile p on p.book_id = f.book_id and p.agent = f.member
        left join books.personal_value w on w.book_id = f.book_id and w.digest = p.name ->> 'digest'
        left join books.erasure e on e.book_id = f.book_id and e.agent = f.member
       group by 1, 2, 3, 4),
    found as (
      select * from people
       where ${q ?? null}::text is null or strpos(lower(concat_ws(' ', number, name)), lower(${q ?? null}::text)) > 0)
    select f.agent::text, f.number, f.name, f.erased::text, f.deliveries::text, f.grams::text, f.held::text, f.list,
           (select count(*) from found)::text as found, (select count(*) from people)::text as producers,
           (select sum(deliveries) from people)::text as all_deliveries, (select sum(grams) from people)::text as all_grams,
           (select sum(held) from people)::text as all_held
      from found f
     order by length(f.number), f.number, f.agent
     limit ${limit}::int offset ${skip}::int`,
  answer: z.object({
    agent: z.string(),
    number: text,
    name: text,
    erased: text,
    deliveries: z.string(),
    grams: z.string(),
    held: z.string(),
    list: z.array(proposed),
    found: z.string(),
    producers: z.string(),
    all_deliveries: z.string(),
    all_grams: z.string(),
    all_held: z.string(),
  }),
});
