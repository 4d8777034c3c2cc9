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
    select series, title, currency, per_unit, period, source, licence from books.price_series order by series limit 1000`,
  answer: z.object({
    series: z.string(),
    title: z.string(),
    currency: z.string(),
    per_unit: z.string(),
    period: z.string(),
    source: z.string(),
    licence: z.nullable(z.string()),
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
