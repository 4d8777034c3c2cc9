/** The trial balance of a period as its closing keeps it: our own accounts, whole grains, and why one that does not add up is not kept. */
import * as z from "zod/mini";
import { type Refusal, refused } from "../../../kernel/refusal.ts";
import { trialTotals } from "./trial-balance.ts";

const grains = z.string().check(z.regex(/^(?:0|-?[1-9][0-9]{0,17})$/));

/** One line, as it is said. */
export const balanceLine = z.strictObject({
  account: z.string().check(z.regex(/^[a-z][a-z-]{0,40}$/)),
  commodity: z.string().check(z.regex(/^[a-z]+:[^:|]{1,64}:[^:|]{1,32}$/)),
  opening: grains,
  debit: grains,
  credit: grains,
  closing: grains,
});
export type BalanceLine = z.infer<typeof balanceLine>;

const key = ({ account, commodity }: BalanceLine): string => `${account}|${commodity}`;

/**
 * What is wrong with a balance; empty when each line and each commodity add up, and it begins where the one before it ended. Codes:
 * `trial-balance.line-twice`, `trial-balance.line-wrong`, `trial-balance.uneven`, `trial-balance.not-from-before`.
 */
export function checkBalance(lines: readonly BalanceLine[], before: readonly BalanceLine[] | null): readonly Refusal[] {
  const wrong: Refusal[] = [];
  const seen = new Set<string>();
  for (const [at, one] of lines.entries()) {
    const { account, commodity } = one;
    const field = `balance.${at}`;
    if (seen.has(key(one))) wrong.push(refused("trial-balance.line-twice", { account, commodity }, field).refusal);
    seen.add(key(one));
    const [debit, credit] = [BigInt(one.debit), BigInt(one.credit)];
    if (debit < 0n || credit < 0n || BigInt(one.opening) + debit - credit !== BigInt(one.closing))
      wrong.push(refused("trial-balance.line-wrong", { account, commodity }, field).refusal);
  }
  const exact = lines.map((one) => ({
    commodity: one.commodity,
    opening: BigInt(one.opening),
    debit: BigInt(one.debit),
    credit: BigInt(one.credit),
    closing: BigInt(one.closing),
  }));
  for (const [commodity, { even }] of trialTotals(exact))
    if (!even) wrong.push(refused("trial-balance.uneven", { commodity }, "balance").refusal);
  const ended = new Map(before?.map((one) => [key(one), one.closing]));
  for (const one of lines) {
    const was = ended.get(key(one));
    ended.delete(key(one));
    if (before !== null && (was ?? "0") !== one.opening)
      wrong.push(
        refused("trial-balance.not-from-before", { account: one.account, commodity: one.commodity }, "balance").refusal,
      );
  }
  for (const [name, left] of ended)
    if (left !== "0") {
      const [account = "", commodity = ""] = name.split("|");
      wrong.push(refused("trial-balance.not-from-before", { account, commodity }, "balance").refusal);
    }
  return wrong;
}
