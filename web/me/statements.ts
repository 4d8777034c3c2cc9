/** `/o/BOOK/me/statements`: my statements, and what is still owed to me on each. */
import { done, type Result } from "../../kernel/refusal.ts";
import { ownStatementsPage as draw } from "../../rooms/settlement/pages/own/statements.tsx";
import { exactOf, listingOf, listPageOf, shown } from "../desk/listed.ts";
import type { BookPage, PageAt } from "../desk/page.ts";
import type { Page } from "../render.ts";
import { type OwnStanding, ownRows, whoOf } from "./own.ts";

type Closed = Readonly<Record<"number" | "currency" | "line_grain" | "paid" | "owed" | "closed_on" | "found", string>>;

/** The list of one's own statements. */
export const ownStatementsPage: BookPage = {
  path: "/o/:book/me/statements",
  place: "my-statements",
  open: ownStatementsAt,
};

async function ownStatementsAt(at: PageAt): Promise<Result<Page>> {
  const { skip } = listingOf(at.request);
  const standing = await ownRows<OwnStanding>(at, "own.standing");
  const found = await ownRows<Closed>(at, "statements.list", { limit: shown, skip });
  if (!standing.ok) return standing;
  if (!found.ok) return found;
  const rows = found.value;
  const count = rows[0]?.found ?? "0";
  const props = {
    frame: at.frame("my-statements"),
    book: at.book,
    who: whoOf(standing.value[0], at),
    found: count,
    rows: rows.map((row) => ({
      href: at.address(`statements/${encodeURIComponent(row.number)}`),
      number: row.number,
      closedOn: row.closed_on,
      toPay: { exact: exactOf(row.paid, row.line_grain), currency: row.currency },
      paid: row.owed === "0",
    })),
    accountHref: at.address("me/ledger"),
    page: listPageOf(at.request, skip, rows.length, BigInt(count) > BigInt(skip + rows.length)),
  };
  return done(draw(props, at.say));
}
