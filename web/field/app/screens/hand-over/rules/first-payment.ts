/** What a hand-over is worth under the terms known here, with the sum of its reasons: the book's own valuation, before anything is said. */
import { ratio } from "../../../../../../kernel/exact/index.ts";
import { type Amount, amountText, type CurrencyGrain } from "../../../../../../kernel/money/index.ts";
import type { Refusal } from "../../../../../../kernel/refusal.ts";
import type { Day } from "../../../../../../kernel/time/index.ts";
import type { Weights } from "../../../../../../rooms/acopio/rules/weights.ts";
import type { Measurement } from "../../../../../../rooms/acopio/said.ts";
import { type SumOfReasons, sumOfReasons } from "../../../../../../rooms/agreements/rules/reasons.ts";
import { constant } from "../../../../../../rooms/agreements/rules/steps/figure.ts";
import { type CompiledPlan, compilePlan } from "../../../../../../rooms/agreements/rules/valuation.ts";
import { compose } from "../../../../../../rooms/settlement/rules/compose.ts";
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
      /** What the season's rules take off, and what is left: the first payment. Advances and credit are not looked at here. */
      readonly deducted: string;
      readonly first: string;
    }
  | {
      readonly known: false;
      readonly because:
        | "no-season"
        | "no-plan"
        | "no-weight"
        | "reading-missing"
        | "price-missing"
        | "office-knows"
        | "not-possible";
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

/** What was weighed and read. */
export type Weighed = {
  readonly delivery: string;
  readonly day: string;
  readonly weights: Weights;
  readonly measurements: readonly Measurement[];
  /** Where it is handed over: a plan may have a list of prices for each place. */
  readonly place: string;
};

/** Values what was weighed and read so far, on its day. */
export function firstPayment(terms: HandOverTerms, said: Weighed): FirstPayment {
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
      beside: { place: said.place },
    },
    prices,
  );
  if (!valued.ok) return unknown(whyNot(valued.refusal.code), valued.refusal);
  const { lines, paid, value } = valued.value;
  const first = leftOf(terms, grain, said, value);
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
    deducted: amountText((value - first) as Amount, grain),
    first: amountText(first as Amount, grain),
  };
}

/** What is left of the value by the same waterfall as the statement's, of somebody who owes nothing; all of it where none can be made. */
function leftOf(terms: HandOverTerms, grain: CurrencyGrain, said: Weighed, value: bigint): bigint {
  const { season, plan, prices, takenThisYear } = terms;
  if (season === null || season.policy.deductions === null) return value;
  const { delivery, day, weights, measurements, place } = said;
  const received = {
    ...{ member: "", product: season.policy.product, season_agreement: season.agreement, place, happened: day },
    ...{ receipt: null, bags: weights.bags, gross_g: weights.gross, tare_g: weights.tare, net_g: weights.net },
    ...{ mode: "bought", measurements },
  };
  const composed = compose({
    season,
    agent: "",
    handOvers: [{ id: delivery, received, samples: [], voided: false, settledBy: null, beside: { place } }],
    planOn: () => plan,
    prices,
    balances: { advances: [], credits: [] },
    ...{ corrections: [], replacements: [] },
    takenThisYear,
    grain,
    on: day as Day,
    paidIn: "transfer",
  });
  return composed.ok ? composed.value.statement.net : value;
}

const whyNot = (code: string) =>
  code === "valuation.measurement-missing"
    ? "reading-missing"
    : code === "valuation.price-missing"
      ? "price-missing"
      : isForTheOffice.has(code)
        ? "office-knows"
        : "not-possible";

/** What a telephone has nothing of: results of a laboratory, sheets of schemes, fixings of contracts. */
const isForTheOffice: ReadonlySet<string> = new Set([
  "valuation.results-unknown",
  "valuation.schemes-unknown",
  "valuation.fixings-unknown",
]);
