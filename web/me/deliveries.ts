/** `/o/BOOK/me/deliveries`: what did I bring, and what became of it? */
import { done, type Result } from "../../kernel/refusal.ts";
import { ownDeliveriesPage as draw } from "../../rooms/settlement/pages/own/deliveries.tsx";
import { listingOf, listPageOf, shown } from "../desk/listed.ts";
import type { BookPage, PageAt } from "../desk/page.ts";
import type { Page } from "../render.ts";
import { type OwnDeliveryRow, type OwnStanding, ownDelivery, ownRows, whoOf } from "./own.ts";

/** The list of one's own hand-overs. */
export const ownDeliveriesPage: BookPage = {
  path: "/o/:book/me/deliveries",
  place: "my-deliveries",
  open: ownDeliveriesAt,
};

async function ownDeliveriesAt(at: PageAt): Promise<Result<Page>> {
  const { skip } = listingOf(at.request);
  const standing = await ownRows<OwnStanding>(at, "own.standing");
  const found = await ownRows<OwnDeliveryRow>(at, "own.deliveries", { limit: shown, skip });
  if (!standing.ok) return standing;
  if (!found.ok) return found;
  const rows = found.value;
  const count = rows[0]?.found ?? "0";
  const more = BigInt(count) > BigInt(skip + rows.length);
  const props = {
    frame: at.frame("my-deliveries"),
    book: at.book,
    who: whoOf(standing.value[0], at),
    rows: rows.map((row) => ownDelivery(row, at)),
    found: count,
    page: listPageOf(at.request, skip, rows.length, more),
  };
  return done(draw(props, at.say));
}
