/** A statement as it was issued, with the sheets that give its words, what it corrects, and what corrected it since. */
import * as z from "zod/mini";
import { type Query, sql, view } from "../../../kernel/view.ts";

const uuid = z.string().check(z.regex(/^[0-9a-f-]{36}$/));
const number = z.string().check(z.minLength(1), z.maxLength(40));

/** The list of deductions that the paper names, and those of the papers it corrects. */
const ownList: Query = sql`
  (select a.body -> 'deductions' from books.agreement a
    where a.book_id = p.book_id and a.agreement::text = p.content::jsonb -> 'deductionPlan' ->> 'id'
      and a.version = (p.content::jsonb -> 'deductionPlan' ->> 'version')::int)`;
const earlierList: Query = sql`
  (select a.body -> 'deductions' from books.agreement a
    where a.book_id = o.book_id and a.agreement::text = o.content::jsonb -> 'deductionPlan' ->> 'id'
      and a.version = (o.content::jsonb -> 'deductionPlan' ->> 'version')::int)`;

/**
 * The kept paper. `corrected` are the papers that it corrects and those that corrected them before it, oldest first; `plans` the versions
 * that any of these names; `later` what was corrected of it since, and `waiting` what will be with the next statement.
 */
const paperQuery = (asked: { readonly number: string; readonly agent: string | null }): Query => sql`
  with the_paper as (
    select p.book_id, p.number, p.content, p.position, r.statement, r.agent
      from books.paper p
      join books.statement_result r on r.book_id = p.book_id and r.number = p.number
     where p.kind = 'statement' and p.number = ${asked.number}
       and (${asked.agent}::uuid is null or r.agent = ${asked.agent}::uuid)),
  corrects as (
    select s.book_id, s.corrects from the_paper t
      join books.statement_correction s on s.book_id = t.book_id and s.statement = t.statement),
  earlier as (
    select o.book_id, o.number, o.content, o.position
      from (select book_id, corrects as statement from corrects
            union select s.book_id, s.statement from corrects c
                    join books.statement_correction s on s.book_id = c.book_id and s.corrects = c.corrects) named
      join books.paper o on o.book_id = named.book_id and o.about = named.statement and o.kind = 'statement'
      join the_paper t on t.book_id = o.book_id and o.position <= t.position and o.number < t.number),
  all_papers as (select book_id, content from the_paper union all select book_id, content from earlier)
  select p.number, p.agent::text, p.content, coalesce(f.organisation_name, n.value) as name, e.on_day::text as erased,
         coalesce((select jsonb_agg(jsonb_build_object('plan', v.plan, 'version', v.version, 'body', v.body))
                     from books.price_plan v
                    where v.book_id = p.book_id
                      and exists (select from all_papers a, jsonb_path_query(a.content::jsonb, 'strict $.**.plan') d
                                   where d ->> 'id' = v.plan::text and (d ->> 'version')::int = v.version)), '[]'::jsonb) as plans,
         ${ownList} as deductions,
         coalesce((select jsonb_agg(jsonb_build_object('content', o.content, 'deductions', ${earlierList})
                                    order by o.position, o.number) from earlier o), '[]'::jsonb) as corrected,
         coalesce((select jsonb_agg(jsonb_build_object('number', r.number, 'day', r.closed_on, 'said', s.said) order by r.number)
                     from books.statement_correction s
                     join books.statement_result r on r.book_id = s.book_id and r.statement = s.statement
                    where s.book_id = p.book_id and s.corrects = p.statement), '[]'::jsonb) as later,
         coalesce((select jsonb_agg(jsonb_build_object('delivery', c.delivery, 'reason', c.reason, 'day', c.on_day)
                                    order by c.on_day, c.correction)
                     from books.correction c
                    where c.book_id = p.book_id and c.statement = p.statement
                      and not exists (select from books.correction_settled s where s.book_id = c.book_id and s.correction = c.correction)
                      and not exists (select from books.correction_end x where x.book_id = c.book_id and x.correction = c.correction)),
                  '[]'::jsonb) as waiting
    from the_paper p
    left join lateral (select name, organisation_name from books.profile f where f.book_id = p.book_id and f.agent = p.agent
                        order by version desc limit 1) f on true
    left join books.personal_value n on n.book_id = p.book_id and n.digest = f.name ->> 'digest'
    left join books.erasure e on e.book_id = p.book_id and e.agent = p.agent`;

const paperAnswer = z.object({
  number: z.string(),
  agent: z.string(),
  /** Canonical JSON as kept: `StatementContent`. */
  content: z.string(),
  name: z.nullable(z.string()),
  erased: z.nullable(z.string()),
  plans: z.array(z.object({ plan: z.string(), version: z.int(), body: z.unknown() })),
  deductions: z.unknown(),
  /** Papers of earlier statements, as `content`, each with the list of deductions it names. */
  corrected: z.array(z.object({ content: z.string(), deductions: z.unknown() })),
  /** Which statement corrected it, on which day, and what it says of it: `StatementCorrection`. */
  later: z.array(z.object({ number: z.string(), day: z.string(), said: z.unknown() })),
  waiting: z.array(z.object({ delivery: z.string(), reason: z.string(), day: z.string() })),
});

/** One statement as it was issued. */
export const statementOne = view({
  name: "statement.one",
  room: "settlement",
  question: "Why this amount?",
  asks: z.object({ number }),
  askers: ["see-statements", "close-settlement", "pay", "audit"],
  sql: (asked) => paperQuery({ number: asked.number, agent: null }),
  answer: paperAnswer,
});

/** One's own statement as it was issued. */
export const statementMine = view({
  name: "statement.mine",
  room: "settlement",
  question: "Why do I get this amount?",
  asks: z.object({ number, agent: uuid }),
  askers: [],
  self: "agent",
  sql: (asked) => paperQuery(asked),
  answer: paperAnswer,
});
