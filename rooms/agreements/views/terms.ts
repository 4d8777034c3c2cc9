/** What may be asked of schemes' sheets and of consents to deductions. */
import * as z from "zod/mini";
import { sql, view } from "../../../kernel/view.ts";
import { schemeSheetBody } from "../rules/scheme-sheet.ts";

/** Every version of every sheet, the newest of each first. */
export const schemeSheetsView = view({
  name: "scheme-sheets.list",
  room: "agreements",
  question: "What do certification schemes publish, by version, from which source, and was it compared with theirs?",
  asks: z.object({ code: z.optional(z.string().check(z.maxLength(64))) }),
  askers: ["see-members", "see-deliveries", "see-statements", "see-ledger", "audit"],
  sql: ({ code }) => sql`
    select sheet::text, code, title, source, version, from_day::text as since, body
      from books.scheme_sheet where ${code ?? null}::text is null or code = ${code ?? null}::text
     order by code, version desc limit 500`,
  answer: z.object({
    sheet: z.string(),
    code: z.string(),
    title: z.string(),
    source: z.string(),
    version: z.int(),
    since: z.string(),
    body: schemeSheetBody,
  }),
});

/** What producers consented to, in its newest version. */
export const consentsView = view({
  name: "deduction.consents",
  room: "agreements",
  question: "Who lets which deduction for somebody else be taken, since when, until when?",
  asks: z.object({ agent: z.optional(z.uuid()), limit: z._default(z.int().check(z.positive(), z.maximum(500)), 200) }),
  askers: ["keep-register", "draft-settlement", "close-settlement", "audit"],
  self: "agent",
  sql: ({ agent, limit }) => sql`
    select c.agent::text, c.deduction, c.given, c.from_day::text as since, c.until::text as until, c.creditor, c.made,
           coalesce(p.organisation_name, n.value) as name,
           (select t.number from books.tie t where t.book_id = c.book_id and t.from_agent = c.agent and t.kind = 'membership'
             order by t.from_day desc, t.tie limit 1) as member_number
      from (select distinct on (book_id, agent, deduction) * from books.deduction_consent
             order by book_id, agent, deduction, version desc) as c
      left join books.profile p on p.book_id = c.book_id and p.agent = c.agent
      left join books.personal_value n on n.book_id = c.book_id and n.digest = p.name ->> 'digest'
     where ${agent ?? null}::uuid is null or c.agent = ${agent ?? null}::uuid
     order by c.deduction, member_number, c.agent limit ${limit}::int`,
  answer: z.object({
    agent: z.string(),
    deduction: z.string(),
    given: z.boolean(),
    since: z.string(),
    until: z.nullable(z.string()),
    creditor: z.nullable(z.string()),
    made: z.string(),
    name: z.nullable(z.string()),
    member_number: z.nullable(z.string()),
  }),
});
