/** What may be asked about the reading of the accounts: charts, periods, and the trial balance of any days. */
import * as z from "zod/mini";
import { daySchema } from "../../../kernel/schema.ts";
import { sql, view } from "../../../kernel/view.ts";
import { periodPattern } from "../rules/periods.ts";

const askers = ["see-ledger", "audit"];
const text = z.nullable(z.string());

/** Every version of the chart, the first first. */
export const chartVersions = view({
  name: "chart.versions",
  room: "book",
  question: "By which codes and names does the organisation read its accounts, and since when?",
  asks: z.object({}),
  askers: [...askers, "close-accounting-day"],
  sql: () => sql`select body, version, from_day::text as since from books.chart_of_accounts order by version limit 500`,
  answer: z.object({ body: z.unknown(), version: z.int(), since: z.string() }),
});

/** Months and years that were opened, the newest first, and when each was closed. */
export const accountingPeriods = view({
  name: "accounting.periods",
  room: "book",
  question: "Which months and years are open in the accounts, and which are closed?",
  asks: z.object({}),
  askers: [...askers, "close-accounting-day"],
  sql: () => sql`
    select o.period, o.first_day::text, o.last_day::text, o.on_day::text as opened_on, c.on_day::text as closed_on,
           coalesce(f.organisation_name, v.value) as name
      from books.accounting_period o
      left join books.accounting_period_close c on c.book_id = o.book_id and c.period = o.period
      left join books.profile f on f.book_id = o.book_id and f.agent = c.closed_by
      left join books.personal_value v on v.book_id = o.book_id and v.digest = f.name ->> 'digest'
     order by o.last_day desc, o.period limit 2000`,
  answer: z.object({
    period: z.string(),
    first_day: z.string(),
    last_day: z.string(),
    opened_on: z.string(),
    closed_on: text,
    name: text,
  }),
});

/** The trial balance that a closing kept, as its paper says it. */
export const accountingPeriodPaper = view({
  name: "accounting.period-paper",
  room: "book",
  question: "With which balances was this month or year closed?",
  asks: z.object({ period: z.string().check(z.regex(periodPattern)) }),
  askers,
  sql: ({ period }) => sql`select content from books.paper where kind = 'trial-balance' and number = ${period}::text`,
  answer: z.object({ content: z.string() }),
});

/** Of which product and season a posting is, by the season it is under. For a common table `seasons`. */
export const seasonsOf = sql`
    select distinct on (book_id, agreement) book_id, agreement, season, product from books.agreement
     where kind = 'season-policy' order by book_id, agreement, version desc`;

/** The same by the pool it is under: a pool of several seasons is of none. For a common table `pools`. */
export const poolsOf = sql`
    select book_id, pool, product, case when jsonb_array_length(seasons) = 1 then (seasons ->> 0)::uuid end as season
      from books.pool`;

/**
 * What each account held before the days, took in and gave out in them, by commodity, product and season; whole grains as text. What
 * is no posting of one product is of none. `carried`: of what was there before, the part up to this day.
 */
export const ledgerTrial = view({
  name: "ledger.trial",
  room: "book",
  question: "What did each account hold before these days, what went in and out, and what does it hold now?",
  asks: z.object({ from: daySchema, until: daySchema, carried: z.optional(daySchema) }),
  askers,
  wholeBook: true,
  sql: ({ from, until, carried }) => sql`
    with sums as materialized (
      select p.book_id, p.account, p.commodity, p.agreement,
             coalesce(sum(p.amount) filter (where p.booked < ${from}::date), 0) as opening,
             coalesce(sum(p.amount) filter (where p.booked < ${from}::date and p.booked <= ${carried ?? null}::date), 0) as carried,
             coalesce(sum(p.amount) filter (where p.booked >= ${from}::date and p.amount > 0), 0) as debit,
             coalesce(-sum(p.amount) filter (where p.booked >= ${from}::date and p.amount < 0), 0) as credit
        from books.posting p where p.booked <= ${until}::date
       group by 1, 2, 3, 4),
    seasons as (${seasonsOf}), pools as (${poolsOf}), placed as (
      select s.*, coalesce(n.product, l.product, case when s.commodity like 'goods:%' then split_part(s.commodity, ':', 2) end) as product,
             coalesce(n.agreement, l.season) as season
        from sums s
        left join seasons n on n.book_id = s.book_id and n.agreement = s.agreement
        left join pools l on l.book_id = s.book_id and l.pool = s.agreement)
    select account, commodity, product, season::text, sum(opening)::text as opening, sum(carried)::text as carried,
           sum(debit)::text as debit, sum(credit)::text as credit
      from placed group by 1, 2, 3, 4 order by 2, 1, 3, 4 limit 20000`,
  answer: z.object({
    account: z.string(),
    commodity: z.string(),
    product: text,
    season: text,
    opening: z.string(),
    carried: z.string(),
    debit: z.string(),
    credit: z.string(),
  }),
});
