/** What is held on whom and why, and who looked at it. */
import * as z from "zod/mini";
import { personalKinds } from "../../../kernel/personal.ts";
import { sql, view } from "../../../kernel/view.ts";

const uuid = z.string().check(z.regex(/^[0-9a-f-]{36}$/));
const text = z.nullable(z.string());

/** Every personal value that the register holds now, of all people: how many of each kind, and of how many people. */
export const personalHeld = view({
  name: "personal.held",
  room: "people",
  question: "What do we hold on people, of how many, and for how long?",
  asks: z.object({}),
  askers: ["see-personal", "audit"],
  wholeBook: true,
  sql: () => sql`
    with held as (
      select book_id, agent, 'name' as kind, name ->> 'digest' as digest from books.profile where name is not null
      union all select book_id, agent, 'identity-number', identity ->> 'digest' from books.profile where identity is not null
      union all select book_id, agent, 'telephone', telephone ->> 'digest' from books.profile where telephone is not null
      union all select a.book_id, a.agent, 'account-number', a.number ->> 'digest' from books.agent_account a
       where a.agent not in (select organisation from books.book_settings)
      union all select t.book_id, t.agent, 'identity-number', t.tax_number ->> 'digest' from books.taxpayer t
       where t.tax_number is not null and t.agent not in (select organisation from books.book_settings)
      union all select t.book_id, t.agent, 'address', t.address ->> 'digest' from books.taxpayer t
       where t.address is not null and t.agent not in (select organisation from books.book_settings)),
    counted as (
      select h.kind, count(distinct h.agent)::text as people
        from held h join books.personal_value v on v.book_id = h.book_id and v.digest = h.digest group by 1)
    select c.kind, c.people, r.rule ->> 'purpose' as purpose, (r.rule ->> 'days')::int as days
      from counted c
      left join (select jsonb_array_elements(rules) as rule from books.retention) r on r.rule ->> 'kind' = c.kind
     order by array_position(${[...personalKinds]}::text[], c.kind)`,
  answer: z.object({ kind: z.string(), people: z.string(), purpose: text, days: z.nullable(z.int()) }),
});

/**
 * The personal values held on one person, each with the day since which it stands and the purpose that the sheet names. Of the number of
 * an account only its last three signs: the whole is for whoever pays (`accounts.of`).
 */
export const personalOf = view({
  name: "personal.of",
  room: "people",
  question: "What is held on this person, since when and what for?",
  asks: z.object({ agent: uuid }),
  askers: ["see-personal"],
  self: "agent",
  reads: { kinds: ["identity-number", "telephone", "address"], about: "agent" },
  sql: ({ agent }) => sql`
    with held as (
      select book_id, 'name' as kind, name ->> 'digest' as digest, from_day from books.profile
       where agent = ${agent}::uuid and name is not null
      union all select book_id, 'identity-number', identity ->> 'digest', from_day from books.profile
       where agent = ${agent}::uuid and identity is not null
      union all select book_id, 'telephone', telephone ->> 'digest', from_day from books.profile
       where agent = ${agent}::uuid and telephone is not null
      union all select book_id, 'account-number', number ->> 'digest', from_day from books.agent_account
       where agent = ${agent}::uuid
      union all select book_id, 'name', holder ->> 'digest', from_day from books.agent_account
       where agent = ${agent}::uuid and holder is not null
      union all select book_id, 'identity-number', tax_number ->> 'digest', from_day from books.taxpayer
       where agent = ${agent}::uuid and tax_number is not null
      union all select book_id, 'address', address ->> 'digest', from_day from books.taxpayer
       where agent = ${agent}::uuid and address is not null)
    select h.kind, case when h.kind = 'account-number' then '…' || right(v.value, 3) else v.value end as value, h.from_day::text as since, r.rule ->> 'purpose' as purpose, (r.rule ->> 'days')::int as days,
           e.on_day::text as erased
      from held h
      left join books.personal_value v on v.book_id = h.book_id and v.digest = h.digest
      left join (select jsonb_array_elements(rules) as rule from books.retention) r on r.rule ->> 'kind' = h.kind
      left join books.erasure e on e.book_id = h.book_id and e.agent = ${agent}::uuid
     order by array_position(${[...personalKinds]}::text[], h.kind)`,
  answer: z.object({
    kind: z.string(),
    value: text,
    since: z.string(),
    purpose: text,
    days: z.nullable(z.int()),
    erased: text,
  }),
});

/** Who looked at identity numbers and telephones, the last first; of one person when asked. */
export const personalLooked = view({
  name: "personal.looked",
  room: "people",
  question: "Who looked at personal data, when, and at whose?",
  asks: z.object({
    about: z.optional(uuid),
    limit: z._default(z.int().check(z.positive(), z.maximum(500)), 50),
    skip: z._default(z.int().check(z.nonnegative(), z.maximum(1_000_000)), 0),
  }),
  askers: ["see-personal", "audit"],
  self: "about",
  sql: ({ about, limit, skip }) => sql`
    select a.at::text, a.agent::text, coalesce(p.organisation_name, v.value) as name, a.about::text,
           coalesce(q.organisation_name, w.value) as about_name, o.number as about_paper, a.view, a.kinds, a.people
      from books.personal_access a
      left join books.profile p on p.book_id = a.book_id and p.agent = a.agent
      left join books.personal_value v on v.book_id = a.book_id and v.digest = p.name ->> 'digest'
      left join books.profile q on q.book_id = a.book_id and q.agent = a.about
      left join books.personal_value w on w.book_id = a.book_id and w.digest = q.name ->> 'digest'
      left join books.payment_order o on o.book_id = a.book_id and o.payment_order = a.about
     where ${about ?? null}::uuid is null or a.about = ${about ?? null}::uuid
     order by a.access desc
     limit ${limit}::int offset ${skip}::int`,
  answer: z.object({
    at: z.string(),
    agent: z.string(),
    name: text,
    about: text,
    about_name: text,
    about_paper: text,
    view: z.string(),
    kinds: z.array(z.string()),
    people: z.int(),
  }),
});

/** People whose last membership ended longer ago than the sheet keeps any of their values, and who were not erased. */
export const personalDue = view({
  name: "personal.due",
  room: "people",
  question: "Whose data is kept longer than we said?",
  asks: z.object({ today: z.iso.date(), limit: z._default(z.int().check(z.positive(), z.maximum(500)), 50) }),
  askers: ["see-personal", "audit"],
  wholeBook: true,
  sql: ({ today, limit }) => sql`
    with kept as (select max((rule ->> 'days')::int) as days
                    from (select jsonb_array_elements(rules) as rule from books.retention) r
                   having bool_and(rule ? 'days')),
    gone as (
      select m.book_id, m.from_agent as agent, max(m.until) as until
        from books.tie m
        join books.book_settings s on s.book_id = m.book_id and s.organisation = m.to_agent
       where m.kind = 'membership'
       group by 1, 2 having bool_and(m.until is not null))
    select g.agent::text, coalesce(p.organisation_name, v.value) as name, g.until::text as left_on,
           (g.until + kept.days)::text as kept_until
      from gone g cross join kept
      left join books.profile p on p.book_id = g.book_id and p.agent = g.agent
      left join books.personal_value v on v.book_id = g.book_id and v.digest = p.name ->> 'digest'
     where g.until + kept.days < ${today}::date
       and not exists (select from books.erasure e where e.book_id = g.book_id and e.agent = g.agent)
     order by g.until, g.agent limit ${limit}::int`,
  answer: z.object({ agent: z.string(), name: text, left_on: z.string(), kept_until: z.string() }),
});

/** The retention sheet in force. */
export const retentionNow = view({
  name: "retention.now",
  room: "people",
  question: "How long do we keep personal data, and what for?",
  asks: z.object({}),
  askers: ["see-personal", "settings", "audit", "see-members"],
  sql: () => sql`select rules, version, from_day::text as since from books.retention`,
  answer: z.object({
    rules: z.array(z.object({ kind: z.string(), purpose: z.string(), days: z.optional(z.int()) })),
    version: z.int(),
    since: z.string(),
  }),
});
