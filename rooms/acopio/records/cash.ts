/** The cash of a collection point: what moved in and out of its box, how often it was counted, and what is lent to it. */
import { column, record } from "../../../kernel/act/record.ts";

const room = "acopio";

/** How cash came to a point or left it: `lent` by the office, `topped-up` as told at the point, `returned` to the office. */
export const cashWays = ["lent", "topped-up", "returned"] as const;

/**
 * Cash that moved between a box of the office and the box of a point, in whole line grains; null when what was said is no amount. Its
 * id is the act's. `hold`: what the office lent and the point says has arrived.
 */
export const cashMove = record({
  table: "cash_move",
  room,
  shape: "event",
  columns: {
    cash_move: column.uuid,
    place: column.text,
    way: column.text,
    office: column.maybe(column.text),
    hold: column.maybe(column.uuid),
    currency: column.text,
    amount: column.maybe(column.bigint),
    amount_said: column.text,
    by_agent: column.uuid,
    on_day: column.day,
    clock: column.maybe(column.text),
  },
  key: ["cash_move"],
  finds: { byHold: ["hold"] },
});

/**
 * A box as counted, note by note (`notes`: `{value, count}[]`), beside what the book found there should be, in whole line grains;
 * `counted` is null when a note is no amount. `moment`: opening, closing or between.
 */
export const cashCount = record({
  table: "cash_count",
  room,
  shape: "event",
  columns: {
    cash_count: column.uuid,
    currency: column.text,
    place: column.text,
    moment: column.text,
    counted: column.maybe(column.bigint),
    computed: column.bigint,
    shown: column.maybe(column.text),
    notes: column.json,
    by_agent: column.uuid,
    on_day: column.day,
    clock: column.maybe(column.text),
  },
  key: ["cash_count", "currency"],
});

/**
 * A share of what is everybody's, lent to one point until a day, so that the point alone spends or collects it there: its float in
 * `cash`, or a member's `debt` up to an amount. What is left of a debt is the tally `hold-left`; of cash, what lies in the box.
 */
export const hold = record({
  table: "hold",
  room,
  shape: "event",
  columns: {
    hold: column.uuid,
    kind: column.text,
    place: column.text,
    debt: column.maybe(column.uuid),
    agent: column.maybe(column.uuid),
    currency: column.text,
    amount: column.bigint,
    since: column.day,
    until: column.day,
    by_agent: column.uuid,
  },
  key: ["hold"],
  finds: { byPlace: ["place"], byDebt: ["debt"] },
});

/** That a hold ended before its day. */
export const holdEnd = record({
  table: "hold_end",
  room,
  shape: "event",
  columns: { hold: column.uuid, reason: column.text, by_agent: column.uuid, on_day: column.day },
  key: ["hold"],
});
