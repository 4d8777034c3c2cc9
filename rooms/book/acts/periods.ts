/** Accounting periods: opened and closed by a decision, with the trial balance of the closing kept as a paper. */
import * as z from "zod/mini";
import { type ActDeclaration, decision } from "../../../kernel/act/declaration.ts";
import { refuse } from "../../../kernel/act/follows.ts";
import { map, rows, together } from "../../../kernel/act/need.ts";
import { type Row, write } from "../../../kernel/act/record.ts";
import { canonicalJson } from "../../../kernel/canonical.ts";
import { addDays, type Day } from "../../../kernel/time/index.ts";
import { accountingPeriod, accountingPeriodClose } from "../records.ts";
import { type BalanceLine, balanceLine, checkBalance } from "../rules/kept-balance.ts";
import { isYear, type KeptPeriod, periodDays, periodPattern, whyNotClosed, whyNotOpened } from "../rules/periods.ts";

const periodSchema = z.string().check(z.regex(periodPattern));

type Closing = Row<typeof accountingPeriodClose>;

const keptPeriods = map(
  together({ opened: rows(accountingPeriod, "all", []), closings: rows(accountingPeriodClose, "all", []) }),
  ({ opened, closings }) => {
    const closed = new Set(closings.map((one) => one.period));
    const kept = opened.map((one): KeptPeriod => ({ ...one, closed: closed.has(one.period) }));
    return { kept, closings };
  },
);

/** Opens a month or a year. A decision. Codes: those of `whyNotOpened`. */
export const openAccountingPeriod: ActDeclaration = decision({
  kind: "accounting-period.open",
  version: 1,
  rules: 1,
  room: "book",
  power: "close-accounting-day",
  says: z.strictObject({ period: periodSchema }),
  needs: () => ({ periods: keptPeriods }),
  follows: ({ period }, { periods }, { closedUntil, by, today }) => {
    const why = whyNotOpened(period, periods.kept, closedUntil);
    if (why !== null) return refuse(why);
    const { first, last } = periodDays(period);
    return {
      records: [write(accountingPeriod, { period, first_day: first, last_day: last, opened_by: by, on_day: today })],
    };
  },
});

/**
 * Closes a month or a year whose days are closed: what it holds can no longer change, so its trial balance is said with it and kept
 * as a paper. `ayni verify` compares that paper with the ledger. A decision, and never taken back. Codes: those of `whyNotClosed` and
 * `checkBalance`.
 */
export const closeAccountingPeriod: ActDeclaration = decision({
  kind: "accounting-period.close",
  version: 1,
  rules: 1,
  room: "book",
  power: "close-accounting-day",
  says: z.strictObject({ period: periodSchema, balance: z.array(balanceLine).check(z.maxLength(5_000)) }),
  needs: () => ({ periods: keptPeriods }),
  follows: ({ period, balance }, { periods }, { act, by, closedUntil, settings, today }) => {
    const why = whyNotClosed(period, periods.kept, closedUntil);
    if (why !== null) return refuse(why);
    const wrong = checkBalance(balance, balanceBefore(period, periods.closings));
    if (wrong.length > 0) return refuse(...wrong);
    const { first, last } = periodDays(period);
    const paper = { period, first, last, closed: today, by, organisation: settings?.name ?? "", balance };
    return {
      records: [write(accountingPeriodClose, { period, last_day: last, balance, closed_by: by, on_day: today })],
      papers: [{ kind: "trial-balance", number: period, about: act, content: canonicalJson(paper) }],
    };
  },
});

/** With what the period of the same size just before it ended; null where none was closed there. */
function balanceBefore(period: string, closings: readonly Closing[]): readonly BalanceLine[] | null {
  const { first } = periodDays(period);
  const before = closings.find(
    (one) => isYear(one.period) === isYear(period) && addDays(one.last_day as Day, 1) === first,
  );
  return before === undefined ? null : (before.balance as readonly BalanceLine[]);
}
