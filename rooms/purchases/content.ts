/**
 * What the paper "purchase-document" keeps, for ever: values and the rules that gave them, never words and never a person's name. Name,
 * identity number and address stand as their proofs: a print shows the values as they were on the day, for as long as they are kept.
 * Amounts are whole line grains as integer text, weights whole grams. Objects are written in the order of their names.
 */

import type { CurrencyGrain } from "../../kernel/money/index.ts";
import type { Sealed } from "../../kernel/personal.ts";
import type { Composed, Seller, Settled } from "./rules/compose.ts";
import type { Bought, ProductLine } from "./rules/lines.ts";
import type { TaxPeriod } from "./rules/sheet.ts";
import type { Withheld } from "./rules/withheld.ts";

/** The content of one purchase document. */
export type PurchaseDocumentContent = {
  readonly book: string;
  readonly buyer: { readonly address: string | null; readonly name: string; readonly taxNumber: string | null };
  readonly currency: string;
  readonly days: { readonly first: string; readonly issued: string; readonly last: string };
  readonly document: string;
  readonly form: "purchase-document/1";
  readonly grain: { readonly cash: string; readonly line: string };
  readonly lines: readonly {
    readonly amount: string;
    readonly average: string;
    readonly grams: string;
    readonly price: string;
    readonly product: string;
  }[];
  readonly number: string;
  /** What was settled without kilos of its own, and what cutting prices left. */
  readonly other: string;
  readonly receipts: readonly {
    readonly day: string;
    readonly grams: string;
    readonly id: string;
    readonly product: string;
    readonly receipt: string;
    readonly statement: string;
    readonly value: string;
  }[];
  readonly rounding: string;
  readonly seller: {
    readonly address: string | null;
    readonly agent: string;
    readonly identity: string | null;
    readonly isMember: boolean;
    readonly memberNumber: string | null;
    readonly name: string | null;
    readonly organisationName: string | null;
    readonly taxNumber: string | null;
  };
  readonly series: { readonly authorisation: string | null; readonly id: string; readonly until: string | null };
  readonly sheet: { readonly code: string; readonly id: string; readonly version: number };
  readonly statements: readonly {
    readonly coins: string;
    readonly collected: string;
    readonly id: string;
    readonly number: string;
    readonly paidIn: string;
    readonly value: string;
  }[];
  readonly taxes: readonly {
    readonly account: string;
    readonly amount: string;
    readonly base: string;
    readonly before: string;
    readonly byStatements: string;
    readonly code: string;
    readonly difference: string;
    readonly effect: string;
    readonly period: TaxPeriod;
  }[];
  readonly totals: {
    readonly added: string;
    readonly grams: string;
    readonly included: string;
    readonly payable: string;
    readonly total: string;
    readonly unresolved: string;
    readonly value: string;
    readonly withheld: string;
  };
};

/** What stands on a document beside its figures. */
export type Heading = {
  readonly book: string;
  readonly buyer: { readonly address: Sealed | null; readonly name: string; readonly taxNumber: Sealed | null };
  readonly document: string;
  readonly grain: CurrencyGrain;
  readonly issued: string;
  readonly number: string;
  readonly series: PurchaseDocumentContent["series"];
  readonly sheet: PurchaseDocumentContent["sheet"];
};

const proof = (of: Sealed | null): string | null => of?.digest ?? null;

/** The content of a composed document. */
export function purchaseDocumentContent(
  made: Composed,
  seller: Seller,
  statements: readonly Settled[],
  heading: Heading,
): PurchaseDocumentContent {
  const receipts = statements.flatMap((one) => one.bought);
  const days = [...receipts.map((one) => one.day), ...statements.map((one) => one.closedOn)].sort();
  const ofReceipts = receipts.map((one) => one.day).sort();
  const { grain, series, sheet } = heading;
  return {
    book: heading.book,
    buyer: {
      address: proof(heading.buyer.address),
      name: heading.buyer.name,
      taxNumber: proof(heading.buyer.taxNumber),
    },
    currency: grain.currency,
    days: {
      first: ofReceipts[0] ?? days[0] ?? heading.issued,
      issued: heading.issued,
      last: ofReceipts.at(-1) ?? days.at(-1) ?? heading.issued,
    },
    document: heading.document,
    form: "purchase-document/1",
    grain: { cash: grain.cash, line: grain.line },
    lines: made.lines.map(lineContent),
    number: heading.number,
    other: `${made.other}`,
    receipts: receipts.map(receiptContent),
    rounding: `${made.rounding}`,
    seller: sellerContent(seller),
    series: { authorisation: series.authorisation, id: series.id, until: series.until },
    sheet: { code: sheet.code, id: sheet.id, version: sheet.version },
    statements: statements.map((one, at) => statementContent(one, made.collected[at])),
    taxes: made.taxes.map(taxContent),
    totals: {
      added: `${made.added}`,
      grams: `${made.grams}`,
      included: `${made.included}`,
      payable: `${made.payable}`,
      total: `${made.total}`,
      unresolved: `${made.unresolved}`,
      value: `${made.value}`,
      withheld: `${made.withheld}`,
    },
  };
}

const sellerContent = (of: Seller): PurchaseDocumentContent["seller"] => ({
  address: proof(of.address),
  agent: of.agent,
  identity: proof(of.identity),
  isMember: of.isMember,
  memberNumber: of.memberNumber,
  name: proof(of.name),
  organisationName: of.organisationName,
  taxNumber: proof(of.taxNumber),
});

const lineContent = ({ amount, average, grams, price, product }: ProductLine) => ({
  amount: `${amount}`,
  average,
  grams: `${grams}`,
  price,
  product,
});

const receiptContent = (of: Bought) => ({
  day: of.day,
  grams: `${of.grams}`,
  id: of.delivery,
  product: of.product,
  receipt: of.receipt,
  statement: of.statement,
  value: `${of.value}`,
});

const statementContent = (of: Settled, collected: Composed["collected"][number] | undefined) => ({
  coins: `${collected?.coins ?? 0n}`,
  collected: `${collected?.collected ?? 0n}`,
  id: of.statement,
  number: of.number,
  paidIn: of.paidIn,
  value: `${of.value}`,
});

const taxContent = (of: Withheld) => ({
  account: of.account,
  amount: `${of.amount}`,
  base: `${of.base}`,
  before: `${of.before}`,
  byStatements: `${of.byStatements}`,
  code: of.code,
  difference: `${of.difference}`,
  effect: of.effect,
  period: of.period,
});
