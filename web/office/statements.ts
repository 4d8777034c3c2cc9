/** `/o/BOOK/statements`: what was settled, and what is still owed on it? Everybody's, one person's, or one's own. */
import { isUuid } from "../../kernel/ids.ts";
import { done, type Result, refused } from "../../kernel/refusal.ts";
import {
  statementsPage as drawStatements,
  type StatementRow,
  type StatementsProps,
} from "../../rooms/settlement/pages/statements.tsx";
import { anyRow, exactOf, findIn, listingOf, listPageOf } from "../desk/listed.ts";
import type { BookPage, PageAt } from "../desk/page.ts";
import type { Money } from "../language/sums.ts";
import type { Page } from "../render.ts";

/** What the view `statements.list` answers. */
type Closed = Readonly<
  Record<
    "number" | "currency" | "line_grain" | "value" | "paid" | "owed" | "closed_on" | "found" | "closed" | "still_owed",
    string
  >
> &
  Readonly<Record<"member_number" | "name" | "erased", string | null>> & { readonly owed_in_all: readonly Owed[] };
type Owed = { readonly currency: string; readonly line_grain: string; readonly owed: string };

/** The list of closed statements. */
export const statementsPage: BookPage = { path: "/o/:book/statements", place: "statements", open: statementsAt };

/** Refused with `view.not-yours` when somebody else's are asked for without the power. */
async function statementsAt(at: PageAt): Promise<Result<Page>> {
  const { ask, session } = at;
  const everybody = at.may("statements.list");
  const named = at.words.get("agent") ?? "";
  if (named !== "" && !isUuid(named)) return refused("view.asked-wrongly", { field: "agent", problem: "format" });
  const mine = !everybody && (named === "" || named === session.agent);
  const of = mine ? { agent: session.agent } : named === "" ? {} : { agent: named };
  const { q, skip, found } = await findIn(ask, "statements.list", of, listingOf(at.request));
  if (!found.ok) return found;
  const rows = found.value.rows as readonly Closed[];
  const totals = rows[0] ?? (await anyRow<Closed>(ask, "statements.list", of));
  const props: StatementsProps = {
    ...listPageOf(at.request, skip, rows.length, found.value.next !== undefined),
    frame: at.frame("statements"),
    book: at.book,
    answer: {
      closed: totals?.closed ?? "0",
      stillOwed: totals?.still_owed ?? "0",
      owedInAll: (totals?.owed_in_all ?? []).map(owedOf),
      found: rows[0]?.found ?? "0",
      rows: rows.map((row) => statementRow(row, at.book)),
    },
    whose: mine ? "mine" : named === "" ? "everybody" : "one",
    person: totals === undefined ? null : { name: totals.name, erasedOn: totals.erased },
    kept: !mine && named !== "" ? { agent: named } : {},
    q,
    action: at.address("statements"),
    files: {
      xlsx: at.address("export/statements.list.xlsx", { ...of, ...(q === "" ? {} : { q }) }),
      csv: at.address("export/statements.list.csv", { ...of, ...(q === "" ? {} : { q }) }),
    },
  };
  return done(drawStatements(props, at.say));
}

const owedOf = ({ currency, line_grain, owed }: Owed): Money => ({
  exact: exactOf(owed, line_grain),
  currency,
});

function statementRow(row: Closed, book: string): StatementRow {
  const money = (grains: string): string => exactOf(grains, row.line_grain);
  return {
    number: row.number,
    memberNumber: row.member_number,
    name: row.name,
    erasedOn: row.erased,
    closedOn: row.closed_on,
    currency: row.currency,
    value: money(row.value),
    toPay: money(row.paid),
    owed: money(row.owed),
    href: `/o/${book}/statements/${encodeURIComponent(row.number)}`,
  };
}
