/** A box counted note by note on the telephone, by the same sum as the book's. */
import { amountText, type CurrencyGrain } from "../../../../kernel/money/index.ts";
import { countedIn } from "../../../../rooms/acopio/rules/cash.ts";

/** How many of each value there are, as typed: "50000" to "12". */
export type Counting = Readonly<Record<string, string>>;

/** What was counted, as an act says it: values of which there is none are left out. */
export const notesIn = (counting: Counting): { value: string; count: number }[] =>
  Object.entries(counting)
    .map(([value, count]) => ({ value, count: Number.parseInt(count, 10) }))
    .filter(({ count }) => Number.isSafeInteger(count) && count > 0);

/** What the notes come to, as decimal text. */
export function sumOf(counting: Counting, grain: CurrencyGrain): string {
  const sum = countedIn(notesIn(counting), grain);
  return sum === null ? "0" : amountText(sum, grain);
}
