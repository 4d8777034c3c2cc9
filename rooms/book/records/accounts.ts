/** How the book's accounts are read and closed: the chart, and the periods. */
import { column, record } from "../../../kernel/act/record.ts";

const room = "book";

/** The organisation's own chart of accounts (body: `ChartOfAccounts`), in force from its day. */
export const chartRecord = record({
  table: "chart_of_accounts",
  room,
  shape: "sheet",
  columns: { scope: column.text, body: column.json },
  key: ["scope"],
});

/** A month or a year that was opened for its accounts. */
export const accountingPeriod = record({
  table: "accounting_period",
  room,
  shape: "event",
  columns: {
    period: column.text,
    first_day: column.day,
    last_day: column.day,
    opened_by: column.uuid,
    on_day: column.day,
  },
  key: ["period"],
  finds: { all: [] },
});

/** That it was closed, and the trial balance it ended with (`BalanceLine[]`): the next one begins there. */
export const accountingPeriodClose = record({
  table: "accounting_period_close",
  room,
  shape: "event",
  columns: {
    period: column.text,
    last_day: column.day,
    balance: column.json,
    closed_by: column.uuid,
    on_day: column.day,
  },
  key: ["period"],
  finds: { all: [] },
});
