/** What may be asked of contracts that are fixed later. */
import * as z from "zod/mini";
import { sql, view } from "../../../kernel/view.ts";

/** Fixings, by contract and day; those that another took the place of are shown as such. */
export const fixingsView = view({
  name: "prices.fixings",
  room: "market",
  question: "Which lots of which contract were fixed, at which level, when and by whom?",
  asks: z.object({ contract: z.optional(z.string().check(z.maxLength(64))) }),
  askers: ["see-statements", "see-deliveries", "record-price", "publish-price", "audit"],
  sql: ({ contract }) => sql`
    select f.fixing::text, f.contract, f.month, f.lots, f.level, f.on_day::text, f.fixed_by, f.reference,
           exists (select from books.price_fixing o where o.book_id = f.book_id and o.in_place_of = f.fixing) as replaced
      from books.price_fixing f
     where ${contract ?? null}::text is null or f.contract = ${contract ?? null}::text
     order by f.contract, f.on_day, f.fixing limit 500`,
  answer: z.object({
    fixing: z.string(),
    contract: z.string(),
    month: z.string(),
    lots: z.string(),
    level: z.string(),
    on_day: z.string(),
    fixed_by: z.string(),
    reference: z.nullable(z.string()),
    replaced: z.boolean(),
  }),
});
