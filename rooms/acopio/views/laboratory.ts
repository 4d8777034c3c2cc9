/** What may be asked of a laboratory's results about producers. */
import * as z from "zod/mini";
import { sql, view } from "../../../kernel/view.ts";

/** Results, the newest sample first; those that another took the place of are shown as such. One producer's own when asked for. */
export const laboratoryResults = view({
  name: "laboratory.results",
  room: "acopio",
  question: "What did the laboratory find of what each producer brings, and when?",
  asks: z.object({
    agent: z.optional(z.uuid()),
    product: z.optional(z.string().check(z.maxLength(64))),
    limit: z._default(z.int().check(z.positive(), z.maximum(20_000)), 100),
  }),
  askers: ["grade", "see-deliveries", "see-statements", "audit"],
  self: "agent",
  sql: ({ agent, product, limit }) => sql`
    select r.result::text, r.agent::text, r.product, r.measure, r.value, r.on_day::text, r.laboratory, r.method,
           exists (select from books.laboratory_result o where o.book_id = r.book_id and o.in_place_of = r.result) as replaced,
           coalesce(p.organisation_name, n.value) as name,
           (select t.number from books.tie t where t.book_id = r.book_id and t.from_agent = r.agent and t.kind = 'membership'
             order by t.from_day desc, t.tie limit 1) as member_number
      from books.laboratory_result r
      left join books.profile p on p.book_id = r.book_id and p.agent = r.agent
      left join books.personal_value n on n.book_id = r.book_id and n.digest = p.name ->> 'digest'
     where (${agent ?? null}::uuid is null or r.agent = ${agent ?? null}::uuid)
       and (${product ?? null}::text is null or r.product = ${product ?? null}::text)
     order by r.on_day desc, r.result
     limit ${limit}::int`,
  answer: z.object({
    result: z.string(),
    agent: z.string(),
    product: z.string(),
    measure: z.string(),
    value: z.string(),
    on_day: z.string(),
    laboratory: z.nullable(z.string()),
    method: z.nullable(z.string()),
    replaced: z.boolean(),
    name: z.nullable(z.string()),
    member_number: z.nullable(z.string()),
  }),
});
