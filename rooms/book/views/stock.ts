/** What may be asked of goods as the ledger counts them: how much lies where and whose, and what goods cost so far. */
import * as z from "zod/mini";
import { daySchema } from "../../../kernel/schema.ts";
import { sql, view } from "../../../kernel/view.ts";
import { seasonsOf } from "./accounts.ts";

const text = z.nullable(z.string());
const askers = ["see-ledger", "audit"];

/** Goods in store at the end of a day by product, season and place: ours, and those we only keep for their producers. In grains of the commodity. */
export const ledgerStock = view({
  name: "ledger.stock",
  room: "book",
  question: "How much of each product lies in store, of which season and whose?",
  asks: z.object({ until: daySchema }),
  askers,
  wholeBook: true,
  sql: ({ until }) => sql`
    with seasons as (${seasonsOf})
    select p.commodity, n.season, p.place, p.owner is null as own, sum(p.amount)::text as amount
      from books.posting p
      left join seasons n on n.book_id = p.book_id and n.agreement = p.agreement
     where p.account = 'stock' and p.booked <= ${until}::date
     group by 1, 2, 3, 4 having sum(p.amount) <> 0
     order by 1, 2, 3, 4 desc limit 5000`,
  answer: z.object({
    commodity: z.string(),
    season: text,
    place: text,
    own: z.boolean(),
    amount: z.string(),
  }),
});

/**
 * What goods bought from producers cost, by product and currency, from statements closed up to a day: all of it over all their
 * kilograms, and the last statement by itself. Before deductions; what was paid later out of a pool is not in it.
 */
export const ledgerCosts = view({
  name: "ledger.costs",
  room: "book",
  question: "What did each product cost when it was bought from producers?",
  asks: z.object({ until: daySchema }),
  askers,
  wholeBook: true,
  sql: ({ until }) => sql`
    with seasons as (${seasonsOf}), bought as (
      select n.product, r.currency, r.line_grain, r.value, r.net_grams, r.closed_on, r.number
        from books.statement_result r
        join books.settlement s on s.book_id = r.book_id and s.settlement = r.settlement
        join seasons n on n.book_id = s.book_id and n.agreement = s.season
       where r.closed_on <= ${until}::date and r.net_grams > 0)
    select product, currency, line_grain, sum(value)::text as value, sum(net_grams)::text as net_grams,
           (array_agg(value order by closed_on desc, number desc))[1]::text as last_value,
           (array_agg(net_grams order by closed_on desc, number desc))[1]::text as last_grams,
           (array_agg(number order by closed_on desc, number desc))[1] as last_number,
           max(closed_on)::text as last_day
      from bought group by 1, 2, 3 order by 1, 2 limit 1000`,
  answer: z.object({
    product: z.string(),
    currency: z.string(),
    line_grain: z.string(),
    value: z.string(),
    net_grams: z.string(),
    last_value: z.string(),
    last_grams: z.string(),
    last_number: z.string(),
    last_day: z.string(),
  }),
});
