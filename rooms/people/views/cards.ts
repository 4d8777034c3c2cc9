/** Who carries which card. */
import * as z from "zod/mini";
import { sql, view } from "../../../kernel/view.ts";

const text = z.nullable(z.string());

/** Members of a day with the card each carries, if any; by number. `card` keeps those who have one, or have none. */
export const cardsList = view({
  name: "cards.list",
  room: "people",
  question: "Which members carry a card, and who has none yet?",
  asks: z.object({
    on: z.iso.date(),
    card: z.optional(z.enum(["with", "without"])),
    q: z.optional(z.string().check(z.maxLength(100))),
    limit: z._default(z.int().check(z.positive(), z.maximum(500)), 500),
    skip: z._default(z.int().check(z.nonnegative(), z.maximum(1_000_000)), 0),
  }),
  askers: ["keep-register"],
  sql: ({ on, card, q, limit, skip }) => sql`
    select m.from_agent::text as agent, m.number, v.value as name, p.community, c.card::text as card,
           c.from_day::text as since, count(*) over ()::text as found
      from books.tie m
      join books.book_settings s on s.book_id = m.book_id and s.organisation = m.to_agent
      left join books.profile p on p.book_id = m.book_id and p.agent = m.from_agent
      left join books.personal_value v on v.book_id = m.book_id and v.digest = p.name ->> 'digest'
      left join books.member_card c on c.book_id = m.book_id and c.agent = m.from_agent and c.state = 'issued'
     where m.kind = 'membership' and m.from_day <= ${on}::date and (m.until is null or m.until >= ${on}::date)
       and (${card ?? null}::text is null or (c.card is not null) = (${card ?? null}::text = 'with'))
       and (${q ?? null}::text is null
            or strpos(lower(concat_ws(' ', m.number, v.value, p.community)), lower(${q ?? null}::text)) > 0)
     order by length(m.number), m.number, m.from_agent
     limit ${limit}::int offset ${skip}::int`,
  answer: z.object({
    agent: z.string(),
    number: text,
    name: text,
    community: text,
    card: text,
    since: text,
    found: z.string(),
  }),
});
