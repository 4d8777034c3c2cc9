/** Closing of accounting days. */
import * as z from "zod/mini";
import { type ActDeclaration, decision } from "../../../kernel/act/declaration.ts";
import { refuse } from "../../../kernel/act/follows.ts";
import { write } from "../../../kernel/act/record.ts";
import { refused } from "../../../kernel/refusal.ts";
import { daySchema } from "../../../kernel/schema.ts";
import { accounting, accountingClosing, theBook } from "../records.ts";

/**
 * Closes the accounts up to and with a day that is over. What happened on a closed day and is heard later is booked on the
 * first open day; its own day is kept. A decision, and never taken back.
 */
export const closeAccountingDay: ActDeclaration = decision({
  kind: "accounting-day.close",
  version: 1,
  rules: 1,
  room: "book",
  power: "close-accounting-day",
  says: z.strictObject({ until: daySchema }),
  needs: () => ({}),
  follows: ({ until }, _known, { closedUntil, today, by }) => {
    if (until >= today) return refuse(refused("accounting-day.not-over", { until, today }, "until").refusal);
    if (closedUntil !== null && until <= closedUntil)
      return refuse(refused("accounting-day.closed-already", { until, closedUntil }, "until").refusal);
    return {
      records: [
        write(accounting, { scope: theBook, closed_until: until }),
        write(accountingClosing, { closed_until: until, closed_by: by, on_day: today }),
      ],
    };
  },
});
