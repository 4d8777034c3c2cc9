/** `/o/BOOK/deliveries`: what came in, and is any of it in doubt? */

import { isUuid } from "../../kernel/ids.ts";
import { kilogramsOf } from "../../kernel/quantity/index.ts";
import { done } from "../../kernel/refusal.ts";
import { day } from "../../kernel/time/index.ts";
import {
  type DeliveriesProps,
  deliveriesPage as drawDeliveries,
  type Search,
} from "../../rooms/acopio/pages/deliveries.tsx";
import { listingOf, listPageOf, shown } from "../desk/listed.ts";
import type { BookPage, PageAt } from "../desk/page.ts";
import { exportsOf } from "./exports.ts";
import { rowsOf, sumOf } from "./read.ts";

type Found = Readonly<Record<"delivery" | "member" | "product" | "place" | "happened" | "net_g", string>> &
  Readonly<Record<"clock" | "receipt" | "member_number" | "name" | "erased" | "statement", string | null>> & {
    readonly bags: number;
    readonly voided: boolean;
    readonly questions: number;
  };
type Sum = Readonly<Record<"product" | "found" | "net_g" | "voided" | "voided_g", string>>;

/** The list of hand-overs. */
export const deliveriesPage: BookPage = { path: "/o/:book/deliveries", place: "deliveries", open: deliveriesAt };

async function deliveriesAt(at: PageAt) {
  const search = searchOf(at);
  const words = Object.entries(search).filter(([, value]) => value !== "");
  const asked = Object.fromEntries(words);
  const { skip } = listingOf(at.request);
  const found = await at.ask("deliveries.found", { ...asked, limit: shown, skip });
  if (!found.ok) return found;
  const rows = found.value.rows as readonly Found[];
  const sums = (await rowsOf<Sum>(at, "deliveries.sums", asked)) ?? [];
  const total = sumOf(sums.map((one) => one.found));
  const [one] = rows;
  const props: DeliveriesProps = {
    ...listPageOf(at.request, skip, rows.length, found.value.next !== undefined && BigInt(skip + rows.length) < total),
    frame: at.frame("deliveries"),
    book: at.book,
    search,
    isNarrowed: words.some(([name]) => name !== "q"),
    of: search.member === "" ? null : { name: one?.name ?? null, erased: one?.erased ?? null },
    sums: sums.map((sum) => ({
      product: sum.product,
      found: sum.found,
      kilos: kilogramsOf(BigInt(sum.net_g) - BigInt(sum.voided_g)),
      voided: sum.voided,
    })),
    found: `${total}`,
    rows: rows.map((row) => rowOf(row, at)),
    choices: await choicesOf(at),
    action: at.address("deliveries"),
    newHref: at.powers.has("receive") ? at.address("deliveries/new") : null,
    exports: exportsOf("deliveries.found", asked, at),
  };
  return done(drawDeliveries(props, at.say));
}

/** The words of the address that make sense; others are as if they were not there. */
function searchOf({ words, request }: PageAt): Search {
  const word = (name: string) => (words.get(name) ?? "").trim().slice(0, 64);
  const dayOf = (name: string) => day(word(name)) ?? "";
  const show = word("show");
  return {
    q: listingOf(request).q,
    from: dayOf("from"),
    until: dayOf("until"),
    place: word("place"),
    product: word("product"),
    season: word("season"),
    show: ["doubt", "voided", "open"].includes(show) ? show : "",
    member: isUuid(word("member")) ? word("member") : "",
  };
}

const rowOf = (row: Found, { address }: PageAt) => ({
  happened: row.happened,
  clock: row.clock,
  receipt: row.receipt,
  memberNumber: row.member_number,
  name: row.name,
  erased: row.erased,
  product: row.product,
  place: row.place,
  bags: row.bags,
  kilos: kilogramsOf(row.net_g),
  voided: row.voided,
  questions: row.questions,
  statement: row.statement,
  href: address(`deliveries/${row.delivery}`),
  memberHref: address(`members/${row.member}`),
});

/** What can be chosen in the filters: places and products that anything came in of, and the seasons there are. */
async function choicesOf(at: PageAt): Promise<DeliveriesProps["choices"]> {
  const places = (await rowsOf<{ place: string; product: string }>(at, "deliveries.places")) ?? [];
  const seasons = (await rowsOf<{ season: string }>(at, "seasons.list", { limit: 100 })) ?? [];
  const each = (all: readonly string[]) => [...new Set(all)];
  return {
    places: each(places.map((one) => one.place)),
    products: each(places.map((one) => one.product)),
    seasons: each(seasons.map((one) => one.season)),
  };
}
