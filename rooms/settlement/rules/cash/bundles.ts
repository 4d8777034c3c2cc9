/** Notes and coins for a sum: how somebody is paid exactly with the values there are, and what cannot be paid with them. */

/** A note or coin value in whole line grains, and how many of it. */
export type Pieces = { readonly value: bigint; readonly count: bigint };

/** What somebody gets: the pieces, the largest first, and what of the sum these values cannot pay. */
export type Bundle = { readonly pieces: readonly Pieces[]; readonly left: bigint };

/** Largest value over the common unit of all: beyond it the table of rests would be too large to make while somebody waits. */
export const finestSystem = 100_000n;

/** The common unit of all values: every sum that they can pay is a multiple of it. */
export const unitOf = (values: readonly bigint[]): bigint => values.reduce(commonDivisor, 0n);

function commonDivisor(one: bigint, other: bigint): bigint {
  let [a, b] = [one, other];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/** The cheapest way to a rest: its sum in units, the pieces it takes, and the piece that was laid last. */
type Way = { readonly sum: bigint; readonly pieces: bigint; readonly last: bigint };

/** How sums are paid with a set of values. */
export type Payer = (sum: bigint) => Bundle;

/**
 * Makes the payer of a set of values. For every rest by the largest value it knows the smallest sum that the other values can
 * lay with that rest, and of these the one of fewest pieces; what is missing to the whole is laid in the largest value. So a sum is
 * paid exactly whenever these values can pay it at all; and with as few pieces as possible where taking the largest first does.
 * A sum that they cannot pay is paid up to the largest that they can, and the rest is said.
 */
export function payerOf(given: readonly bigint[]): Payer {
  const values = [...new Set(given.filter((value) => value > 0n))].sort((one, other) => (one < other ? 1 : -1));
  const [largest] = values;
  if (largest === undefined) return (sum) => ({ pieces: [], left: sum });
  const unit = unitOf(values);
  const [whole, others] = [largest / unit, values.slice(1).map((value) => value / unit)];
  const ways = waysOf(whole, others);
  return (sum) => {
    const [wanted, broken] = [sum / unit, sum % unit];
    const paid = mostPayable(wanted, whole, ways);
    return { pieces: layed(paid, whole, ways, unit), left: broken + (wanted - paid) * unit };
  };
}

/** For each rest by the largest value, the cheapest way of the other values to it. */
function waysOf(whole: bigint, others: readonly bigint[]): ReadonlyMap<bigint, Way> {
  const ways = new Map<bigint, Way>([[0n, { sum: 0n, pieces: 0n, last: 0n }]]);
  for (const value of others) {
    const circles = commonDivisor(value, whole);
    for (let start = 0n; start < circles; start += 1n) {
      // Twice around: whatever the cheapest place of the circle is, every other one is reached from it.
      let rest = start;
      for (let step = 0n; step < (2n * whole) / circles; step += 1n) {
        const from = ways.get(rest);
        rest = (rest + value) % whole;
        if (from !== undefined) cheaper(ways, rest, { sum: from.sum + value, pieces: from.pieces + 1n, last: value });
      }
    }
  }
  return ways;
}

function cheaper(ways: Map<bigint, Way>, rest: bigint, way: Way): void {
  const known = ways.get(rest);
  if (known === undefined || way.sum < known.sum || (way.sum === known.sum && way.pieces < known.pieces))
    ways.set(rest, way);
}

/** The largest sum in units, up to what is wanted, that can be paid. */
function mostPayable(wanted: bigint, whole: bigint, ways: ReadonlyMap<bigint, Way>): bigint {
  const direct = ways.get(wanted % whole);
  if (direct !== undefined && direct.sum <= wanted) return wanted;
  let most = 0n;
  for (const { sum } of ways.values()) {
    if (sum > wanted) continue;
    const reached = sum + ((wanted - sum) / whole) * whole;
    if (reached > most) most = reached;
  }
  return most;
}

function layed(sum: bigint, whole: bigint, ways: ReadonlyMap<bigint, Way>, unit: bigint): readonly Pieces[] {
  const counts = new Map<bigint, bigint>();
  const lay = (value: bigint, count: bigint) => counts.set(value, (counts.get(value) ?? 0n) + count);
  let way = ways.get(sum % whole);
  lay(whole, (sum - (way?.sum ?? 0n)) / whole);
  for (let rest = sum % whole; way !== undefined && way.last > 0n; way = ways.get(rest)) {
    lay(way.last, 1n);
    rest = (((rest - way.last) % whole) + whole) % whole;
  }
  return [...counts]
    .filter(([, count]) => count > 0n)
    .sort(([one], [other]) => (one < other ? 1 : -1))
    .map(([value, count]) => ({ value: value * unit, count }));
}

/** What several bundles come to: pieces by value, the largest first. */
export function bundlesTogether(bundles: readonly Bundle[]): readonly Pieces[] {
  const counts = new Map<bigint, bigint>();
  for (const { pieces } of bundles)
    for (const { value, count } of pieces) counts.set(value, (counts.get(value) ?? 0n) + count);
  return [...counts].sort(([one], [other]) => (one < other ? 1 : -1)).map(([value, count]) => ({ value, count }));
}
