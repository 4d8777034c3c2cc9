/** What may come into a pool and go off it, and where each sum comes from or goes. */
import type { Account } from "../../../../kernel/ledger/chart.ts";

/** Kinds of entries. `premium` is kept outside the pool: it belongs to the premium account, and a decision of its own. */
export const entryKinds = [
  "sale",
  "sub-product",
  "other-income",
  "milling",
  "freight",
  "pre-finance",
  "margin",
  "other-cost",
  "premium",
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** Whether a kind adds to the pool, goes off it, or stays outside. */
export type Effect = "in" | "out" | "outside";

/** The effect of each kind, and the account on the other side: of a margin the organisation's own, of all else the bank. */
export const kindOf: Readonly<Record<EntryKind, { readonly effect: Effect; readonly against: Account }>> = {
  sale: { effect: "in", against: "bank" },
  "sub-product": { effect: "in", against: "bank" },
  "other-income": { effect: "in", against: "bank" },
  milling: { effect: "out", against: "bank" },
  freight: { effect: "out", against: "bank" },
  "pre-finance": { effect: "out", against: "bank" },
  margin: { effect: "out", against: "operating-margin" },
  "other-cost": { effect: "out", against: "bank" },
  premium: { effect: "outside", against: "bank" },
};
