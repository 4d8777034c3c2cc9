/**
 * Why a hand-over is worth what it is worth, reading by reading: what each took from the weight or changed of the price, and their
 * sum. Told at the scale, before the receipt; computed from the same figures as the statement.
 */
import {
  divide,
  exactly,
  multiply,
  type Ratio,
  ratioFromText,
  ratioText,
  roundTo,
  subtract,
} from "../../../kernel/exact/index.ts";
import { isCounted, type PlanStep, type PricePlan } from "./plan.ts";
import { inCurrency } from "./plan-currencies.ts";
import type { Explanation, KeptInputs } from "./steps/kind.ts";
import { kindOf } from "./steps/kinds.ts";
import type { Valuation } from "./valuation.ts";

/**
 * What a reading did. `weight`: so much of the plan's unit was taken off (below zero) or added. `share`: so much of the weight is of
 * this class. `price`: so much a unit. `in-price`: it is part of the price, and no base is known to compare it with.
 */
export type Effect =
  | { readonly of: "weight" | "share" | "price"; readonly change: string }
  | { readonly of: "in-price"; readonly change: null };

/** One reason: which reading, where it stands beside the base of the plan, what it did, and the plan's own explanation. */
export type Reason = {
  /** The measure read, or the kind of the step where several readings make one figure: "yield-factor". */
  readonly what: string;
  readonly measures: readonly string[];
  readonly reading: string;
  /** The plan's base for the reading; null where it has none. */
  readonly base: string | null;
  readonly effect: Effect;
  readonly explanation: Explanation;
};

/** The reasons in the order of the plan's steps. `base` + the changes of price = `unitPrice`, to the last decimal; null where a
 * plan's price does not come apart so. */
export type SumOfReasons = {
  readonly reasons: readonly Reason[];
  readonly sum: { readonly base: string; readonly unitPrice: string } | null;
};

type Of<Kind extends PlanStep["kind"]> = Extract<PlanStep, { kind: Kind }>;
type Valued = { readonly plan: PricePlan; readonly valuation: Valuation };

/** The reasons of a valued hand-over under its plan. */
export function sumOfReasons(plan: PricePlan, valuation: Valuation): SumOfReasons {
  const valued = { plan, valuation };
  const halves = splitPrice(valued);
  const reasons = plan.steps.flatMap((step) => {
    const found = reasonOf(step, valued, halves);
    return found === null ? [] : [found];
  });
  return { reasons, sum: halves?.sum ?? addedPrice(valued, reasons) };
}

const figureAt = ({ plan, valuation }: Valued, id: string): string =>
  valuation.figures[plan.steps.findIndex((step) => step.id === id)] ?? "";

const read = (text: string): Ratio => ratioFromText(text) ?? exactly("0");
const less = (a: string, b: string): string => ratioText(subtract(read(a), read(b)));

function explained(step: PlanStep, valued: Valued): Explanation {
  const { delivery, prices } = valued.valuation;
  const kept: KeptInputs = {
    unit: valued.plan.unit.code,
    unitGrams: valued.plan.unit.grams,
    day: delivery.day,
    place: valued.valuation.beside?.place ?? null,
    bags: delivery.bags,
    grossGrams: `${delivery.grossGrams}`,
    tareGrams: `${delivery.tareGrams}`,
    measurement: (measure) => delivery.measurements[measure] ?? null,
    prices: (series) => prices.filter((one) => one.series === series),
    labResults: (measure) => (valued.valuation.beside?.labResults ?? []).filter((one) => one.measure === measure),
    terms: valued.valuation.beside?.terms ?? [],
    fixings: (contract) => (valued.valuation.beside?.fixings ?? []).filter((one) => one.contract === contract),
    isCount: (id) => isCounted(valued.plan, id),
    figure: (id) => figureAt(valued, id),
    result: figureAt(valued, step.id),
  };
  return inCurrency(kindOf(step).explain(step, kept), step, valued.plan);
}

/** The reason of one step; null where the step reads nothing that was measured. */
function reasonOf(step: PlanStep, valued: Valued, halves: SplitPrice | null): Reason | null {
  const measures = kindOf(step).measures(step);
  const [measure] = measures;
  if (measure === undefined || figureAt(valued, step.id) === "") return null;
  const said = { measures, explanation: explained(step, valued) };
  const reading = valued.valuation.delivery.measurements[measure] ?? "";
  const result = figureAt(valued, step.id);
  const plain = { ...said, what: measure, reading, base: "base" in step ? step.base : null };
  if (step.kind === "yield-factor")
    return {
      ...said,
      what: "yield-factor",
      reading: result,
      base: halves?.baseFactor ?? null,
      effect: halves?.factorStep === step.id ? { of: "price", change: halves.byFactor } : inPrice,
    };
  if (step.kind === "excelso-and-pasilla-price")
    return { ...plain, effect: halves === null ? inPrice : { of: "price", change: halves.byPasilla } };
  if (step.kind === "differential-by-band") return { ...plain, effect: { of: "price", change: result } };
  if (step.kind === "class-share") return { ...plain, effect: { of: "share", change: result } };
  const [weight] = kindOf(step).reads(step);
  if (kindOf(step).result !== "weight" || weight?.kind !== "weight") return { ...plain, effect: inPrice };
  return { ...plain, effect: { of: "weight", change: less(result, figureAt(valued, weight.id)) } };
}

const inPrice: Effect = { of: "in-price", change: null };

/** A price of two halves against the base it came from. */
type SplitPrice = {
  readonly factorStep: string;
  readonly baseFactor: string;
  readonly byFactor: string;
  readonly byPasilla: string;
  readonly sum: { readonly base: string; readonly unitPrice: string };
};

/**
 * Excelso and pasilla beside what the base of the price holds of each. The change by the factor is shown to the last decimal of the
 * unit price, and the rest is the pasilla's, so that base and changes add up to what is paid.
 */
function splitPrice(valued: Valued): SplitPrice | null {
  const priced = onlyStep(valued.plan, "excelso-and-pasilla-price");
  const excelso = priced === null ? undefined : valued.plan.steps.find((step) => step.id === priced.excelsoPrice);
  if (priced === null || excelso?.kind !== "excelso-price" || !isUnitPrice(valued, priced.id)) return null;
  const [base, unitPrice] = [figureAt(valued, excelso.price), figureAt(valued, priced.id)];
  const bagPrice = multiply(exactly(priced.bag), read(figureAt(valued, excelso.id)));
  const moved = subtract(
    divide(bagPrice, read(figureAt(valued, priced.factor))),
    divide(bagPrice, exactly(excelso.baseFactor)),
  );
  const grain = priced.rounding?.grain ?? "0.01";
  const byFactor = ratioText(roundTo(moved, { mode: "half-up", grain }));
  return {
    factorStep: priced.factor,
    baseFactor: excelso.baseFactor,
    byFactor,
    byPasilla: less(less(unitPrice, base), byFactor),
    sum: { base, unitPrice },
  };
}

/**
 * Reference and differentials, where every differential comes from a reading: the base is the price without them, as the last step
 * of the price rounds it.
 */
function addedPrice(valued: Valued, reasons: readonly Reason[]): SumOfReasons["sum"] {
  const line = onlyStep(valued.plan, "value");
  const changes = reasons.filter((one) => one.effect.of === "price");
  if (line === null || changes.length === 0 || reasons.some((one) => one.effect.of === "in-price")) return null;
  const added = differentialsOf(valued.plan, line.price);
  const byReading = valued.plan.steps.filter((step) => step.kind === "differential-by-band");
  if (byReading.some(({ id }) => !added.includes(id))) return null;
  const unitPrice = figureAt(valued, line.price);
  return { base: changes.reduce((left, one) => less(left, one.effect.change ?? "0"), unitPrice), unitPrice };
}

/** The differentials that were added one after the other to come to a price. */
function differentialsOf(plan: PricePlan, id: string): readonly string[] {
  const step = plan.steps.find((one) => one.id === id);
  return step?.kind === "price-with-differential" ? [...differentialsOf(plan, step.price), step.differential] : [];
}

function onlyStep<Kind extends PlanStep["kind"]>(plan: PricePlan, kind: Kind): Of<Kind> | null {
  const found = plan.steps.filter((step): step is Of<Kind> => step.kind === kind);
  return found.length === 1 ? (found[0] as Of<Kind>) : null;
}

/** Whether the one value line is paid at this price. */
const isUnitPrice = ({ plan }: Valued, id: string): boolean => onlyStep(plan, "value")?.price === id;
