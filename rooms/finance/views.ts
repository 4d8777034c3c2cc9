/** What may be asked of advances and credit. */
import * as z from "zod/mini";
import { sql, view } from "../../kernel/view.ts";

/** Advances and credits of an agent with what is still owed, in whole line grains of the currency; the paid ones too. */
export const debtsOfAgent = view({
  name: "debts.of-agent",
  room: "finance",
  question: "What did this person get ahead of delivery, and what is still owed of it?",
  asks: z.object({ agent: z.string().check(z.regex(/^[0-9a-f-]{36}$/)) }),
  askers: ["see-statements"],
  self: "agent",
  sql: ({ agent }) => sql`
    select d.debt::text, d.kind, d.amount::text, d.currency, d.since::text, d.due::text, d.rate_month, d.purpose,
           coalesce(p.amount, 0)::text as principal_owed, coalesce(i.amount, 0)::text as interest_owed
    from (select book_id, advance as debt, 'advance' as kind, amount, currency, given as since, null::date as due,
                 null::text as rate_month, null::text as purpose
            from books.advance where agent = ${agent}::uuid and amount is not null
          union all
          select book_id, credit, 'credit', principal, currency, start_day, due_day, rate_month, purpose
            from books.credit where agent = ${agent}::uuid) d
    left join books.tally p on p.book_id = d.book_id and p.key = d.debt::text
      and p.kind = case d.kind when 'advance' then 'advance-owed' else 'credit-principal-owed' end
    left join books.tally i on i.book_id = d.book_id and i.key = d.debt::text and i.kind = 'credit-interest-owed'
    order by d.since, d.debt limit 1000`,
  answer: z.object({
    debt: z.string(),
    kind: z.enum(["advance", "credit"]),
    amount: z.string(),
    currency: z.string(),
    since: z.string(),
    due: z.nullable(z.string()),
    rate_month: z.nullable(z.string()),
    purpose: z.nullable(z.string()),
    principal_owed: z.string(),
    interest_owed: z.string(),
  }),
});

/**
 * What was stated of the time before the book, newest first; of one person when asked. `said` is the statement as it was made:
 * amounts are decimal text.
 */
export const openingsList = view({
  name: "openings.list",
  room: "finance",
  question: "With what did this book begin?",
  asks: z.object({
    kind: z.optional(z.enum(["member", "stock", "serial", "cash"])),
    agent: z.optional(z.uuid()),
    limit: z._default(z.int().check(z.positive(), z.maximum(500)), 50),
    skip: z._default(z.int().check(z.nonnegative(), z.maximum(1_000_000)), 0),
  }),
  askers: ["record-opening", "see-ledger", "audit"],
  self: "agent",
  sql: ({ kind, agent, limit, skip }) => sql`
    select o.kind, o.about, o.agent::text, m.number as member_number, coalesce(p.organisation_name, v.value) as name,
           e.on_day::text as erased, o.on_day::text, o.said, count(*) over ()::text as found
      from books.opening o
      left join lateral (select t.number from books.tie t
                          where t.book_id = o.book_id and t.from_agent = o.agent and t.kind = 'membership'
                          order by t.from_day desc, t.tie limit 1) m on true
      left join books.profile p on p.book_id = o.book_id and p.agent = o.agent
      left join books.personal_value v on v.book_id = o.book_id and v.digest = p.name ->> 'digest'
      left join books.erasure e on e.book_id = o.book_id and e.agent = o.agent
     where (${kind ?? null}::text is null or o.kind = ${kind ?? null}::text)
       and (${agent ?? null}::uuid is null or o.agent = ${agent ?? null}::uuid)
     order by o.on_day desc, o.kind, length(m.number), m.number, o.about
     limit ${limit}::int offset ${skip}::int`,
  answer: z.object({
    kind: z.string(),
    about: z.string(),
    agent: z.nullable(z.string()),
    member_number: z.nullable(z.string()),
    name: z.nullable(z.string()),
    erased: z.nullable(z.string()),
    on_day: z.string(),
    said: z.record(z.string(), z.unknown()),
    found: z.string(),
  }),
});
