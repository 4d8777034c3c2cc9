/** What the bank said: the files that were let in with their balance beside ours, and each movement with what became of it. */
import * as z from "zod/mini";
import { daySchema } from "../../../kernel/schema.ts";
import { sql, view } from "../../../kernel/view.ts";
import { paymentStates } from "./order.ts";

const text = z.nullable(z.string());
const askers = ["pay", "audit"];
const uuid = z.string().check(z.regex(/^[0-9a-f-]{36}$/));
const skip = z._default(z.int().check(z.nonnegative(), z.maximum(1_000_000)), 0);

/**
 * Statements of a bank that were let in, the newest first. `closing` is what the bank says the account held in the end, as decimal text;
 * `ledger` what the book's account `bank` held on that day in the same currency, in whole line grains; `waiting_in` and `waiting_out` what
 * moved on this account up to that day and nobody has placed yet, as decimal text.
 */
export const bankFilesList = view({
  name: "bank-files.list",
  room: "settlement",
  question: "What did the bank say that its account holds, and what do we?",
  asks: z.object({ limit: z._default(z.int().check(z.positive(), z.maximum(200)), 20), skip }),
  askers,
  sql: ({ limit, skip: passed }) => sql`
    with files as (
      select * from books.bank_file order by coalesce(until_day, on_day) desc, bank_file limit ${limit}::int offset ${passed}::int)
    select f.bank_file::text as file, f.account::text, f.currency, f.line_grain, f.from_day::text as from, f.until_day::text as until,
           f.opening, f.closing, f.closing_day::text, f.movements, f.on_day::text, v.value as by_name,
           a.institution, case when f.closing is not null then coalesce((
             select sum(p.amount) from books.posting p
               join books.entry e on e.book_id = p.book_id and e.position = p.position and e.ordinal = p.ordinal
              where p.book_id = f.book_id and p.account = 'bank' and p.commodity = 'money:' || f.currency || ':' || f.line_grain
                and e.happened <= f.closing_day), 0)::text end as ledger,
           coalesce(w.coming, 0)::text as waiting_in, coalesce(w.going, 0)::text as waiting_out, coalesce(w.waiting, 0)::text as waiting
      from files f
      left join lateral (
        select sum(e.amount::numeric) filter (where e.nature in ('incoming', 'return')) as coming,
               sum(e.amount::numeric) filter (where e.nature in ('payment', 'charge')) as going, count(*) as waiting
          from books.bank_entry e
         where e.book_id = f.book_id and e.account = f.account and e.currency = f.currency
           and e.on_day <= coalesce(f.closing_day, f.until_day, f.on_day)
           and not exists (select from books.bank_placing g where g.book_id = e.book_id and g.entry = e.entry)) w on true
      left join books.agent_account a on a.book_id = f.book_id and a.account = f.account
      left join books.profile p on p.book_id = f.book_id and p.agent = f.by_agent
      left join books.personal_value v on v.book_id = f.book_id and v.digest = p.name ->> 'digest'
     order by coalesce(f.until_day, f.on_day) desc, f.bank_file`,
  answer: z.object({
    file: z.string(),
    account: z.string(),
    institution: text,
    currency: z.string(),
    line_grain: z.string(),
    from: text,
    until: text,
    opening: text,
    closing: text,
    closing_day: text,
    movements: z.int(),
    on_day: z.string(),
    by_name: text,
    ledger: text,
    waiting_in: z.string(),
    waiting_out: z.string(),
    waiting: z.string(),
  }),
});

/**
 * Movements of the bank, the newest first, with what became of each and who said so: those that wait for a person, those that were
 * placed, or all; of days and of one movement when asked. `amount` is decimal text; `because` why it was left.
 */
export const bankEntriesList = view({
  name: "bank-entries.list",
  room: "settlement",
  question: "What moved in the bank, and what was it?",
  asks: z.object({
    state: z.optional(z.enum(["waiting", "placed"])),
    entry: z.optional(uuid),
    from: z.optional(daySchema),
    until: z.optional(daySchema),
    limit: z._default(z.int().check(z.positive(), z.maximum(10_000)), 100),
    skip,
  }),
  askers,
  sql: ({ state, entry, from, until, limit, skip: passed }) => sql`
    with found as (
      select e.*, g.placed_as, g.way, g.note, g.by_agent, g.on_day as placed_on
        from books.bank_entry e
        left join books.bank_placing g on g.book_id = e.book_id and g.entry = e.entry
       where (${state ?? null}::text is null or (g.entry is null) = (${state ?? null}::text = 'waiting'))
         and (${entry ?? null}::uuid is null or e.entry = ${entry ?? null}::uuid)
         and e.on_day between coalesce(${from ?? null}::date, '-infinity') and coalesce(${until ?? null}::date, 'infinity'))
    select f.entry::text, f.account::text, f.nature, f.amount, f.currency, f.on_day::text as on, f.number, f.payment_order as order,
           f.reference, f.reason, f.because, f.placed_as, f.way, f.note, f.placed_on::text, v.value as by_name,
           (select string_agg(m.number, ' ' order by m.number) from books.bank_match m
             where m.book_id = f.book_id and m.entry = f.entry) as numbers,
           (select count(*) from found)::text as found
      from found f
      left join books.profile p on p.book_id = f.book_id and p.agent = f.by_agent
      left join books.personal_value v on v.book_id = f.book_id and v.digest = p.name ->> 'digest'
     order by f.on_day desc, f.entry
     limit ${limit}::int offset ${passed}::int`,
  answer: z.object({
    entry: z.string(),
    account: z.string(),
    nature: z.string(),
    amount: z.string(),
    currency: z.string(),
    on: z.string(),
    number: text,
    order: text,
    reference: text,
    reason: text,
    because: text,
    placed_as: text,
    way: text,
    note: text,
    placed_on: text,
    by_name: text,
    numbers: text,
    found: z.string(),
  }),
});

/**
 * Ordered payments that were answered: paid, failed, returned or void; those of some numbers, or those paid in some amounts (whole line
 * grains), each told with commas. With the movement of the bank that told it, and how that was placed; none where a person wrote it down.
 */
export const paymentsAnswered = view({
  name: "payments.answered",
  room: "settlement",
  question: "What did the bank answer to these payments?",
  asks: z.object({
    numbers: z.optional(z.string().check(z.maxLength(40_000))),
    amounts: z.optional(z.string().check(z.regex(/^[0-9,]{1,20000}$/))),
    limit: z._default(z.int().check(z.positive(), z.maximum(10_000)), 1_000),
  }),
  askers,
  sql: ({ numbers, amounts, limit }) => sql`
    with states as (${paymentStates})
    select p.payment::text, p.statement::text, r.number as statement_number, p.number, p.amount::text, o.currency, o.line_grain, s.stage as state,
           s.on_day::text as on, s.reference, k.entry::text, g.way
      from books.order_payment p
      join books.payment_order o on o.book_id = p.book_id and o.payment_order = p.payment_order
      join states s on s.book_id = p.book_id and s.payment = p.payment
      join books.statement_result r on r.book_id = p.book_id and r.statement = p.statement
      left join lateral (
        select m.entry from books.bank_match m
          join books.bank_entry e on e.book_id = m.book_id and e.entry = m.entry
         where m.book_id = p.book_id and m.number = p.number
           and e.nature = case s.stage when 'paid' then 'payment' when 'returned' then 'return' else 'rejection' end
         order by m.entry
         limit 1) k on true
      left join books.bank_placing g on g.book_id = p.book_id and g.entry = k.entry
     where s.stage <> 'ordered'
       and (p.number = any(string_to_array(${numbers ?? ""}::text, ','))
            or (s.stage = 'paid' and p.amount::text = any(string_to_array(${amounts ?? ""}::text, ','))))
     order by p.number
     limit ${limit}::int`,
  answer: z.object({
    payment: z.string(),
    statement: z.string(),
    statement_number: z.string(),
    number: z.string(),
    amount: z.string(),
    currency: z.string(),
    line_grain: z.string(),
    state: z.string(),
    on: z.string(),
    reference: text,
    entry: text,
    way: text,
  }),
});

/** The lists of notes and coins, all versions, the newest of each currency first. */
export const denominationsList = view({
  name: "denominations.list",
  room: "settlement",
  question: "Which notes and coins are there, since when, and who says so?",
  asks: z.object({ currency: z.optional(z.string().check(z.maxLength(3))) }),
  askers: ["pay", "see-statements", "close-settlement", "audit"],
  sql: ({ currency }) => sql`
    select d.currency, d.version, d.from_day::text as from, d.pieces, d.source, d.verified
      from books.denomination_list d
     where ${currency ?? null}::text is null or d.currency = ${currency ?? null}::text
     order by d.currency, d.version desc
     limit 500`,
  answer: z.object({
    currency: z.string(),
    version: z.int(),
    from: z.string(),
    pieces: z.array(z.object({ value: z.string(), kind: z.string() })),
    source: z.string(),
    verified: z.boolean(),
  }),
});
