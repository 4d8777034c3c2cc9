/** Amounts as they are said, in the grains of the book. */
import { compare, decimal } from "../../../kernel/exact/index.ts";

export { grainIn, positiveAmount } from "../../../kernel/money/index.ts";

/** Whether a limit in decimal text is below an amount in decimal text. */
export function isOver(amountText: string, limitText: string): boolean {
  const amount = decimal(amountText);
  const limit = decimal(limitText);
  return amount !== null && limit !== null && compare(amount, limit) > 0;
}

/** A limit of a power, as far as amounts go. */
type Limit = { readonly upTo?: string | undefined; readonly currency?: string | undefined };

/** The highest amount these limits leave for a currency, as decimal text; null when one of them sets none. */
export function highestLimit(limits: readonly Limit[], currency: string): string | null {
  let highest: string | null = null;
  for (const { upTo, currency: of } of limits) {
    if (upTo === undefined) return null;
    if (of === currency && (highest === null || isOver(upTo, highest))) highest = upTo;
  }
  return highest ?? (limits.length === 0 ? null : "0");
}
