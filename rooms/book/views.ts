/** What may be asked about the book itself. */
import * as z from "zod/mini";
import { sql, view } from "../../kernel/view.ts";
import { allPowers, onlyLooks, powerMatrix } from "./rules/powers.ts";

/** Whoever may change something, and whoever audits. */
const officers = [...allPowers.filter((power) => !onlyLooks(power)), "audit"];

/** The questions that wait for an answer, oldest first, for one role or for all. */
export const openQuestionsView = view({
  name: "questions.open",
  room: "book",
  question: "What does the book ask, and of whom?",
  asks: z.object({
    role: z.optional(z.string().check(z.maxLength(64))),
    limit: z._default(z.int().check(z.positive(), z.maximum(500)), 50),
    after: z._default(z.string().check(z.regex(/^[0-9]{1,18}\.[0-9]{1,9}$/)), "0.0"),
  }),
  askers: ["answer-question", "audit"],
  pagedBy: "place",
  sql: ({ role, limit, after }) => sql`
    select q.asked_position || '.' || q.ordinal as place, q.asked_position::text as position, q.ordinal, q.code, q.to_role as role, q.about, q.facts
    from books.question q
    where not exists (
        select 1 from books.question_answer a
        where a.asked_position = q.asked_position and a.ordinal = q.ordinal)
      and (q.asked_position, q.ordinal) > (split_part(${after}, '.', 1)::bigint, split_part(${after}, '.', 2)::int)
      and (${role ?? null}::text is null or q.to_role = ${role ?? null}::text)
    order by q.asked_position, q.ordinal
    limit ${limit}::int`,
  answer: z.object({
    place: z.string(),
    position: z.string(),
    ordinal: z.int(),
    code: z.string(),
    role: z.string(),
    about: z.nullable(z.string()),
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  }),
});

/** The newest version of each seat. */
export const seatsView = view({
  name: "seats.list",
  room: "book",
  question: "Who sits in this book, with which roles, since when and until when?",
  asks: z.object({}),
  askers: ["manage-seats", "audit"],
  sql: () => sql`
    select seat::text, agent::text, roles, from_day::text as since, until::text as until, version
    from books.seat order by seat limit 1000`,
  answer: z.object({
    seat: z.string(),
    agent: z.string(),
    roles: z.array(z.string()),
    since: z.string(),
    until: z.nullable(z.string()),
    version: z.int(),
  }),
});

/** The settings in force. */
export const settingsView = view({
  name: "book.settings",
  room: "book",
  question: "Whose book is this, where, and in which money?",
  asks: z.object({}),
  askers: ["settings", "see-members", "see-deliveries", "see-statements", "audit"],
  sql: () => sql`
    select name, country, zone, currencies, organisation::text, form, tax_hold_days, from_day::text as since, version
    from books.book_settings`,
  answer: z.object({
    name: z.string(),
    country: z.string(),
    zone: z.string(),
    currencies: z.array(z.object({ currency: z.string(), line: z.string(), cash: z.string() })),
    organisation: z.string(),
    form: z.string(),
    tax_hold_days: z.nullable(z.int()),
    since: z.string(),
    version: z.int(),
  }),
});

/** Every version of the matrix of powers, newest first. */
export const powersView = view({
  name: "powers.versions",
  room: "book",
  question: "Which role may do what, up to which limits, and from which day?",
  asks: z.object({ limit: z._default(z.int().check(z.positive(), z.maximum(500)), 50) }),
  askers: officers,
  sql: ({ limit }) => sql`
    select version, from_day::text as since, reading, matrix from books.powers order by version desc limit ${limit}::int`,
  answer: z.object({
    version: z.int(),
    since: z.string(),
    /** Null: published before limits were obeyed by every act. */
    reading: z.nullable(z.int()),
    matrix: powerMatrix,
  }),
});

/** The waiver of second signatures that was said last, whether or not it still runs. */
export const waiverView = view({
  name: "powers.waiver",
  room: "book",
  question: "Does one signature do where two are asked for, until when, and why?",
  asks: z.object({}),
  askers: officers,
  sql: () => sql`
    select until::text as until, reason, waived_by::text as waived_by, from_day::text as since from books.second_waiver`,
  answer: z.object({
    until: z.string(),
    /** Null: the waiver a book of one founder begins with. */
    reason: z.nullable(z.string()),
    waived_by: z.string(),
    since: z.string(),
  }),
});

/** Decisions that wait, or waited, for a second signature. */
export const proposalsView = view({
  name: "proposals.list",
  room: "book",
  question: "Which decisions wait for a second signature, and what became of the earlier ones?",
  asks: z.object({
    /** Only those that nobody has signed, declined or withdrawn; whether their day is past, `until` tells. */
    open: z.optional(z.boolean()),
    proposal: z.optional(z.uuid()),
    limit: z._default(z.int().check(z.positive(), z.maximum(500)), 50),
    skip: z._default(z.int().check(z.nonnegative()), 0),
  }),
  askers: officers,
  sql: ({ open, proposal, limit, skip }) => sql`
    select p.proposal::text as proposal, p.kind, p.version, p.says::jsonb as says, p.power, p.weighed, p.proposed_by::text as proposed_by,
           pv.value as proposer, p.on_day::text as on_day, p.until::text as until, p.ended, p.ended_by::text as ended_by,
           ev.value as ender, p.reason, p.ended_on::text as ended_on
      from books.proposal p
      left join books.profile pp on pp.book_id = p.book_id and pp.agent = p.proposed_by
      left join books.personal_value pv on pv.book_id = p.book_id and pv.digest = pp.name ->> 'digest'
      left join books.profile ep on ep.book_id = p.book_id and ep.agent = p.ended_by
      left join books.personal_value ev on ev.book_id = p.book_id and ev.digest = ep.name ->> 'digest'
     where (${proposal ?? null}::uuid is null or p.proposal = ${proposal ?? null}::uuid)
       and (${open ?? null}::boolean is null or (p.ended is null) = ${open ?? null}::boolean)
     order by p.position desc limit ${limit}::int offset ${skip}::int`,
  answer: z.object({
    proposal: z.string(),
    kind: z.string(),
    version: z.int(),
    says: z.unknown(),
    power: z.string(),
    weighed: z.unknown(),
    proposed_by: z.string(),
    proposer: z.nullable(z.string()),
    on_day: z.string(),
    until: z.string(),
    ended: z.nullable(z.string()),
    ended_by: z.nullable(z.string()),
    ender: z.nullable(z.string()),
    reason: z.nullable(z.string()),
    ended_on: z.nullable(z.string()),
  }),
});
