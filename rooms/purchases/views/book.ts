/** The purchase book of a period, and its ties to the ledger: one set of figures, read twice. */
import * as z from "zod/mini";
import { daySchema } from "../../../kernel/schema.ts";
import { type Query, sql, view } from "../../../kernel/view.ts";
import { lines } from "./lines.ts";
import { members } from "./members.ts";

const text = z.nullable(z.string());
const period = { from: daySchema, until: daySchema };
const paging = {
  limit: z._default(z.int().check(z.positive(), z.maximum(500)), 50),
  skip: z._default(z.int().check(z.nonnegative(), z.maximum(1_000_000)), 0),
};
type Asked = { readonly from: string; readonly until: string; readonly limit: number; readonly skip: number };

const line = {
  document: z.string(),
  number: z.string(),
  note: text,
  line: z.string(),
  on_day: z.string(),
  kind: z.string(),
  agent: z.string(),
  member_number: text,
  name: text,
  erased: text,
  currency: z.string(),
  line_grain: z.string(),
  grams: z.string(),
  value: z.string(),
  included: z.string(),
  added: z.string(),
  withheld: z.string(),
  payable: z.string(),
  found: z.string(),
};

/** The lines of a page; `more` are columns besides, from what `and` joins. */
const listed = ({ from, until, limit, skip }: Asked, more: Query = sql``, and: Query = sql``): Query => sql`
    with members as (${members}), lines as (${lines(from, until)})
    select l.document::text, l.number, l.note, l.line, l.on_day::text, t.code as kind, l.agent::text, m.number as member_number,
           coalesce(p.organisation_name, v.value) as name, e.on_day::text as erased, l.currency, l.line_grain, l.grams::text,
           l.value::text, l.included::text, l.added::text, l.withheld::text, l.payable::text, count(*) over ()::text as found ${more}
      from lines l
      join books.purchase_taxes t on t.book_id = l.book_id and t.sheet = l.sheet and t.version = l.sheet_version
      left join members m on m.book_id = l.book_id and m.agent = l.agent
      left join books.profile p on p.book_id = l.book_id and p.agent = l.agent
      left join books.personal_value v on v.book_id = l.book_id and v.digest = p.name ->> 'digest'
      left join (select book_id, agent, max(on_day) as on_day from books.erasure group by 1, 2) e
        on e.book_id = l.book_id and e.agent = l.agent
      ${and}
     order by l.on_day, l.number, l.line desc
     limit ${limit}::int offset ${skip}::int`;

/**
 * Documents issued between two days, in the order of their numbers, and documents annulled in them with their sums turned. Whole line
 * grains as text. Without any personal value but the name.
 */
export const purchaseBook = view({
  name: "purchase-book.list",
  room: "purchases",
  question: "What was bought from growers in this period, and what was withheld?",
  asks: z.object({ ...period, ...paging }),
  askers: ["see-ledger", "pay", "close-accounting-day", "audit"],
  wholeBook: true,
  sql: (asked) => listed(asked),
  answer: z.object(line),
});

/** The same with each seller's identity number, as an authority asks for it: who reads it is written down. */
export const purchaseBookIdentified = view({
  name: "purchase-book.identified",
  room: "purchases",
  question: "Who sold what in this period, by identity number, and what was withheld of each?",
  asks: z.object({ ...period, ...paging }),
  askers: ["see-personal"],
  wholeBook: true,
  reads: { kinds: ["identity-number"] },
  sql: (asked) =>
    listed(
      asked,
      sql`, i.value as identity`,
      sql`
      join books.paper a on a.book_id = l.book_id and a.kind = 'purchase-document' and a.number = l.number
      left join books.personal_value i on i.book_id = l.book_id
        and i.digest = coalesce((a.content::jsonb -> 'seller' ->> 'taxNumber'), (a.content::jsonb -> 'seller' ->> 'identity'))`,
    ),
  answer: z.object({ ...line, identity: text }),
});

/**
 * For each account that taxes of documents are posted to: what the documents of the period say, and what the ledger has of them, both in
 * whole line grains. They are the same, or something is wrong. `by_statements` was withheld by statements before and posted with them.
 */
export const purchaseBookTies = view({
  name: "purchase-book.ties",
  room: "purchases",
  question: "Do the documents of this period come to what the ledger has on the tax accounts?",
  asks: z.object(period),
  askers: ["see-ledger", "pay", "close-accounting-day", "audit"],
  wholeBook: true,
  sql: ({ from, until }) => sql`
    with lines as (${lines(from, until)}),
    said as (
      select l.currency, l.line_grain, t.account, t.effect, t.tax,
             sum(l.sign * t.base) as base, sum(l.sign * t.amount) as amount, sum(l.sign * t.by_statements) as by_statements
        from lines l
        join books.purchase_document_tax t on t.book_id = l.book_id and t.document = l.document
       group by 1, 2, 3, 4, 5),
    accounts as (
      select currency, line_grain, account, sum(amount) as amount, sum(by_statements) as by_statements,
             sum(case when effect = 'withheld' then amount - by_statements else amount end) as posted,
             jsonb_agg(jsonb_build_object('tax', tax, 'effect', effect, 'base', base::text, 'amount', amount::text) order by tax) as taxes
        from said where not (effect = 'included' and account = 'purchases') group by 1, 2, 3),
    kept as (
      select p.account, split_part(p.commodity, ':', 2) as currency, split_part(p.commodity, ':', 3) as line_grain, sum(p.amount) as amount
        from books.posting p
        join books.entry e on e.book_id = p.book_id and e.position = p.position and e.ordinal = p.ordinal
       where e.because in ('purchase-document.issued', 'purchase-document.voided')
         and p.happened between ${from}::date and ${until}::date
       group by 1, 2, 3)
    select a.account, a.currency, a.line_grain, a.amount::text, a.by_statements::text, a.posted::text, a.taxes,
           (case when a.account = 'levies-withheld' then -coalesce(k.amount, 0) else coalesce(k.amount, 0) end)::text as ledger
      from accounts a
      left join kept k on k.account = a.account and k.currency = a.currency and k.line_grain = a.line_grain
     order by a.currency, a.account`,
  answer: z.object({
    account: z.string(),
    currency: z.string(),
    line_grain: z.string(),
    amount: z.string(),
    by_statements: z.string(),
    posted: z.string(),
    ledger: z.string(),
    taxes: z.array(z.object({ tax: z.string(), effect: z.string(), base: z.string(), amount: z.string() })),
  }),
});
