/** What a box holds, as counted note by note. */
import { type Amount, amountFromText, type CurrencyGrain } from "../../../kernel/money/index.ts";
import type { CashCounted } from "../said/cash.ts";

/** No box holds more than what is read as an amount: a count beyond it is a slip of the finger. */
const largestBox = 10n ** 15n;

/** What notes and coins come to in whole line grains; null when one of them is no amount of the currency. Nothing is rounded. */
export function countedIn(notes: CashCounted["notes"], grain: CurrencyGrain): Amount | null {
  let sum = 0n;
  for (const { value, count } of notes) {
    const worth = amountFromText(value, grain);
    if (worth === null) return null;
    sum += worth * BigInt(count);
  }
  return sum > largestBox ? null : (sum as Amount);
}

/** The place of cash that left the office for a point and has not arrived: no point is called so, since a code has no bar. */
export const onTheWayTo = (place: string): string => `${place}|on-the-way`;

/** The point that cash in such a place is on its way to; null when the place is a box like any other. */
export const isOnTheWayTo = (place: string): string | null =>
  place.endsWith(onTheWayTo("")) ? place.slice(0, -onTheWayTo("").length) : null;
