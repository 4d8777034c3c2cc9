/** Hand-overs of the past that a price plan paid, to be valued again by another version of it. */
import * as z from "zod/mini";
import { sql, view } from "../../../kernel/view.ts";
import { members } from "./names.ts";

/** Most hand-overs that are looked at: the newest. */
const most = 20_000;

/**
 * Hand-overs of seasons that are paid by a plan, the newest first; those voided, sent back or settled elsewhere are none. `results` are the
 * lists of later readings, oldest first; `found` says how many there are in all.
 */
export const planDeliveries = view({
  name: "plan.deliveries",
  room: "settlement",
  question: "Which hand-overs did this price plan pay, with every reading of them?",
  asks: z.object({
    plan: z.uuid(),
    from: z.iso.date(),
    until: z.iso.date(),
    limit: z._default(z.int().check(z.positive(), z.maximum(most)), most),
  }),
  askers: ["publish-price", "audit"],
  sql: ({ plan, from, until, limit }) => sql`
    with members as materialized (${members}),
    paid as materialized (
      select distinct book_id, agreement from books.agreement where body ->> 'pricePlan' = ${plan}::text),
    found as materialized (
      select d.* from books.delivery d join paid p on p.book_id = d.book_id and p.agreement = d.season_agreement
       where d.happened between ${from}::date and ${until}::date and d.mode in ('bought', 'consigned')
         and not exists (select from books.delivery_void v where v.book_id = d.book_id and v.delivery = d.delivery)),
    page as (select * from found order by happened desc, delivery desc limit ${limit}::int)
    select d.delivery::text, d.member::text as agent, d.happened::text as day, d.place, d.bags, d.gross_g::text, d.tare_g::text, d.measurements,
           coalesce((select jsonb_agg(r.measurements order by r.position) from books.sample_result r
                      where r.book_id = d.book_id and r.delivery = d.delivery), '[]'::jsonb) as results,
           m.number as member_number, coalesce(p.organisation_name, n.value) as name, (select count(*) from found)::text as found
      from page d
      left join members m on m.book_id = d.book_id and m.agent = d.member
      left join books.profile p on p.book_id = d.book_id and p.agent = d.member
      left join books.personal_value n on n.book_id = d.book_id and n.digest = p.name ->> 'digest'
     order by d.happened desc, d.delivery desc`,
  answer: z.object({
    delivery: z.string(),
    agent: z.string(),
    day: z.string(),
    place: z.string(),
    bags: z.int(),
    gross_g: z.string(),
    tare_g: z.string(),
    measurements: z.array(z.looseObject({ measure: z.string(), value: z.string() })),
    results: z.array(z.array(z.looseObject({ measure: z.string(), value: z.string() }))),
    member_number: z.nullable(z.string()),
    name: z.nullable(z.string()),
    found: z.string(),
  }),
});
