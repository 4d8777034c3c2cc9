/** One hand-over from sack to payment. */
import * as z from "zod/mini";
import { sql, view } from "../../../kernel/view.ts";
import { membersByAgent } from "./deliveries.ts";

const text = z.nullable(z.string());
const facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
const reading = z.object({
  measure: z.string(),
  value: z.string(),
  unit: z.string(),
  method: z.optional(z.string()),
  instrument: z.optional(z.string()),
});

/** What was asked about a hand-over, with its answer once there is one. */
const asked = z.object({
  position: z.string(),
  ordinal: z.int(),
  code: z.string(),
  role: z.string(),
  facts,
  answer: text,
  note: text,
  on: text,
});

/** All of it: who brought and who received, weighings, readings with later results, void, objections, questions, statement, paper. */
export const deliveryWhole = view({
  name: "delivery.whole",
  room: "settlement",
  question: "What became of this hand-over, from sack to payment?",
  asks: z.object({ delivery: z.uuid(), member: z.optional(z.uuid()) }),
  askers: ["see-deliveries", "audit"],
  self: "member",
  sql: ({ delivery, member }) => sql`
    select d.delivery::text, d.member::text, d.product, d.season, d.place, d.scale, d.scale_checked::text, d.happened::text,
           d.clock, d.receipt, d.bags, d.bag_list, d.gross_g::text, d.tare_g::text, d.net_g::text, d.measurements, d.claim,
           d.mode, d.origin, t.received,
           (select m.number from (${membersByAgent}) m where m.agent = d.member) as member_number,
           coalesce(p.organisation_name, n.value) as name, e.on_day::text as erased,
           coalesce(rp.organisation_name, rn.value) as receiver, t.by_agent::text as received_by,
           (select l.name from books.plot l where l.book_id = d.book_id and l.plot = d.plot) as plot,
           v.reason as void_reason, v.on_day::text as voided_on, v.replaced_by::text,
           (select coalesce(jsonb_agg(jsonb_build_object('measurements', r.measurements, 'on', r.on_day,
                    'laboratory', r.laboratory) order by r.on_day, r.sample_result), '[]')
              from books.sample_result r where r.delivery = d.delivery) as results,
           (select coalesce(jsonb_agg(jsonb_build_object('against', o.against, 'words', o.words, 'on', o.on_day)
                    order by o.on_day, o.objection), '[]')
              from books.objection o where o.delivery = d.delivery) as objections,
           (select coalesce(jsonb_agg(jsonb_build_object('position', q.asked_position::text, 'ordinal', q.ordinal, 'code', q.code,
                    'role', q.to_role, 'facts', q.facts, 'answer', a.answer, 'note', a.note, 'on', a.on_day)
                    order by q.asked_position, q.ordinal), '[]')
              from books.question q left join books.question_answer a
                on a.asked_position = q.asked_position and a.ordinal = q.ordinal
             where q.about = d.delivery::text) as questions,
           (select jsonb_build_object('number', r.number, 'value', s.value::text, 'currency', r.currency,
                    'line_grain', r.line_grain, 'on', r.closed_on)
              from books.settled_delivery s join books.statement_result r on r.statement = s.statement
             where s.delivery = d.delivery) as settled,
           (select jsonb_build_object('paid', h.paid, 'currency', h.currency, 'on', h.paid_on, 'paper', h.paper)
              from books.past_delivery h where h.delivery = d.delivery) as past,
           (select k.number from books.paper k where k.about = d.delivery and k.kind in ('receipt', 'receipt-printed') limit 1) as paper
      from books.delivery d
      join books.act t on t.book_id = d.book_id and t.position = d.act_position
      left join books.delivery_void v on v.book_id = d.book_id and v.delivery = d.delivery
      left join lateral (select name, organisation_name from books.profile p where p.agent = d.member) p on true
      left join books.personal_value n on n.book_id = d.book_id and n.digest = p.name ->> 'digest'
      left join books.erasure e on e.book_id = d.book_id and e.agent = d.member
      left join lateral (select name, organisation_name from books.profile p where p.agent = t.by_agent) rp on true
      left join books.personal_value rn on rn.book_id = d.book_id and rn.digest = rp.name ->> 'digest'
     where d.delivery = ${delivery}::uuid and (${member ?? null}::uuid is null or d.member = ${member ?? null}::uuid)`,
  answer: z.object({
    delivery: z.string(),
    member: z.string(),
    product: z.string(),
    season: text,
    place: z.string(),
    scale: text,
    scale_checked: text,
    happened: z.string(),
    clock: text,
    receipt: text,
    bags: z.int(),
    bag_list: z.array(z.object({ gross_g: z.string(), tare_g: z.string(), container: z.string(), count: z.int() })),
    gross_g: z.string(),
    tare_g: z.string(),
    net_g: z.string(),
    measurements: z.array(reading),
    claim: text,
    mode: z.string(),
    origin: z.string(),
    received: z.string(),
    member_number: text,
    name: text,
    erased: text,
    receiver: text,
    received_by: z.string(),
    plot: text,
    void_reason: text,
    voided_on: text,
    replaced_by: text,
    results: z.array(z.object({ measurements: z.array(reading), on: z.string(), laboratory: text })),
    objections: z.array(z.object({ against: z.string(), words: text, on: z.string() })),
    questions: z.array(asked),
    settled: z.nullable(
      z.object({
        number: z.string(),
        value: z.string(),
        currency: z.string(),
        line_grain: z.string(),
        on: z.string(),
      }),
    ),
    /** What was settled before the book began, as it was said then. */
    past: z.nullable(z.object({ paid: text, currency: text, on: text, paper: text })),
    paper: text,
  }),
});
