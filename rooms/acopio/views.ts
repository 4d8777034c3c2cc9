/** What may be asked of what came in. */
import * as z from "zod/mini";
import { type Query, sql, view } from "../../kernel/view.ts";

export { deviceKeys } from "./views/keys.ts";
export { laboratoryResults } from "./views/laboratory.ts";
export { padLeavesView } from "./views/pad-leaves.ts";
export { pointBoxView } from "./views/point-box.ts";
export { pointDaysView, pointHoldsView, pointPadsView, pointsView } from "./views/points.ts";

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
           d.scale_checked::text, d.happened::text, d.clock, d.receipt, d.bags,
           -- Entered from its paper, single bags are known once the telephone has come back.
           coalesce((select n.body -> 'bags' from books.delivery_note n
             where n.book_id = d.book_id and n.delivery = d.delivery and n.kind = 'told-fuller' limit 1), d.bag_list) as bag_list,
           d.gross_g::text, d.tare_g::text,
           d.net_g::text, d.measurements, d.plot::text, d.claim, d.shown, d.mode, d.origin, d.act_position::text,
           (select coalesce(jsonb_agg(f.digest order by f.ordinal), '[]') from books.delivery_photo f
             where f.book_id = d.book_id and f.delivery = d.delivery) as photos,
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
    photos: z.array(z.string()),
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

/** The kept receipt, with who it is for as the register says now, and whether the hand-over was voided since. */
const receiptQuery = (asked: { readonly number: string; readonly agent: string | null }): Query => sql`
  select p.number, p.kind, p.content, d.member::text as agent, d.delivery::text, v.on_day::text as voided_on,
         coalesce(f.organisation_name, n.value) as name, e.on_day::text as erased,
         l.signature as seal, l.device::text as seal_device,
         (select c.public_key from books.device c where c.book_id = l.book_id and c.device = l.device) as seal_key,
         (select m.number from books.tie m
            join books.book_settings s on s.book_id = m.book_id and s.organisation = m.to_agent
           where m.book_id = d.book_id and m.from_agent = d.member and m.kind = 'membership'
           order by m.from_day desc limit 1) as member_number
    from books.paper p
    join books.delivery d on d.book_id = p.book_id and d.delivery = p.about
    left join books.delivery_void v on v.book_id = d.book_id and v.delivery = d.delivery
    left join books.paper_seal l on l.book_id = p.book_id and l.kind = p.kind and l.number = p.number
    left join books.profile f on f.book_id = d.book_id and f.agent = d.member
    left join books.personal_value n on n.book_id = d.book_id and n.digest = f.name ->> 'digest'
    left join books.erasure e on e.book_id = d.book_id and e.agent = d.member
   where p.kind in ('receipt', 'receipt-printed') and p.number = ${asked.number}
     and (${asked.agent}::uuid is null or d.member = ${asked.agent}::uuid)
   order by p.kind`;

const receiptAnswer = z.object({
  number: z.string(),
  kind: z.string(),
  /** Canonical JSON as kept: `ReceiptContent`. */
  content: z.string(),
  agent: z.string(),
  delivery: z.string(),
  voided_on: text,
  name: text,
  erased: text,
  member_number: text,
  /** The device's seal over what its code says, by which device, and that device's key (raw, base64url); null where no device sealed it. */
  seal: text,
  seal_device: text,
  seal_key: text,
});

const receiptNumber = z.string().check(z.minLength(1), z.maxLength(120));

/** One receipt as it was issued. */
export const receiptOne = view({
  name: "receipt.one",
  room: "acopio",
  question: "What does the receipt of this number say?",
  asks: z.object({ number: receiptNumber }),
  askers: ["see-deliveries", "audit"],
  sql: ({ number }) => receiptQuery({ number, agent: null }),
  answer: receiptAnswer,
});

/** One's own receipt as it was issued. */
export const receiptMine = view({
  name: "receipt.mine",
  room: "acopio",
  question: "What does my receipt of this number say?",
  asks: z.object({ number: receiptNumber, agent: z.uuid() }),
  askers: [],
  self: "agent",
  sql: (asked) => receiptQuery(asked),
  answer: receiptAnswer,
});
