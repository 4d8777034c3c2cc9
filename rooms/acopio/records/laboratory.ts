/** Results of a laboratory about what a producer brings over a time, and not about one hand-over: bacteria and somatic cells of milk. */
import { column, record } from "../../../kernel/act/record.ts";

/**
 * One result: `on_day` is the day of the sample. A result that was written down wrongly stays; the one that is said `in_place_of` it
 * counts.
 */
export const laboratoryResult = record({
  table: "laboratory_result",
  room: "acopio",
  shape: "event",
  columns: {
    result: column.uuid,
    agent: column.uuid,
    product: column.text,
    measure: column.text,
    /** Exact decimal text, above zero. */
    value: column.text,
    on_day: column.day,
    laboratory: column.maybe(column.text),
    method: column.maybe(column.text),
    in_place_of: column.maybe(column.uuid),
  },
  key: ["result"],
  finds: { byAgent: ["agent", "product"] },
});
