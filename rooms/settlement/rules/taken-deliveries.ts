/** The hand-overs a statement names, with their sums, as the bases of deductions need them. */
import type { CurrencyGrain } from "../../../kernel/money/index.ts";
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import type { RuleReference } from "../../agreements/rules/deductions.ts";
import type { Refused } from "../../agreements/rules/sheet-fault.ts";
import { exactText, type Figure, total } from "../../agreements/rules/steps/figure.ts";
import type { Prices, ValuedDelivery } from "../../agreements/rules/steps/kind.ts";
import type { CompiledPlan, Valuation } from "../../agreements/rules/valuation.ts";

/** One hand-over with the plan of its own day. */
export type NamedDelivery = { readonly delivery: ValuedDelivery; readonly plan: CompiledPlan };

/** One hand-over, valued; `unit` is its plan's unit of weight. */
export type TakenDelivery = { readonly valuation: Valuation; readonly unit: string };

/** Sums over hand-overs. Weights are in `unit`; null when the hand-overs are counted in different units. */
export type Totals = {
  readonly value: bigint;
  readonly paid: Figure;
  readonly delivered: Figure;
  readonly containers: bigint;
  readonly deliveries: bigint;
  readonly unit: string | null;
};

/** Values each named hand-over. Each is named once, worth nothing or more, and its plan is in the book's currency and grain. */
export function taken(
  named: readonly NamedDelivery[],
  prices: Prices,
  grain: CurrencyGrain,
): Result<readonly TakenDelivery[]> {
  if (named.length === 0) return refused("settlement.nothing-named");
  const ids = new Set<string>();
  const found: TakenDelivery[] = [];
  for (const { delivery, plan } of named) {
    if (ids.has(delivery.id)) return refused("settlement.delivery-twice", { delivery: delivery.id });
    ids.add(delivery.id);
    const fault = otherBook(plan.plan, plan.lineGrain, grain);
    if (fault) return fault;
    const valuation = plan.value(delivery, prices);
    if (!valuation.ok) return valuation;
    if (valuation.value.value < 0n) return refused("settlement.value-below-zero", { delivery: delivery.id });
    found.push({ valuation: valuation.value, unit: plan.plan.unit.code });
  }
  return done(found);
}

/** A sheet made ready for a book of another currency or grain cannot be used in this one: its refusal, or null. */
export function otherBook(
  sheet: { readonly code: string; readonly currency: string },
  lineGrain: string,
  grain: CurrencyGrain,
): Refused | null {
  const { code: plan, currency } = sheet;
  if (currency !== grain.currency)
    return refused("settlement.other-currency", { plan, currency, book: grain.currency });
  if (lineGrain !== grain.line) return refused("settlement.other-grain", { plan, grain: lineGrain, book: grain.line });
  return null;
}

const nothing: Figure = { numerator: 0n, denominator: 1n };

/** Adds up hand-overs. */
export function totalsOf(deliveries: readonly TakenDelivery[]): Totals {
  let [value, containers, paid, delivered] = [0n, 0n, nothing, nothing];
  for (const { valuation } of deliveries) {
    value += valuation.value;
    containers += BigInt(valuation.delivery.bags);
    paid = total(paid, valuation.paid);
    delivered = total(delivered, valuation.delivered);
  }
  const [first] = deliveries;
  const unit = first && deliveries.every((one) => one.unit === first.unit) ? first.unit : null;
  return { value, paid, delivered, containers, deliveries: BigInt(deliveries.length), unit };
}

/** What one value line comes to over hand-overs, in grains; a line that no plan has comes to nothing. */
export const lineValue = (deliveries: readonly TakenDelivery[], line: string): bigint =>
  deliveries.reduce(
    (sum, { valuation }) => valuation.lines.reduce((own, one) => (one.line === line ? own + one.amount : own), sum),
    0n,
  );

/** Whether a rule was in force on the day of a hand-over: each one is settled under the rules of its own day. */
export const coveredBy = (rule: RuleReference, day: string): boolean =>
  rule.from <= day && (rule.until === undefined || day <= rule.until);

/** A weight as lossless text. */
export const weightText = (weight: Figure): string => exactText(weight);
