/** What is left to pay of a statement. */

/** What is left to hand over of what the statement says, coins and all, after what was paid before; never less than nothing. */
export const leftToHandOver = (result: { readonly paid: bigint; readonly net: bigint }, owed: bigint): bigint => {
  const left = owed + result.paid - result.net;
  return left > 0n ? left : 0n;
};

/** How much of what is owed a sum settles: handing over all that is left settles all, coins and all; any other sum settles itself. */
export const settledBy = (
  result: { readonly paid: bigint; readonly net: bigint },
  owed: bigint,
  handedOver: bigint,
): bigint => (owed > 0n && handedOver === leftToHandOver(result, owed) ? owed : handedOver);
