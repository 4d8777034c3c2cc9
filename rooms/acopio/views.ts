/** What may be asked of what came in. */
import * as z from "zod/mini";
import { sql, view } from "../../kernel/view.ts";

const text = z.nullable(z.string());

/** Hand-overs, the last first. A page ends at `limit`; the next goes on after its last hand-over. */
export const deliveriesView = view({
  name: "deliveries.list",
  room: "acopio",
  question: "What was handed over, when, by whom, where, and what of it is in doubt?",
  asks: z.object({
    from: z.optional(z.iso.date()),
    until: z.optional(z.iso.date()),
    member: z.optional(z.uuid()),
    place: z.optional(z.string().check(z.maxLength(64))),
    product: z.optional(z.string().check(z.maxLength(64))),
    season: z.optional(z.string().check(z.maxLength(64))),
    inDoubt: z._default(z.boolean(), false),
    after: z.optional(z.uuid()),
    limit: z._default(z.int().check(z.positive(), z.maximum(500)), 50),
  }),
  askers: ["see-deliveries", "audit"],
  self: "member",
  pagedBy: "delivery",
  sql: (asked) => sql`
    select d.delivery::text, d.member::text, d.member_known, d.product, d.season, d.place, d.happened::text, d.clock,
           d.receipt, d.bags, d.gross_g::text, d.tare_g::text, d.net_g::text, d.mode, d.origin, v.delivery is not null as voided,
           (select count(*)::int from books.question q
             where q.about = d.delivery::text and not exists (
               select 1 from books.question_answer a
               where a.asked_position = q.asked_position and a.ordinal = q.ordinal)) as questions
    from books.delivery d
    left join books.delivery_void v on v.book_id = d.book_id and v.delivery = d.delivery
    where (${asked.from ?? null}::date is null or d.happened >= ${asked.from ?? null}::date)
      and (${asked.until ?? null}::date is null or d.happened <= ${asked.until ?? null}::date)
      and (${asked.member ?? null}::uuid is null or d.member = ${asked.member ?? null}::uuid)
      and (${asked.place ?? null}::text is null or d.place = ${asked.place ?? null}::text)
      and (${asked.product ?? null}::text is null or d.product = ${asked.product ?? null}::text)
      and (${asked.season ?? null}::text is null or d.season = ${asked.season ?? null}::text)
      and (${asked.after ?? null}::uuid is null or (d.happened, d.delivery) <
        (select l.happened, l.delivery from books.delivery l where l.delivery = ${asked.after ?? null}::uuid))
      and (not ${asked.inDoubt}::boolean or exists (
        select 1 from books.question q
        where q.about = d.delivery::text and not exists (
          select 1 from books.question_answer a
          where a.asked_position = q.asked_position and a.ordinal = q.ordinal)))
    order by d.happened desc, d.delivery desc
    limit ${asked.limit}::int`,
  answer: z.object({
    delivery: z.string(),
    member: z.string(),
    member_known: z.boolean(),
    product: z.string(),
    season: text,
    place: z.string(),
    happened: z.string(),
    clock: text,
    receipt: text,
    bags: z.int(),
    gross_g: z.string(),
    tare_g: z.string(),
    net_g: z.string(),
    mode: z.string(),
    origin: z.string(),
    voided: z.boolean(),
    questions: z.int(),
  }),
});

/** One hand-over, whole: weighings, readings with later results, void, objections. A member asks it with their own id. */
export const deliveryView = view({
  name: "delivery.one",
  room: "acopio",
  question: "What exactly was handed over, weighed, read and said of it since?",
  asks: z.object({ delivery: z.uuid(), member: z.optional(z.uuid()) }),
  askers: ["see-deliveries", "audit"],
  self: "member",
  sql: ({ delivery, member }) => sql`
    select d.delivery::text, d.member::text, d.member_known, d.product, d.season, d.season_agreement::text, d.place, d.scale,
           d.scale_checked::text, d.happened::text, d.clock, d.receipt, d.bags, d.bag_list, d.gross_g::text, d.tare_g::text,
           d.net_g::text, d.measurements, d.plot::text, d.claim, d.shown, d.mode, d.origin, d.act_position::text,
           v.reason as void_reason, v.replaced_by::text, v.on_day::text as voided_on,
           (select coalesce(jsonb_agg(jsonb_build_object('measurements', r.measurements, 'on', r.on_day, 'laboratory', r.laboratory)
                    order by r.position), '[]') from books.sample_result r
             where r.book_id = d.book_id and r.delivery = d.delivery) as results,
           (select coalesce(jsonb_agg(jsonb_build_object('against', o.against, 'words', o.words, 'on', o.on_day)
                    order by o.position), '[]') from books.objection o
             where o.book_id = d.book_id and o.delivery = d.delivery) as objections
    from books.delivery d
    left join books.delivery_void v on v.book_id = d.book_id and v.delivery = d.delivery
    where d.delivery = ${delivery}::uuid and (${member ?? null}::uuid is null or d.member = ${member ?? null}::uuid)`,
  answer: z.object({
    delivery: z.string(),
    member: z.string(),
    member_known: z.boolean(),
    product: z.string(),
    season: text,
    season_agreement: text,
    place: z.string(),
    scale: text,
    scale_checked: text,
    happened: z.string(),
    clock: text,
    receipt: text,
    bags: z.int(),
    bag_list: z.array(z.unknown()),
    gross_g: z.string(),
    tare_g: z.string(),
    net_g: z.string(),
    measurements: z.array(z.unknown()),
    plot: text,
    claim: text,
    shown: z.unknown(),
    mode: z.string(),
    origin: z.string(),
    act_position: z.string(),
    void_reason: text,
    replaced_by: text,
    voided_on: text,
    results: z.array(z.unknown()),
    objections: z.array(z.unknown()),
  }),
});
