/** What may be asked of the box of a point: what moved in and out of it, and every time it was counted. */
import * as z from "zod/mini";
import { sql, view } from "../../../kernel/view.ts";

const text = z.nullable(z.string());

/**
 * What moved and what was counted at a point, the last first, in whole line grains. `entry` is how cash moved (lent, topped-up,
 * returned) or when it was counted (opening, closing, between); of a count `computed` is what the book found there should be.
 */
export const pointBoxView = view({
  name: "points.box",
  room: "acopio",
  question: "What came into the box of this point, what left it for the office, and what was counted in it?",
  asks: z.object({
    place: z.string().check(z.maxLength(80)),
    limit: z._default(z.int().check(z.positive(), z.maximum(500)), 50),
    skip: z._default(z.int().check(z.nonnegative(), z.maximum(1_000_000)), 0),
  }),
  askers: ["pay", "see-ledger", "audit"],
  sql: ({ place, limit, skip }) => sql`
    select b.entry, b.on_day::text, b.clock, b.currency, b.amount::text, b.computed::text, b.notes, b.office, b.hold::text,
           v.value as by_name
      from (select m.book_id, m.position, m.way as entry, m.on_day, m.clock, m.currency, m.amount, null::bigint as computed,
                   null::jsonb as notes, m.office, m.hold, m.by_agent
              from books.cash_move m where m.place = ${place}::text
            union all
            select c.book_id, c.position, c.moment, c.on_day, c.clock, c.currency, c.counted, c.computed, c.notes, null, null, c.by_agent
              from books.cash_count c where c.place = ${place}::text) b
      left join books.profile p on p.book_id = b.book_id and p.agent = b.by_agent
      left join books.personal_value v on v.book_id = b.book_id and v.digest = p.name ->> 'digest'
     order by b.on_day desc, b.position desc, b.currency limit ${limit}::int offset ${skip}::int`,
  answer: z.object({
    entry: z.string(),
    on_day: z.string(),
    clock: text,
    currency: z.string(),
    /** Null when what was said is no amount of the currency. */
    amount: text,
    computed: text,
    /** Of a count: how many of each note. */
    notes: z.nullable(z.array(z.object({ value: z.string(), count: z.int() }))),
    office: text,
    hold: text,
    by_name: text,
  }),
});
