/** `/o/BOOK/statements`: what was settled, and what is still owed on it? Everybody's, one person's, or one's own. */
import type { BookSettings } from "../../kernel/act/declaration.ts";
import { isUuid } from "../../kernel/ids.ts";
import { done, type Result, refused } from "../../kernel/refusal.ts";
import { type StatementRow, type StatementsProps, statementsPage } from "../../rooms/settlement/pages/statements.tsx";
import type { Ask } from "../../store/reader/ask.ts";
import type { Say } from "../language/say.ts";
import type { Money } from "../language/sums.ts";
import type { Page } from "../render.ts";
import { anyRow, exactOf, findIn, listingOf, listPageOf, type Reach, railOf } from "./listed.ts";

/** What the view `statements.list` answers. */
type Closed = Readonly<
  Record<
    "number" | "currency" | "line_grain" | "value" | "paid" | "owed" | "closed_on" | "found" | "closed" | "still_owed",
    string
  >
> &
  Readonly<Record<"member_number" | "name" | "erased", string | null>> & { readonly owed_in_all: readonly Owed[] };
type Owed = { readonly currency: string; readonly line_grain: string; readonly owed: string };

/** What the page needs besides what it asks. `agent` is the reader's own, whose statements are always theirs to read. */
export type StatementsAt = {
  readonly request: Request;
  readonly book: string;
  readonly agent: string;
  readonly settings: BookSettings;
  readonly reach: Reach;
  readonly tongues: StatementsProps["tongues"];
  readonly say: Say;
};

/** Asks and composes the page; refused with `view.not-yours` when somebody else's are asked for without the power. */
export async function statementsAt(ask: Ask, at: StatementsAt): Promise<Result<Page>> {
  const named = new URL(at.request.url).searchParams.get("agent") ?? "";
  if (named !== "" && !isUuid(named)) return refused("view.asked-wrongly", { field: "agent", problem: "format" });
  const mine = !at.reach.statements && (named === "" || named === at.agent);
  const of = mine ? { agent: at.agent } : named === "" ? {} : { agent: named };
  const { q, skip, found } = await findIn(ask, "statements.list", of, listingOf(at.request));
  if (!found.ok) return found;
  const rows = found.value.rows as readonly Closed[];
  const totals = rows[0] ?? (await anyRow<Closed>(ask, "statements.list", of));
  const props: StatementsProps = {
    ...listPageOf(at.request, skip, rows.length, found.value.next !== undefined),
    organisation: at.settings.name,
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
    action: `/o/${at.book}/statements`,
    places: railOf(at.book, "statements", at.reach, at.say),
    tongues: at.tongues,
  };
  return done(statementsPage(props, at.say));
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
