/** What a hand-over is worth under the terms known here, with the sum of its reasons: the book's own valuation, before anything is said. */
import { ratio } from "../../../../../../kernel/exact/index.ts";
import { type Amount, amountText } from "../../../../../../kernel/money/index.ts";
import type { Refusal } from "../../../../../../kernel/refusal.ts";
import type { Weights } from "../../../../../../rooms/acopio/rules/weights.ts";
import type { Measurement } from "../../../../../../rooms/acopio/said.ts";
import { type SumOfReasons, sumOfReasons } from "../../../../../../rooms/agreements/rules/reasons.ts";
import { constant } from "../../../../../../rooms/agreements/rules/steps/figure.ts";
import { type CompiledPlan, compilePlan } from "../../../../../../rooms/agreements/rules/valuation.ts";
import type { HandOverTerms } from "./terms.ts";

/** One value line, amounts as decimal text of the currency. */
export type PaidLine = {
  readonly line: string;
  readonly quantity: string;
  readonly price: string;
  readonly amount: string;
};

/** The first payment, or why nothing can be said of it yet. Nothing is invented where no price is known. */
export type FirstPayment =
  | {
      readonly known: true;
      readonly plan: { readonly plan: string; readonly version: number; readonly code: string };
      readonly currency: string;
      /** The plan's unit of weight, and what is paid for in it. */
      readonly unit: string;
      readonly paid: string;
      /** The same in grams, where it is a whole number of them. */
      readonly paid_g: string | null;
      /** Where one line pays for all. */
      readonly unitPrice: string | null;
      readonly lines: readonly PaidLine[];
      readonly value: string;
      readonly why: SumOfReasons;
      /** The season deducts something from it later: what, is said by the statement. */
      readonly deductsLater: boolean;
    }
  | {
      readonly known: false;
      readonly because: "no-season" | "no-plan" | "no-weight" | "reading-missing" | "price-missing" | "not-possible";
      readonly refusal: Refusal | null;
    };

const plans = new WeakMap<object, CompiledPlan>();

function ready(body: NonNullable<HandOverTerms["plan"]>["body"], lineGrain: string): CompiledPlan {
  const known = plans.get(body);
  if (known?.lineGrain === lineGrain) return known;
  const made = compilePlan(body, lineGrain);
  plans.set(body, made);
  return made;
}

const unknown = (
  because: Extract<FirstPayment, { known: false }>["because"],
  refusal: Refusal | null = null,
): FirstPayment => ({
  known: false,
  because,
  refusal,
});

/** Values what was weighed and read so far, on its day. */
export function firstPayment(
  terms: HandOverTerms,
  said: {
    readonly delivery: string;
    readonly day: string;
    readonly weights: Weights;
    readonly measurements: readonly Measurement[];
  },
): FirstPayment {
  const { season, plan, grain, prices } = terms;
  if (season === null) return unknown("no-season");
  if (plan === null || grain === null) return unknown("no-plan");
  if (said.weights.net <= 0n) return unknown("no-weight");
  const valued = ready(plan.body, grain.line).value(
    {
      id: said.delivery,
      day: said.day,
      bags: said.weights.bags,
      grossGrams: said.weights.gross,
      tareGrams: said.weights.tare,
      measurements: Object.fromEntries(said.measurements.map(({ measure, value }) => [measure, value])),
    },
    prices,
  );
  if (!valued.ok) return unknown(whyNot(valued.refusal.code), valued.refusal);
  const { lines, paid, value } = valued.value;
  const perUnit = constant(plan.body.unit.grams);
  const grams = ratio(paid.numerator * perUnit.numerator, paid.denominator * perUnit.denominator);
  const [line] = lines;
  return {
    known: true,
    plan: { plan: plan.plan, version: plan.version, code: plan.code },
    currency: plan.body.currency,
    unit: plan.body.unit.code,
    paid: line !== undefined && lines.length === 1 ? line.quantity : "",
    paid_g: grams.denominator === 1n ? `${grams.numerator}` : null,
    unitPrice: line !== undefined && lines.length === 1 ? line.price : null,
    lines: lines.map((one) => ({ ...one, amount: amountText(one.amount, grain) })),
    value: amountText(value as Amount, grain),
    why: sumOfReasons(plan.body, valued.value),
    deductsLater: (season.policy.deductions?.deductions.length ?? 0) > 0,
  };
}

const whyNot = (code: string) =>
  code === "valuation.measurement-missing"
    ? "reading-missing"
    : code === "valuation.price-missing"
      ? "price-missing"
      : "not-possible";
