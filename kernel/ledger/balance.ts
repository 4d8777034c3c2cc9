/**
 * Balances kept as tallies: what an entry changes, by account, commodity and month of booking; of each person by account; and of
 * each box of cash by its place.
 */

import type { TallyChange } from "../act/page.ts";
import type { Commodity } from "./commodity.ts";
import type { Posting } from "./entry.ts";

/** The kind of these tallies. Their key is "ACCOUNT|COMMODITY|YYYY-MM"; added up over months they are the account's balance. */
export const balanceTally = "ledger";

/** The key of one of them. `booked` is a day. */
export const balanceKey = (account: string, commodity: Commodity, booked: string): string =>
  `${account}|${commodity}|${booked.slice(0, 7)}`;

/** The kind of the tallies of persons. Their key is "AGENT|ACCOUNT|COMMODITY". */
export const agentTally = "agent";

/** Accounts that are kept person by person: what is owed to one, what one owes, and what stays one's own. */
export const agentAccounts: ReadonlySet<string> = new Set([
  "owed-to-producers",
  "advances",
  "credit-principal",
  "share-capital",
  "savings",
]);

type Booked = {
  readonly booked: string;
  readonly postings: readonly Pick<Posting, "account" | "commodity" | "amount" | "agent">[];
};

/**
 * What entries change of the balances, each tally once. Those of the ledger sum to zero in each commodity, as the entries do.
 * Goods are not counted person by person: every hand-over would write one more row, and nothing asks for it.
 */
export function balanceChanges(entries: Iterable<Booked>): readonly TallyChange[] {
  const changes = new Map<string, TallyChange>();
  const add = (kind: string, key: string, amount: bigint): void => {
    const id = `${kind}|${key}`;
    changes.set(id, { kind, key, change: (changes.get(id)?.change ?? 0n) + amount });
  };
  for (const { booked, postings } of entries)
    for (const { account, commodity, amount, agent } of postings) {
      add(balanceTally, balanceKey(account, commodity, booked), amount);
      if (agent !== null && agentAccounts.has(account)) add(agentTally, `${agent}|${account}|${commodity}`, amount);
    }
  return [...changes.values()];
}

/** The kind of the tallies of boxes: what lies in cash at a place. Acts read them, so the fold keeps them and not the writer. */
export const boxTally = "cash-at";

/** The key of one of them: "PLACE|COMMODITY". The box of a book that names no place has an empty one. */
export const boxKey = (place: string | null, commodity: Commodity): string => `${place ?? ""}|${commodity}`;

/** What entries change of the boxes. */
export const boxChanges = (entries: readonly { readonly postings: readonly Posting[] }[]): readonly TallyChange[] =>
  entries.flatMap(({ postings }) =>
    postings.flatMap(({ account, commodity, amount, place }) =>
      account === "cash" ? [{ kind: boxTally, key: boxKey(place, commodity), change: amount }] : [],
    ),
  );
