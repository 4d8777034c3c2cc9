/** What may be asked of the ledger line by line: the entries of some days or of one document, and one person's accounts. */
import * as z from "zod/mini";
import { agentAccounts } from "../../../kernel/ledger/balance.ts";
import { daySchema } from "../../../kernel/schema.ts";
import { sql, view } from "../../../kernel/view.ts";
import { poolsOf, seasonsOf } from "./accounts.ts";

const askers = ["see-ledger", "audit"];
const text = z.nullable(z.string());

/** The newest membership number of each agent. For a common table `numbers`. */
const numbersOf = sql`
    select distinct on (m.book_id, m.from_agent) m.book_id, m.from_agent as agent, m.number
      from books.tie m join books.book_settings b on b.book_id = m.book_id and b.organisation = m.to_agent
     where m.kind = 'membership' order by m.book_id, m.from_agent, m.from_day desc, m.tie`;

/** The number of the paper an entry belongs to: of its statement, its second payment, else of the hand-over's receipt. */
const documentOf = sql`
    left join lateral (
      select w.kind, w.number from books.paper w
       where w.book_id = e.book_id and w.about = case when e.about ~ '^[0-9a-f-]{36}$' then e.about::uuid end
       order by w.position, w.ordinal limit 1) w on true
    left join books.delivery d
      on d.book_id = e.book_id and d.delivery = case when e.about ~ '^[0-9a-f-]{36}$' then e.about::uuid end`;
const documentFound = sql`coalesce(w.kind, case when d.receipt is not null then 'receipt' end) as document,
           coalesce(w.number, d.receipt) as document_number`;

/**
 * The postings of entries booked between two days, in the order of the book, each with what finds its place in a chart: all of them,
 * those of one statement or of one settlement, or with `earlier` only what happened before the first of these days. People are named
 * by number: what an accountant gets leaves the house.
 */
export const ledgerLines = view({
  name: "ledger.lines",
  room: "book",
  question: "What was booked, line by line, under which document, on which side?",
  asks: z.object({
    from: daySchema,
    until: daySchema,
    statement: z.optional(z.uuid()),
    settlement: z.optional(z.uuid()),
    /** The number of a statement, as it is printed. */
    number: z.optional(z.string().check(z.maxLength(80))),
    /** The same number: only what was booked as that paper was issued, found at once in a book of any length. */
    paper: z.optional(z.string().check(z.maxLength(80))),
    earlier: z._default(z.boolean(), false),
    after: z._default(z.string().check(z.regex(/^[0-9]{1,18}\.[0-9]{1,9}\.[0-9]{1,9}$/)), "0.0.0"),
    limit: z._default(z.int().check(z.positive(), z.maximum(5_000)), 200),
  }),
  askers,
  pagedBy: "place_of",
  sql: ({ from, until, statement, settlement, number, paper, earlier, after, limit }) => sql`
    with lines as materialized (
      select e.because, e.about, p.*
        from books.posting p
        join books.entry e on e.book_id = p.book_id and e.position = p.position and e.ordinal = p.ordinal
       where p.booked between ${from}::date and ${until}::date
         and (not ${earlier}::boolean or p.happened < ${from}::date)
         and (${statement ?? null}::text is null or e.about = ${statement ?? null}::text)
         and (${paper ?? null}::text is null or p.position = (select max(w.position) from books.paper w
                 where w.kind in ('statement', 'second-payment') and w.number = ${paper ?? null}::text)
               and e.about = (select max(w.about::text) from books.paper w
                 where w.kind in ('statement', 'second-payment') and w.number = ${paper ?? null}::text))
         and (${number ?? null}::text is null or e.about in
               (select w.about::text from books.paper w
                 where w.kind in ('statement', 'second-payment') and w.number = ${number ?? null}::text))
         and (${settlement ?? null}::uuid is null or e.about in
               (select t.statement::text from books.statement t where t.settlement = ${settlement ?? null}::uuid))
         and (p.position, p.ordinal, p.line) >
             (split_part(${after}, '.', 1)::bigint, split_part(${after}, '.', 2)::int, split_part(${after}, '.', 3)::int)
       order by p.position, p.ordinal, p.line
       limit ${limit}::int),
    seasons as (${seasonsOf}), pools as (${poolsOf}), numbers as (${numbersOf})
    select e.position || '.' || e.ordinal || '.' || e.line as place_of, e.position::text, e.ordinal, e.booked::text, e.happened::text,
           e.because, ${documentFound}, e.account, e.commodity, e.amount::text,
           coalesce(n.product, l.product, case when e.commodity like 'goods:%' then split_part(e.commodity, ':', 2) end) as product,
           coalesce(n.agreement, l.season)::text as season, e.agent::text, m.number as member_number, e.place
      from lines e
      left join seasons n on n.book_id = e.book_id and n.agreement = e.agreement
      left join pools l on l.book_id = e.book_id and l.pool = e.agreement
      left join numbers m on m.book_id = e.book_id and m.agent = e.agent
      ${documentOf}
     order by e.position, e.ordinal, e.line`,
  answer: z.object({
    place_of: z.string(),
    position: z.string(),
    ordinal: z.int(),
    booked: z.string(),
    happened: z.string(),
    because: z.string(),
    document: text,
    document_number: text,
    account: z.string(),
    commodity: z.string(),
    amount: z.string(),
    product: text,
    season: text,
    agent: text,
    member_number: text,
    place: text,
  }),
});

const kept = [...agentAccounts];

/**
 * One person's accounts, oldest first, each line with what was there after it: what they are owed, what they owe, what stays theirs.
 * Up to a day; over all persons each account comes to what the ledger says of it.
 */
export const ledgerMember = view({
  name: "ledger.member",
  room: "book",
  question: "What was booked between the organisation and this person, and how did each account stand after it?",
  asks: z.object({
    agent: z.uuid(),
    until: z.optional(daySchema),
    after: z._default(z.string().check(z.regex(/^[0-9]{1,18}\.[0-9]{1,9}\.[0-9]{1,9}$/)), "0.0.0"),
    limit: z._default(z.int().check(z.positive(), z.maximum(2_000)), 500),
  }),
  askers,
  self: "agent",
  pagedBy: "place_of",
  sql: ({ agent, until, after, limit }) => sql`
    select * from (
      select e.position || '.' || e.ordinal || '.' || p.line as place_of, p.position::text, p.ordinal, p.booked::text, p.happened::text,
             e.because, ${documentFound}, p.account, p.commodity, p.amount::text,
             sum(p.amount) over (partition by p.account, p.commodity order by p.position, p.ordinal, p.line)::text as balance,
             p.position as at, p.ordinal as entry, p.line
        from books.posting p
        join books.entry e on e.book_id = p.book_id and e.position = p.position and e.ordinal = p.ordinal
        ${documentOf}
       where p.agent = ${agent}::uuid and p.account = any(${kept}::text[])
         and (${until ?? null}::date is null or p.booked <= ${until ?? null}::date)) told
     where (at, entry, line) >
           (split_part(${after}, '.', 1)::bigint, split_part(${after}, '.', 2)::int, split_part(${after}, '.', 3)::int)
     order by at, entry, line limit ${limit}::int`,
  answer: z.object({
    place_of: z.string(),
    position: z.string(),
    ordinal: z.int(),
    booked: z.string(),
    happened: z.string(),
    because: z.string(),
    document: text,
    document_number: text,
    account: z.string(),
    commodity: z.string(),
    amount: z.string(),
    balance: z.string(),
  }),
});
