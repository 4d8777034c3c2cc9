/** What pages of long lists read from an address. */
import { decimalPlaces, decimalText, exactly, multiply, ratio } from "../../kernel/exact/index.ts";
import type { Result } from "../../kernel/refusal.ts";
import type { Answer, Ask, Asked } from "../../store/reader/ask.ts";
import type { ListPage } from "../components/list.tsx";
import { withPlaces } from "../language/notation.ts";
import { addressWith } from "../server/page.ts";

/** Rows of one page. */
export const shown = 50;

/** What was searched, trimmed and never longer than a view takes; and how many rows were turned over. */
export type Listing = { readonly q: string; readonly skip: number };

/** Reads the address. What makes no sense there is as if it were not: a list has a first page in any case. */
export function listingOf(request: Request): Listing {
  const { searchParams } = new URL(request.url);
  const skip = searchParams.get("skip") ?? "";
  return {
    q: (searchParams.get("q") ?? "").trim().slice(0, 100),
    skip: /^\d{1,6}$/.test(skip) ? Number.parseInt(skip, 10) : 0,
  };
}

/** The page asked for; one past the end is answered with the first. */
export async function findIn(
  ask: Ask,
  view: string,
  of: Asked,
  { q, skip }: Listing,
): Promise<Listing & { readonly found: Result<Answer> }> {
  const asked = { ...of, ...(q === "" ? {} : { q }), limit: shown };
  const found = await ask(view, { ...asked, skip });
  if (!found.ok || found.value.rows.length > 0 || skip === 0) return { q, skip, found };
  return { q, skip: 0, found: await ask(view, asked) };
}

/** Any row of a view that sends its totals with each: for when nothing was found. */
export async function anyRow<Row>(ask: Ask, view: string, of: Asked): Promise<Row | undefined> {
  const any = await ask(view, { ...of, limit: 1 });
  return any.ok ? (any.value.rows[0] as Row | undefined) : undefined;
}

/** The pages before and after, and which rows of those found are shown. */
export const listPageOf = (request: Request, skip: number, rows: number, more: boolean): ListPage => ({
  previous: skip === 0 ? null : addressWith(request, { skip: skip > shown ? `${skip - shown}` : null }),
  next: more ? addressWith(request, { skip: `${skip + shown}` }) : null,
  from: rows === 0 ? "0" : `${skip + 1}`,
  to: `${skip + rows}`,
});

/** Whole line grains as the decimals of the currency write them: "1880.90", "2940786". */
export const exactOf = (grains: string, line: string): string =>
  withPlaces(decimalText(multiply(ratio(BigInt(grains)), exactly(line))), decimalPlaces(exactly(line)) ?? 0);
