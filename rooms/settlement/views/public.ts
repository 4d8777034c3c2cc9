/** What everybody may ask of an organisation that shows itself: its own words, and the prices it publishes. */
import * as z from "zod/mini";
import { sql, view } from "../../../kernel/view.ts";

const text = z.nullable(z.string());

/** The public page in force; no row where the organisation shows none. */
export const publicPageView = view({
  name: "public.page",
  room: "settlement",
  question: "Who is this organisation, and how can one reach it?",
  asks: z.object({}),
  askers: [],
  everybody: true,
  sql: () => sql`
    select s.name, s.country, s.form, p.body ->> 'about' as about, p.body ->> 'where' as place, p.body ->> 'reach' as reach,
           (p.body ->> 'prices')::boolean as prices, p.from_day::text as since
      from books.public_page p join books.book_settings s on s.book_id = p.book_id
     where (p.body ->> 'shown')::boolean`,
  answer: z.object({
    name: z.string(),
    country: z.string(),
    form: z.string(),
    about: z.string(),
    place: text,
    reach: text,
    prices: z.boolean(),
    since: z.string(),
  }),
});

/** Seasons that are open on a day with the plan that pays in them, where the organisation tells its prices. */
export const publicPrices = view({
  name: "public.prices",
  room: "settlement",
  question: "What is bought here now, how is it paid, and what are the prices it goes by?",
  asks: z.object({ day: z.iso.date() }),
  askers: [],
  everybody: true,
  sql: ({ day }) => sql`
    select s.product, s.season, s.body ->> 'until' as last_day, p.currency, p.body as plan_body,
           coalesce((select jsonb_agg(to_jsonb(q) order by q.title)
                       from (select r.title, r.currency, r.per_unit, r.source, n.period, n.value
                               from books.price_series r
                               join lateral (select period, value from books.price_point n
                                              where n.book_id = r.book_id and n.series = r.series and n.period <= ${day}
                                              order by period desc limit 1) n on true
                              where r.book_id = p.book_id
                                and exists (select from jsonb_array_elements(p.body -> 'steps') e where e ->> 'series' = r.series)) q),
                    '[]'::jsonb) as quoted
      from (select distinct on (agreement) * from books.agreement
             where kind = 'season-policy' order by agreement, version desc) s
      join lateral (select * from books.price_plan p
                     where p.book_id = s.book_id and p.plan::text = s.body ->> 'pricePlan' and p.from_day <= ${day}::date
                     order by version desc limit 1) p on true
      join books.public_page g on g.book_id = s.book_id
     where s.body ->> 'from' <= ${day} and s.body ->> 'until' >= ${day}
       and (g.body ->> 'shown')::boolean and (g.body ->> 'prices')::boolean
     order by s.product limit 20`,
  answer: z.object({
    product: z.string(),
    season: z.string(),
    last_day: z.string(),
    currency: z.string(),
    plan_body: z.unknown(),
    quoted: z.array(
      z.object({
        title: z.string(),
        currency: z.string(),
        per_unit: z.string(),
        source: z.string(),
        period: z.string(),
        value: z.string(),
      }),
    ),
  }),
});
