/** What may be asked about the devices of the book: how each was heard, and what of a lost one waits. */
import * as z from "zod/mini";
import { sql, view } from "../../../kernel/view.ts";

const askers = ["manage-devices", "audit"];
const text = z.nullable(z.string());

/**
 * Every device with how it was heard. `missing` are sequences that never came though later ones did, `reused` those that came with two
 * kinds of bytes. `questions` wait about what it said; `quarantined` acts wait for a release.
 */
export const devicesView = view({
  name: "devices.list",
  room: "book",
  question: "Which devices speak in this book, when was each heard, and what is missing or waits?",
  asks: z.object({}),
  askers,
  sql: () => sql`
    with told as (
      select device, sequence, count(*) as times, lag(sequence, 1, 0::bigint) over (partition by device order by sequence) as before
        from books.device_sequence group by device, sequence),
    heard as (
      select device, max(sequence)::text as last_sequence,
             coalesce(jsonb_agg(jsonb_build_object('from', (before + 1)::text, 'until', (sequence - 1)::text) order by sequence)
                      filter (where sequence > before + 1), '[]') as missing,
             coalesce(jsonb_agg(sequence::text order by sequence) filter (where times > 1), '[]') as reused
        from told group by device),
    asked as (
      select s.device, count(distinct (q.asked_position, q.ordinal))::int as questions
        from books.device_sequence s
        join books.act a on a.book_id = s.book_id and a.act_id = s.act
        join books.question q on q.book_id = s.book_id and q.asked_position = a.position
       where not exists (select 1 from books.question_answer w
                          where w.book_id = q.book_id and w.asked_position = q.asked_position and w.ordinal = q.ordinal)
       group by s.device),
    waiting as (
      select i.reason #>> '{facts,device}' as device, count(*)::int as quarantined
        from books.intake i where i.act_id is null and i.reason ->> 'code' = 'device.quarantined' group by 1)
    select d.device::text, d.agent::text, d.place, d.series, d.state, d.from_day::text as since, d.note, d.lost_at,
           to_char(h.last_heard at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as last_heard, h.unsent,
           h.clock_error_ms::text as clock_error_ms, h.app, h.persisted, t.last_sequence,
           coalesce(t.missing, '[]') as missing, coalesce(t.reused, '[]') as reused,
           coalesce(q.questions, 0) as questions, coalesce(w.quarantined, 0) as quarantined
      from books.device d
      left join books.device_heard h on h.book_id = d.book_id and h.device = d.device
      left join heard t on t.device = d.device
      left join asked q on q.device = d.device
      left join waiting w on w.device = d.device::text
     order by d.state, d.place, d.device limit 1000`,
  answer: z.object({
    device: z.string(),
    agent: text,
    place: text,
    series: text,
    state: z.string(),
    since: z.string(),
    note: text,
    lost_at: text,
    last_heard: text,
    unsent: z.nullable(z.int()),
    /** Its clock less ours, in milliseconds. */
    clock_error_ms: text,
    app: text,
    persisted: z.nullable(z.boolean()),
    last_sequence: text,
    missing: z.array(z.object({ from: z.string(), until: z.string() })),
    reused: z.array(z.string()),
    questions: z.int(),
    quarantined: z.int(),
  }),
});

/** What a lost device said after it was lost, in the order of its own count. A page ends at `limit`; the next goes on after its sequence. */
export const quarantinedView = view({
  name: "devices.quarantined",
  room: "book",
  question: "What did this device say after it was lost, and nobody has let in?",
  asks: z.object({
    device: z.uuid(),
    after: z._default(z.string().check(z.regex(/^[0-9]{1,18}$/)), "0"),
    limit: z._default(z.int().check(z.positive(), z.maximum(500)), 50),
  }),
  askers,
  pagedBy: "sequence",
  sql: ({ device, after, limit }) => sql`
    select i.number::text, i.reason #>> '{facts,act}' as act, i.reason #>> '{facts,kind}' as kind,
           i.reason #>> '{facts,sequence}' as sequence, i.reason #>> '{facts,at}' as at, i.received
      from books.intake i
     where i.act_id is null and i.reason ->> 'code' = 'device.quarantined' and i.reason #>> '{facts,device}' = ${device}
       and (i.reason #>> '{facts,sequence}')::bigint > ${after}::bigint
     order by (i.reason #>> '{facts,sequence}')::bigint, i.number limit ${limit}::int`,
  answer: z.object({
    number: z.string(),
    act: z.string(),
    kind: z.string(),
    sequence: z.string(),
    at: z.string(),
    received: z.string(),
  }),
});
