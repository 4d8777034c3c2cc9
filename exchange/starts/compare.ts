/** Rows against what the book has: what was said before is known, what differs is asked, and nothing is said twice. */
import { canonicalJson } from "../../kernel/canonical.ts";
import type { KeptDelivery, StartDoor } from "./book.ts";
import { askedRow, type Drafted, knownRow, type Ready } from "./outcome.ts";

/** Compares a batch of rows with the book: the answer has one draft for each, in their order. */
export async function compared(drafts: readonly Drafted[], door: StartDoor): Promise<readonly Drafted[]> {
  const ready = drafts.filter((one): one is Ready => one.outcome === "ready");
  const said = await door.actsSaid(ready.flatMap(({ acts }) => acts.map(({ id }) => id)));
  const deliveries = await deliveriesOf(ready, door);
  const points = ready.flatMap(({ price }) => price ?? []);
  const prices = points.length === 0 ? new Map<string, string>() : await door.pricesThere(points);
  const matters = ready.flatMap(({ openings }) => openings ?? []);
  const openings = matters.length === 0 ? new Map<string, unknown>() : await door.openingsThere(matters);
  return drafts.map((draft) => {
    if (draft.outcome !== "ready") return draft;
    const known = ofDelivery(draft, deliveries) ?? ofPrice(draft, prices) ?? ofOpenings(draft, openings);
    if (known !== null) return known;
    const acts = draft.acts.filter(({ id }) => !said.has(id));
    return acts.length === 0 ? knownRow("import.row-known", "") : { ...draft, acts };
  });
}

type KeptDeliveries = {
  readonly byId: ReadonlyMap<string, KeptDelivery>;
  readonly byReceipt: ReadonlyMap<string, KeptDelivery>;
};

async function deliveriesOf(ready: readonly Ready[], door: StartDoor): Promise<KeptDeliveries> {
  const named = ready.flatMap(({ delivery }) => delivery ?? []);
  const kept =
    named.length === 0
      ? []
      : await door.deliveriesThere(
          named.map((one) => one.delivery),
          named.flatMap(({ receipt }) => receipt ?? []),
        );
  return {
    byId: new Map(kept.map((one) => [one.delivery, one])),
    byReceipt: new Map(kept.map((one) => [`${one.place}|${one.receipt}`, one])),
  };
}

function ofDelivery({ delivery: told }: Ready, { byId, byReceipt }: KeptDeliveries): Drafted | null {
  if (told === undefined) return null;
  const kept =
    byId.get(told.delivery) ?? (told.receipt === null ? undefined : byReceipt.get(`${told.place}|${told.receipt}`));
  if (kept === undefined) return null;
  const differs = (["member", "product", "day", "net"] as const).find((name) => kept[name] !== told[name]);
  if (differs === undefined) return knownRow("import.delivery-known", told.receipt ?? told.day);
  return askedRow(otherwise[differs], "", told.receipt ?? told.day);
}

/** What a receipt of the book says otherwise than the row. */
const otherwise = {
  member: "import.delivery-other-member",
  product: "import.delivery-other-product",
  day: "import.delivery-other-day",
  net: "import.delivery-other-weight",
} as const;

function ofPrice({ price }: Ready, prices: ReadonlyMap<string, string>): Drafted | null {
  if (price === undefined) return null;
  const kept = prices.get(`${price.series}|${price.period}`);
  if (kept === undefined) return null;
  if (kept === price.value) return knownRow("import.price-known", price.value);
  return askedRow("import.price-differs", "price", price.value, { kept });
}

function ofOpenings({ openings }: Ready, kept: ReadonlyMap<string, unknown>): Drafted | null {
  if (openings === undefined) return null;
  const told = openings.map((one) => ({ one, kept: kept.get(`${one.kind}|${one.about}`) }));
  const differs = told.find(
    (pair) => pair.kept !== undefined && canonicalJson(pair.kept) !== canonicalJson(pair.one.says),
  );
  if (differs !== undefined) return askedRow("import.opening-differs", differs.one.kind, "");
  return told.every((pair) => pair.kept !== undefined) ? knownRow("import.opening-known", "") : null;
}
