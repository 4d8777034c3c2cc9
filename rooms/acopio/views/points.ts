/** What may be asked of collection points: how each stands today, its days, its money and its pads. */
import * as z from "zod/mini";
import { daySchema } from "../../../kernel/schema.ts";
import { sql, view } from "../../../kernel/view.ts";
import { pointSheet } from "../said/point.ts";

/** Whoever gives out telephones, looks after what came in or the cash, or audits. */
const askers = ["manage-devices", "see-deliveries", "see-ledger", "audit"];
const text = z.nullable(z.string());
const place = z.string().check(z.maxLength(80));
const box = z.object({ commodity: z.string(), amount: z.string() });

/** Every point with its newest sheet, and how its day and its box stand. `held_until`: the last day of a float that is still lent. */
export const pointsView = view({
  name: "points.list",
  room: "acopio",
  question: "Which collection points are there, and how does each stand today?",
  asks: z.object({ today: daySchema, place: z.optional(place) }),
  askers,
  sql: ({ today, place: one }) => sql`
    select p.place, p.name, p.prefix, p.pays_cash, p.until::text, p.version, p.from_day::text as since, p.sheet,
           opened.on_day as opened_on, closed.on_day as closed_on, came.deliveries, came.net_g, box.boxes, held.until as held_until,
           coalesce(checked.scales, '[]') as scales
      from books.point p
      left join lateral (select max(o.on_day)::text as on_day from books.point_opening o
                          where o.book_id = p.book_id and o.place = p.place) opened on true
      left join lateral (select max(c.on_day)::text as on_day from books.point_closing c
                          where c.book_id = p.book_id and c.place = p.place) closed on true
      left join lateral (select count(*)::int as deliveries, coalesce(sum(d.net_g), 0)::text as net_g from books.delivery d
                          where d.book_id = p.book_id and d.place = p.place and d.happened = ${today}::date
                            and not exists (select from books.delivery_void v where v.book_id = d.book_id and v.delivery = d.delivery)) came on true
      left join lateral (select coalesce(jsonb_agg(jsonb_build_object('commodity', substr(t.key, length(p.place) + 2), 'amount', t.amount::text)
                                 order by t.key), '[]') as boxes from books.tally t
                          where t.book_id = p.book_id and t.kind = 'cash-at' and starts_with(t.key, p.place || '|money:')) box on true
      left join lateral (select max(h.until)::text as until from books.hold h
                          where h.book_id = p.book_id and h.place = p.place and h.kind = 'cash' and h.until >= ${today}::date
                            and not exists (select from books.hold_end e where e.book_id = h.book_id and e.hold = h.hold)) held on true
      left join lateral (select jsonb_agg(jsonb_build_object('scale', s.scale, 'on', s.on_day::text, 'good', s.good,
                                  'expected_g', s.expected_g::text, 'shown_g', s.shown_g::text) order by s.scale) as scales
                           from (select distinct on (k.scale) k.* from books.scale_check k
                                  where k.book_id = p.book_id and k.place = p.place
                                  order by k.scale, k.on_day desc, k.position desc) s) checked on true
     where (${one ?? null}::text is null or p.place = ${one ?? null}::text)
     order by p.name, p.place limit 500`,
  answer: z.object({
    place: z.string(),
    name: z.string(),
    prefix: z.string(),
    pays_cash: z.boolean(),
    until: text,
    version: z.int(),
    since: z.string(),
    sheet: pointSheet,
    opened_on: text,
    closed_on: text,
    /** Hand-overs of today that count, and their net grams. */
    deliveries: z.int(),
    net_g: z.string(),
    /** What lies in the box by currency, in whole line grains: "money:COP:1". */
    boxes: z.array(box),
    held_until: text,
    /** The last check of each scale. */
    scales: z.array(
      z.object({
        scale: z.string(),
        on: z.string(),
        good: z.nullable(z.boolean()),
        expected_g: z.string(),
        shown_g: z.string(),
      }),
    ),
  }),
});

/** Days that telephones closed, the last first: what they counted, and what they found in the box against what should lie there. */
export const pointDaysView = view({
  name: "points.days",
  room: "acopio",
  question: "Which days did this point close, with which receipts, kilograms and cash, and where did they differ?",
  asks: z.object({
    place,
    limit: z._default(z.int().check(z.positive(), z.maximum(500)), 30),
    skip: z._default(z.int().check(z.nonnegative(), z.maximum(1_000_000)), 0),
  }),
  askers,
  sql: ({ place: of, limit, skip }) => sql`
    select c.closing::text, c.on_day::text, c.clock, c.device::text, c.series, c.serial_from, c.serial_to, c.hand_overs, c.voids, c.kilos,
           v.value as by_name,
           coalesce((select jsonb_agg(jsonb_build_object('currency', k.currency, 'counted', k.counted::text, 'computed', k.computed::text)
                              order by k.currency) from books.cash_count k
                      where k.book_id = c.book_id and k.cash_count = c.closing), '[]') as cash,
           (select count(*)::int from books.question q
             where q.book_id = c.book_id and q.asked_position = c.position and not exists (
               select from books.question_answer a
                where a.book_id = q.book_id and a.asked_position = q.asked_position and a.ordinal = q.ordinal)) as questions
      from books.point_closing c
      left join books.profile w on w.book_id = c.book_id and w.agent = c.by_agent
      left join books.personal_value v on v.book_id = c.book_id and v.digest = w.name ->> 'digest'
     where c.place = ${of}::text
     order by c.on_day desc, c.position desc limit ${limit}::int offset ${skip}::int`,
  answer: z.object({
    closing: z.string(),
    on_day: z.string(),
    clock: text,
    device: text,
    series: text,
    serial_from: z.nullable(z.int()),
    serial_to: z.nullable(z.int()),
    hand_overs: z.int(),
    voids: z.int(),
    kilos: z.array(z.object({ product: z.string(), net_g: z.string() })),
    by_name: text,
    cash: z.array(z.object({ currency: z.string(), counted: text, computed: z.string() })),
    questions: z.int(),
  }),
});

/** What was lent to a point: its float, and debts it may collect. `left` in whole line grains, of a debt what may still be collected. */
export const pointHoldsView = view({
  name: "points.holds",
  room: "acopio",
  question: "What is lent to this point, until when, and what is left of it?",
  asks: z.object({ place, limit: z._default(z.int().check(z.positive(), z.maximum(500)), 50) }),
  // Who owes what is told to those who pay and who see the books, not to everybody who gives out telephones.
  askers: ["pay", "see-ledger", "audit"],
  sql: ({ place: of, limit }) => sql`
    select h.hold::text, h.kind, h.currency, h.amount::text, h.since::text, h.until::text, h.debt::text, h.agent::text,
           coalesce(p.organisation_name, v.value) as name, t.amount::text as remaining, e.reason as ended, e.on_day::text as ended_on,
           exists (select from books.cash_move m where m.book_id = h.book_id and m.hold = h.hold and m.way = 'topped-up') as arrived
      from books.hold h
      left join books.hold_end e on e.book_id = h.book_id and e.hold = h.hold
      left join books.tally t on t.book_id = h.book_id and t.kind = 'hold-left' and t.key = h.hold::text
      left join books.profile p on p.book_id = h.book_id and p.agent = h.agent
      left join books.personal_value v on v.book_id = h.book_id and v.digest = p.name ->> 'digest'
     where h.place = ${of}::text order by h.position desc limit ${limit}::int`,
  answer: z.object({
    hold: z.string(),
    kind: z.string(),
    currency: z.string(),
    amount: z.string(),
    since: z.string(),
    until: z.string(),
    debt: text,
    agent: text,
    name: text,
    remaining: text,
    ended: text,
    ended_on: text,
    /** Of a float: whether the point said that it came. */
    arrived: z.boolean(),
  }),
});

/** Pads with printed serials that a point has, and what became of their leaves. */
export const pointPadsView = view({
  name: "points.pads",
  room: "acopio",
  question: "Which pads does this point have, and what became of their leaves?",
  asks: z.object({ place, limit: z._default(z.int().check(z.positive(), z.maximum(500)), 50) }),
  askers,
  sql: ({ place: of, limit }) => sql`
    select p.pad::text, p.series, p.serial_from, p.serial_to, p.on_day::text,
           (select count(*)::int from books.pad_serial s where s.book_id = p.book_id and s.pad = p.pad and s.state = 'used') as used,
           (select count(*)::int from books.pad_serial s where s.book_id = p.book_id and s.pad = p.pad and s.state <> 'used') as accounted,
           coalesce((select jsonb_agg(n order by n) from generate_series(p.serial_from, (select max(s.serial) from books.pad_serial s
                      where s.book_id = p.book_id and s.pad = p.pad)) n
                     where not exists (select from books.pad_serial s
                                        where s.book_id = p.book_id and s.pad = p.pad and s.serial = n)), '[]') as missing
      from books.pad p where p.place = ${of}::text order by p.position desc limit ${limit}::int`,
  answer: z.object({
    pad: z.string(),
    series: z.string(),
    serial_from: z.int(),
    serial_to: z.int(),
    on_day: z.string(),
    used: z.int(),
    /** Spoiled or blank. */
    accounted: z.int(),
    /** Leaves before the highest that was told, of which nobody has told. */
    missing: z.array(z.int()),
  }),
});
