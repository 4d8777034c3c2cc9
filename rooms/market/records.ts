/** Prices that others publish, as they were published: a series and its points. */
import { column, record } from "../../kernel/act/record.ts";

const room = "market";

/** Whether a series has one price a day or one a month. A monthly mean is never shown as a day's price. */
export const seriesPeriods = ["day", "month"] as const;

/** What a series is: in which currency, for how much of what (`per_unit`), whose, and under which terms it may be used. */
export const priceSeries = record({
  table: "price_series",
  room,
  shape: "sheet",
  columns: {
    series: column.text,
    title: column.text,
    currency: column.text,
    per_unit: column.text,
    period: column.text,
    source: column.text,
    licence: column.maybe(column.text),
  },
  key: ["series"],
});

/**
 * One published price: `period` is "YYYY-MM" or "YYYY-MM-DD", `value` exact decimal text. A price published anew is a new
 * revision; the one before stays, because papers may have been written on it.
 */
export const pricePoint = record({
  table: "price_point",
  room,
  shape: "event",
  columns: {
    series: column.text,
    period: column.text,
    revision: column.int,
    value: column.text,
    act: column.uuid,
  },
  key: ["series", "period", "revision"],
  finds: { byPeriod: ["series", "period"] },
});
