/** Why a document cannot be issued. All reasons that are found are told at once, so that one seller is put right in one go. */

import { compare, exactly } from "../../../kernel/exact/index.ts";
import type { CurrencyGrain } from "../../../kernel/money/index.ts";
import { type Amount, amountRatio, amountText } from "../../../kernel/money/index.ts";
import { type Refusal, refused } from "../../../kernel/refusal.ts";
import type { Seller, Settled } from "./compose.ts";
import { holdingOn, type PurchaseTaxSheet, type Requirement } from "./sheet.ts";
import { isFor } from "./taxes.ts";

/**
 * What does not fit in whom and what is to be documented. Codes: `purchase-document.sellers-differ`, `.currency-differs`,
 * `.nothing-bought`, `.not-for-members`, `.not-for-others`, `.has-tax-number`, `.seller-without-name`, `.seller-without-number`, `.seller-without-address`, `.buyer-incomplete`.
 */
export function sellerProblems(
  sheet: PurchaseTaxSheet,
  seller: Seller,
  statements: readonly Settled[],
  buyerHasTaxNumber: boolean,
): readonly Refusal[] {
  const found: Refusal[] = [];
  const say = (one: { readonly refusal: Refusal }) => found.push(one.refusal);
  for (const [at, { agent, currency, number, value }] of statements.entries()) {
    if (agent !== seller.agent)
      say(refused("purchase-document.sellers-differ", { statement: number }, `statements.${at}`));
    if (currency !== sheet.currency)
      say(
        refused(
          "purchase-document.currency-differs",
          { statement: number, currency, sheet: sheet.currency },
          `statements.${at}`,
        ),
      );
    if (value <= 0n) say(refused("purchase-document.nothing-bought", { statement: number }, `statements.${at}`));
  }
  if (!isFor(sheet.sellers, seller.isMember))
    say(seller.isMember ? refused("purchase-document.not-for-members") : refused("purchase-document.not-for-others"));
  if (sheet.withoutTaxNumber && seller.taxNumber !== null) say(refused("purchase-document.has-tax-number"));
  const misses = (what: Requirement) => sheet.required.includes(what) && !has(seller, what);
  if (misses("name")) say(refused("purchase-document.seller-without-name"));
  if (misses("identity-number")) say(refused("purchase-document.seller-without-number"));
  if (misses("address")) say(refused("purchase-document.seller-without-address"));
  if (sheet.required.includes("buyer-tax-number") && !buyerHasTaxNumber)
    say(refused("purchase-document.buyer-incomplete"));
  return found;
}

function has(seller: Seller, what: Requirement): boolean {
  if (what === "name") return seller.name !== null || seller.organisationName !== null;
  if (what === "address") return seller.address !== null;
  return seller.identity !== null || seller.taxNumber !== null;
}

/** The ceiling of a seller's year, with what was documented of it before. Code: `purchase-document.ceiling-reached`. */
export function ceilingProblem(
  sheet: PurchaseTaxSheet,
  bought: bigint,
  value: bigint,
  day: string,
  grain: CurrencyGrain,
): readonly Refusal[] {
  const ceiling = holdingOn(sheet.ceilings, day);
  if (ceiling === null) return [];
  const sum = amountRatio((bought + value) as Amount, grain);
  if (compare(sum, exactly(ceiling.amount)) <= 0) return [];
  return [
    refused("purchase-document.ceiling-reached", {
      before: amountText(bought as Amount, grain),
      value: amountText(value as Amount, grain),
      ceiling: ceiling.amount,
      currency: grain.currency,
      year: day.slice(0, 4),
    }).refusal,
  ];
}
