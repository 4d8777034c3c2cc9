/** Members of the book's own organisation: `agent` and `number`, each once, by the newest membership. For a common table `members`. */
import { sql } from "../../../kernel/view.ts";

export const members = sql`
      select distinct on (m.book_id, m.from_agent) m.book_id, m.from_agent as agent, m.number
        from books.tie m
        join books.book_settings b on b.book_id = m.book_id and b.organisation = m.to_agent
       where m.kind = 'membership'
       order by m.book_id, m.from_agent, m.from_day desc, m.tie`;
