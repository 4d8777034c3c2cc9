/** What the pages of settlement share: how rows of views become what is drawn. */
import type { Fact } from "../../kernel/refusal.ts";
import { exactOf } from "../desk/listed.ts";
import type { PageAt } from "../desk/page.ts";

/** A person's columns as the views of settlement answer them. */
export type PersonRow = {
  readonly member_number: string | null;
  readonly name: string | null;
  readonly erased: string | null;
};

/** A reason as views answer it. */
export type Reason = { readonly code: string; readonly facts: Readonly<Record<string, Fact>> };

/** The same as pages draw a person. */
export const personOf = ({ member_number, name, erased }: PersonRow) => ({
  number: member_number,
  name,
  erasedOn: erased,
});

/** What the view `seasons.list` answers, as these pages read it. */
export type SeasonRow = {
  readonly agreement: string;
  readonly season: string;
  readonly product: string;
  readonly first_day: string;
  readonly last_day: string;
  readonly price_plan: string;
  readonly version: number;
  readonly policy: unknown;
  readonly currency: string | null;
};

/** Every season of the book, the one that began last first. */
export async function seasonsAt({ ask }: PageAt): Promise<readonly SeasonRow[]> {
  const found = await ask("seasons.list", { limit: 500 });
  return found.ok ? (found.value.rows as readonly SeasonRow[]) : [];
}

/** Line grains of a currency as decimal text; of a currency that the settings do not know, the grains. */
export function moneyAt({ settings }: PageAt, currency: string, grains: string): string {
  const known = settings.currencies.find((one) => one.currency === currency);
  return known === undefined ? grains : exactOf(grains, known.line);
}
