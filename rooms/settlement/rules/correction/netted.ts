/** What corrections come to together: paid with the statement, or owed by the person; never a payment below zero. */
import { derivedUuid } from "../../../../kernel/ids.ts";
import type { StatementCorrection, StatementCorrections } from "../../content/correction.ts";

/** What earlier corrections left owed: an advance by its id, and how much of it may be repaid now. */
export type Overpaid = { readonly agreement: string; readonly due: bigint };

const sumOf = (amounts: readonly string[]): bigint => amounts.reduce((sum, one) => sum + BigInt(one), 0n);
const differenceIn = ({ difference }: { readonly difference: string }): string => difference;

/** The id of the advance that corrections leave owed. A correction is settled once, so the first one names it for ever. */
export const overpaidId = (of: readonly { readonly lines: readonly { readonly correction: string }[] }[]): string =>
  derivedUuid(`overpaid:${of[0]?.lines[0]?.correction ?? ""}`);

/** Adds corrections up. What they give repays first what earlier ones left owed, the oldest first; other debts wait for hand-overs. */
export function netted(of: readonly StatementCorrection[], overpaid: readonly Overpaid[]): StatementCorrections {
  const net = sumOf(of.map((one) => one.net.difference));
  const repaid: { agreement: string; amount: string }[] = [];
  let left = net > 0n ? net : 0n;
  for (const { agreement, due } of overpaid) {
    const amount = due < left ? due : left;
    if (amount > 0n) repaid.push({ agreement, amount: `${amount}` });
    left -= amount > 0n ? amount : 0n;
  }
  return {
    deducted: `${sumOf(of.flatMap((one) => one.deductions.map(differenceIn)))}`,
    net: `${net}`,
    of,
    owed: net < 0n ? { agreement: overpaidId(of), amount: `${-net}` } : null,
    paid: `${left}`,
    repaid,
    value: `${sumOf(of.map((one) => one.value.difference))}`,
  };
}
