/** The premium account: what stands in it, and what was decided of it. */
import * as z from "zod/mini";
import { sql, view } from "../../../kernel/view.ts";

const askers = ["close-settlement", "see-ledger", "see-statements", "audit"];

/** What stands in the premium account, by currency and line grain: whole line grains as text. */
export const premiumAccount = view({
  name: "premium.account",
  room: "settlement",
  question: "How much premium waits for a decision?",
  asks: z.object({}),
  askers,
  sql: () => sql`
    select split_part(commodity, ':', 2) as currency, split_part(commodity, ':', 3) as line, (-sum(amount))::text as stands
      from books.posting where account = 'premium-fund' and commodity like 'money:%' group by 1, 2 order by 1, 2`,
  answer: z.object({ currency: z.string(), line: z.string(), stands: z.string() }),
});

/** Decisions about it, the last first: who, when, under which minutes, and what is spent on what; what members got by kilo apart. */
export const premiumDecisions = view({
  name: "premium.decisions",
  room: "settlement",
  question: "What was decided of the premium, by whom, and what for?",
  asks: z.object({}),
  askers,
  sql: () => sql`
    select d.decision::text, d.title, d.currency, d.total::text, d.items, d.decided_by, d.decided_on::text, d.minutes,
           (select o.title from books.pool o where o.book_id = d.book_id and o.pool = d.pool) as pool,
           coalesce((select sum(r.net) from books.settlement s
                       join books.statement_result r on r.book_id = s.book_id and r.settlement = s.settlement
                      where s.book_id = d.book_id and s.season = d.decision and s.way = 'premium'), 0)::text as members
      from books.premium_decision d order by d.decided_on desc, d.decision limit 200`,
  answer: z.object({
    decision: z.string(),
    title: z.string(),
    currency: z.string(),
    total: z.string(),
    items: z.array(z.object({ what: z.string(), to: z.string(), amount: z.string() })),
    decided_by: z.string(),
    decided_on: z.string(),
    minutes: z.string(),
    pool: z.nullable(z.string()),
    members: z.string(),
  }),
});
