/** What the pages of documented purchases read from answers. */

import { isUuid } from "../../../kernel/ids.ts";
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import type { PurchaseDocumentContent } from "../../../rooms/purchases/content.ts";
import type { Held } from "../../../rooms/purchases/pages/purchase-document.ts";
import type { PurchaseTaxSheet } from "../../../rooms/purchases/rules/sheet.ts";
import { exactOf } from "../../desk/listed.ts";
import type { PageAt } from "../../desk/page.ts";

/** What the view `purchase-taxes.list` answers. */
export type SheetRow = Readonly<Record<"sheet" | "code" | "currency" | "from_day", string>> & {
  readonly version: number;
  readonly reason: string | null;
  readonly body: PurchaseTaxSheet;
};

/** What the view `purchase-series.list` answers. */
export type SeriesRow = Readonly<
  Record<"series" | "sheet" | "kind" | "prefix" | "first_number" | "last_number" | "used", string>
> & { readonly digits: number; readonly authorisation: string | null; readonly until: string | null };

/** What the view `purchase-document.one` answers. */
export type DocumentRow = Readonly<Record<"document" | "number" | "agent" | "content", string>> &
  Readonly<
    Record<
      "name" | "erased" | "void_reason" | "void_number" | "voided_on" | "buyer_tax_number" | "buyer_address",
      string | null
    >
  > & { readonly sheet: PurchaseTaxSheet };

type PersonRow = Readonly<Record<"identity" | "tax_number" | "address", string | null>>;

/** Every version of every sheet, and every series. */
export async function rulesAt(
  at: PageAt,
): Promise<Result<{ sheets: readonly SheetRow[]; series: readonly SeriesRow[] }>> {
  const sheets = await at.ask("purchase-taxes.list");
  if (!sheets.ok) return sheets;
  const series = await at.ask("purchase-series.list");
  if (!series.ok) return series;
  return done({
    sheets: sheets.value.rows as unknown as readonly SheetRow[],
    series: series.value.rows as unknown as readonly SeriesRow[],
  });
}

/** The version of each sheet in force on a day. */
export function sheetsOn(sheets: readonly SheetRow[], day: string): readonly SheetRow[] {
  const found = new Map<string, SheetRow>();
  for (const one of sheets)
    if (one.from_day <= day && (found.get(one.sheet)?.version ?? 0) < one.version) found.set(one.sheet, one);
  return [...found.values()];
}

/** Line grains as money in words. */
export const money = (at: PageAt, currency: string, line: string, grains: string): string =>
  at.say("value.money-line", { value: exactOf(grains, line), currency });

/**
 * A document with what its paper shows. The seller's number and address are read only by who may see them, and that they were is
 * written down; whoever sold it sees their own.
 */
export async function documentAt(
  at: PageAt,
): Promise<Result<{ row: DocumentRow; content: PurchaseDocumentContent; held: Held; isOwn: boolean }>> {
  const document = at.parameter("document");
  if (!isUuid(document)) return refused("purchase-document.unknown", { document });
  const all = await at.ask("purchase-document.one", { document });
  const mayAll = all.ok || all.refusal.code !== "view.not-yours";
  const answer = mayAll ? all : await at.ask("purchase-document.one", { document, agent: at.session.agent });
  if (!answer.ok) return answer;
  const row = answer.value.rows[0] as unknown as DocumentRow | undefined;
  if (row === undefined) return refused("purchase-document.unknown", { document });
  const asked = { document, agent: row.agent };
  const seen = at.may("purchase-document.person", asked);
  const values = seen ? await at.ask("purchase-document.person", asked) : null;
  const person = values?.ok ? (values.value.rows[0] as PersonRow | undefined) : undefined;
  const content = JSON.parse(row.content) as PurchaseDocumentContent;
  const seller = {
    name: row.name,
    identity: person?.identity ?? null,
    taxNumber: person?.tax_number ?? null,
    address: person?.address ?? null,
  };
  const buyer = { taxNumber: row.buyer_tax_number, address: row.buyer_address };
  return done({ row, content, held: { content, sheet: row.sheet, seller, seen, buyer }, isOwn: !mayAll });
}
