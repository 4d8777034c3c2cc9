/** The double entry of a document: what it withholds is owed to the state and no longer to the seller. A void posts it back. */
import { moneyOf } from "../../../kernel/ledger/commodity.ts";
import { type Entry, type EntryKey, posting, reversal } from "../../../kernel/ledger/entry.ts";

/** What an entry is made from: rows as the book keeps them, so that a void finds the same. */
export type Documented = {
  readonly document: string;
  readonly agent: string;
  readonly currency: string;
  readonly line_grain: string;
  readonly unresolved: bigint;
  readonly issued_on: string;
};
export type DocumentedStatement = {
  readonly agreement: string;
  readonly collected: bigint;
  readonly coins: bigint;
};
export type DocumentedTax = {
  readonly effect: string;
  readonly account: string;
  readonly amount: bigint;
  readonly by_statements: bigint;
};

/**
 * The entry; none where the document moves nothing. Withheld: out of what is owed into the tax account. Added: a cost or a credit, owed
 * to the seller. Included: taken out of the cost where its account is another. It sums to zero because what is collected and unresolved
 * is what is withheld here less what is added.
 */
export function documentEntry(
  of: Documented,
  statements: readonly DocumentedStatement[],
  taxes: readonly DocumentedTax[],
): readonly Entry[] {
  const money = moneyOf(of.currency, of.line_grain);
  const { agent } = of;
  const postings = [
    ...statements.map((one) =>
      posting("owed-to-producers", money, one.collected + one.coins, { agent, agreement: one.agreement }),
    ),
    posting("rounding", money, -statements.reduce((sum, one) => sum + one.coins, 0n), { agent }),
    posting("unresolved", money, of.unresolved, { agent }),
    ...taxes.flatMap(({ effect, account, amount, by_statements }) => {
      if (effect === "withheld") return [posting(account, money, by_statements - amount, { agent })];
      if (effect === "added") return [posting(account, money, amount, { agent })];
      return account === "purchases"
        ? []
        : [posting(account, money, amount, { agent }), posting("purchases", money, -amount, { agent })];
    }),
  ].filter((one) => one.amount !== 0n);
  if (postings.length === 0) return [];
  return [
    { because: "purchase-document.issued", about: of.document, happened: of.issued_on, reverses: null, postings },
  ];
}

/** The entry that takes a document's back, on the day of the void. */
export const voidEntry = (entry: readonly Entry[], at: EntryKey, on: string): readonly Entry[] =>
  entry.map((one) => ({ ...reversal(one, at, "purchase-document.voided"), happened: on }));
