/**
 * What seasons' deductions withheld before the document, and what is left for it. A tax is never withheld twice: what a statement took
 * under a code that the sheet ties to the tax counts, what it took under one that nobody tied to anything stops the document.
 */

import { type Amount, amountText, type CurrencyGrain } from "../../../kernel/money/index.ts";
import { done, type Refusal, type Result, refused } from "../../../kernel/refusal.ts";
import { grainsIn } from "../../agreements/rules/grains.ts";
import type { PurchaseTaxSheet } from "./sheet.ts";
import type { TaxLine } from "./taxes.ts";

/** What a statement withheld for the state: the code of the deduction, and line grains. */
export type Levy = { readonly statement: string; readonly code: string; readonly amount: bigint };

/** A tax with the part that statements had withheld, and by how much the sheet would have differed: half a grain a statement at most. */
export type Withheld = TaxLine & { readonly byStatements: bigint; readonly difference: bigint };

/**
 * Ties what statements withheld to the taxes of the document. Where a statement withheld one, its amount stands, as long as it is the
 * sheet's but for rounding. Codes: `purchase-document.levy-unnamed`, `purchase-document.withheld-differs`.
 */
export function withheldOf(
  sheet: PurchaseTaxSheet,
  lines: readonly TaxLine[],
  levies: readonly Levy[],
  statements: number,
  grain: CurrencyGrain,
): Result<readonly Withheld[]> {
  const stray = unnamed(sheet, levies);
  if (stray !== null) return { ok: false, refusal: stray };
  const found: Withheld[] = [];
  for (const tax of sheet.taxes) {
    const line = lines.find((one) => one.code === tax.code);
    const taken = levies.reduce((sum, one) => (one.code === tax.deduction ? sum + one.amount : sum), 0n);
    if (line === undefined && taken === 0n) continue;
    const difference = (line?.amount ?? 0n) - taken;
    const slack = grainsIn(tax.rounding.grain, grain.line) * BigInt(statements);
    if (taken !== 0n && (line === undefined || (difference < 0n ? -difference : difference) > slack))
      return refused("purchase-document.withheld-differs", {
        tax: tax.code,
        taken: amountText(taken as Amount, grain),
        asked: amountText((line?.amount ?? 0n) as Amount, grain),
        currency: grain.currency,
      });
    if (line === undefined) continue;
    const amount = taken !== 0n ? taken : line.amount;
    found.push({ ...line, amount, byStatements: taken, difference: taken !== 0n ? difference : 0n });
  }
  return done(found);
}

function unnamed(sheet: PurchaseTaxSheet, levies: readonly Levy[]): Refusal | null {
  const named = new Set([...sheet.otherLevies, ...sheet.taxes.flatMap(({ deduction }) => deduction ?? [])]);
  const stray = levies.find((one) => one.amount !== 0n && !named.has(one.code));
  if (stray === undefined) return null;
  return refused("purchase-document.levy-unnamed", { deduction: stray.code, sheet: sheet.code }).refusal;
}
