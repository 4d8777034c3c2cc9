/** Advances and credits on which something is owed, of everybody or of one. */
import * as z from "zod/mini";
import { daySchema } from "../../../kernel/schema.ts";
import { type Query, sql, view } from "../../../kernel/view.ts";
import { membersByAgent } from "./deliveries.ts";

const text = z.nullable(z.string());
const askers = ["give-advance", "grant-credit", "see-ledger", "see-statements", "audit"];
const asks = {
  agent: z.optional(z.uuid()),
  kind: z.optional(z.enum(["advance", "credit"])),
  /** Only what was due before this day. */
  overdueOn: z.optional(daySchema),
  q: z.optional(z.string().check(z.maxLength(100))),
};
const asked = z.object(asks);

/** What is still open, with the months whose interest was charged already. Whole line grains of the debt's currency. */
const openDebts = (search: z.infer<typeof asked>): Query => sql`
  select d.*, coalesce(p.amount, 0) as principal_owed, coalesce(i.amount, 0) as interest_owed, coalesce(m.amount, 0) as months_charged
    from (select book_id, advance as debt, agent, 'advance' as kind, amount, currency, given as since, null::date as due,
                 null::text as rate_month, null::text as purpose, 'advance-owed' as tally
            from books.advance where amount is not null
          union all
          select book_id, credit, agent, 'credit', principal, currency, start_day, due_day, rate_month, purpose,
                 'credit-principal-owed'
            from books.credit) d
    left join books.tally p on p.book_id = d.book_id and p.kind = d.tally and p.key = d.debt::text
    left join books.tally i on i.book_id = d.book_id and i.kind = 'credit-interest-owed' and i.key = d.debt::text
    left join books.tally m on m.book_id = d.book_id and m.kind = 'credit-months-settled' and m.key = d.debt::text
   where d.debt::text = any(array(
           select key from books.tally
            where kind in ('advance-owed', 'credit-principal-owed', 'credit-interest-owed') and amount > 0))
     and (${search.agent ?? null}::uuid is null or d.agent = ${search.agent ?? null}::uuid)
     and (${search.kind ?? null}::text is null or d.kind = ${search.kind ?? null}::text)
     and (${search.overdueOn ?? null}::date is null or d.due < ${search.overdueOn ?? null}::date)
     and (${search.q ?? null}::text is null or d.agent = any(array(
       select a.agent from books.profile a
         left join books.personal_value n on n.book_id = a.book_id and n.digest = a.name ->> 'digest'
         left join (${membersByAgent}) k on k.agent = a.agent
        where strpos(lower(concat_ws(' ', k.number, a.organisation_name, n.value)), lower(${search.q ?? null}::text)) > 0)))`;

/** One by one, what falls due first first; advances, which fall due at the next settlement, by the day they were given. */
export const debtsOpen = view({
  name: "debts.open",
  room: "settlement",
  question: "Who owes what, since when, and when does it fall due?",
  asks: z.object({
    ...asks,
    limit: z._default(z.int().check(z.positive(), z.maximum(500)), 50),
    skip: z._default(z.int().check(z.nonnegative(), z.maximum(1_000_000)), 0),
  }),
  askers,
  self: "agent",
  sql: (search) => sql`
    with numbers as materialized (${membersByAgent}),
    page as materialized (select * from (${openDebts(search)}) o order by o.due nulls last, o.since, o.debt
                   limit ${search.limit}::int offset ${search.skip}::int)
    select o.debt::text, o.agent::text, o.kind, o.amount::text, o.currency, o.since::text, o.due::text, o.rate_month, o.purpose,
           o.principal_owed::text, o.interest_owed::text, o.months_charged::text,
           (select k.number from numbers k where k.agent = o.agent) as member_number,
           coalesce(p.organisation_name, n.value) as name, e.on_day::text as erased
      from page o
      left join lateral (select name, organisation_name from books.profile p where p.agent = o.agent) p on true
      left join books.personal_value n on n.book_id = o.book_id and n.digest = p.name ->> 'digest'
      left join books.erasure e on e.book_id = o.book_id and e.agent = o.agent
     order by o.due nulls last, o.since, o.debt`,
  answer: z.object({
    debt: z.string(),
    agent: z.string(),
    kind: z.enum(["advance", "credit"]),
    amount: z.string(),
    currency: z.string(),
    since: z.string(),
    due: text,
    rate_month: text,
    purpose: text,
    principal_owed: z.string(),
    interest_owed: z.string(),
    months_charged: z.string(),
    member_number: text,
    name: text,
    erased: text,
  }),
});

/** What all of it comes to, by kind and currency; of how many people. */
export const debtsSums = view({
  name: "debts.sums",
  room: "settlement",
  question: "How much is owed to the organisation ahead of delivery?",
  asks: z.object(asks),
  askers,
  self: "agent",
  sql: (search) => sql`
    select o.kind, o.currency, count(*)::text as found, count(distinct o.agent)::text as people,
           sum(o.principal_owed)::text as principal_owed, sum(o.interest_owed)::text as interest_owed
      from (${openDebts(search)}) o group by 1, 2 order by 2, 1`,
  answer: z.object({
    kind: z.string(),
    currency: z.string(),
    found: z.string(),
    people: z.string(),
    principal_owed: z.string(),
    interest_owed: z.string(),
  }),
});
