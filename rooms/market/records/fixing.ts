/** Prices of contracts that were left open and are fixed later, lot by lot. */
import { column, record } from "../../../kernel/act/record.ts";

/** One fixing, as the letter says it: so many lots of a contract at a level of a month's futures, on a day, by somebody. */
export const priceFixing = record({
  table: "price_fixing",
  room: "market",
  shape: "event",
  columns: {
    fixing: column.uuid,
    contract: column.text,
    /** The month of the futures, "2026-12". */
    month: column.text,
    lots: column.text,
    level: column.text,
    on_day: column.day,
    fixed_by: column.text,
    reference: column.maybe(column.text),
    in_place_of: column.maybe(column.uuid),
  },
  key: ["fixing"],
  finds: { byContract: ["contract"] },
});
