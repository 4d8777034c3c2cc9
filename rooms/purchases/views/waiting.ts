/** Closed statements that no document is for, by seller. */
import * as z from "zod/mini";
import { daySchema } from "../../../kernel/schema.ts";
import { sql, view } from "../../../kernel/view.ts";
import { members } from "./members.ts";

const text = z.nullable(z.string());

/**
 * Sellers with closed statements that are on no document that holds: of one settlement, or closed between two days. `statements` are
 * their ids in the order of their numbers, at most two hundred. Whole line grains as text.
 */
export const purchasesWaiting = view({
  name: "purchases.waiting",
  room: "purchases",
  question: "Whose closed statements have no purchase document yet?",
  asks: z.object({
    settlement: z.optional(z.uuid()),
    from: z.optional(daySchema),
    until: z.optional(daySchema),
    currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
    after: z.optional(z.uuid()),
    limit: z._default(z.int().check(z.positive(), z.maximum(500)), 50),
  }),
  askers: ["pay", "audit"],
  pagedBy: "agent",
  wholeBook: true,
  sql: ({ settlement, from, until, currency, after, limit }) => sql`
    with members as (${members}),
    open as (
      select r.book_id, r.agent, (array_agg(r.statement::text order by r.number))[1:200] as statements, sum(r.value) as value,
             sum(greatest(coalesce(o.amount, 0), 0)) as owed, min(r.line_grain) as line_grain
        from books.statement_result r
        join books.settlement s on s.book_id = r.book_id and s.settlement = r.settlement
        left join books.tally o on o.book_id = r.book_id and o.kind = 'statement-owed' and o.key = r.statement::text
       where s.way <> 'opening' and r.currency = ${currency} and r.value > 0
         and (${settlement ?? null}::uuid is null or r.settlement = ${settlement ?? null}::uuid)
         and (${from ?? null}::date is null or r.closed_on >= ${from ?? null}::date)
         and (${until ?? null}::date is null or r.closed_on <= ${until ?? null}::date)
         and not exists (
               select from books.purchase_document_statement d
                where d.book_id = r.book_id and d.statement = r.statement
                  and not exists (select from books.purchase_document_void v where v.book_id = d.book_id and v.document = d.document))
       group by r.book_id, r.agent)
    select f.agent::text, m.number as member_number, coalesce(p.organisation_name, n.value) as name, f.statements, f.value::text,
           f.owed::text, ${currency}::text as currency, f.line_grain, (select count(*) from open)::text as found
      from open f
      left join members m on m.book_id = f.book_id and m.agent = f.agent
      left join books.profile p on p.book_id = f.book_id and p.agent = f.agent
      left join books.personal_value n on n.book_id = f.book_id and n.digest = p.name ->> 'digest'
     where ${after ?? null}::uuid is null or f.agent > ${after ?? null}::uuid
     order by f.agent limit ${limit}::int`,
  answer: z.object({
    agent: z.string(),
    member_number: text,
    name: text,
    statements: z.array(z.string()),
    value: z.string(),
    owed: z.string(),
    currency: z.string(),
    line_grain: z.string(),
    found: z.string(),
  }),
});
