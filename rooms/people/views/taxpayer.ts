/** What was stated of somebody as a taxpayer. */
import * as z from "zod/mini";
import { sql, view } from "../../../kernel/view.ts";

const text = z.nullable(z.string());

/** Tax number and address as they stand now; of the book's own organisation too. Who reads them of somebody else is written down. */
export const taxpayerOne = view({
  name: "taxpayer.one",
  room: "people",
  question: "Which tax number and address does this person have?",
  asks: z.object({ agent: z.uuid() }),
  askers: ["see-personal"],
  self: "agent",
  reads: { kinds: ["identity-number", "address"], about: "agent" },
  sql: ({ agent }) => sql`
    select n.value as tax_number, a.value as address, t.from_day::text as since
      from books.taxpayer t
      left join books.personal_value n on n.book_id = t.book_id and n.digest = t.tax_number ->> 'digest'
      left join books.personal_value a on a.book_id = t.book_id and a.digest = t.address ->> 'digest'
     where t.agent = ${agent}::uuid`,
  answer: z.object({ tax_number: text, address: text, since: z.string() }),
});
