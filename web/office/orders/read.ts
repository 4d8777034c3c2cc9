/** Rows of the views of orders and accounts, as the pages of the office read them. */
import type { Fact } from "../../../kernel/refusal.ts";
import type { PageAt } from "../../desk/page.ts";
import { rowsOf } from "../read.ts";

type Text = string | null;

/** What `accounts.of` and `accounts.own` answer. */
export type AccountRow = Readonly<
  Record<"account" | "scheme" | "institution" | "currency" | "state" | "since", string>
> &
  Readonly<Record<"branch" | "number" | "holder" | "town" | "reason", Text>>;

/** What `payment-orders.list` answers. */
export type OrderRow = Readonly<
  Record<
    | "order"
    | "number"
    | "made_on"
    | "day"
    | "layout"
    | "currency"
    | "line_grain"
    | "total"
    | "stage"
    | "waiting"
    | "paid"
    | "failed",
    string
  >
> &
  Readonly<Record<"replaces" | "replaced_by", Text>> & { readonly payments: number };

/** What `payment-order.one` answers. */
export type OneOrder = OrderRow &
  Readonly<Record<"message" | "account" | "institution" | "ended_on", string>> &
  Readonly<Record<"replaces_because" | "replaces_order" | "replaced_by_order" | "ended_because" | "made_by", Text>>;

/** What `payment-order.payments` answers. */
export type PaymentRow = Readonly<
  Record<
    | "payment"
    | "number"
    | "statement"
    | "statement_number"
    | "agent"
    | "amount"
    | "currency"
    | "line_grain"
    | "state"
    | "on"
    | "institution",
    string
  >
> &
  Readonly<Record<"member_number" | "name" | "erased" | "reason" | "words" | "reference", Text>>;

/** What `payment-order.left-out` answers. */
export type LeftOutRow = Readonly<Record<"statement" | "reason", string>> &
  Readonly<Record<"statement_number" | "agent" | "name", Text>> & { readonly facts: Readonly<Record<string, Fact>> };

/** What `payment-order.ready` answers. */
export type ReadyRow = Readonly<Record<"statement" | "amount", string>> &
  Readonly<Record<"institution" | "since", Text>> & {
    readonly why: { readonly code: string; readonly facts: Readonly<Record<string, Fact>> } | null;
  };

/** What `accounts.to-choose` answers: of the number only its last signs. */
export type ChoiceRow = Readonly<Record<"account" | "institution" | "currency", string>> & { readonly number: Text };

/** Our own accounts that are open; null when the reader may not pay. */
export const ownAccounts = (at: PageAt): Promise<readonly ChoiceRow[] | null> =>
  rowsOf<ChoiceRow>(at, "accounts.to-choose");

/** An account as people tell it apart from others: "1007 · …2345 (COP)". */
export const accountName = ({ institution, number, currency }: ChoiceRow): string =>
  `${institution} · ${number ?? ""} (${currency})`;
