/** What may be asked of settlements: what was settled, what a statement says, who is owed. */
import * as z from "zod/mini";
import { daySchema } from "../../kernel/schema.ts";
import { type Query, sql, view } from "../../kernel/view.ts";

export { bankEntriesList, bankFilesList, denominationsList, paymentsAnswered } from "./views/bank.ts";
export { correctionsAsked, correctionsList, correctionsWaiting } from "./views/correction.ts";
export { statementDeadlines, statementDeadlinesMine } from "./views/deadlines.ts";
export { paymentsDue, paymentsMade } from "./views/due.ts";
export { settlementOne, settlementStatements } from "./views/one.ts";
export { paymentOrderDownloads, paymentOrderLeftOut, paymentOrderOne, paymentOrdersList } from "./views/order.ts";
export { paymentOrderFile, paymentOrderPayments, paymentsOrdered } from "./views/order-payments.ts";
export { statementMine, statementOne } from "./views/paper.ts";
export { poolLines, poolOne, poolsList, secondPaymentMine, secondPaymentOne } from "./views/pool.ts";
export { premiumAccount, premiumDecisions } from "./views/premium.ts";
export { settlementProposal, settlementWaiting } from "./views/proposal.ts";
export { planDeliveries } from "./views/what-if.ts";

const uuid = z.string().check(z.regex(/^[0-9a-f-]{36}$/));
const paging = {
  limit: z._default(z.int().check(z.positive(), z.maximum(500)), 50),
  skip: z._default(z.int().check(z.nonnegative(), z.maximum(1_000_000)), 0),
};

/** Settlements with the stage each has reached, those not closed yet first, then the newest. Totals are whole line grains as text, kept at review or closing. */
export const settlementsList = view({
  name: "settlements.list",
  room: "settlement",
  question: "What has been settled, and how far has each settlement come?",
  asks: z.object({
    season: z.optional(uuid),
    stage: z.optional(z.enum(["drafted", "reviewed", "closed", "paid", "dropped"])),
    ...paging,
  }),
  askers: ["draft-settlement", "review-settlement", "close-settlement", "pay", "audit"],
  sql: ({ season, stage, limit, skip }) => sql`
    with found as (
      select s.book_id, s.settlement, s.season, s.way, s.title, g.stage, g.on_day
        from books.settlement s
        join (select distinct on (book_id, settlement) book_id, settlement, stage, on_day from books.settlement_stage
               order by book_id, settlement, step desc) g on g.book_id = s.book_id and g.settlement = s.settlement
       where (${season ?? null}::uuid is null or s.season = ${season ?? null}::uuid)
         and (${stage ?? null}::text is null or g.stage = ${stage ?? null}::text))
    select s.settlement::text, s.season::text, s.way, s.title, s.stage, s.on_day::text as since,
           (select t.totals from books.settlement_stage t where t.book_id = s.book_id and t.settlement = s.settlement
               and t.totals is not null order by t.step desc limit 1) as totals,
           (select count(*) from books.statement t where t.book_id = s.book_id and t.settlement = s.settlement)::text as statements,
           (select count(*) from found)::text as found
      from found s
     order by s.stage in ('drafted', 'reviewed') desc, s.on_day desc, s.settlement
     limit ${limit}::int offset ${skip}::int`,
  answer: z.object({
    settlement: z.string(),
    season: z.string(),
    way: z.string(),
    title: z.string(),
    stage: z.string(),
    since: z.string(),
    totals: z.nullable(z.record(z.string(), z.string())),
    statements: z.string(),
    found: z.string(),
  }),
});

/**
 * Closed statements by number, newest first; of one settlement or one person when asked, `q` looked for in numbers and name.
 * Amounts are whole line grains of the row's own currency. With every row come the totals of what was asked without `q`: how
 * many are `closed`, on how many something is `still_owed`, and `owed_in_all` for each currency.
 */
export const statementsList = view({
  name: "statements.list",
  room: "settlement",
  question: "Which statements are closed, and what is still owed on each?",
  asks: z.object({
    settlement: z.optional(uuid),
    agent: z.optional(uuid),
    q: z.optional(z.string().check(z.maxLength(100))),
    ...paging,
  }),
  askers: ["see-statements", "close-settlement", "pay", "audit"],
  self: "agent",
  sql: ({ settlement, agent, q, limit, skip }) => sql`
    with asked as (
      select r.book_id, r.number, r.statement, r.settlement, r.agent, r.currency, r.line_grain, r.value, r.net, r.paid,
             r.deliveries, r.closed_on, coalesce(o.amount, 0) as owed
        from books.statement_result r
        left join books.tally o on o.book_id = r.book_id and o.kind = 'statement-owed' and o.key = r.statement::text
       where (${settlement ?? null}::uuid is null or r.settlement = ${settlement ?? null}::uuid)
         and (${agent ?? null}::uuid is null or r.agent = ${agent ?? null}::uuid)),
    members as (
      select distinct on (m.book_id, m.from_agent) m.book_id, m.from_agent as agent, m.number
        from books.tie m
        join books.book_settings b on b.book_id = m.book_id and b.organisation = m.to_agent
       where m.kind = 'membership'
       order by m.book_id, m.from_agent, m.from_day desc, m.tie),
    found as (
      select a.*, m.number as member_number, coalesce(p.organisation_name, v.value) as name, e.on_day as erased
        from asked a
        left join members m on m.book_id = a.book_id and m.agent = a.agent
        left join books.profile p on p.book_id = a.book_id and p.agent = a.agent
        left join books.personal_value v on v.book_id = a.book_id and v.digest = p.name ->> 'digest'
        left join books.erasure e on e.book_id = a.book_id and e.agent = a.agent
       where ${q ?? null}::text is null
          or strpos(lower(concat_ws(' ', a.number, m.number, p.organisation_name, v.value)), lower(${q ?? null}::text)) > 0)
    select f.number, f.statement::text, f.settlement::text, f.agent::text, f.member_number, f.name, f.erased::text,
           f.currency, f.line_grain, f.value::text, f.net::text, f.paid::text, f.deliveries, f.closed_on::text, f.owed::text,
           (select count(*) from found)::text as found,
           (select count(*) from asked)::text as closed,
           (select count(*) from asked where owed > 0)::text as still_owed,
           coalesce((select jsonb_agg(jsonb_build_object('currency', c.currency, 'line_grain', c.line_grain, 'owed', c.owed)
                                      order by c.currency, c.line_grain)
                       from (select currency, line_grain, sum(owed)::text as owed from asked where owed > 0
                              group by currency, line_grain) c), '[]'::jsonb) as owed_in_all
      from found f
     order by f.number desc
     limit ${limit}::int offset ${skip}::int`,
  answer: z.object({
    number: z.string(),
    statement: z.string(),
    settlement: z.string(),
    agent: z.string(),
    member_number: z.nullable(z.string()),
    name: z.nullable(z.string()),
    erased: z.nullable(z.string()),
    currency: z.string(),
    line_grain: z.string(),
    value: z.string(),
    net: z.string(),
    paid: z.string(),
    deliveries: z.int(),
    closed_on: z.string(),
    owed: z.string(),
    found: z.string(),
    closed: z.string(),
    still_owed: z.string(),
    owed_in_all: z.array(z.object({ currency: z.string(), line_grain: z.string(), owed: z.string() })),
  }),
});

/** Whom the list of members is about: those who are members now; those who were and left; everybody else of the register. */
const tiedAs = (show: string | undefined): Query => {
  if (show === "others")
    return sql`select a.book_id, a.agent, null::text as number from books.agent a
       where not exists (select from books.tie m join books.book_settings b on b.book_id = m.book_id and b.organisation = m.to_agent
                          where m.kind = 'membership' and m.from_agent = a.agent)
         and not exists (select from books.book_settings b where b.organisation = a.agent)`;
  const membership = sql`
    select m.book_id, m.from_agent as agent, m.number, m.until from books.tie m
      join books.book_settings b on b.book_id = m.book_id and b.organisation = m.to_agent where m.kind = 'membership'`;
  if (show === "left")
    return sql`select distinct on (m.book_id, m.agent) m.book_id, m.agent, m.number from (${membership}) m
       where not exists (select from (${membership}) now where now.agent = m.agent and now.until is null)
       order by m.book_id, m.agent, m.until desc`;
  return sql`select m.book_id, m.agent, m.number from (${membership}) m where m.until is null`;
};

/**
 * Members with what came in this season, what is owed to them and what they owe: by number. Sums are those that are kept of each
 * person; kilos from `from`, added up for those who are shown. Grams and line grains, whole numbers as text: `owed` and `debts` in `currency`, `others` in any other currency, for
 * two are never added. A creditor is whom anything is owed in any of them. `q` is looked for in number, name and community.
 */
export const membersStanding = view({
  name: "members.standing",
  room: "settlement",
  question: "Who are we, and to whom is something owed?",
  asks: z.object({
    currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
    from: daySchema,
    q: z.optional(z.string().check(z.maxLength(100))),
    community: z.optional(z.string().check(z.maxLength(200))),
    show: z.optional(z.enum(["left", "others", "owed", "owing"])),
    ...paging,
  }),
  askers: ["see-members"],
  wholeBook: true,
  sql: ({ currency, from, q, community, show, limit, skip }) => sql`
    with by_currency as (
      select book_id, left(key, 36)::uuid as agent, split_part(split_part(key, '|', 3), ':', 2) as currency,
             -coalesce(sum(amount) filter (where split_part(key, '|', 2) = 'owed-to-producers'), 0) as owed,
             coalesce(sum(amount) filter (where split_part(key, '|', 2) in ('advances', 'credit-principal')), 0) as debts
        from books.tally where kind = 'agent' and amount <> 0
         and split_part(key, '|', 2) in ('owed-to-producers', 'advances', 'credit-principal')
       group by 1, 2, 3),
    sums as (
      select book_id, agent, bool_or(owed > 0) as is_creditor,
             coalesce(sum(owed) filter (where currency = ${currency}), 0) as owed,
             coalesce(sum(debts) filter (where currency = ${currency}), 0) as debts,
             jsonb_agg(jsonb_build_object('currency', currency, 'owed', owed::text, 'debts', debts::text) order by currency)
               filter (where currency <> ${currency} and (owed <> 0 or debts <> 0)) as others
        from by_currency group by 1, 2),
    tied as (${tiedAs(show)}),
    members as (
      select t.agent, t.number, coalesce(p.organisation_name, v.value) as name, p.community, e.on_day as erased,
             coalesce(s.owed, 0) as owed, coalesce(s.debts, 0) as debts,
             coalesce(s.others, '[]'::jsonb) as others, coalesce(s.is_creditor, false) as is_creditor
        from tied t
        left join books.profile p on p.book_id = t.book_id and p.agent = t.agent
        left join books.personal_value v on v.book_id = t.book_id and v.digest = p.name ->> 'digest'
        left join books.erasure e on e.book_id = t.book_id and e.agent = t.agent
        left join sums s on s.book_id = t.book_id and s.agent = t.agent),
    found as (
      select * from members
       where (${q ?? null}::text is null
              or strpos(lower(concat_ws(' ', number, name, community)), lower(${q ?? null}::text)) > 0)
         and (${community ?? null}::text is null or community = ${community ?? null}::text)
         and (${show ?? ""} <> 'owed' or is_creditor)
         and (${show ?? ""} <> 'owing' or debts > 0 or others @? '$[*] ? (@.debts != "0")'))
    select f.agent::text, f.number, f.name, f.community, f.erased::text, f.owed::text, f.debts::text, f.others,
           (select -coalesce(sum(amount), 0) from books.posting g
             where g.agent = f.agent and g.account = 'goods-received' and g.happened >= ${from}::date)::text as grams,
           exists (select from books.statement_result r where r.agent = f.agent) as has_statement,
           (select count(*) from found)::text as found,
           (select count(*) from members)::text as members,
           (select count(*) from members where is_creditor)::text as creditors,
           (select coalesce(sum(owed), 0) from members where owed > 0)::text as owed_in_all,
           coalesce((select jsonb_agg(jsonb_build_object('currency', c.currency, 'owed', c.owed) order by c.currency)
                       from (select o.currency, sum(o.owed)::text as owed
                               from members, jsonb_to_recordset(others) as o(currency text, owed numeric)
                              where o.owed > 0 group by o.currency) c), '[]'::jsonb) as others_owed_in_all
      from found f
     order by length(f.number), f.number, f.agent
     limit ${limit}::int offset ${skip}::int`,
  answer: z.object({
    agent: z.string(),
    number: z.nullable(z.string()),
    name: z.nullable(z.string()),
    community: z.nullable(z.string()),
    erased: z.nullable(z.string()),
    grams: z.string(),
    owed: z.string(),
    debts: z.string(),
    others: z.array(z.object({ currency: z.string(), owed: z.string(), debts: z.string() })),
    /** Whether a statement was ever closed for the member. */
    has_statement: z.boolean(),
    found: z.string(),
    members: z.string(),
    creditors: z.string(),
    owed_in_all: z.string(),
    others_owed_in_all: z.array(z.object({ currency: z.string(), owed: z.string() })),
  }),
});

export * from "./views/coming-in.ts";
export * from "./views/own.ts";
export * from "./views/public.ts";
