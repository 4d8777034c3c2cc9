/** What every list of settlement says of a person: number and name, or the day the name was erased. */
import { sql } from "../../../kernel/view.ts";

/** Members of the book's own organisation: `agent` and `number`, each once, by the newest membership. A common table `members`. */
export const members = sql`members as (
      select distinct on (m.book_id, m.from_agent) m.book_id, m.from_agent as agent, m.number
        from books.tie m
        join books.book_settings b on b.book_id = m.book_id and b.organisation = m.to_agent
       where m.kind = 'membership'
       order by m.book_id, m.from_agent, m.from_day desc, m.tie)`;

/** Hand-overs that a settlement names which is neither closed nor dropped: `delivery` and `settlement`. A common table `named`. */
export const named = sql`stages as (
      select distinct on (book_id, settlement) book_id, settlement, stage
        from books.settlement_stage order by book_id, settlement, step desc),
    named as (
      select t.book_id, t.settlement, jsonb_array_elements_text(t.deliveries)::uuid as delivery
        from stages g
        join books.statement t on t.book_id = g.book_id and t.settlement = g.settlement
       where g.stage in ('drafted', 'reviewed'))`;

/** Documents about which a question waits, with the code of the first: `about`, `code`. A common table `asked`. */
export const asked = sql`asked as (
      select distinct on (q.book_id, q.about) q.book_id, q.about, q.code
        from books.question q
       where q.about is not null and not exists (
               select from books.question_answer a
                where a.book_id = q.book_id and a.asked_position = q.asked_position and a.ordinal = q.ordinal)
       order by q.book_id, q.about, q.asked_position, q.ordinal)`;
