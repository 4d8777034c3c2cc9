/** Composes one document from what the book knows: the same for the preview of many and for issuing one. */

import type { CurrencyGrain } from "../../../kernel/money/index.ts";
import type { Sealed } from "../../../kernel/personal.ts";
import { done, type Result } from "../../../kernel/refusal.ts";
import { type Collected, collect, type Owing } from "./collect.ts";
import { type Bought, type Lines, linesOf } from "./lines.ts";
import type { PurchaseTaxSheet } from "./sheet.ts";
import { taxesOf } from "./taxes.ts";
import { type Levy, type Withheld, withheldOf } from "./withheld.ts";

/** Who sells, as the register knows them on the day. Sealed values stand as their proofs. */
export type Seller = {
  readonly agent: string;
  readonly memberNumber: string | null;
  readonly isMember: boolean;
  readonly name: Sealed | null;
  readonly organisationName: string | null;
  readonly identity: Sealed | null;
  readonly address: Sealed | null;
  readonly taxNumber: Sealed | null;
};

/** A closed statement that is to be documented. */
export type Settled = Owing & {
  readonly number: string;
  readonly agent: string;
  /** The season's agreement, under which what is owed was posted. */
  readonly agreement: string;
  readonly currency: string;
  readonly closedOn: string;
  readonly value: bigint;
  readonly bought: readonly Bought[];
  readonly levies: readonly Levy[];
};

/** A document as computed. `total` is value + added; `payable` is that less all that is withheld. */
export type Composed = Lines & {
  readonly value: bigint;
  readonly grams: bigint;
  readonly taxes: readonly Withheld[];
  readonly included: bigint;
  readonly added: bigint;
  readonly withheld: bigint;
  readonly total: bigint;
  readonly payable: bigint;
  readonly collected: readonly Collected[];
  readonly unresolved: bigint;
};

/** What a document is composed from. `before` is each tax's base of the seller's year, `day` the document's. */
export type Composing = {
  readonly sheet: PurchaseTaxSheet;
  readonly seller: Seller;
  readonly statements: readonly Settled[];
  readonly before: Readonly<Record<string, bigint>>;
  readonly day: string;
  readonly grain: CurrencyGrain;
};

const sumOf = <T>(of: readonly T[], amount: (one: T) => bigint): bigint =>
  of.reduce((sum, one) => sum + amount(one), 0n);

/** The document; refused where the sheet has no rate for the day, or statements withheld something else than it asks for. */
export function compose({ sheet, seller, statements, before, day, grain }: Composing): Result<Composed> {
  const value = sumOf(statements, (one) => one.value);
  const bought = statements.flatMap((one) => one.bought);
  const taxes = taxesOf(sheet, { value, isMember: seller.isMember, day, before }, grain);
  if (!taxes.ok) return taxes;
  const levies = statements.flatMap((one) => one.levies);
  const found = withheldOf(sheet, taxes.value, levies, statements.length, grain);
  if (!found.ok) return found;
  const by = (effect: Withheld["effect"]) =>
    sumOf(
      found.value.filter((one) => one.effect === effect),
      (one) => one.amount,
    );
  const [included, added, withheld] = [by("included"), by("added"), by("withheld")];
  const takenBefore = sumOf(found.value, (one) => one.byStatements);
  const { collected, unresolved } = collect(statements, withheld - takenBefore - added, grain);
  return done({
    ...linesOf(bought, value, grain, sheet.priceGrain),
    value,
    grams: sumOf(bought, (one) => one.grams),
    taxes: found.value,
    included,
    added,
    withheld,
    total: value + added,
    payable: value + added - withheld,
    collected,
    unresolved,
  });
}
