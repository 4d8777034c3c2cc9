/** What was decided of the premium: money that came with a certificate, kept apart from every price until an assembly says what it is for. */
import { column, record } from "../../../kernel/act/record.ts";

/** One decision: who made it, when, under which minutes, and what is spent on what. `pool`: by whose kilos members get their part. */
export const premiumDecision = record({
  table: "premium_decision",
  room: "settlement",
  shape: "event",
  columns: {
    decision: column.uuid,
    title: column.text,
    currency: column.text,
    /** All of it, in whole line grains. */
    total: column.bigint,
    /** `PremiumItem[]` */
    items: column.json,
    pool: column.maybe(column.uuid),
    decided_by: column.text,
    decided_on: column.day,
    minutes: column.text,
    by_agent: column.uuid,
    on_day: column.day,
  },
  key: ["decision"],
  finds: { all: [] },
});
