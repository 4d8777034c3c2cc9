/** What the fields of a view become in a sheet: weights in kilograms, money in its currency, codes and words as text. */
import * as z from "zod/mini";
import type { BookSettings } from "../../kernel/act/declaration.ts";
import { decimalPlaces, decimalText, exactly, fixedText, multiply, ratio } from "../../kernel/exact/index.ts";
import type { ViewDeclaration } from "../../kernel/view.ts";
import { isDay } from "./days.ts";
import type { CellKind } from "./table.ts";

/** A row of an answer. */
export type AnswerRow = Readonly<Record<string, unknown>>;

/** One column of a view's export: the field it shows, and its cell for a row. `currency` is that of all its amounts, if one. */
export type ViewColumn = {
  readonly field: string;
  readonly kind: CellKind;
  readonly currency?: string;
  cell(row: AnswerRow): string;
};

/** What columns are made against: what was asked, the book's money, words for yes and no, whether personal fields may be seen. */
export type ColumnsAt = {
  readonly asked: AnswerRow;
  readonly currencies: BookSettings["currencies"];
  readonly words: { readonly yes: string; readonly no: string };
  readonly personal: boolean;
};

/** Fields that repeat a total of the whole list on each row: in a column they would be added up. */
const totals: Readonly<Record<string, readonly string[]>> = {
  "members.list": ["total"],
  "members.standing": ["members", "creditors", "owed_in_all", "others_owed_in_all"],
  "statements.list": ["closed", "still_owed", "owed_in_all"],
  "payments.due": ["due", "sums"],
};
/** How many were found in all: said with each row of a list that has pages. */
const found = "found";

/** Fields that are kept back from whoever does not hold `see-personal`. */
export const personalFields: readonly string[] = ["identity", "telephone"];

/** Amounts in whole line grains, by view: of the currency that was asked for, or of the row's own. */
const money: Readonly<Record<string, { readonly fields: readonly string[]; readonly of: "asked" | "row" }>> = {
  "members.standing": { fields: ["owed", "debts"], of: "asked" },
  "today.money": { fields: ["grains"], of: "row" },
  "debts.of-agent": { fields: ["amount", "principal_owed", "interest_owed"], of: "row" },
  "debts.open": { fields: ["amount", "principal_owed", "interest_owed"], of: "row" },
};

/** Amounts in line grains in every view whose rows say their currency and its line grain. */
const amounts: readonly string[] = [
  "amount",
  "value",
  "net",
  "paid",
  "owed",
  "to_pay",
  "to_hand",
  "deducted",
  "included",
  "added",
  "withheld",
  "payable",
];

/** Fields in grams, whatever the view. */
const GRAMS = /^(?:grams|by_then|.+_g)$/;
/** Fields of text that hold a number: areas, counts, published prices, rates. */
const numbers: readonly string[] = ["area_m2", "statements", "rate_month"];
const numbersOf: Readonly<Record<string, readonly string[]>> = { "prices.series": ["value"] };

/** The fields of a view's answer that an export shows, in the order the view declares them. */
export function exportedFields(view: ViewDeclaration): readonly string[] {
  return Object.keys(shapeOf(view)).filter((field) => field !== found && !(totals[view.name] ?? []).includes(field));
}

const shapeOf = (view: ViewDeclaration): Readonly<Record<string, z.core.$ZodType>> =>
  (view.answer as { def?: { shape?: Record<string, z.core.$ZodType> } }).def?.shape ?? {};

/** The columns of a view's export. */
export function viewColumns(view: ViewDeclaration, at: ColumnsAt): readonly ViewColumn[] {
  return exportedFields(view)
    .filter((field) => at.personal || !personalFields.includes(field))
    .map((field) => columnOf(view, field, at));
}

function columnOf(view: ViewDeclaration, field: string, at: ColumnsAt): ViewColumn {
  const named = money[view.name];
  if (named?.fields.includes(field)) return moneyColumn(field, named.of, at);
  const shape = shapeOf(view);
  if (amounts.includes(field) && "currency" in shape && "line_grain" in shape) return moneyColumn(field, "row", at);
  if (GRAMS.test(field)) return { field, kind: "number", cell: (row) => kilograms(row[field]) };
  const isNumber = numbers.includes(field) || (numbersOf[view.name] ?? []).includes(field) || isCount(view, field);
  const kind = isNumber ? "number" : isDay(field) ? "day" : "text";
  return { field, kind, cell: (row) => plain(row[field], at.words) };
}

/** A field declared as a whole number. */
function isCount(view: ViewDeclaration, field: string): boolean {
  const declared = shapeOf(view)[field];
  if (declared === undefined) return false;
  const json = z.toJSONSchema(declared, { unrepresentable: "any" }) as { type?: unknown; anyOf?: { type?: unknown }[] };
  return json.type === "integer" || (json.anyOf?.some((one) => one.type === "integer") ?? false);
}

const kilograms = (grams: unknown): string =>
  typeof grams === "string" && /^-?\d+$/.test(grams) ? decimalText(ratio(BigInt(grams), 1000n)) : plain(grams);

function moneyColumn(field: string, of: "asked" | "row", { asked, currencies }: ColumnsAt): ViewColumn {
  const asksFor = of === "asked" && typeof asked.currency === "string" ? asked.currency : undefined;
  const cell = (row: AnswerRow): string => {
    const currency = asksFor ?? row.currency;
    const line = typeof row.line_grain === "string" ? row.line_grain : lineOf(currencies, currency);
    const grains = row[field];
    return line === undefined || typeof grains !== "string" || !/^-?\d+$/.test(grains)
      ? plain(grains)
      : sum(grains, line);
  };
  return { field, kind: "number", cell, ...(asksFor === undefined ? {} : { currency: asksFor }) };
}

const lineOf = (currencies: BookSettings["currencies"], currency: unknown): string | undefined =>
  currencies.find((one) => one.currency === currency)?.line;

/** So many line grains, with as many decimals as the grain has: 1250 of "0.01" are "12.50". */
function sum(grains: string, line: string): string {
  const places = decimalPlaces(exactly(line)) ?? 0;
  const value = multiply(ratio(BigInt(grains)), exactly(line));
  return fixedText((value.numerator * 10n ** BigInt(places)) / value.denominator, places);
}

/** Any value as a cell: lists of words one after another, what has parts of its own as JSON. */
function plain(value: unknown, words?: ColumnsAt["words"]): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? (words?.yes ?? "true") : (words?.no ?? "false");
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value) && value.every((one) => typeof one !== "object"))
    return value.map((one) => plain(one, words)).join(", ");
  return JSON.stringify(value);
}
