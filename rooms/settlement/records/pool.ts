/** What a pool leaves in the book: its rule, the papers that came in, its stages, the hand-overs it took, and what each member gets. */
import { column, record } from "../../../kernel/act/record.ts";

const room = "settlement";

/** A pool: whose hand-overs count, and the board's rule for what is left. */
export const pool = record({
  table: "pool",
  room,
  shape: "event",
  columns: {
    pool: column.uuid,
    title: column.text,
    product: column.text,
    /** Agreements of the seasons whose settled hand-overs count: `string[]`. */
    seasons: column.json,
    /** Hand-overs of these days count. */
    first_day: column.day,
    last_day: column.day,
    currency: column.text,
    /** Percent of the surplus that is paid out; the rest goes to the reserve. The rate per kilo is truncated to its grain. */
    percent: column.text,
    rate_grain: column.text,
    /** Who made the rule, and when: the board, with the number of its minutes. */
    decided_by: column.text,
    decided_on: column.day,
  },
  key: ["pool"],
  finds: { all: [] },
});

/** That a pool counts hand-overs of before the book too. */
export const poolPast = record({
  table: "pool_past",
  room,
  shape: "event",
  columns: { pool: column.uuid },
  key: ["pool"],
});

/** The stages of a pool: open, decided, paid-out. `totals` are the figures that the decision kept, in whole line grains. */
export const poolStage = record({
  table: "pool_stage",
  room,
  shape: "stage",
  columns: { pool: column.uuid, by_agent: column.uuid, on_day: column.day, totals: column.maybe(column.json) },
  key: ["pool"],
});

/** One paper that counts in a pool. `corrects` names the one that no longer counts because of it. */
export const poolEntry = record({
  table: "pool_entry",
  room,
  shape: "event",
  columns: {
    entry: column.uuid,
    pool: column.uuid,
    kind: column.text,
    paper: column.text,
    on_day: column.day,
    /** `How` as said, and the values of its steps in order: `PoolFigure[]`. */
    how: column.json,
    figures: column.json,
    amount: column.bigint,
    by_agent: column.uuid,
    corrects: column.maybe(column.uuid),
    reason: column.maybe(column.text),
    /** Position of the act, by which its entry is found again. */
    act_position: column.bigint,
  },
  key: ["entry"],
  finds: { byPool: ["pool"], all: [] },
});

/** That a pool has taken a hand-over. It is in at most one: its id is the key. `statement` is the member's of the second payment. */
export const poolDelivery = record({
  table: "pool_delivery",
  room,
  shape: "event",
  columns: { delivery: column.uuid, pool: column.uuid, statement: column.uuid, grams: column.bigint },
  key: ["delivery"],
  finds: { byPool: ["pool"] },
});

/**
 * What a pool carried of an earlier one, `corrects`: a hand-over that came late, or a correction, by its id in `document`. `due` is what
 * was to be made good at that pool's rate, `taken` what this one did. Under its own pool: that its figures had the correction in them already.
 */
export const poolCarried = record({
  table: "pool_carried",
  room,
  shape: "event",
  columns: {
    pool: column.uuid,
    document: column.uuid,
    delivery: column.uuid,
    corrects: column.uuid,
    agent: column.uuid,
    statement: column.uuid,
    grams: column.bigint,
    first: column.bigint,
    rate: column.text,
    due: column.bigint,
    taken: column.bigint,
  },
  key: ["pool", "document"],
  finds: { byDocument: ["document"], byPool: ["pool"] },
});

/** What a member gets of a pool as decided: kilos that count, what was paid first, and the second payment. */
export const poolLine = record({
  table: "pool_line",
  room,
  shape: "event",
  columns: {
    statement: column.uuid,
    pool: column.uuid,
    agent: column.uuid,
    grams: column.bigint,
    deliveries: column.int,
    first_paid: column.bigint,
    amount: column.bigint,
  },
  key: ["statement"],
  finds: { byPool: ["pool"] },
});
