/** What may be asked of a pad, leaf by leaf. */
import * as z from "zod/mini";
import { sql, view } from "../../../kernel/view.ts";

const text = z.nullable(z.string());

/**
 * Every leaf of a pad in its order: used, spoiled, blank, or untold while nobody has said. `late` is how many days passed from the
 * hand-over until it was keyed in.
 */
export const padLeavesView = view({
  name: "pads.leaves",
  room: "acopio",
  question: "What became of each leaf of this pad, who wrote it and how late was it keyed in?",
  asks: z.object({
    pad: z.uuid(),
    limit: z._default(z.int().check(z.positive(), z.maximum(500)), 100),
    skip: z._default(z.int().check(z.nonnegative(), z.maximum(1_000_000_000)), 0),
  }),
  askers: ["manage-devices", "see-deliveries", "audit"],
  sql: ({ pad, limit, skip }) => sql`
    select leaf.serial, coalesce(s.state, 'untold') as state, s.delivery::text, d.receipt, v.value as writer_name,
           s.happened::text, s.told::text, s.told - s.happened as late
      from books.pad p
     cross join lateral (select n as serial from generate_series(p.serial_from, p.serial_to) n
                          order by n limit ${limit}::int offset ${skip}::int) leaf
      left join books.pad_serial s on s.book_id = p.book_id and s.pad = p.pad and s.serial = leaf.serial
      left join books.delivery d on d.book_id = s.book_id and d.delivery = s.delivery
      left join books.profile w on w.book_id = s.book_id and w.agent = s.writer
      left join books.personal_value v on v.book_id = w.book_id and v.digest = w.name ->> 'digest'
     where p.pad = ${pad}::uuid
     order by leaf.serial`,
  answer: z.object({
    serial: z.int(),
    state: z.enum(["used", "spoiled", "blank", "untold"]),
    delivery: text,
    receipt: text,
    writer_name: text,
    happened: text,
    told: text,
    late: z.nullable(z.int()),
  }),
});
