/** Who sits in the book, by name; and finding somebody in the register to give a seat to. */
import * as z from "zod/mini";
import { daySchema } from "../../../kernel/schema.ts";
import { sql, view } from "../../../kernel/view.ts";

/** Every seat with the name of whoever sits there; those in force first. `found`: how many there are in all. */
export const seatsNamed = view({
  name: "seats.named",
  room: "people",
  question: "Who may work in this book, as what, and who of them can sign in?",
  asks: z.object({
    q: z.optional(z.string().check(z.maxLength(100))),
    seat: z.optional(z.uuid()),
    /** Seats that ended before this day come last. */
    on: z.optional(daySchema),
    limit: z._default(z.int().check(z.positive(), z.maximum(500)), 50),
    skip: z._default(z.int().check(z.nonnegative(), z.maximum(1_000_000)), 0),
  }),
  askers: ["manage-seats", "audit"],
  sql: ({ q, seat, on, limit, skip }) => sql`
    select t.seat::text, t.agent::text, v.value as name, t.roles, t.from_day::text as since, t.until::text as until,
           count(*) over ()::text as found
    from books.seat t
    left join books.profile p on p.book_id = t.book_id and p.agent = t.agent
    left join books.personal_value v on v.book_id = t.book_id and v.digest = p.name ->> 'digest'
    where (${seat ?? null}::uuid is null or t.seat = ${seat ?? null}::uuid)
      and (${q ?? null}::text is null
           or strpos(lower(coalesce(v.value, '')), lower(${q ?? null}::text)) > 0)
    order by coalesce(t.until < ${on ?? null}::date, false), v.value, t.seat
    limit ${limit}::int offset ${skip}::int`,
  answer: z.object({
    seat: z.string(),
    agent: z.string(),
    name: z.nullable(z.string()),
    roles: z.array(z.string()),
    since: z.string(),
    until: z.nullable(z.string()),
    found: z.string(),
  }),
});

/** Persons of the register by a part of their name or their member's number. */
export const personsFound = view({
  name: "persons.find",
  room: "people",
  question: "Who in the register has this in their name, or this number?",
  asks: z.object({
    q: z.string().check(z.minLength(1), z.maxLength(100)),
    limit: z._default(z.int().check(z.positive(), z.maximum(100)), 20),
  }),
  askers: ["manage-seats", "keep-register"],
  sql: ({ q, limit }) => sql`
    select a.agent::text, v.value as name, m.number, p.community
    from books.agent a
    join books.profile p on p.book_id = a.book_id and p.agent = a.agent
    left join books.personal_value v on v.book_id = a.book_id and v.digest = p.name ->> 'digest'
    left join books.book_settings s on s.book_id = a.book_id
    left join books.tie m on m.book_id = a.book_id and m.from_agent = a.agent and m.to_agent = s.organisation
         and m.kind = 'membership' and m.until is null
    where a.kind = 'person'
      and (m.number = ${q}::text or strpos(lower(coalesce(v.value, '')), lower(${q}::text)) > 0)
    order by v.value, a.agent limit ${limit}::int`,
  answer: z.object({
    agent: z.string(),
    name: z.nullable(z.string()),
    number: z.nullable(z.string()),
    community: z.nullable(z.string()),
  }),
});
