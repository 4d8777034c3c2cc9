/** Everything between the organisation and one person. */
import * as z from "zod/mini";
import { sql, view } from "../../../kernel/view.ts";
import { membersByAgent } from "./deliveries.ts";

const text = z.nullable(z.string());
const agentAsked = z.object({ agent: z.uuid() });

/** How somebody is called: what a form says of whom it is about. */
export const memberCalled = view({
  name: "member.called",
  room: "settlement",
  question: "What is this person called here?",
  asks: agentAsked,
  askers: ["see-members", "see-deliveries"],
  self: "agent",
  sql: ({ agent }) => sql`
    select coalesce(p.organisation_name, n.value) as name, e.on_day::text as erased, p.community,
           (select m.number from (${membersByAgent}) m where m.agent = a.agent) as number
      from books.agent a
      left join books.profile p on p.book_id = a.book_id and p.agent = a.agent
      left join books.personal_value n on n.book_id = a.book_id and n.digest = p.name ->> 'digest'
      left join books.erasure e on e.book_id = a.book_id and e.agent = a.agent
     where a.agent = ${agent}::uuid`,
  answer: z.object({ name: text, erased: text, community: text, number: text }),
});

/** What the register says of somebody without the values that only `see-personal` shows: of those, whether there are any. */
export const memberRegister = view({
  name: "member.register",
  room: "settlement",
  question: "Who is this, and to whom are they tied?",
  asks: agentAsked,
  askers: ["see-members"],
  self: "agent",
  sql: ({ agent }) => sql`
    select a.agent::text, a.kind, a.form, coalesce(p.organisation_name, n.value) as name, p.community, p.language, p.version,
           p.identity is not null as has_identity, p.telephone is not null as has_telephone, e.on_day::text as erased
      from books.agent a
      left join books.profile p on p.book_id = a.book_id and p.agent = a.agent
      left join books.personal_value n on n.book_id = a.book_id and n.digest = p.name ->> 'digest'
      left join books.erasure e on e.book_id = a.book_id and e.agent = a.agent
     where a.agent = ${agent}::uuid`,
  answer: z.object({
    agent: z.string(),
    kind: z.string(),
    form: text,
    name: text,
    community: text,
    language: text,
    version: z.nullable(z.int()),
    has_identity: z.boolean(),
    has_telephone: z.boolean(),
    erased: text,
  }),
});

/** All ties of somebody, of both directions, with whom and in which number. `ours`: to the book's own organisation. */
export const memberTies = view({
  name: "member.ties",
  room: "settlement",
  question: "To whom is this person tied, as what, since when and until when?",
  asks: agentAsked,
  askers: ["see-members"],
  self: "agent",
  sql: ({ agent }) => sql`
    with mine as (
      select m.book_id, m.tie, m.kind, m.number, m.from_day, m.until, m.reason, m.from_agent = ${agent}::uuid as outward,
             case when m.from_agent = ${agent}::uuid then m.to_agent else m.from_agent end as other
        from books.tie m where m.from_agent = ${agent}::uuid or m.to_agent = ${agent}::uuid)
    select m.tie::text, m.kind, m.number, m.from_day::text as since, m.until::text as until, m.reason, m.outward,
           m.other::text, coalesce(p.organisation_name, n.value) as other_name, e.on_day::text as other_erased,
           m.outward and exists (select from books.book_settings b where b.organisation = m.other) as ours
      from mine m
      left join lateral (select name, organisation_name from books.profile p where p.agent = m.other) p on true
      left join books.personal_value n on n.book_id = m.book_id and n.digest = p.name ->> 'digest'
      left join books.erasure e on e.book_id = m.book_id and e.agent = m.other
     order by m.until is not null, m.from_day, m.tie limit 500`,
  answer: z.object({
    tie: z.string(),
    kind: z.string(),
    number: text,
    since: z.string(),
    until: text,
    reason: text,
    outward: z.boolean(),
    other: z.string(),
    other_name: text,
    other_erased: text,
    ours: z.boolean(),
  }),
});

/** What somebody handed over, by season and product, without what was voided. */
export const memberSeasons = view({
  name: "member.seasons",
  room: "settlement",
  question: "What did this person hand over in each season?",
  asks: agentAsked,
  askers: ["see-members", "see-deliveries"],
  self: "agent",
  sql: ({ agent }) => sql`
    select d.season, d.product, count(*)::text as deliveries, sum(d.net_g)::text as net_g, max(d.happened)::text as last
      from books.delivery d
     where d.member = ${agent}::uuid
       and not exists (select from books.delivery_void v where v.book_id = d.book_id and v.delivery = d.delivery)
     group by d.season, d.product order by max(d.happened) desc limit 100`,
  answer: z.object({ season: text, product: z.string(), deliveries: z.string(), net_g: z.string(), last: z.string() }),
});

/** What each account says of somebody, by currency, in whole line grains as the ledger has them: debts above zero, what is theirs below. */
export const memberAccounts = view({
  name: "member.accounts",
  room: "settlement",
  question: "What is owed to this person, and what is theirs with us?",
  asks: agentAsked,
  askers: ["see-statements", "see-ledger", "see-members"],
  self: "agent",
  sql: ({ agent }) => sql`
    select account, split_part(commodity, ':', 2) as currency, sum(amount)::text as grains
      from books.posting where agent = ${agent}::uuid and commodity like 'money:%'
     group by 1, 2 having sum(amount) <> 0 order by 1, 2 limit 200`,
  answer: z.object({ account: z.string(), currency: z.string(), grains: z.string() }),
});

/** What the book asks about somebody, and about what they handed over lately. */
export const memberQuestions = view({
  name: "member.questions",
  room: "settlement",
  question: "What does the book ask about this person?",
  asks: agentAsked,
  askers: ["see-members", "answer-question", "audit"],
  sql: ({ agent }) => sql`
    with about as (
      select ${agent}::text as about
      union all select tie::text from books.tie where from_agent = ${agent}::uuid
      union all select advance::text from books.advance where agent = ${agent}::uuid
      union all select plot::text from books.plot where holder = ${agent}::uuid
      union all (select delivery::text from books.delivery where member = ${agent}::uuid order by happened desc limit 200))
    select q.code, q.to_role as role, q.about, q.facts from about b join books.question q on q.about = b.about
     where not exists (select from books.question_answer a
                        where a.asked_position = q.asked_position and a.ordinal = q.ordinal)
     order by q.asked_position limit 50`,
  answer: z.object({
    code: z.string(),
    role: z.string(),
    about: text,
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  }),
});

/** Agreements that somebody is party to, each in its newest version. */
export const memberAgreements = view({
  name: "member.agreements",
  room: "settlement",
  question: "What has been agreed with this person?",
  asks: agentAsked,
  askers: ["see-members", "audit"],
  self: "agent",
  sql: ({ agent }) => sql`
    select agreement::text, kind, season, product, version, from_day::text as since, body
      from (select distinct on (agreement) agreement, kind, parties, season, product, version, from_day, body
              from books.agreement where kind <> 'season-policy' order by agreement, version desc) as newest
     where parties @> jsonb_build_array(jsonb_build_object('agent', ${agent}::text))
     order by from_day desc limit 50`,
  answer: z.object({
    agreement: z.string(),
    kind: z.string(),
    season: text,
    product: text,
    version: z.int(),
    since: z.string(),
    body: z.unknown(),
  }),
});

/** People of the register whom a new one may be: the same name or membership number. A soft question, never a wall. */
export const membersAlike = view({
  name: "members.alike",
  room: "settlement",
  question: "Is somebody of this name, number, or identity number in the register already?",
  asks: z.object({
    name: z.optional(z.string().check(z.maxLength(200))),
    number: z.optional(z.string().check(z.maxLength(40))),
    identity: z.optional(z.string().check(z.maxLength(100))),
  }),
  askers: ["keep-register"],
  sql: ({ name, number, identity }) => sql`
    with numbered as (${membersByAgent})
    select p.agent::text, coalesce(p.organisation_name, n.value) as name, m.number, p.community,
           lower(coalesce(p.organisation_name, n.value)) = lower(${name ?? null}::text) as same_name,
           m.number = ${number ?? null}::text as same_number,
           regexp_replace(i.value, '[^0-9A-Za-z]', '', 'g') = regexp_replace(${identity ?? null}::text, '[^0-9A-Za-z]', '', 'g') as same_identity
      from books.profile p
      left join books.personal_value n on n.book_id = p.book_id and n.digest = p.name ->> 'digest'
      left join books.personal_value i on i.book_id = p.book_id and i.digest = p.identity ->> 'digest'
      left join numbered m on m.book_id = p.book_id and m.agent = p.agent
     where lower(coalesce(p.organisation_name, n.value)) = lower(${name ?? null}::text)
        or m.number = ${number ?? null}::text
        or regexp_replace(i.value, '[^0-9A-Za-z]', '', 'g') = nullif(regexp_replace(${identity ?? null}::text, '[^0-9A-Za-z]', '', 'g'), '')
     order by m.number, p.agent limit 5`,
  answer: z.object({
    agent: z.string(),
    name: text,
    number: text,
    community: text,
    same_name: z.nullable(z.boolean()),
    same_number: z.nullable(z.boolean()),
    same_identity: z.nullable(z.boolean()),
  }),
});

/** The communities that people of the register live in, and of how many. */
export const membersCommunities = view({
  name: "members.communities",
  room: "settlement",
  question: "In which communities do people of the register live?",
  asks: z.object({}),
  askers: ["see-members"],
  sql: () => sql`
    select community, count(*)::text as people from books.profile
     where community is not null group by 1 order by 1 limit 500`,
  answer: z.object({ community: z.string(), people: z.string() }),
});

const sealed = z.nullable(z.object({ kind: z.string(), digest: z.string() }));

/** The seals of somebody's personal values, without the values: what is said again when only something else is put right. */
export const memberSealed = view({
  name: "member.sealed",
  room: "settlement",
  question: "Under which seals are this person's values kept?",
  asks: agentAsked,
  askers: ["keep-register"],
  sql: ({ agent }) => sql`
    select name, identity, telephone, version from books.profile where agent = ${agent}::uuid`,
  answer: z.object({ name: sealed, identity: sealed, telephone: sealed, version: z.int() }),
});
