/** What may be asked of published prices. */
import * as z from "zod/mini";
import { sql, view } from "../../kernel/view.ts";

const askers = ["see-statements", "see-deliveries", "record-price", "publish-price", "audit"];

/** The series the book keeps. */
export const seriesList = view({
  name: "prices.series-list",
  room: "market",
  question: "Which published prices does this book follow?",
  asks: z.object({}),
  askers,
  sql: () => sql`
    select s.series, s.title, s.currency, s.per_unit, s.period, s.source, s.licence, p.period as last_period, p.value as last_value
      from books.price_series s
      left join lateral (select x.period, x.value from books.price_point x
                          where x.book_id = s.book_id and x.series = s.series order by x.period desc limit 1) p on true
     order by s.series limit 1000`,
  answer: z.object({
    series: z.string(),
    title: z.string(),
    currency: z.string(),
    per_unit: z.string(),
    period: z.string(),
    source: z.string(),
    licence: z.nullable(z.string()),
    /** The newest point; null when none was published yet. */
    last_period: z.nullable(z.string()),
    last_value: z.nullable(z.string()),
  }),
});

/** The newest revision of each price of a series, in order; `from` and `until` are periods and belong to it. */
export const pricesSeries = view({
  name: "prices.series",
  room: "market",
  question: "What were the published prices of this series?",
  asks: z.object({
    series: z.string().check(z.maxLength(64)),
    from: z.optional(z.string().check(z.maxLength(10))),
    until: z.optional(z.string().check(z.maxLength(10))),
    limit: z._default(z.int().check(z.positive(), z.maximum(5000)), 1000),
  }),
  askers,
  sql: ({ series, from, until, limit }) => sql`
    select period, value, revision from books.price_point
    where series = ${series}
      and (${from ?? null}::text is null or period >= ${from ?? null}::text)
      and (${until ?? null}::text is null or period <= ${until ?? null}::text)
    order by period limit ${limit}::int`,
  answer: z.object({ period: z.string(), value: z.string(), revision: z.int() }),
});

export { fixingsView } from "./views/fixings.ts";
