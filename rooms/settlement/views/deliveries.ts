/** What may be asked of hand-overs with all that surrounds them: who brought them, what is asked, which statement took them. */
import * as z from "zod/mini";
import { daySchema } from "../../../kernel/schema.ts";
import { type Query, sql, view } from "../../../kernel/view.ts";

const text = z.nullable(z.string());
const askers = ["see-deliveries", "audit"];
const code = z.optional(z.string().check(z.maxLength(64)));

/** What one may look for. `q` is a receipt's number, or what a member's number or name holds. */
const asks = {
  from: z.optional(daySchema),
  until: z.optional(daySchema),
  place: code,
  product: code,
  season: code,
  member: z.optional(z.uuid()),
  q: z.optional(z.string().check(z.maxLength(100))),
  show: z.optional(z.enum(["doubt", "voided", "open"])),
};
const asked = z.object(asks);

/** The members of the book's own organisation by agent, with their newest number. */
export const membersByAgent: Query = sql`
  select distinct on (m.book_id, m.from_agent) m.book_id, m.from_agent as agent, m.number
    from books.tie m join books.book_settings b on b.book_id = m.book_id and b.organisation = m.to_agent
   where m.kind = 'membership' order by m.book_id, m.from_agent, m.from_day desc, m.tie`;

/** Hand-overs that something is asked about: few, and looked up first, so that each is then found by its key. */
export const askedAbout: Query = sql`
  select q.about::uuid from books.question q
   where q.about ~ '^[0-9a-f-]{36}$'
     and (q.code like 'delivery.%' or q.code like 'sample-result.%' or q.code like 'objection.%')
     and not exists (select from books.question_answer a
                      where a.asked_position = q.asked_position and a.ordinal = q.ordinal)`;

/** The conditions of a search. Only those that were asked are written, so that each search may use its own index. */
function conditions(search: z.infer<typeof asked>): Query {
  const isVoided = sql`exists (select from books.delivery_void v where v.book_id = d.book_id and v.delivery = d.delivery)`;
  const isSettled = sql`(exists (select from books.settled_delivery s where s.book_id = d.book_id and s.delivery = d.delivery)
    or exists (select from books.past_delivery s where s.book_id = d.book_id and s.delivery = d.delivery))`;
  const all: Query[] = [];
  if (search.from !== undefined) all.push(sql`d.happened >= ${search.from}::date`);
  if (search.until !== undefined) all.push(sql`d.happened <= ${search.until}::date`);
  if (search.place !== undefined) all.push(sql`d.place = ${search.place}`);
  if (search.product !== undefined) all.push(sql`d.product = ${search.product}`);
  if (search.season !== undefined) all.push(sql`d.season = ${search.season}`);
  if (search.member !== undefined) all.push(sql`d.member = ${search.member}::uuid`);
  if (search.q !== undefined)
    all.push(sql`(d.receipt = ${search.q} or d.member = any(array(
      select m.agent from (${membersByAgent}) m
        left join books.profile p on p.book_id = m.book_id and p.agent = m.agent
        left join books.personal_value n on n.book_id = m.book_id and n.digest = p.name ->> 'digest'
       where m.number = ${search.q} or strpos(lower(concat_ws(' ', m.number, n.value)), lower(${search.q})) > 0)))`);
  if (search.show === "voided") all.push(isVoided);
  if (search.show === "open") all.push(sql`not ${isVoided} and not ${isSettled}`);
  if (search.show === "doubt")
    all.push(sql`not ${isVoided} and not ${isSettled} and d.delivery = any(array(${askedAbout}))`);
  return all.reduce((before, one) => sql`${before} and ${one}`, sql`true`);
}

/** Hand-overs as a list for people, the last first: who brought them by name, what of each is asked, and its statement. */
export const deliveriesFound = view({
  name: "deliveries.found",
  room: "settlement",
  question: "Which hand-overs came in, by whom, and is any of them in doubt?",
  asks: z.object({
    ...asks,
    limit: z._default(z.int().check(z.positive(), z.maximum(500)), 50),
    skip: z._default(z.int().check(z.nonnegative(), z.maximum(1_000_000)), 0),
  }),
  askers,
  self: "member",
  // The page of rows is found first; names and questions are looked up for those few only, and numbers once for all.
  sql: (search) => sql`
    with numbers as materialized (${membersByAgent}),
    page as materialized (
      select d.book_id, d.delivery, d.member, d.product, d.season, d.place, d.happened, d.clock, d.receipt, d.bags, d.net_g
        from books.delivery d where ${conditions(search)}
       order by d.happened desc, d.delivery desc limit ${search.limit}::int offset ${search.skip}::int)
    select d.delivery::text, d.member::text, d.product, d.season, d.place, d.happened::text, d.clock, d.receipt, d.bags,
           d.net_g::text, (select m.number from numbers m where m.agent = d.member) as member_number,
           coalesce(p.organisation_name, n.value) as name, e.on_day::text as erased,
           exists (select from books.delivery_void v where v.delivery = d.delivery) as voided,
           (select count(*)::int from books.question q where q.about = d.delivery::text
               and not exists (select from books.question_answer a
                                where a.asked_position = q.asked_position and a.ordinal = q.ordinal)) as questions,
           (select r.number from books.settled_delivery s
              join books.statement_result r on r.statement = s.statement where s.delivery = d.delivery) as statement
      from page d
      left join lateral (select name, organisation_name from books.profile p where p.agent = d.member) p on true
      left join books.personal_value n on n.book_id = d.book_id and n.digest = p.name ->> 'digest'
      left join books.erasure e on e.book_id = d.book_id and e.agent = d.member
     order by d.happened desc, d.delivery desc`,
  answer: z.object({
    delivery: z.string(),
    member: z.string(),
    product: z.string(),
    season: text,
    place: z.string(),
    happened: z.string(),
    clock: text,
    receipt: text,
    bags: z.int(),
    net_g: z.string(),
    member_number: text,
    name: text,
    erased: text,
    voided: z.boolean(),
    questions: z.int(),
    statement: text,
  }),
});

/** How many hand-overs a search finds, and how much of each product; what was voided is counted apart and weighs nothing. */
export const deliveriesSums = view({
  name: "deliveries.sums",
  room: "settlement",
  question: "How much came in, of what was looked for?",
  asks: z.object(asks),
  askers,
  self: "member",
  sql: (search) => sql`
    select d.product, count(*)::text as found, sum(d.net_g)::text as net_g, count(v.delivery)::text as voided,
           coalesce(sum(d.net_g) filter (where v.delivery is not null), 0)::text as voided_g
      from books.delivery d left join books.delivery_void v on v.book_id = d.book_id and v.delivery = d.delivery
     where ${conditions(search)}
     group by d.product order by sum(d.net_g) desc limit 100`,
  answer: z.object({
    product: z.string(),
    found: z.string(),
    net_g: z.string(),
    voided: z.string(),
    voided_g: z.string(),
  }),
});

/** Where anything ever came in, and what: from the counts kept with each act. */
export const deliveriesPlaces = view({
  name: "deliveries.places",
  room: "settlement",
  question: "At which places was which product received?",
  asks: z.object({}),
  askers: ["see-deliveries", "receive", "audit"],
  sql: () => sql`
    select split_part(key, '|', 2) as place, split_part(key, '|', 1) as product
      from books.tally where kind = 'stock' order by 1, 2 limit 1000`,
  answer: z.object({ place: z.string(), product: z.string() }),
});
