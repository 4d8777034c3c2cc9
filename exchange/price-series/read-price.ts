import { decimal, decimalText } from "../../kernel/exact/index.ts";
import type { CellOf } from "../columns.ts";
import { type ImportCode, type RowOutcome, refusedForFault, remark } from "../outcome.ts";
import type { SheetRow } from "../sheet/sheet.ts";
import type { PricePointDraft } from "./series.ts";

/** Units of the World Bank's Pink Sheet: US dollars per kilogram, and per metric ton. */
const UNITS: ReadonlyMap<string, "kg" | "t"> = new Map([
  ["$/kg", "kg"],
  ["$/mt", "t"],
]);
/** The sheet marks a month without a price with an ellipsis. */
const NO_PRICE = /^(?:…|\.{2,3})$/;
const LONGEST_NAME = 50;

/** What the rows before have told: the unit of each series, and the price of each of its months. */
export type PriceMemory = {
  readonly units: Map<string, "kg" | "t">;
  /** "series month" → price as decimal text, "" for none: also what the book has already. */
  readonly prices: Map<string, string>;
};

/** A memory with the prices that a book already holds. */
export const priceMemory = (held: Iterable<PricePointDraft> = []): PriceMemory => {
  const memory: PriceMemory = { units: new Map(), prices: new Map() };
  for (const { series, per, month, price } of held) {
    memory.units.set(series, per);
    memory.prices.set(`${series} ${month}`, price ?? "");
  }
  return memory;
};

/** Reads one row of a long table (month, commodity, unit, price_usd): exactly one outcome. */
export function readPrice(row: SheetRow, cellOf: CellOf, memory: PriceMemory): RowOutcome<PricePointDraft> {
  const faulty = refusedForFault(row);
  if (faulty !== null) return faulty;
  const [month, commodity, unit, price] = ["month", "commodity", "unit", "price_usd"].map((column) =>
    cellOf(row.cells, column),
  ) as [string, string, string, string];
  const refuse = (code: ImportCode, field: string, found: string): RowOutcome<PricePointDraft> => ({
    outcome: "refused",
    row,
    reason: remark(code, field, found),
    notes: [],
  });
  if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month)) return refuse("import.month-unreadable", "month", month);
  const series = seriesCode(commodity);
  if (series === null) return refuse("import.commodity-unreadable", "commodity", commodity);
  const per = UNITS.get(unit);
  if (per === undefined) return refuse("import.unit-unknown", "unit", unit);
  const value = decimal(price);
  if (!NO_PRICE.test(price) && (value === null || value.numerator <= 0n))
    return refuse("import.price-unreadable", "price_usd", price);
  const text = value === null ? null : decimalText(value);
  return place(row, { series, commodity, currency: "USD", per, month, price: text }, memory, { unit, price });
}

/** Compares a readable point with what is known: the same is known, another price or unit for it is a question. */
function place(
  row: SheetRow,
  draft: PricePointDraft,
  memory: PriceMemory,
  found: { readonly unit: string; readonly price: string },
): RowOutcome<PricePointDraft> {
  const key = `${draft.series} ${draft.month}`;
  const before = memory.prices.get(key);
  if ((memory.units.get(draft.series) ?? draft.per) !== draft.per)
    return { outcome: "questioned", row, draft, reason: remark("import.unit-differs", "unit", found.unit), notes: [] };
  if (before === (draft.price ?? ""))
    return { outcome: "known", row, reason: remark("import.price-known", "price_usd", found.price), notes: [] };
  if (before !== undefined)
    return {
      outcome: "questioned",
      row,
      draft,
      reason: remark("import.price-differs", "price_usd", found.price),
      notes: [],
    };
  memory.units.set(draft.series, draft.per);
  memory.prices.set(key, draft.price ?? "");
  const notes = draft.price === null ? [remark("import.price-missing", "price_usd", found.price)] : [];
  return { outcome: "taken", row, draft, notes };
}

/** "Coffee, Arabica" → "world-bank-coffee-arabica"; null when there is no name, or one too long for a code. */
function seriesCode(commodity: string): string | null {
  const words = commodity.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const name = words.join("-");
  return name === "" || name.length > LONGEST_NAME ? null : `world-bank-${name}`;
}
