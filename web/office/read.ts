/** What pages of the office read from answers: rows of views the reader may ask, grams as kilograms, grains as money. */
import type { BookSettings } from "../../kernel/act/declaration.ts";
import { assert } from "../../kernel/refusal.ts";
import type { Asked } from "../../store/reader/ask.ts";
import { exactOf } from "../desk/listed.ts";
import type { PageAt } from "../desk/page.ts";
import type { Money } from "../language/sums.ts";

/** Rows of a view; null when it is not the reader's to ask. What else is refused is our mistake and is told as one. */
export async function rowsOf<Row>(
  { ask, may }: Pick<PageAt, "ask" | "may">,
  view: string,
  asked: Asked = {},
): Promise<readonly Row[] | null> {
  if (!may(view, asked)) return null;
  const answer = await ask(view, asked);
  assert(answer.ok, `a page asks rightly: ${view} ${answer.ok ? "" : answer.refusal.code}`);
  return answer.value.rows as readonly Row[];
}

/** The sum of whole numbers written as text. */
export const sumOf = (numbers: readonly string[]): bigint => numbers.reduce((sum, one) => sum + BigInt(one), 0n);

/** So many line grains of a currency as money. A currency that was booked stays in the settings. */
export function moneyOf(currencies: BookSettings["currencies"], currency: string, grains: string | bigint): Money {
  const known = currencies.find((one) => one.currency === currency);
  assert(known !== undefined, `the book has the currency it owes in: ${currency}`);
  return { exact: exactOf(`${grains}`, known.line), currency };
}

/** The first day of the season that began last, from all that were opened; without a season, of this year. */
export async function seasonBegan({ ask, today }: Pick<PageAt, "ask" | "today">): Promise<string> {
  const seasons = await ask("seasons.list", { limit: 1 });
  const first = seasons.ok ? seasons.value.rows[0]?.first_day : undefined;
  return typeof first === "string" ? first : `${today.slice(0, 4)}-01-01`;
}
