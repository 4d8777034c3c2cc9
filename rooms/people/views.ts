/** What may be asked of the register. Personal values come from beside the acts: erased ones are empty, with the day. */
import * as z from "zod/mini";
import { daySchema } from "../../kernel/schema.ts";
import { sql, view } from "../../kernel/view.ts";

export { accountsOfAgent, accountsOwn, accountsToChoose } from "./views/accounts.ts";
export { cardsList } from "./views/cards.ts";
export { personsFound, seatsNamed } from "./views/seats.ts";
export { taxpayerOne } from "./views/taxpayer.ts";

/**
 * Members of the book's own organisation: one row per membership, by number. `on` keeps those that hold on a day; `q` is
 * looked for in number, name and community. `total` is how many there are without paging.
 */
export const membersList = view({
  name: "members.list",
  room: "people",
  question: "Who are the members, since when, and who has left?",
  asks: z.object({
    q: z.optional(z.string().check(z.maxLength(100))),
    on: z.optional(daySchema),
    limit: z._default(z.int().check(z.positive(), z.maximum(500)), 50),
    skip: z._default(z.int().check(z.nonnegative(), z.maximum(1_000_000)), 0),
  }),
  askers: ["see-members"],
  sql: ({ q, on, limit, skip }) => sql`
    select m.tie::text, m.from_agent::text as agent, m.number, v.value as name, p.community,
           m.from_day::text as since, m.until::text as until, e.on_day::text as erased, count(*) over ()::text as total
    from books.tie m
    join books.book_settings s on s.book_id = m.book_id and s.organisation = m.to_agent
    left join books.profile p on p.book_id = m.book_id and p.agent = m.from_agent
    left join books.personal_value v on v.book_id = m.book_id and v.digest = p.name ->> 'digest'
    left join books.erasure e on e.book_id = m.book_id and e.agent = m.from_agent
    where m.kind = 'membership'
      and (${on ?? null}::date is null or (m.from_day <= ${on ?? null}::date
           and (m.until is null or m.until >= ${on ?? null}::date)))
      and (${q ?? null}::text is null
           or strpos(lower(concat_ws(' ', m.number, v.value, p.community)), lower(${q ?? null}::text)) > 0)
    order by length(m.number), m.number, m.from_day, m.tie
    limit ${limit}::int offset ${skip}::int`,
  answer: z.object({
    tie: z.string(),
    agent: z.string(),
    number: z.nullable(z.string()),
    name: z.nullable(z.string()),
    community: z.nullable(z.string()),
    since: z.string(),
    until: z.nullable(z.string()),
    erased: z.nullable(z.string()),
    total: z.string(),
  }),
});

/**
 * One person, household or organisation: what the register says now, and all ties from it. Of identity number and telephone only
 * the last three signs, to tell two people apart: the whole is `personal.of`, and who reads that is written down.
 */
export const memberOne = view({
  name: "member.one",
  room: "people",
  question: "What does the register say of this person?",
  asks: z.object({ agent: z.string().check(z.regex(/^[0-9a-f-]{36}$/)) }),
  askers: ["see-members"],
  self: "agent",
  sql: ({ agent }) => sql`
    select a.agent::text, a.kind, a.form, coalesce(p.organisation_name, n.value) as name, '…' || right(i.value, 3) as identity,
           '…' || right(t.value, 3) as telephone, p.community, p.language, p.version, e.on_day::text as erased,
           coalesce((select jsonb_agg(jsonb_build_object('tie', m.tie, 'to', m.to_agent, 'kind', m.kind,
             'number', m.number, 'since', m.from_day, 'until', m.until) order by m.from_day, m.tie)
             from books.tie m where m.book_id = a.book_id and m.from_agent = a.agent), '[]'::jsonb) as ties
    from books.agent a
    left join books.profile p on p.book_id = a.book_id and p.agent = a.agent
    left join books.personal_value n on n.book_id = a.book_id and n.digest = p.name ->> 'digest'
    left join books.personal_value i on i.book_id = a.book_id and i.digest = p.identity ->> 'digest'
    left join books.personal_value t on t.book_id = a.book_id and t.digest = p.telephone ->> 'digest'
    left join books.erasure e on e.book_id = a.book_id and e.agent = a.agent
    where a.agent = ${agent}::uuid`,
  answer: z.object({
    agent: z.string(),
    kind: z.string(),
    form: z.nullable(z.string()),
    name: z.nullable(z.string()),
    identity: z.nullable(z.string()),
    telephone: z.nullable(z.string()),
    community: z.nullable(z.string()),
    language: z.nullable(z.string()),
    version: z.nullable(z.int()),
    erased: z.nullable(z.string()),
    ties: z.array(
      z.object({
        tie: z.string(),
        to: z.string(),
        kind: z.string(),
        number: z.nullable(z.string()),
        since: z.string(),
        until: z.nullable(z.string()),
      }),
    ),
  }),
});

export * from "./views/personal.ts";
