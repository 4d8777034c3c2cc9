/** What acts move, in the words in which limits are set. */
import { type Amount, amountText } from "../money/index.ts";
import type { BookSettings } from "./declaration.ts";
import type { MovedAmount } from "./ground.ts";

/** An amount in whole line grains as limits read it; of a currency that the book does not keep, the grains themselves. */
export function movedGrains(
  settings: BookSettings | null,
  currency: string,
  grains: bigint,
  field?: string,
): MovedAmount {
  const grain = settings?.currencies.find((one) => one.currency === currency);
  const amount = grain === undefined ? grains.toString() : amountText(grains as Amount, grain);
  return field === undefined ? { currency, amount } : { currency, amount, field };
}
