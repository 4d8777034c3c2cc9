/** What may be asked of the ledger: balances, the postings of one account, one entry, and the months that were booked. */
import * as z from "zod/mini";
import { daySchema } from "../../../kernel/schema.ts";
import { sql, view } from "../../../kernel/view.ts";
import { poolsOf, seasonsOf } from "./accounts.ts";

const askers = ["see-ledger", "audit"];
const text = z.nullable(z.string());
const commodity = z.string().check(z.regex(/^[a-z]+:[^:|]{1,64}:[^:|]{1,32}$/));
const account = z.string().check(z.regex(/^[a-z][a-z-]{0,40}$/));

/**
 * The balance of each account in each commodity, in whole grains as text, now or up to the end of a month ("2026-09"): from sums
 * that the writer keeps by month, so that it costs the same however long the book is. Per commodity they add up to zero.
 */
export const ledgerBalances = view({
  name: "ledger.balances",
  room: "book",
  question: "What does each account hold?",
  asks: z.object({
    account: z.optional(account),
    until: z.optional(z.string().check(z.regex(/^[0-9]{4}-(0[1-9]|1[0-2])$/))),
  }),
  askers: [...askers, "pay"],
  sql: ({ account: one, until }) => sql`
    select split_part(key, '|', 1) as account, split_part(key, '|', 2) as commodity, sum(amount)::text as amount,
           max(split_part(key, '|', 3)) as last_month
      from books.tally
     where kind = 'ledger' and (${one ?? null}::text is null or key like ${one ?? null}::text || '|%')
       and (${until ?? null}::text is null or split_part(key, '|', 3) <= ${until ?? null}::text)
     group by 1, 2
     order by 2, 1
     limit 2000`,
  answer: z.object({ account: z.string(), commodity: z.string(), amount: z.string(), last_month: z.string() }),
});

/** Where a posting stands among those of its account: booked day, position, entry and line. */
const place = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}\.[0-9]{1,18}\.[0-9]{1,9}\.[0-9]{1,9}$/));

/**
 * Postings of one account in one commodity, the last booked first, each with the balance after it: of the account, or of one person
 * or one place in it when asked so. Whole grains as text.
 */
export const ledgerPostings = view({
  name: "ledger.postings",
  room: "book",
  question: "What went into this account and out of it, why, and what was there then?",
  asks: z.object({
    account,
    commodity,
    from: z.optional(daySchema),
    until: z.optional(daySchema),
    agent: z.optional(z.uuid()),
    place: z.optional(z.string().check(z.maxLength(80))),
    after: z.optional(place),
    limit: z._default(z.int().check(z.positive(), z.maximum(500)), 50),
  }),
  askers,
  self: "agent",
  pagedBy: "place_of",
  sql: ({ account: of, commodity: counted, from, until, agent, place: where, after, limit }) => sql`
    with page as materialized (
      select p.* from books.posting p
       where p.account = ${of} and p.commodity = ${counted}
         and p.booked between coalesce(${from ?? null}::date, '-infinity') and coalesce(${until ?? null}::date, 'infinity')
         and (${agent ?? null}::uuid is null or p.agent = ${agent ?? null}::uuid)
         and (${where ?? null}::text is null or p.place = ${where ?? null}::text)
         and (${after ?? null}::text is null or (p.booked <= split_part(${after ?? null}::text, '.', 1)::date
              and (p.booked, p.position, p.ordinal, p.line) <
                  (split_part(${after ?? null}::text, '.', 1)::date, split_part(${after ?? null}::text, '.', 2)::bigint,
                   split_part(${after ?? null}::text, '.', 3)::int, split_part(${after ?? null}::text, '.', 4)::int)))
       order by p.booked desc, p.position desc, p.ordinal desc, p.line desc
       limit ${limit}::int),
    top as (select * from page order by booked desc, position desc, ordinal desc, line desc limit 1),
    base as materialized (
      select case when ${agent ?? null}::uuid is null and ${where ?? null}::text is null then
          (select coalesce(sum(t.amount), 0) from books.tally t
            where t.kind = 'ledger' and t.key like ${of}::text || '|' || ${counted}::text || '|%'
              and split_part(t.key, '|', 3) <= to_char(top.booked, 'YYYY-MM'))
          - (select coalesce(sum(x.amount), 0) from books.posting x
              where x.account = ${of} and x.commodity = ${counted} and x.booked >= top.booked
                and x.booked < (date_trunc('month', top.booked) + interval '1 month')::date
                and (x.booked, x.position, x.ordinal, x.line) > (top.booked, top.position, top.ordinal, top.line))
        else (select coalesce(sum(x.amount), 0) from books.posting x
              where x.account = ${of} and x.commodity = ${counted} and x.booked <= top.booked
                and (${agent ?? null}::uuid is null or x.agent = ${agent ?? null}::uuid)
                and (${where ?? null}::text is null or x.place = ${where ?? null}::text)
                and (x.booked, x.position, x.ordinal, x.line) <= (top.booked, top.position, top.ordinal, top.line))
        end as balance
        from top)
    select p.booked || '.' || p.position || '.' || p.ordinal || '.' || p.line as place_of, p.booked::text, p.happened::text,
           p.position::text, p.ordinal, p.amount::text, p.agent::text, p.place, e.because, e.about,
           coalesce(f.organisation_name, v.value) as name,
           (b.balance - coalesce(sum(p.amount) over (order by p.booked desc, p.position desc, p.ordinal desc, p.line desc
              rows between unbounded preceding and 1 preceding), 0))::text as balance
      from page p
      cross join base b
      join books.entry e on e.book_id = p.book_id and e.position = p.position and e.ordinal = p.ordinal
      left join books.profile f on f.book_id = p.book_id and f.agent = p.agent
      left join books.personal_value v on v.book_id = p.book_id and v.digest = f.name ->> 'digest'
     order by p.booked desc, p.position desc, p.ordinal desc, p.line desc`,
  answer: z.object({
    place_of: z.string(),
    booked: z.string(),
    happened: z.string(),
    position: z.string(),
    ordinal: z.int(),
    amount: z.string(),
    agent: text,
    place: text,
    because: z.string(),
    about: text,
    name: text,
    balance: z.string(),
  }),
});

/** One entry with every posting, and the act it follows from. */
export const ledgerEntry = view({
  name: "ledger.entry",
  room: "book",
  question: "What does this entry book, and what was said that it follows from?",
  asks: z.object({ position: z.string().check(z.regex(/^[0-9]{1,18}$/)), ordinal: z.int().check(z.nonnegative()) }),
  askers,
  sql: ({ position, ordinal }) => sql`
    select e.because, e.about, e.happened::text, e.booked::text, e.reverses_position::text, e.reverses_ordinal,
           a.kind, a.way, a.received, coalesce(w.organisation_name, n.value) as by_name,
           p.line, p.account, p.commodity, p.amount::text, p.agent::text, p.place, p.agreement::text,
           coalesce(f.organisation_name, v.value) as name
      from books.entry e
      join books.act a on a.book_id = e.book_id and a.position = e.position
      join books.posting p on p.book_id = e.book_id and p.position = e.position and p.ordinal = e.ordinal
      left join books.profile w on w.book_id = a.book_id and w.agent = a.by_agent
      left join books.personal_value n on n.book_id = a.book_id and n.digest = w.name ->> 'digest'
      left join books.profile f on f.book_id = p.book_id and f.agent = p.agent
      left join books.personal_value v on v.book_id = p.book_id and v.digest = f.name ->> 'digest'
     where e.position = ${position}::bigint and e.ordinal = ${ordinal}::int
     order by p.line limit 20000`,
  answer: z.object({
    because: z.string(),
    about: text,
    happened: z.string(),
    booked: z.string(),
    reverses_position: text,
    reverses_ordinal: z.nullable(z.int()),
    kind: z.string(),
    way: z.string(),
    received: z.string(),
    by_name: text,
    line: z.int(),
    account: z.string(),
    commodity: z.string(),
    amount: z.string(),
    agent: text,
    place: text,
    agreement: text,
    name: text,
  }),
});

/** Entries booked between two days as postings, in the order of the book: what a journal is written from. */
export const ledgerJournal = view({
  name: "ledger.journal",
  room: "book",
  question: "What was booked between these days?",
  asks: z.object({
    from: daySchema,
    until: daySchema,
    after: z._default(z.string().check(z.regex(/^[0-9]{1,18}\.[0-9]{1,9}\.[0-9]{1,9}$/)), "0.0.0"),
    limit: z._default(z.int().check(z.positive(), z.maximum(10_000)), 1000),
  }),
  askers,
  pagedBy: "place_of",
  sql: ({ from, until, after, limit }) => sql`
    with seasons as (${seasonsOf}), pools as (${poolsOf})
    select p.position || '.' || p.ordinal || '.' || p.line as place_of, p.position::text, p.ordinal, a.act_id::text as act,
           coalesce(n.product, l.product, case when p.commodity like 'goods:%' then split_part(p.commodity, ':', 2) end) as product,
           coalesce(n.agreement, l.season)::text as season,
           e.because, e.about, e.happened::text, e.booked::text, e.reverses_position::text, e.reverses_ordinal,
           p.account, p.commodity, p.amount::text, p.agent::text, p.lot::text, p.place, p.owner::text, p.agreement::text
      from books.posting p
      join books.entry e on e.book_id = p.book_id and e.position = p.position and e.ordinal = p.ordinal
      join books.act a on a.book_id = p.book_id and a.position = p.position
      left join seasons n on n.book_id = p.book_id and n.agreement = p.agreement
      left join pools l on l.book_id = p.book_id and l.pool = p.agreement
     where p.booked between ${from}::date and ${until}::date
       and (p.position, p.ordinal, p.line) >
           (split_part(${after}, '.', 1)::bigint, split_part(${after}, '.', 2)::int, split_part(${after}, '.', 3)::int)
     order by p.position, p.ordinal, p.line
     limit ${limit}::int`,
  answer: z.object({
    place_of: z.string(),
    position: z.string(),
    ordinal: z.int(),
    act: z.string(),
    product: text,
    season: text,
    because: z.string(),
    about: text,
    happened: z.string(),
    booked: z.string(),
    reverses_position: text,
    reverses_ordinal: z.nullable(z.int()),
    account: z.string(),
    commodity: z.string(),
    amount: z.string(),
    agent: text,
    lot: text,
    place: text,
    owner: text,
    agreement: text,
  }),
});

/** The last accounting day that is closed, when it was closed and by whom; none while none is. */
export const accountingClosed = view({
  name: "accounting.closed",
  room: "book",
  question: "Until which day are the accounts closed?",
  asks: z.object({}),
  askers: [...askers, "close-accounting-day"],
  sql: () => sql`
    select c.closed_until::text, c.on_day::text, coalesce(p.organisation_name, v.value) as name
      from books.accounting_closing c
      left join books.profile p on p.book_id = c.book_id and p.agent = c.closed_by
      left join books.personal_value v on v.book_id = c.book_id and v.digest = p.name ->> 'digest'
     order by c.closed_until desc limit 1`,
  answer: z.object({ closed_until: z.string(), on_day: z.string(), name: text }),
});

/** What every account holds of one person: what they are owed, what they owe, their capital; in whole grains as text. */
export const ledgerPerson = view({
  name: "ledger.person",
  room: "book",
  question: "How does this person stand with the organisation, account by account?",
  asks: z.object({ agent: z.uuid() }),
  askers,
  self: "agent",
  sql: ({ agent }) => sql`
    select p.account, p.commodity, sum(p.amount)::text as amount, count(*)::text as postings, max(p.booked)::text as last_day,
           (select coalesce(f.organisation_name, v.value) from books.profile f
              left join books.personal_value v on v.book_id = f.book_id and v.digest = f.name ->> 'digest'
             where f.agent = ${agent}::uuid limit 1) as name
      from books.posting p where p.agent = ${agent}::uuid
     group by p.account, p.commodity order by p.commodity, p.account limit 2000`,
  answer: z.object({
    account: z.string(),
    commodity: z.string(),
    amount: z.string(),
    postings: z.string(),
    last_day: z.string(),
    name: text,
  }),
});
