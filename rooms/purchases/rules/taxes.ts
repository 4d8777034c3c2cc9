/**
 * Taxes of one document by the sheet of its day, each with what it was computed from. Exact until its one named rounding. A tax by
 * the seller's year is the rounded tax of the year with this document less that of the year before it: however purchases are cut into
 * documents, the year comes to the same.
 */
import {
  add,
  exactly,
  minimum,
  multiply,
  type Ratio,
  ratio,
  subtract,
  wholeGrains,
  zero,
} from "../../../kernel/exact/index.ts";
import { type Amount, amountRatio, type CurrencyGrain } from "../../../kernel/money/index.ts";
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import { grainsIn } from "../../agreements/rules/grains.ts";
import {
  type Band,
  holdingOn,
  type PurchaseTax,
  type PurchaseTaxSheet,
  type SellersOf,
  type TaxPeriod,
} from "./sheet.ts";

/** One tax as computed, in whole line grains. `before` is the seller's base of the year before this document; zero where it does not count. */
export type TaxLine = {
  readonly code: string;
  readonly effect: PurchaseTax["effect"];
  readonly account: string;
  readonly base: bigint;
  readonly before: bigint;
  readonly amount: bigint;
  /** What holds of it: bands, or suspended. */
  readonly period: TaxPeriod;
};

/** What taxes are computed on: the settled value, whether the seller is a member, and each tax's base of the year so far. */
export type Taxed = {
  readonly value: bigint;
  readonly isMember: boolean;
  readonly day: string;
  readonly before: Readonly<Record<string, bigint>>;
};

/** Whether something for these sellers is for this one. */
export const isFor = (sellers: SellersOf, isMember: boolean): boolean =>
  sellers === "everyone" || (sellers === "members") === isMember;

/** The taxes of a document, in the sheet's order; refused where the sheet says nothing of a tax on the day. */
export function taxesOf(sheet: PurchaseTaxSheet, taxed: Taxed, grain: CurrencyGrain): Result<readonly TaxLine[]> {
  const lines: TaxLine[] = [];
  for (const [at, tax] of sheet.taxes.entries()) {
    if (!isFor(tax.sellers, taxed.isMember)) continue;
    const period = holdingOn(tax.periods, taxed.day);
    if (period === null)
      return refused("purchase-document.no-rate-on-day", { tax: tax.code, day: taxed.day }, `taxes.${at}`);
    const base = baseOf(tax, taxed.value, lines);
    const before = period.how === "by-year" ? (taxed.before[tax.code] ?? 0n) : 0n;
    const { code, effect, account } = tax;
    lines.push({ code, effect, account, base, before, amount: dueOf(tax, period, { base, before }, grain), period });
  }
  return done(lines);
}

/** A tax on one that is not this seller's is on nothing. */
function baseOf({ base }: PurchaseTax, value: bigint, earlier: readonly TaxLine[]): bigint {
  if (base.of === "value") return value;
  if (base.of === "tax") return earlier.find((one) => one.code === base.tax)?.amount ?? 0n;
  return earlier.reduce((left, one) => (one.effect === "included" ? left - one.amount : left), value);
}

type Based = { readonly base: bigint; readonly before: bigint };

function dueOf(tax: PurchaseTax, period: TaxPeriod, { base, before }: Based, grain: CurrencyGrain): bigint {
  if (period.how === "suspended") return 0n;
  const line = grainsIn(tax.rounding.grain, grain.line);
  const rounded = (exact: Ratio): bigint => wholeGrains(exact, tax.rounding) * line;
  const money = (grains: bigint): Ratio => amountRatio(grains as Amount, grain);
  if (tax.effect === "included") return rounded(within(money(base), period.bands[0] as Band));
  if (period.minimum !== undefined && base < grainsIn(period.minimum, grain.line)) return 0n;
  const all = rounded(inBands(money(before + base), period.bands));
  return all - rounded(inBands(money(before), period.bands));
}

/** The part of an amount that a tax within it is: amount × rate ÷ (100 + rate). */
function within(amount: Ratio, { rate }: Band): Ratio {
  const percent = exactly(rate);
  const whole = add(exactly("100"), percent);
  return ratio(
    amount.numerator * percent.numerator * whole.denominator,
    amount.denominator * percent.denominator * whole.numerator,
  );
}

/** Each band's rate on the part of the base that lies in it. */
function inBands(base: Ratio, bands: readonly Band[]): Ratio {
  let [due, from] = [zero, zero];
  for (const { upTo, rate } of bands) {
    const to = upTo === undefined ? base : minimum(base, exactly(upTo));
    if (to.numerator * from.denominator <= from.numerator * to.denominator) break;
    due = add(due, multiply(multiply(subtract(to, from), exactly(rate)), ratio(1n, 100n)));
    from = to;
  }
  return due;
}
