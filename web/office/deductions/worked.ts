/** A list of deductions tried on one value, by the same engine that settles: what each takes, where it goes, and what is left. */
import { decimal } from "../../../kernel/exact/index.ts";
import { amountFromText, type CurrencyGrain } from "../../../kernel/money/index.ts";
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import { addMonths, type Day } from "../../../kernel/time/index.ts";
import type { DeductionPlan } from "../../../rooms/agreements/rules/deductions.ts";
import type { PricePlan } from "../../../rooms/agreements/rules/plan.ts";
import { compilePlan } from "../../../rooms/agreements/rules/valuation.ts";
import { type StatementContent, statementContent } from "../../../rooms/settlement/content.ts";
import type { Balances } from "../../../rooms/settlement/rules/balances.ts";
import { readyDeductions } from "../../../rooms/settlement/rules/ready-deductions.ts";
import { settle } from "../../../rooms/settlement/rules/statement.ts";
import { gramsOf } from "../plan-worked.ts";
import type { TypedDeductions } from "./ready.ts";

/** What is tried, as decimal text: money in the list's currency, the weight in its unit, the credit's rate in percent a month. */
export type TriedValue = Readonly<
  Record<"value" | "weight" | "bags" | "advance" | "credit" | "rate" | "months", string>
>;

/** The example as it first stands. */
export const usualTry: TriedValue = {
  ...{ value: "1000000", weight: "100", bags: "2", advance: "200000", credit: "100000", rate: "1.5", months: "1" },
};

/** Longest figure of an example: beyond it nothing real is tried. */
const longest = 15;
const id = "00000000-0000-4000-8000-000000000000";

/**
 * What can already be tried of a list that is not whole: lines whose figure is still to be filled in are left out, and what is only
 * printed (who decided a line) stands as an ellipsis. It is never said to the book.
 */
export function triable(body: TypedDeductions): TypedDeductions {
  const deductions = body.deductions
    .filter(({ basis }) => Object.values(basis as Record<string, unknown>).every((value) => value !== ""))
    .map((line) => ({ ...line, rule: filled(line.rule as Record<string, string>) }));
  const codes = deductions.map((one) => (one as { readonly code?: unknown }).code);
  const caps = body.caps
    .map((cap) => ({ ...cap, limits: (cap.limits as readonly unknown[]).filter((code) => codes.includes(code)) }))
    .filter((cap) => cap.limits.length > 0);
  return { ...body, deductions, caps };
}

const filled = (rule: Record<string, string>): Record<string, string> => ({
  ...rule,
  id: rule.id || "…",
  decidedBy: rule.decidedBy || "…",
});

/** The price per unit at which a weight comes to a value, as decimal text of twelve places; null of nothing. */
function priceOf(value: string, grams: bigint): string | null {
  const exact = decimal(value);
  if (exact === null || exact.numerator < 0n || grams <= 0n) return null;
  const scaled = (exact.numerator * 1000n * 10n ** 12n) / (exact.denominator * grams);
  const digits = scaled.toString().padStart(13, "0");
  return `${digits.slice(0, -12)}.${digits.slice(-12)}`;
}

/** A plan that pays the whole weight at one price. */
const planOf = (price: string, unit: string, grain: CurrencyGrain): PricePlan => ({
  code: "example",
  product: "example",
  currency: grain.currency,
  unit: { code: unit, grams: "1000" },
  delivered: "net",
  steps: [
    { id: "gross", kind: "weighed", what: "gross" },
    { id: "tare", kind: "weighed", what: "tare" },
    { id: "net", kind: "net-weight", gross: "gross", tare: "tare" },
    { id: "price", kind: "fixed-price", price },
    {
      ...{ id: "value", kind: "value", line: "example", name: { es: "Valor" }, quantity: "net", price: "price" },
      rounding: { mode: "half-up", grain: grain.line },
    },
  ],
});

/** The day of the example: today, or the first day on which every rule holds. */
const dayOf = (plan: DeductionPlan, today: Day): Day =>
  plan.deductions.reduce((latest, { rule }) => (rule.from > latest ? (rule.from as Day) : latest), today);

/** What is owed: one advance and one credit, overdue only where the list collects nothing but overdue ones. */
function owedIn(plan: DeductionPlan, tried: TriedValue, grain: CurrencyGrain, on: Day): Balances | null {
  const [advance, credit] = [amountFromText(tried.advance, grain), amountFromText(tried.credit, grain)];
  const rate = decimal(tried.rate);
  if (advance === null || credit === null || rate === null || advance < 0n || credit < 0n || rate.numerator < 0n)
    return null;
  if (!/^\d{1,3}$/.test(tried.months)) return null;
  const since = addMonths(on, -Number.parseInt(tried.months, 10));
  const current = plan.deductions.some((one) => one.class === 6 && one.basis.kind.startsWith("credit-"));
  const overdue = !current && plan.deductions.some((one) => one.class === 5 && one.basis.kind.startsWith("credit-"));
  return {
    advances: [{ id, owed: advance, since }],
    credits: [
      {
        ...{ id, standing: overdue ? "overdue" : "current", principal: credit, interestOwed: 0n },
        ...{ ratePerMonth: tried.rate, method: "simple-monthly", since, monthsSettled: 0, instalmentDue: null },
      },
    ],
  };
}

/**
 * The example as a statement would keep it, paid by transfer. Refused with what the engine refuses, or
 * `deductions.example-unreadable` when a figure of the example is none.
 */
export function deductionsWorked(
  plan: DeductionPlan,
  grain: CurrencyGrain,
  unit: string,
  tried: TriedValue,
  today: Day,
): Result<StatementContent> {
  const on = dayOf(plan, today);
  if (Object.values(tried).some((text) => text.length > longest))
    return refused("deductions.example-unreadable", { value: tried.value, weight: tried.weight });
  const grams = gramsOf(tried.weight);
  const price = grams === null ? null : priceOf(tried.value, grams);
  const balances = owedIn(plan, tried, grain, on);
  if (grams === null || price === null || balances === null || !/^\d{1,5}$/.test(tried.bags))
    return refused("deductions.example-unreadable", { value: tried.value, weight: tried.weight });
  const settled = settle({
    deliveries: [
      {
        delivery: {
          ...{ id, day: on, bags: Number.parseInt(tried.bags, 10), grossGrams: grams, tareGrams: 0n },
          measurements: {},
        },
        plan: compilePlan(planOf(price, unit, grain), grain.line),
      },
    ],
    prices: () => null,
    deductions: readyDeductions(plan, grain.line),
    balances,
    grain,
    on,
    paidIn: "transfer",
  });
  if (!settled.ok) return settled;
  const version = { id, version: 1, code: plan.code };
  return done(
    statementContent(settled.value, {
      number: "",
      book: id,
      organisation: "",
      agent: { id, memberNumber: null },
      days: { happened: on, booked: on, issued: on },
      grain,
      deliveries: [{ receipt: "", product: "example", measurements: [], plan: version }],
      deductionPlan: version,
      payment: { mode: "transfer", place: null, day: null },
      shares: null,
    }),
  );
}
