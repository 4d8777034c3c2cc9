/** What every reader of a kind has at hand, and the readings that several kinds share: who, product, weight, money. */
import { decimal, multiply, type Ratio, roundTo } from "../../kernel/exact/index.ts";
import { amountFromText, type CurrencyGrain } from "../../kernel/money/index.ts";
import { factorOf, type Unit, unitInForce } from "../../kernel/quantity/index.ts";
import type { Day } from "../../kernel/time/index.ts";
import type { StartBook } from "./book.ts";
import type { Choices } from "./choices.ts";
import { codeOf, fold } from "./fold.ts";
import { askedRow, refusedRow } from "./outcome.ts";
import { listed, type Registered } from "./register.ts";
import { type RowAt, RowFault } from "./row-at.ts";
import { unitCode } from "./unit-words.ts";

/** What a reader works with. `seen` counts the identities that earlier rows of the file had. */
export type Reading = {
  readonly book: StartBook;
  readonly choices: Choices;
  readonly seen: Map<string, number>;
  /** 16 random bytes as 32 hex digits, for a personal value. */
  readonly salt: () => string;
};

/** The member a row names by number, document or name. Nobody: the row must be mended; several: a person must choose. */
export function memberIn(row: RowAt, { book }: Reading): Registered {
  const named = {
    number: row.words("number"),
    name: row.words("name"),
    document: row.words("document"),
    community: row.words("community"),
  };
  const field = named.number !== "" ? "number" : named.document !== "" ? "document" : "name";
  const found = book.register.find(named);
  if (found.found !== null) return found.found;
  if (found.candidates.length === 0)
    throw row.fault(named[field] === "" ? "import.nobody-in-row" : "import.member-unknown", field);
  throw new RowFault(
    askedRow("import.member-ambiguous", row.heading(field), named[field], { candidates: listed(found.candidates) }),
  );
}

/** The code of the product a row names, else the one chosen for the file, else the only one of the book. */
export function productIn(row: RowAt, { book, choices }: Reading): string {
  const word = row.words("product");
  const said = word === "" ? choices.product : word;
  if (said === undefined) {
    const [only, ...others] = book.products;
    if (only === undefined || others.length > 0) throw row.fault("import.cell-empty", "product");
    return only;
  }
  // A person who names a code for a whole file means it, also where no season or price of it is in the book yet.
  const code = productCode(said, book) ?? (word === "" && codeOf(said) === said ? said : undefined);
  if (code !== undefined) return code;
  const products = book.products.join(", ");
  throw new RowFault(refusedRow("import.product-unknown", row.heading("product"), said, { products }));
}

/** A product by its code or by a name it has in any language; undefined for a word that names none. */
export function productCode(word: string, { products, productWords }: StartBook): string | undefined {
  const code = codeOf(word);
  return products.find((one) => one === word || one === code) ?? productWords.get(fold(word));
}

/** The unit of a column of weights: the row's own, the heading's, the one chosen, else kilograms. */
function unitOf(row: RowAt, field: string, { choices }: Reading): string {
  const own = row.words("unit");
  if (own !== "") return unitCode(own) ?? codeOf(own);
  for (const word of fold(row.heading(field)).split(" ").reverse()) {
    const code = unitCode(word);
    if (code !== null) return code;
  }
  return choices.unit === undefined ? "kg" : (unitCode(choices.unit) ?? codeOf(choices.unit));
}

/** A weight of a row in whole grams; null when the cell is empty. `rounded` when it was no whole number of grams. */
export function gramsIn(
  row: RowAt,
  field: string,
  of: { readonly product: string; readonly day: string },
  at: Reading,
): { readonly grams: bigint; readonly rounded: boolean } | null {
  const figure = row.ratio(field);
  if (figure === null) return null;
  const code = unitOf(row, field, at);
  const unit = unitInForce(at.book.units, code, of.product, of.day as Day);
  if (unit === null || unit.kind !== "mass") throw row.fault("import.unit-undefined", field, { unit: code });
  return wholeGrains(figure, unit);
}

/** A figure of a unit in whole grains of its kind, rounded half up where it has a fraction. */
export function wholeGrains(figure: Ratio, unit: Unit): { readonly grams: bigint; readonly rounded: boolean } {
  const exact = multiply(figure, factorOf(unit));
  if (exact.denominator === 1n) return { grams: exact.numerator, rounded: false };
  return { grams: roundTo(exact, { mode: "half-up", grain: "1" }).numerator, rounded: true };
}

/** The currency of a row, else the one chosen, else the book's first. */
export function currencyIn(row: RowAt, { book, choices }: Reading): CurrencyGrain {
  const word = (row.words("currency") || choices.currency || book.currencies[0]?.currency || "").toUpperCase();
  const code = currencySigns[word] ?? word;
  const found = book.currencies.find((one) => one.currency === code);
  if (found === undefined) throw row.fault("import.currency-unknown", "currency", { currency: code });
  return found as CurrencyGrain;
}

const currencySigns: Readonly<Record<string, string>> = { "S/": "PEN", R$: "BRL", BS: "BOB", US$: "USD" };

/** An amount of money as decimal text that the book can note; null when the cell is empty or zero. */
export function moneyIn(row: RowAt, field: string, grain: CurrencyGrain): string | null {
  const text = row.figure(field);
  if (text === null || decimal(text)?.numerator === 0n) return null;
  if (amountFromText(text, grain) === null)
    throw row.fault("import.money-fraction", field, { currency: grain.currency });
  return text;
}

/** How often an identity was seen in the file before this row. */
export function seenBefore(identity: string, { seen }: Reading): number {
  const before = seen.get(identity) ?? 0;
  seen.set(identity, before + 1);
  return before;
}
