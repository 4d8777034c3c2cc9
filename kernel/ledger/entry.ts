/** Double entry: goods, money and work are postings; an entry sums to zero in each commodity; undo is a reversal. */
import type { Commodity } from "./commodity.ts";

/**
 * One line of an entry. `account` comes from the short chart (chart.ts); the rest are subsidiary keys, null where they do
 * not apply. `amount` is a whole number of the commodity's grain; plus is into the account, minus out of it.
 */
export type Posting = {
  readonly account: string;
  readonly commodity: Commodity;
  readonly amount: bigint;
  readonly agent: string | null;
  readonly lot: string | null;
  readonly place: string | null;
  readonly owner: string | null;
  readonly agreement: string | null;
};

/** Where an entry stands: the position of its act in the book, and its order within the act. */
export type EntryKey = { readonly position: bigint; readonly ordinal: number };

/**
 * One entry of one act. `happened` is the event's day; the writer adds `booked`, the first open accounting day.
 * `because` is a lasting code of why ("delivery.received"); `about` the document it belongs to.
 */
export type Entry = {
  readonly because: string;
  readonly about: string | null;
  readonly happened: string;
  readonly reverses: EntryKey | null;
  readonly postings: readonly Posting[];
};

/** Makes a posting; unnamed subsidiary keys are null. */
export const posting = (
  account: string,
  commodity: Commodity,
  amount: bigint,
  keys: Partial<Pick<Posting, "agent" | "lot" | "place" | "owner" | "agreement">> = {},
): Posting => ({
  account,
  commodity,
  amount,
  agent: keys.agent ?? null,
  lot: keys.lot ?? null,
  place: keys.place ?? null,
  owner: keys.owner ?? null,
  agreement: keys.agreement ?? null,
});

/** What does not add up, by commodity. The writer takes an entry only when this is empty. */
export function imbalances(entry: Pick<Entry, "postings">): Map<Commodity, bigint> {
  const sums = new Map<Commodity, bigint>();
  for (const { commodity, amount } of entry.postings) sums.set(commodity, (sums.get(commodity) ?? 0n) + amount);
  for (const [commodity, left] of sums) if (left === 0n) sums.delete(commodity);
  return sums;
}

/** The same entry with every sign turned, on its own day; it names what it undoes and why. */
export const reversal = (entry: Entry, of: EntryKey, because: string): Entry => ({
  because,
  about: entry.about,
  happened: entry.happened,
  reverses: of,
  postings: entry.postings.map((line) => ({ ...line, amount: -line.amount })),
});
