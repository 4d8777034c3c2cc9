/** Which of the statements that an order names it can pay, to which account each, and why the others cannot go with it. */
import type { Row } from "../../../../kernel/act/record.ts";
import type { Sealed } from "../../../../kernel/personal.ts";
import { type Refusal, refused } from "../../../../kernel/refusal.ts";
import type { agentDeath, profile } from "../../../people/records.ts";
import { type Account, accountFor } from "../../../people/rules/accounts.ts";
import type { statementResult } from "../../records.ts";
import { leftToHandOver } from "../left.ts";
import { fileAmount } from "./amount.ts";

/** One statement as an order looks at it. `ordered` is the number of the payment by which it is ordered already. */
export type Payable = {
  readonly statement: string;
  readonly result: Row<typeof statementResult> | null;
  readonly owed: bigint;
  readonly ordered: string | null;
  readonly accounts: readonly Account[];
  readonly death: Row<typeof agentDeath> | null;
  readonly profile: Row<typeof profile> | null;
};

/** An account as a file names it, frozen on the day of the order. */
export type FrozenAccount = {
  readonly account: string;
  readonly scheme: string;
  readonly institution: string;
  readonly branch: string | null;
  readonly number: Sealed;
  readonly town: string | null;
  readonly country: string;
};

/** What the file says of us. */
export type PaidFrom = FrozenAccount & { readonly name: string };

/** What the file says of whom is paid: the sealed name of whoever holds the account, or an organisation's own. */
export type PaidTo = FrozenAccount & { readonly name: Sealed | null; readonly organisation: string | null };

/** A statement that goes into the order. */
export type Orderable = {
  readonly result: Row<typeof statementResult>;
  readonly amount: bigint;
  readonly paidTo: PaidTo;
};

/** A statement that cannot, and why: a code with its facts. */
export type LeftOut = { readonly statement: string; readonly why: Refusal };

/** In which money, on which day, of which country; statements that the replaced order frees. */
export type Ordering = {
  readonly currency: string;
  readonly on: string;
  readonly country: string;
  readonly freed: ReadonlySet<string>;
};

/** An account as it is kept with an order. */
export const frozen = (of: Account, country: string): FrozenAccount => ({
  account: of.account,
  scheme: of.scheme,
  institution: of.institution,
  branch: of.branch,
  number: of.number as Sealed,
  town: of.town,
  country,
});

/** Sorts what was named, in the order in which it was named. A statement named twice counts once, and is told. */
export function composeOrder(
  named: readonly Payable[],
  how: Ordering,
): { readonly lines: readonly Orderable[]; readonly leftOut: readonly LeftOut[] } {
  const lines: Orderable[] = [];
  const leftOut: LeftOut[] = [];
  const seen = new Set<string>();
  for (const one of named) {
    if (seen.has(one.statement)) continue;
    seen.add(one.statement);
    const found = orderable(one, how);
    if ("code" in found) leftOut.push({ statement: one.statement, why: found });
    else lines.push(found);
  }
  return { lines, leftOut };
}

/** A statement with the account it would go to, or why it cannot be ordered. */
export function orderable(one: Payable, { currency, on, country, freed }: Ordering): Orderable | Refusal {
  const { result } = one;
  const because = (why: string, facts: Refusal["facts"] = {}): Refusal =>
    refused(`payment-order.${why}`, { statement: result?.number ?? one.statement, ...facts }).refusal;
  if (result === null) return because("not-closed");
  if (one.ordered !== null && !freed.has(one.statement)) return because("ordered-already", { number: one.ordered });
  const amount = leftToHandOver(result, one.owed);
  if (one.owed <= 0n || amount <= 0n) return because("paid");
  if (result.paid_in !== "transfer") return because("in-cash");
  if (result.currency !== currency) return because("other-currency", { currency: result.currency, order: currency });
  if (fileAmount(amount, currency, result.line_grain) === null) return because("too-fine", { currency });
  const account = accountFor(one.accounts, currency, on, one.death);
  if (account === "heirs") return because("heirs", { day: one.death?.on_day ?? "" });
  if (typeof account === "string") return because(account, { currency });
  const name = (account.holder ?? one.profile?.name ?? null) as Sealed | null;
  const organisation = name === null ? (one.profile?.organisation_name ?? null) : null;
  if (name === null && organisation === null) return because("no-name");
  const to = frozen(account, country);
  return { result, amount, paidTo: { ...to, town: to.town ?? one.profile?.community ?? null, name, organisation } };
}
