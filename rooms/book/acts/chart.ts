/** The organisation's chart of accounts as dated data. */
import * as z from "zod/mini";
import { type ActDeclaration, decision } from "../../../kernel/act/declaration.ts";
import { refuse } from "../../../kernel/act/follows.ts";
import { rows } from "../../../kernel/act/need.ts";
import { inForce, nextVersion, write } from "../../../kernel/act/record.ts";
import { refused } from "../../../kernel/refusal.ts";
import { daySchema } from "../../../kernel/schema.ts";
import { chartRecord, theBook } from "../records.ts";
import { chartOfAccounts, checkChart } from "../rules/chart-of-accounts.ts";

/**
 * Publishes a whole chart, in force from a day. A decision. It changes no posting: only by which codes and names they are read. Codes:
 * those of `checkChart`, and `chart.closed-days` where another chart was in force on a day whose accounts are closed already.
 */
export const publishChart: ActDeclaration = decision({
  kind: "chart.publish",
  version: 1,
  rules: 1,
  room: "book",
  power: "close-accounting-day",
  says: z.strictObject({ chart: chartOfAccounts, from: daySchema }),
  needs: () => ({ versions: rows(chartRecord, "key", [theBook]) }),
  follows: ({ chart, from }, { versions }, { closedUntil }) => {
    const wrong = [...checkChart(chart)];
    if (closedUntil !== null && from <= closedUntil && inForce(versions, from) !== null)
      wrong.push(refused("chart.closed-days", { from, closedUntil }, "from").refusal);
    if (wrong.length > 0) return refuse(...wrong);
    const row = { scope: theBook, body: chart, version: nextVersion(versions), from_day: from };
    return { records: [write(chartRecord, row)] };
  },
});
