/** What an act relied on: the versions of the sheets that its needs read, and when they were fetched. */
import type { ActDeclaration, Context } from "../../../../../kernel/act/declaration.ts";
import type { Body } from "../../../../../kernel/act/envelope.ts";
import { type Look, together } from "../../../../../kernel/act/need.ts";
import type { Page } from "../../../../../kernel/act/page.ts";
import { type AnyRow, inForce } from "../../../../../kernel/act/record.ts";
import { isUuid } from "../../../../../kernel/ids.ts";
import { planVersions } from "../../../../../rooms/agreements/needs.ts";

type Version = AnyRow & { readonly version: number; readonly from_day: string };
type Versions = Map<string, { readonly column: string; readonly rows: Version[] }>;

/** Sheets whose version changes what a hand-over is worth or allowed, with the column of their id. */
const sheets: Readonly<Record<string, string>> = {
  agreement: "agreement",
  price_plan: "plan",
  grading_scheme: "scheme",
  collection_point: "point",
};

/** Sheets that an act reads on a page, each in the version of its day; a season's price plan with it. `says` fits the declaration. */
export function reliedOn(
  page: Page,
  declaration: ActDeclaration,
  says: unknown,
  context: Context,
  fetched: string,
): Body["relied"] {
  const read: Versions = new Map();
  const look = noting(page, read);
  together(declaration.needs(says as never, context)).tryOn(look);
  const day = dayOf(says) ?? context.today;
  for (const { rows } of [...read.values()]) {
    const plan = planOf(inForce(rows, day));
    if (plan !== null) planVersions(plan).tryOn(look);
  }
  return [...read.values()].flatMap(({ column, rows }) => {
    const row = inForce(rows, day);
    const id = String(row?.[column]);
    return row === null || !isUuid(id) || !covers(row, day) ? [] : [{ id, version: row.version, fetched }];
  });
}

const dayOf = (says: unknown): string | null => {
  const on = (says as { readonly on?: unknown } | null)?.on;
  return typeof on === "string" ? on : null;
};

type Policy = { readonly from?: string; readonly until?: string; readonly pricePlan?: string } | null | undefined;

const planOf = (row: Version | null): string | null => (row?.body as Policy)?.pricePlan ?? null;

/** A season of other days was looked at and not relied on. */
function covers(row: Version, day: string): boolean {
  const { from, until } = (row.body as Policy) ?? {};
  return (from === undefined || from <= day) && (until === undefined || day <= until);
}

/** A look at the page that notes which sheets were read. */
const noting = (page: Page, read: Versions): Look => ({
  rows(shelf, keyText) {
    const found = page.rows(shelf, keyText);
    const column = sheets[shelf.slice(0, shelf.indexOf("|"))];
    if (column === undefined) return found;
    for (const row of (found ?? []) as readonly Version[]) {
      const key = `${column}|${row[column]}`;
      const same = read.get(key);
      if (same === undefined) read.set(key, { column, rows: [row] });
      else if (!same.rows.includes(row)) same.rows.push(row);
    }
    return found;
  },
  tally: (id) => page.tally(id),
});
