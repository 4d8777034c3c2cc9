/** Cards of members: which hold, and what stands on them. */
import type { Row } from "../../../kernel/act/record.ts";
import { isUuid } from "../../../kernel/ids.ts";
import type { memberCard } from "../records.ts";

export type Card = Row<typeof memberCard>;

/** Of all versions of cards, the newest of each card that is issued. */
export function cardsInForce(versions: readonly Card[]): readonly Card[] {
  const newest = new Map<string, Card>();
  for (const one of versions) {
    const before = newest.get(one.card);
    if (before === undefined || before.version < one.version) newest.set(one.card, one);
  }
  return [...newest.values()].filter(({ state }) => state === "issued");
}

/** What stands in the square of a card: a word that tells it from a receipt, and the card's id. Capitals and digits take little room. */
export const cardText = (card: string): string => `AYNI:${card.replaceAll("-", "").toUpperCase()}`;

/** The card in a text as a camera or a scanner gives it; null when it names none. */
export function cardIn(text: string): string | null {
  const hex = /^\s*(?:AYNI:)?([0-9a-f-]{32,36})\s*$/i.exec(text)?.[1]?.replaceAll("-", "").toLowerCase() ?? "";
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  return isUuid(id) ? id : null;
}
