/** The cash payments that were asked for, all of them, and the notes and coins that pay them: what the list and the sheet to sign share. */
import { type Denominations, shippedDenominations } from "../../../exchange/denominations/shipped.ts";
import { inForce } from "../../../kernel/act/record.ts";
import { isUuid } from "../../../kernel/ids.ts";
import { type Amount, amountFromText, type CurrencyGrain, grainIn } from "../../../kernel/money/index.ts";
import { done, type Result } from "../../../kernel/refusal.ts";
import { day } from "../../../kernel/time/index.ts";
import type { PageAt } from "../../desk/page.ts";
import type { PersonRow } from "../settling.ts";

/** What the view `payments.due` answers, as far as cash needs it. */
export type CashRow = PersonRow &
  Readonly<Record<"statement" | "number" | "currency" | "to_hand" | "found", string>> & {
    readonly ordered: string | null;
  };

/** How the payments are narrowed: the same words as on the page of payments. */
export function cashAsked(words: URLSearchParams): Readonly<Record<string, string>> {
  const [settlement, until] = [words.get("settlement") ?? "", words.get("until") ?? ""];
  const q = (words.get("q") ?? "").trim().slice(0, 100);
  return {
    ...(isUuid(settlement) ? { settlement } : {}),
    ...(day(until) === null ? {} : { until }),
    ...(q === "" ? {} : { q }),
    paidIn: "cash",
  };
}

const atOnce = 1_000;

/** Every payment in cash that is asked for, up to `most`; one that waits for the bank is not paid at the table as well. */
export async function cashRows(at: PageAt, most = 10_000): Promise<Result<readonly CashRow[]>> {
  const rows: CashRow[] = [];
  while (rows.length < most) {
    const found = await at.ask("payments.due", { ...cashAsked(at.words), limit: atOnce, skip: rows.length });
    if (!found.ok) return found;
    rows.push(...(found.value.rows as unknown as readonly CashRow[]));
    if (found.value.rows.length < atOnce) break;
  }
  return done(rows.filter((row) => row.ordered === null).slice(0, most));
}

/** The list of a currency in force today: the book's own, else the one that is shipped, else none. `own`: the book published it. */
export type InForce = Denominations & { readonly own: boolean };

type ListRow = Omit<Denominations, "since"> & {
  readonly currency: string;
  readonly version: number;
  readonly from: string;
};

/** The lists in force on the book's day, by currency. */
export async function denominationsAt(at: PageAt): Promise<ReadonlyMap<string, InForce>> {
  const found = await at.ask("denominations.list");
  const rows = found.ok ? (found.value.rows as unknown as readonly ListRow[]) : [];
  const lists = new Map<string, InForce>();
  for (const { currency } of at.settings.currencies) {
    const versions = rows.filter((one) => one.currency === currency).map((one) => ({ ...one, from_day: one.from }));
    const own = inForce(versions, at.today);
    const shipped = shippedDenominations.get(currency);
    if (own !== null) lists.set(currency, { ...own, since: own.from, own: true });
    else if (shipped !== undefined && shipped.since <= at.today) lists.set(currency, { ...shipped, own: false });
  }
  return lists;
}

/** A value of a list in whole grains, with how it is written and what it is. */
export type Piece = { readonly grains: bigint; readonly value: string; readonly kinds: readonly string[] };

/** The values of a list, the largest first; a value that is both note and coin stands once. What the grain cannot count is left out. */
export function piecesOf({ pieces }: Pick<Denominations, "pieces">, grain: CurrencyGrain): readonly Piece[] {
  const found = new Map<bigint, Piece>();
  for (const { value, kind } of pieces) {
    const grains: Amount | null = amountFromText(value, grain);
    if (grains === null || grains <= 0n) continue;
    const before = found.get(grains);
    found.set(grains, { grains, value, kinds: [...(before?.kinds ?? []), kind] });
  }
  return [...found.values()].sort((one, other) => (one.grains < other.grains ? 1 : -1));
}

/** The grain in which the book keeps a currency; one that it no longer keeps counts whole units. */
export const grainAt = (at: PageAt, currency: string): CurrencyGrain =>
  grainIn(at.settings, currency) ?? { currency, line: "1", cash: "1" };
