/** What a bank says that moved on an account of the organisation, told in the book's own terms. */
import { derivedUuid } from "../../../../kernel/ids.ts";

/**
 * What kind of movement it is.
 * - `payment`: money that left; whether it is one of ours, its number tells
 * - `charge`: what the bank takes for itself
 * - `return`: money that left and came back; `reason` is the bank's code why
 * - `rejection`: a payment that the bank did not carry out: nothing moved
 * - `incoming`: any other money that came in
 */
export const natures = ["payment", "charge", "return", "rejection", "incoming"] as const;
export type Nature = (typeof natures)[number];

/** One movement. Absent texts are null. */
export type Movement = {
  /** The same movement has the same id in whatever file it stands. */
  readonly entry: string;
  /** The own account it moved on. */
  readonly account: string;
  readonly nature: Nature;
  /** Exact decimal text of the currency, never negative. */
  readonly amount: string;
  /** The same in whole line grains; null where it is no whole number of them. */
  readonly grains: bigint | null;
  readonly currency: string;
  /** The day the bank booked it. */
  readonly on: string;
  /** Our payment number, and our number of an order, where the bank repeats them. */
  readonly number: string | null;
  readonly order: string | null;
  /** The bank's own reference, and its code for a return. */
  readonly reference: string | null;
  readonly reason: string | null;
};

/** What makes a movement the same in two files: everything that a bank does not change from one to the next. */
export type Identity = {
  readonly account: string;
  readonly direction: "in" | "out" | "none";
  readonly amount: string;
  readonly on: string;
  readonly endToEnd: string;
  readonly reference: string;
  /** Only where the bank gives neither of the two: its words. */
  readonly words: string;
};

/**
 * The ids of movements in the order of their file. Those that are the same in everything are told apart by counting: two equal
 * charges of one day stay two, and the same two in another file are the same two.
 */
export function entryIds(book: string, identities: readonly Identity[]): readonly string[] {
  const seen = new Map<string, number>();
  return identities.map(({ account, direction, amount, on, endToEnd, reference, words }) => {
    const named = endToEnd !== "" || reference !== "";
    const key = JSON.stringify([account, direction, amount, on, endToEnd, reference, named ? "" : words]);
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return derivedUuid(`bank entry ${book} ${before} ${key}`);
  });
}

/** Whether one of our payment numbers is of this book: "P7F3C-…" of a book whose id begins with 7f3c. */
export const isNumberOf = (book: string, number: string): boolean =>
  number.slice(1).startsWith(`${book.slice(0, 4).toUpperCase()}-`);
