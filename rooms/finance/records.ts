/** Money and inputs that producers got ahead of delivery. What is still owed is kept as tallies, changed by what is collected. */
import { column, record } from "../../kernel/act/record.ts";

const room = "finance";

/**
 * How interest can be computed. Only `simple-monthly` is built: rate × principal for each completed month. The others are
 * named so that a credit that needs them is refused by its name instead of being computed in another way.
 */
export const interestMethods = [
  "simple-monthly",
  "flat",
  "declining",
  "simple-360",
  "simple-365",
  "capitalising",
] as const;

/** The methods that credits are granted under today. */
export const builtMethods: readonly string[] = ["simple-monthly"];

/** The `mode` of an advance that no hand gave: what a correction of closed statements left owed. No act of a person says it. */
export const overpaidMode = "correction";

/** Money handed to a producer ahead of delivery. `amount` is whole line grains; null when what was said is no amount. */
export const advance = record({
  table: "advance",
  room,
  shape: "event",
  columns: {
    advance: column.uuid,
    agent: column.uuid,
    amount: column.maybe(column.bigint),
    amount_said: column.text,
    currency: column.text,
    given: column.day,
    mode: column.text,
    place: column.maybe(column.text),
    agreement: column.maybe(column.uuid),
    receipt: column.maybe(column.text),
  },
  key: ["advance"],
  finds: { byAgent: ["agent"] },
});

/**
 * Inputs (or money) lent until the harvest. `principal` and `instalment` are whole line grains; `instalment` is the most to
 * collect at one settlement, null when all of it is due. `rate_month` is percent per month as decimal text.
 */
export const credit = record({
  table: "credit",
  room,
  shape: "event",
  columns: {
    credit: column.uuid,
    agent: column.uuid,
    principal: column.bigint,
    currency: column.text,
    rate_month: column.text,
    method: column.text,
    start_day: column.day,
    due_day: column.day,
    instalment: column.maybe(column.bigint),
    purpose: column.text,
    items: column.json,
    agreement: column.maybe(column.uuid),
  },
  key: ["credit"],
  finds: { byAgent: ["agent"] },
});

/** One collection of a debt by a settlement, in whole line grains: the history behind the tallies. */
export const collection = record({
  table: "collection",
  room,
  shape: "event",
  columns: {
    act: column.uuid,
    debt: column.uuid,
    principal: column.bigint,
    interest: column.bigint,
    /** Interest newly charged, and for how many months. */
    charged: column.bigint,
    months: column.int,
    on_day: column.day,
    cause: column.uuid,
  },
  key: ["act"],
  finds: { byDebt: ["debt"] },
});

/** What a book can begin with: a member's balances, goods in store, the last number of a series of papers, money. */
export const openingKinds = ["member", "stock", "serial", "cash"] as const;
export type OpeningKind = (typeof openingKinds)[number];

/**
 * What was stated of the time before the book, once for each matter: `about` names it within its kind ("AGENT|COP",
 * "coffee-parchment|point-2|", "receipt|point-2", "cash|point-2|COP"). `said` is the statement itself, to tell the same from another.
 */
export const opening = record({
  table: "opening",
  room,
  shape: "event",
  columns: {
    kind: column.text,
    about: column.text,
    agent: column.maybe(column.uuid),
    on_day: column.day,
    said: column.json,
    act: column.uuid,
  },
  key: ["kind", "about"],
  finds: { byAgent: ["agent"] },
});
