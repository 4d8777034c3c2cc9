/** Weights of a hand-over. */

/** A reading of the scale as far as weight goes: whole grams as text, for `count` containers together. */
export type Weighed = { readonly gross_g: string; readonly tare_g: string; readonly count: number };

/** Gross, tare and net in grams, and how many containers. */
export type Weights = {
  readonly bags: number;
  readonly gross: bigint;
  readonly tare: bigint;
  /** Below zero when more tare than gross was said: a question, never a payment. */
  readonly net: bigint;
};

/** Net = gross − the sum of the tares as weighed. Source: weighing by actual tare at collection points. */
export function weightsOf(weighings: readonly Weighed[]): Weights {
  let bags = 0;
  let gross = 0n;
  let tare = 0n;
  for (const one of weighings) {
    bags += one.count;
    gross += BigInt(one.gross_g);
    tare += BigInt(one.tare_g);
  }
  return { bags, gross, tare, net: gross - tare };
}

/** What a full container of a kind weighs as a rule, in whole grams as text. */
export type UsualContainer = { readonly container: string; readonly from_g: string; readonly to_g: string };

/**
 * The first weighing whose containers weigh less or more than such containers do, gross, on average; -1 when none does or
 * nobody said what is usual.
 */
export function implausibleWeighing(
  weighings: readonly (Weighed & { readonly container: string })[],
  usual: readonly UsualContainer[],
): number {
  for (const [at, one] of weighings.entries()) {
    const range = usual.find(({ container }) => container === one.container);
    if (range === undefined || one.count === 0) continue;
    const gross = BigInt(one.gross_g);
    const count = BigInt(one.count);
    if (gross < BigInt(range.from_g) * count || gross > BigInt(range.to_g) * count) return at;
  }
  return -1;
}
