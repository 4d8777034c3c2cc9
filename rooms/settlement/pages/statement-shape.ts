/** How a statement's kept content is laid out on its page. Figures come from the content; here they are only found and grouped. */
import { allocate } from "../../../kernel/allocate.ts";
import { decimalPlaces, exactly } from "../../../kernel/exact/index.ts";
import { type Amount, amountText } from "../../../kernel/money/index.ts";
import { kilogramsOf } from "../../../kernel/quantity/index.ts";
import type { SplitPart } from "../../../web/components/split-bar.tsx";
import { isCounted, type PlanStep, type PricePlan } from "../../agreements/rules/plan.ts";
import { currenciesOf, inCurrency } from "../../agreements/rules/plan-currencies.ts";
import type { FigureKind } from "../../agreements/rules/steps/figure.ts";
import type { Explanation, KeptInputs } from "../../agreements/rules/steps/kind.ts";
import { kindOf } from "../../agreements/rules/steps/kinds.ts";
import type { StatementContent, StatementDelivery, StatementMeasurement } from "../content.ts";

/** Money of the content, whole grains as text, as decimal text: "245543" at a grain of 0.01 is "2455.43". */
export const moneyOf = (content: Pick<StatementContent, "currency" | "grain">, grains: string | bigint): string =>
  amountText(BigInt(grains) as Amount, { currency: content.currency, ...content.grain });

/** What was weighed full, and what came in, in the unit of the plan; in kilograms where the plan does not weigh. */
export function weightsOf(delivery: StatementDelivery, plan: PricePlan) {
  const figureOf = (found: (step: PlanStep) => boolean) => delivery.figures[plan.steps.findIndex(found)];
  const gross = figureOf((step) => step.kind === "weighed" && step.what === "gross");
  const delivered = figureOf((step) => step.id === plan.delivered);
  return {
    gross:
      gross === undefined ? { exact: kilogramsOf(delivery.gross), unit: "kg" } : { exact: gross, unit: plan.unit.code },
    delivered:
      delivered === undefined
        ? { exact: kilogramsOf(delivery.net), unit: "kg" }
        : { exact: delivered, unit: plan.unit.code },
  };
}

/** What is taken, written with its minus. */
export const taken = (exact: string): string => (/[1-9]/.test(exact) ? `-${exact}` : exact);

/** How many decimals the rounding of a step gives its figure; zero where the plan names none. */
export const placesOf = (step: PlanStep): number =>
  "rounding" in step && step.rounding ? (decimalPlaces(exactly(step.rounding.grain)) ?? 0) : 0;

/** One step of the plan with its kept figure and what explains it. */
export type ShownStep = {
  readonly step: PlanStep;
  readonly counts: FigureKind;
  readonly exact: string;
  readonly places: number;
  /** Of a price: its own, which need not be the plan's. */
  readonly currency: string;
  readonly explanation: Explanation;
  readonly measurements: readonly StatementMeasurement[];
};

/** The steps of a delivery in the plan's order, each with the figure the paper keeps for it. */
export function shownSteps(delivery: StatementDelivery, plan: PricePlan): readonly ShownStep[] {
  const positions = new Map(plan.steps.map((step, index) => [step.id, index]));
  const readings = new Map(delivery.measurements.map((reading) => [reading.measure, reading]));
  const kept: Omit<KeptInputs, "result"> = {
    unit: plan.unit.code,
    unitGrams: plan.unit.grams,
    day: delivery.day,
    place: delivery.beside?.place ?? null,
    bags: delivery.bags,
    grossGrams: delivery.gross,
    tareGrams: delivery.tare,
    measurement: (measure) => readings.get(measure)?.value ?? null,
    prices: (series) => delivery.prices.filter((point) => point.series === series),
    labResults: (measure) => (delivery.beside?.labResults ?? []).filter((one) => one.measure === measure),
    terms: delivery.beside?.terms ?? [],
    fixings: (contract) => (delivery.beside?.fixings ?? []).filter((one) => one.contract === contract),
    isCount: (id) => isCounted(plan, id),
    figure: (id) => delivery.figures[positions.get(id) ?? -1] ?? null,
  };
  return plan.steps.flatMap((step, index) => {
    const exact = delivery.figures[index] ?? "";
    if (exact === "") return []; // It does not count for this hand-over.
    const kind = kindOf(step);
    return {
      step,
      counts: kind.result,
      exact,
      // A price is written with two decimals at least, as price lists are.
      places: Math.max(placesOf(step), kind.result === "price" ? 2 : 0),
      currency: currenciesOf(plan).get(step.id) ?? plan.currency,
      explanation: inCurrency(kind.explain(step, { ...kept, result: exact }), step, plan),
      measurements: kind.measures(step).flatMap((measure) => readings.get(measure) ?? []),
    };
  });
}

/** What the lines of one delivery come to: the sum of its rounded lines, in grains. */
export const worthOf = (delivery: StatementDelivery): bigint =>
  delivery.lines.reduce((sum, line) => sum + BigInt(line.amount), 0n);

const alreadyHad = new Set(["advances", "credit-principal"]);
const stillYours = new Set(["share-capital", "savings"]);

/** Whose the value is: to hand, already had, still the producer's, gone. The four add up to the value. */
export function splitOf(content: StatementContent): readonly SplitPart[] {
  const sums = { had: 0n, yours: 0n, gone: 0n };
  for (const { to, amount } of content.deductions)
    sums[alreadyHad.has(to) ? "had" : stillYours.has(to) ? "yours" : "gone"] += BigInt(amount);
  const amounts = [BigInt(content.subtotals.net), sums.had, sums.yours, sums.gone];
  if (amounts.every((amount) => amount === 0n)) return [];
  const percents = allocate(100n, amounts);
  return ["split.to-hand", "split.already-had", "split.still-yours", "split.gone"].map((of, index) => ({
    of,
    amount: moneyOf(content, amounts[index] ?? 0n),
    percent: String(percents[index] ?? 0n),
  }));
}
