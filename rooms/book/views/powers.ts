/** Who may do what, and what waits for a second signature. */
import * as z from "zod/mini";
import { sql, view } from "../../../kernel/view.ts";
import { allPowers, onlyLooks, powerMatrix } from "../rules/powers.ts";

/** Whoever may change something, and whoever audits. */
const officers = [...allPowers.filter((power) => !onlyLooks(power)), "audit"];

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
    select w.until::text as until, w.reason, w.waived_by::text as waived_by, v.value as waiver, w.from_day::text as since
      from books.second_waiver w
      left join books.profile p on p.book_id = w.book_id and p.agent = w.waived_by
      left join books.personal_value v on v.book_id = w.book_id and v.digest = p.name ->> 'digest'`,
  answer: z.object({
    until: z.string(),
    /** Null: the waiver a book of one founder begins with. */
    reason: z.nullable(z.string()),
    waived_by: z.string(),
    waiver: z.nullable(z.string()),
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
           coalesce((select jsonb_object_agg(w.agent, coalesce(w.organisation_name, v.value))
                       from jsonb_each_text(p.says::jsonb) f
                       join books.profile w on w.book_id = p.book_id and w.agent::text = f.value
                       left join books.personal_value v on v.book_id = p.book_id and v.digest = w.name ->> 'digest'
                      where coalesce(w.organisation_name, v.value) is not null), '{}') as names,
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
    /** Names of the people that what was said names, by agent. */
    names: z.record(z.string(), z.string()),
    on_day: z.string(),
    until: z.string(),
    ended: z.nullable(z.string()),
    ended_by: z.nullable(z.string()),
    ender: z.nullable(z.string()),
    reason: z.nullable(z.string()),
    ended_on: z.nullable(z.string()),
  }),
});
