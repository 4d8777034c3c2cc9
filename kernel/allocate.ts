/** Sharing out whole grains: what is shared adds up, and every division says where the remainder goes. */
import { assert } from "./refusal.ts";

/** Places by remainder, largest first; of equal ones the earlier first, whatever the platform's sort does. */
function byRemainder(remainders: readonly bigint[]): number[] {
  const places = remainders.map((_, place) => place);
  return places.sort((a, b) => {
    const [one, other] = [remainders[a] as bigint, remainders[b] as bigint];
    if (one === other) return a - b;
    return one > other ? -1 : 1;
  });
}

/**
 * Shares an amount by weight, in whole grains: each gets its exact share rounded toward zero, and the grains left go one
 * each to the largest remainders, ties to the earlier. The shares add up to the amount; a weight of zero gets nothing; a
 * negative amount (an undone payment) is shared as its opposite. Weights are not negative, and somebody has one unless
 * nothing is shared. Source: largest-remainder method (Hamilton).
 */
export function allocate(amount: bigint, weights: readonly bigint[]): bigint[] {
  if (amount < 0n) return allocate(-amount, weights).map((share) => -share);
  if (amount === 0n) return weights.map(() => 0n);
  let total = 0n;
  for (const weight of weights) {
    assert(weight >= 0n, "no weight is negative");
    total += weight;
  }
  assert(total > 0n, "somebody has a share");
  const shares: bigint[] = [];
  const remainders: bigint[] = [];
  let left = amount;
  for (const weight of weights) {
    const exact = amount * weight;
    const share = exact / total;
    shares.push(share);
    remainders.push(exact - share * total);
    left -= share;
  }
  // The remainders add up to `left` whole totals, so fewer grains are left than there are weights with a remainder.
  for (const place of byRemainder(remainders)) {
    if (left === 0n) break;
    shares[place] = (shares[place] as bigint) + 1n;
    left -= 1n;
  }
  return shares;
}
