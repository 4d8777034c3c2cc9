/** What may be asked of the land. */
import * as z from "zod/mini";
import { sql, view } from "../../kernel/view.ts";

/** The plots that an agent works, as last said. */
export const plotsOfAgent = view({
  name: "plots.of-agent",
  room: "land",
  question: "Which plots does this person work?",
  asks: z.object({ agent: z.string().check(z.regex(/^[0-9a-f-]{36}$/)) }),
  askers: ["see-members"],
  self: "agent",
  sql: ({ agent }) => sql`
    select plot::text, name, area_m2::text, products, community, from_day::text as since, version
    from books.plot where holder = ${agent}::uuid order by name, plot limit 1000`,
  answer: z.object({
    plot: z.string(),
    name: z.string(),
    area_m2: z.nullable(z.string()),
    products: z.array(z.string()),
    community: z.nullable(z.string()),
    since: z.string(),
    version: z.int(),
  }),
});
