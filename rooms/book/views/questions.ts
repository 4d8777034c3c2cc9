/** What the book asks, with what is needed to answer. */
import * as z from "zod/mini";
import { sql, view } from "../../../kernel/view.ts";
import { answers } from "../rules/answers.ts";

const uuid = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$";
const text = z.nullable(z.string());

/**
 * Questions with their answers, if they have any: which act raised them, who spoke, which document they are about, and the names
 * of the people their facts speak of. `topic` is the first word of a code: "delivery".
 */
export const questionsView = view({
  name: "questions.list",
  room: "book",
  question: "What does the book ask, of whom, about what, and what was answered?",
  asks: z.object({
    role: z.optional(z.string().check(z.maxLength(64))),
    code: z.optional(z.string().check(z.maxLength(100))),
    topic: z.optional(z.string().check(z.maxLength(64))),
    about: z.optional(z.string().check(z.maxLength(100))),
    answered: z.optional(z.boolean()),
    newest: z._default(z.boolean(), false),
    limit: z._default(z.int().check(z.positive(), z.maximum(500)), 50),
    skip: z._default(z.int().check(z.nonnegative(), z.maximum(1_000_000)), 0),
  }),
  askers: ["answer-question", "audit"],
  sql: ({ role, code, topic, about, answered, newest, limit, skip }) => sql`
    with listed as (
      select q.book_id, q.asked_position, q.ordinal, q.code, q.to_role, q.about, q.facts,
             case when q.about ~ ${uuid} then q.about::uuid end as document,
             a.answer, a.note, a.answered_by, a.on_day, count(*) over () as found
        from books.question q
        left join books.question_answer a
          on a.book_id = q.book_id and a.asked_position = q.asked_position and a.ordinal = q.ordinal
       where (${answered ?? null}::boolean is null or (a.answer is not null) = ${answered ?? null}::boolean)
         and (${role ?? null}::text is null or q.to_role = ${role ?? null}::text)
         and (${code ?? null}::text is null or q.code = ${code ?? null}::text)
         and (${topic ?? null}::text is null or split_part(q.code, '.', 1) = ${topic ?? null}::text)
         and (${about ?? null}::text is null or q.about = ${about ?? null}::text)
       order by q.asked_position * ${newest ? -1 : 1}::int, q.ordinal
       limit ${limit}::int offset ${skip}::int)
    select s.asked_position::text as position, s.ordinal, s.code, s.to_role as role, s.about, s.facts,
           ((t.received)::timestamptz at time zone b.zone)::date::text as since, t.kind as act_kind, t.way,
           coalesce(sp.organisation_name, sv.value) as speaker, s.answer, s.note, s.on_day::text as answered_on,
           coalesce(ap.organisation_name, av.value) as answered_by, s.found::text as found,
           d.delivery::text as delivery, d.receipt, g.agent::text as agent, t2.settlement::text as settlement, r.number as statement,
           coalesce((select jsonb_object_agg(w.agent, coalesce(w.organisation_name, v.value))
                       from jsonb_each_text(s.facts) f
                       join books.profile w on w.book_id = s.book_id and f.value ~ ${uuid} and w.agent::text = f.value
                       left join books.personal_value v on v.book_id = s.book_id and v.digest = w.name ->> 'digest'
                      where coalesce(w.organisation_name, v.value) is not null), '{}') as names
      from listed s
      join books.book_settings b on b.book_id = s.book_id
      join books.act t on t.book_id = s.book_id and t.position = s.asked_position
      left join books.profile sp on sp.book_id = s.book_id and sp.agent = t.by_agent
      left join books.personal_value sv on sv.book_id = s.book_id and sv.digest = sp.name ->> 'digest'
      left join books.profile ap on ap.book_id = s.book_id and ap.agent = s.answered_by
      left join books.personal_value av on av.book_id = s.book_id and av.digest = ap.name ->> 'digest'
      left join books.delivery d on d.book_id = s.book_id and d.delivery = s.document
      left join books.agent g on g.book_id = s.book_id and g.agent = s.document
      left join books.settlement t2 on t2.book_id = s.book_id and t2.settlement = s.document
      left join books.statement_result r on r.book_id = s.book_id and r.statement = s.document
     order by s.asked_position * ${newest ? -1 : 1}::int, s.ordinal`,
  answer: z.object({
    position: z.string(),
    ordinal: z.int(),
    code: z.string(),
    role: z.string(),
    about: text,
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    since: z.string(),
    act_kind: z.string(),
    way: z.string(),
    speaker: text,
    answer: z.nullable(z.enum(answers)),
    note: text,
    answered_on: text,
    answered_by: text,
    found: z.string(),
    delivery: text,
    receipt: text,
    agent: text,
    settlement: text,
    statement: text,
    names: z.record(z.string(), z.string()),
  }),
});
