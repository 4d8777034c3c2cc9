/** Which account money goes to on a day. */
import { inForce, newest, type Row } from "../../../kernel/act/record.ts";
import type { agentAccount, agentDeath } from "../records.ts";

/** One version of an account. */
export type Account = Row<typeof agentAccount>;

/** How an account is told: at a bank, or in a wallet. */
export const accountSchemes = ["bank", "wallet"] as const;

/** Why no account can be used; lasting words, which later rooms make codes of. */
export type NoAccount = "no-account" | "account-closed" | "account-other-currency" | "heirs";

/**
 * Each account as it stands on a day, in the order of their ids; one that begins later is not there yet, and one that is known to be
 * closed is closed, also for a day before.
 */
export function accountsOn(versions: readonly Account[], day: string): readonly Account[] {
  const byAccount = new Map<string, Account[]>();
  for (const one of versions) byAccount.set(one.account, [...(byAccount.get(one.account) ?? []), one]);
  return [...byAccount.values()]
    .flatMap((own) => {
      const last = newest(own);
      return last?.state === "closed" ? last : (inForce(own, day) ?? []);
    })
    .sort((a, b) => (a.account < b.account ? -1 : 1));
}

/**
 * The account that money of a currency goes to on a day: the open one that was told last. Of somebody who died, one that was told
 * since and names who holds it: an heir.
 */
export function accountFor(
  versions: readonly Account[],
  currency: string,
  day: string,
  death: Pick<Row<typeof agentDeath>, "on_day"> | null,
): Account | NoAccount {
  const known = accountsOn(versions, day);
  const open = known.filter((one) => one.state === "open");
  const fit = open.filter((one) => one.currency === currency);
  const heirs = fit.filter((one) => death === null || (one.holder !== null && one.from_day >= death.on_day));
  const last = heirs.reduce<Account | null>(
    (best, one) => (best === null || one.from_day >= best.from_day ? one : best),
    null,
  );
  if (last !== null) return last;
  if (death !== null) return "heirs";
  if (known.length === 0) return "no-account";
  return open.length === 0 ? "account-closed" : "account-other-currency";
}
