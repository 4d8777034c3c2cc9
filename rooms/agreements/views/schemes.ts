/** What may be asked of grading schemes. */
import * as z from "zod/mini";
import { sql, view } from "../../../kernel/view.ts";
import { gradingScheme } from "../rules/grading.ts";

/** The grading schemes, each in its newest version; of one product when asked. */
export const schemesView = view({
  name: "schemes.list",
  room: "agreements",
  question: "What is measured of a product, how, and which readings can be true?",
  asks: z.object({ product: z.optional(z.string().check(z.maxLength(64))) }),
  askers: ["see-members", "see-deliveries", "see-statements", "see-ledger", "receive", "grade", "audit"],
  sql: ({ product }) => sql`
    select scheme::text, code, product, version, from_day::text as since, body
      from (select distinct on (scheme) scheme, code, product, version, from_day, body
              from books.grading_scheme order by scheme, version desc) as newest
     where ${product ?? null}::text is null or product = ${product ?? null}::text
     order by product, code limit 200`,
  answer: z.object({
    scheme: z.string(),
    code: z.string(),
    product: z.string(),
    version: z.int(),
    since: z.string(),
    body: gradingScheme,
  }),
});
