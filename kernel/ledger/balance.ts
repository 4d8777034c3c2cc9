/** Balances of the ledger kept as tallies: what an entry changes, by account, commodity and the month it is booked in. */
import type { Commodity } from "./commodity.ts";
import type { Posting } from "./entry.ts";

/** The kind of these tallies. Their key is "ACCOUNT|COMMODITY|YYYY-MM"; added up over months they are the account's balance. */
export const balanceTally = "ledger";

/** The key of one of them. `booked` is a day. */
export const balanceKey = (account: string, commodity: Commodity, booked: string): string =>
  `${account}|${commodity}|${booked.slice(0, 7)}`;

type Booked = {
  readonly booked: string;
  readonly postings: readonly Pick<Posting, "account" | "commodity" | "amount">[];
};

/** What entries change of the balances, each key once. They sum to zero in each commodity, as the entries do. */
export function balanceChanges(entries: Iterable<Booked>): ReadonlyMap<string, bigint> {
  const changes = new Map<string, bigint>();
  for (const { booked, postings } of entries)
    for (const { account, commodity, amount } of postings) {
      const key = balanceKey(account, commodity, booked);
      changes.set(key, (changes.get(key) ?? 0n) + amount);
    }
  return changes;
}
