/** What every list of settlement says of a person: number and name, or the day the name was erased. */
import { sql } from "../../../kernel/view.ts";

/** Members of the book's own organisation: `agent` and `number`, each once, by the newest membership. For a common table `members`. */
export const members = sql`
      select distinct on (m.book_id, m.from_agent) m.book_id, m.from_agent as agent, m.number
        from books.tie m
        join books.book_settings b on b.book_id = m.book_id and b.organisation = m.to_agent
       where m.kind = 'membership'
       order by m.book_id, m.from_agent, m.from_day desc, m.tie`;

/**
 * Hand-overs that a settlement names which is neither closed nor dropped, and that were not left out of it: `delivery` and `settlement`.
 * For a common table `named`.
 */
export const named = sql`
      select t.book_id, t.settlement, t.delivery
        from (select t.book_id, t.settlement, jsonb_array_elements_text(t.deliveries)::uuid as delivery
                from (select distinct on (book_id, settlement) book_id, settlement, stage
                        from books.settlement_stage order by book_id, settlement, step desc) g
                join books.statement t on t.book_id = g.book_id and t.settlement = g.settlement
               where g.stage in ('drafted', 'reviewed')) t
        left join books.left_out l on l.book_id = t.book_id and l.settlement = t.settlement and l.document = t.delivery
       where l.document is null`;

/** Documents about which a question waits, with code and facts of the first: `about`, `why`. For a common table `asked`. */
export const asked = sql`
      select distinct on (q.book_id, q.about) q.book_id, q.about, jsonb_build_object('code', q.code, 'facts', q.facts) as why
        from books.question q
       where q.about is not null and not exists (
               select from books.question_answer a
                where a.book_id = q.book_id and a.asked_position = q.asked_position and a.ordinal = q.ordinal)
       order by q.book_id, q.about, q.asked_position, q.ordinal`;
