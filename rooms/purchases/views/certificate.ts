/** What was withheld of a seller in a year: what a certificate says. */
import * as z from "zod/mini";
import { sql, view } from "../../../kernel/view.ts";

/** The taxes of a seller's documents that hold, of one year, by currency and tax; `name` is that of the newest sheet. Whole line grains as text. */
export const purchaseCertificate = view({
  name: "purchase-certificate.one",
  room: "purchases",
  question: "What was withheld of this seller in this year?",
  asks: z.object({ agent: z.uuid(), year: z.string().check(z.regex(/^[0-9]{4}$/)) }),
  askers: ["see-ledger", "pay", "audit"],
  self: "agent",
  sql: ({ agent, year }) => sql`
    select d.currency, d.line_grain, t.tax, t.effect, (s.body -> 'taxes') as taxes, sum(t.base)::text as base, sum(t.amount)::text as amount,
           count(*)::text as documents, min(d.issued_on)::text as first_day, max(d.issued_on)::text as last_day,
           (select coalesce(p.organisation_name, v.value) from books.profile p
              left join books.personal_value v on v.book_id = p.book_id and v.digest = p.name ->> 'digest'
             where p.agent = ${agent}::uuid limit 1) as name,
           (array_agg(d.number order by d.issued_on, d.number)) as numbers
      from books.purchase_document d
      join books.purchase_document_tax t on t.book_id = d.book_id and t.document = d.document
      join (select distinct on (book_id, sheet) book_id, sheet, body from books.purchase_taxes order by book_id, sheet, version desc) s
        on s.book_id = d.book_id and s.sheet = d.sheet
     where d.agent = ${agent}::uuid and to_char(d.issued_on, 'YYYY') = ${year} and t.effect = 'withheld'
       and not exists (select from books.purchase_document_void x where x.book_id = d.book_id and x.document = d.document)
     group by d.currency, d.line_grain, t.tax, t.effect, s.body -> 'taxes'
     order by d.currency, t.tax`,
  answer: z.object({
    currency: z.string(),
    line_grain: z.string(),
    tax: z.string(),
    effect: z.string(),
    taxes: z.array(z.looseObject({ code: z.string(), name: z.record(z.string(), z.string()) })),
    base: z.string(),
    amount: z.string(),
    documents: z.string(),
    first_day: z.string(),
    last_day: z.string(),
    name: z.nullable(z.string()),
    numbers: z.array(z.string()),
  }),
});
