/** The rules and the series of numbers that a book has. */
import * as z from "zod/mini";
import { sql, view } from "../../../kernel/view.ts";

const text = z.nullable(z.string());
const askers = ["close-accounting-day", "pay", "see-ledger", "audit"];

/** Every version of every sheet, the newest of each first. `body` is a `PurchaseTaxSheet`. */
export const purchaseTaxesList = view({
  name: "purchase-taxes.list",
  room: "purchases",
  question: "By which rules are purchases from growers documented and taxed?",
  asks: z.object({ sheet: z.optional(z.uuid()) }),
  askers,
  sql: ({ sheet }) => sql`
    select sheet::text, code, currency, body, reason, version, from_day::text from books.purchase_taxes
     where ${sheet ?? null}::uuid is null or sheet = ${sheet ?? null}::uuid
     order by code, version desc limit 500`,
  answer: z.object({
    sheet: z.string(),
    code: z.string(),
    currency: z.string(),
    body: z.looseObject({ code: z.string() }),
    reason: text,
    version: z.int(),
    from_day: z.string(),
  }),
});

/** Series of numbers, with how many of each are used. */
export const purchaseSeriesList = view({
  name: "purchase-series.list",
  room: "purchases",
  question: "Which numbers may documents take, and how many are left?",
  asks: z.object({}),
  askers,
  sql: () => sql`
    select s.series::text, s.sheet::text, s.kind, s.prefix, s.first_number::text, s.last_number::text, s.digits, s.authorisation,
           s.until::text, coalesce(t.amount, 0)::text as used
      from books.purchase_series s
      left join books.tally t on t.book_id = s.book_id and t.kind = 'purchase-serial' and t.key = s.series::text
     order by s.kind desc, s.prefix, s.first_number limit 500`,
  answer: z.object({
    series: z.string(),
    sheet: z.string(),
    kind: z.string(),
    prefix: z.string(),
    first_number: z.string(),
    last_number: z.string(),
    digits: z.int(),
    authorisation: text,
    until: text,
    used: z.string(),
  }),
});
