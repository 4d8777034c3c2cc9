/** What a new order can name: what is owed by transfer, with whom it would go to or why it cannot. */
import type { PageAt } from "../../desk/page.ts";
import type { PersonRow } from "../settling.ts";
import type { ChoiceRow, ReadyRow } from "./read.ts";
import { ownAccounts } from "./read.ts";

/** What `payments.due` answers, as this page reads it. */
export type DueRow = PersonRow &
  Readonly<Record<"statement" | "agent" | "number" | "currency" | "to_hand" | "due", string>> & {
    readonly ordered: string | null;
  };

/** A statement that is owed, as an order would take it. */
export type Candidate = { readonly due: DueRow; readonly ready: ReadyRow };

/** Most statements of one order, and of one question to the view. */
const most = 1_000;
const atOnce = 200;

/** What the page shows: our accounts, the one chosen, what could go and what not, and how many wait in other orders. */
export type NewOrder = {
  readonly accounts: readonly ChoiceRow[];
  readonly account: ChoiceRow | null;
  readonly day: string;
  readonly can: readonly Candidate[];
  readonly cannot: readonly Candidate[];
  readonly elsewhere: number;
  /** How many more are due than one order takes. */
  readonly more: number;
};

/** Reads it; `account` and `day` as chosen, else our first account and today. What the order that it `replaces` has open counts too. */
export async function newOrderAt(
  at: PageAt,
  chosen: { readonly account: string; readonly day: string; readonly replaces: string | null },
): Promise<NewOrder> {
  const accounts = (await ownAccounts(at)) ?? [];
  const account = accounts.find((one) => one.account === chosen.account) ?? accounts[0] ?? null;
  const found = await at.ask("payments.due", { paidIn: "transfer", limit: most });
  const due = (found.ok ? found.value.rows : []) as readonly DueRow[];
  const common = { accounts, account, day: chosen.day, more: Math.max(0, Number(due[0]?.due ?? "0") - due.length) };
  if (account === null) return { ...common, can: [], cannot: [], elsewhere: 0 };
  const ready = await readyOf(at, due, { ...chosen, account: account.account });
  const all = due.flatMap((one) => {
    const of = ready.get(one.statement);
    return of === undefined ? [] : [{ due: one, ready: of }];
  });
  const isElsewhere = ({ ready: { why } }: Candidate) => why?.code === "payment-order.ordered-already";
  return {
    ...common,
    can: all.filter(({ ready: { why } }) => why === null),
    cannot: all.filter((one) => one.ready.why !== null && !isElsewhere(one)),
    elsewhere: all.filter(isElsewhere).length,
  };
}

async function readyOf(
  at: PageAt,
  due: readonly DueRow[],
  { account, day, replaces }: { readonly account: string; readonly day: string; readonly replaces: string | null },
): Promise<ReadonlyMap<string, ReadyRow>> {
  const rows: ReadyRow[] = [];
  for (let from = 0; from < due.length; from += atOnce) {
    const statements = due
      .slice(from, from + atOnce)
      .map((one) => one.statement)
      .join(",");
    const asked = { account, on: day, statements, ...(replaces === null ? {} : { replaces }) };
    const found = await at.ask("payment-order.ready", asked);
    if (found.ok) rows.push(...(found.value.rows as readonly ReadyRow[]));
  }
  return new Map(rows.map((one) => [one.statement, one]));
}
