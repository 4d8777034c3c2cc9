/** Valuation: from one hand-over, by its plan, to figures and value lines. Pure: phone, server and auditor get the same. */
import type { Amount } from "../../../kernel/money/index.ts";
import { assert, done, type Result } from "../../../kernel/refusal.ts";
import { isRead, nothingRead, type ReadBeside } from "./beside.ts";
import { type Counts, countingSteps } from "./counting-steps.ts";
import { grainsIn } from "./grains.ts";
import type { PlanStep, PricePlan } from "./plan.ts";
import { constant, type Figure, figure, total, writer } from "./steps/figure.ts";
import type { PlanFrame, PricePoint, Prices, StepRun, ValuedDelivery } from "./steps/kind.ts";
import { kindOf } from "./steps/kinds.ts";

/** One value line; quantity and price as lossless text in the plan's unit, the amount in whole line grains of the book. */
export type ValueLine = {
  readonly line: string;
  readonly quantity: string;
  readonly price: string;
  readonly amount: Amount;
};

/** What one hand-over is worth, and every figure on the way, in the order of the plan's steps. */
export type Valuation = {
  readonly delivery: ValuedDelivery;
  /** Of a step that does not count, "". */
  readonly figures: readonly string[];
  readonly lines: readonly ValueLine[];
  /** Sum of the lines. */
  readonly value: Amount;
  /** The weight that came in and the weight that is paid (a weight paid by two lines counts once), in the plan's unit. */
  readonly delivered: Figure;
  readonly paid: Figure;
  /** Points of price series read, in the order of the steps. */
  readonly prices: readonly PricePoint[];
  /** What the hand-over earns for the premium account, beside its value; unsaid where the plan has no premium. */
  readonly premiums?: readonly ValueLine[];
  /** What was read beside prices and readings; unsaid where nothing was. */
  readonly beside?: ReadBeside;
};

/** A plan made ready: constants parsed, names turned into positions. Make it once per plan and version. */
export type CompiledPlan = {
  readonly plan: PricePlan;
  readonly lineGrain: string;
  readonly value: (delivery: ValuedDelivery, prices: Prices) => Result<Valuation>;
};

type ReadyStep = { readonly run: StepRun; readonly write: (figure: Figure) => string };
/** A plan with its names turned into positions. */
type ReadyPlan = {
  readonly steps: readonly ReadyStep[];
  readonly lines: readonly ReadyLine[];
  readonly premiums: readonly ReadyLine[];
  readonly deliveredAt: number;
  /** Where the weights that are paid stand, each once. */
  readonly paidAt: readonly number[];
  readonly counts: Counts;
  /** Whether any step reads more than weights, readings and published prices. */
  readonly readsBeside: boolean;
};
type ReadyLine = {
  readonly line: string;
  readonly at: number;
  readonly quantityAt: number;
  readonly priceAt: number;
  /** Amount = the figure's numerator × this: its denominator is the rounding's own, which divides the line grain. */
  readonly grains: (amount: Figure) => bigint;
};

/** Prepares a checked plan for a book whose lines have this grain (decimal text). */
export function compilePlan(plan: PricePlan, lineGrain: string): CompiledPlan {
  const positions = new Map(plan.steps.map((step, index) => [step.id, index]));
  const at = (id: string): number => {
    const found = positions.get(id);
    assert(found !== undefined, `the checked plan has a step "${id}"`);
    return found;
  };
  const frame: PlanFrame = { gramsPerUnit: plan.unit.grams, currency: plan.currency, at };
  const steps = plan.steps.map((step) => readyStep(step, frame));
  const linesOf = (kind: "value" | "premium") =>
    plan.steps.flatMap((step, index) => (step.kind === kind ? [readyLine(step, index, at, lineGrain)] : []));
  const lines = linesOf("value");
  const weighs = (index: number): boolean => kindOf(plan.steps[index] as PlanStep).result === "weight";
  const paidAt = [...new Set(lines.map((line) => line.quantityAt))].filter(weighs);
  const ready: ReadyPlan = {
    steps,
    lines,
    premiums: linesOf("premium"),
    deliveredAt: at(plan.delivered),
    paidAt,
    counts: countingSteps(plan),
    readsBeside: plan.steps.some(readsBeside),
  };
  return { plan, lineGrain, value: (delivery, prices) => valued(ready, delivery, prices) };
}

/** Values one hand-over once; for many, keep the compiled plan. */
export const valueDelivery = (
  plan: PricePlan,
  lineGrain: string,
  delivery: ValuedDelivery,
  prices: Prices,
): Result<Valuation> => compilePlan(plan, lineGrain).value(delivery, prices);

const readsBeside = (step: PlanStep): boolean => {
  const { labMeasures, schemes, contracts } = kindOf(step);
  return step.kind === "posted-price" || (labMeasures ?? schemes ?? contracts) !== undefined;
};

const readyStep = (step: PlanStep, frame: PlanFrame): ReadyStep => ({
  run: kindOf(step).compile(step, frame),
  write: writer("rounding" in step ? step.rounding : undefined),
});

function readyLine(
  step: Extract<PlanStep, { kind: "value" | "premium" }>,
  index: number,
  at: (id: string) => number,
  lineGrain: string,
): ReadyLine {
  const perRounding = grainsIn(step.rounding.grain, lineGrain);
  const { numerator, denominator } = constant(step.rounding.grain);
  return {
    line: step.line,
    at: index,
    quantityAt: at(step.quantity),
    priceAt: at(step.price),
    grains: (amount) => {
      assert(amount.denominator === denominator, "an amount is a whole number of its rounding's grains");
      return (amount.numerator / numerator) * perRounding;
    },
  };
}

/** Of plans that read nothing beside: no step writes into it, and a settlement of 200,000 hand-overs makes it once. */
const unread = nothingRead();

const nothing: Figure = { numerator: 0n, denominator: 1n };

function valued(ready: ReadyPlan, delivery: ValuedDelivery, prices: Prices): Result<Valuation> {
  const figures: Figure[] = [];
  const read: PricePoint[] = [];
  const beside = ready.readsBeside ? nothingRead() : unread;
  const inputs = { delivery, prices, figures, read, beside };
  const texts: string[] = [];
  const counts = ready.counts === null ? null : ready.counts(delivery);
  for (let at = 0; at < ready.steps.length; at += 1) {
    const step = ready.steps[at] as ReadyStep;
    if (counts !== null && counts[at] !== true) {
      figures.push(nothing);
      texts.push("");
      continue;
    }
    const found = step.run(inputs);
    if (!found.ok) return found;
    figures.push(found.value);
    texts.push(step.write(found.value));
  }
  const lineOf = ({ line, at, quantityAt, priceAt, grains }: ReadyLine): ValueLine => ({
    line,
    quantity: texts[quantityAt] ?? "",
    price: texts[priceAt] ?? "",
    amount: grains(figure(figures, at)) as Amount,
  });
  const counting = counts === null ? ready.lines : ready.lines.filter(({ at }) => counts[at]);
  const lines = counting.map(lineOf);
  return done({
    delivery,
    figures: texts,
    lines,
    value: lines.reduce((sum, one) => sum + one.amount, 0n) as Amount,
    delivered: figure(figures, ready.deliveredAt),
    paid: paidBy(ready, counting).reduce((sum, at) => total(sum, figure(figures, at)), nothing),
    prices: read,
    ...(ready.premiums.length === 0 ? {} : { premiums: ready.premiums.map(lineOf) }),
    ...(isRead(beside) ? { beside } : {}),
  });
}

/** Where the weights stand that the lines pay which count. */
const paidBy = ({ lines, paidAt }: ReadyPlan, counting: readonly ReadyLine[]): readonly number[] =>
  counting.length === lines.length ? paidAt : paidAt.filter((at) => counting.some((one) => one.quantityAt === at));
