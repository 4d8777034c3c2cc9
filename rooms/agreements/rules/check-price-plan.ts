/** What a price plan must satisfy before it is published. */
import { isGrain } from "../../../kernel/exact/index.ts";
import { assert, done, type Result, refused } from "../../../kernel/refusal.ts";
import { isWholeMultiple } from "./grains.ts";
import { type PlanStep, type PricePlan, pricePlan } from "./plan.ts";
import { pricesInOneCurrency } from "./plan-currencies.ts";
import { pricePlanOf020, pricePlanOf030 } from "./released-plans.ts";
import { type FaultRefusals, type Refused, sheetFault } from "./sheet-fault.ts";
import type { FigureKind } from "./steps/figure.ts";
import { kindOf } from "./steps/kinds.ts";

/** What a faulty field is refused as. A value line without `rounding` would be rounded ambiently: that is not published. */
const faults: FaultRefusals = {
  byField: {
    rounding: (field) => refused("plan.amount-not-rounded", { field }, field),
    kind: (field) => refused("plan.step-kind-unknown", { field }, field),
  },
  otherwise: (field) => refused("plan.spelling", { field }, field),
};

/** The vocabulary of a release: the plans it could read, and whether it looked at the currencies of prices. */
export type PlanVocabulary = {
  readonly schema: typeof pricePlan | typeof pricePlanOf020 | typeof pricePlanOf030;
  /** Whether it looks at the currencies of prices. */
  readonly currencies: boolean;
  /** Whether two steps may read the same series by the same rule. */
  readonly sharesSeries: boolean;
};

/** What is published today. */
export const vocabularyNow: PlanVocabulary = { schema: pricePlan, currencies: true, sharesSeries: true };
/** What was published by any release: a plan that is kept is read by what it was then. */
export const vocabularyEver: PlanVocabulary = { schema: pricePlan, currencies: false, sharesSeries: true };
export const vocabularyOf030: PlanVocabulary = { schema: pricePlanOf030, currencies: false, sharesSeries: false };
export const vocabularyOf020: PlanVocabulary = { schema: pricePlanOf020, currencies: false, sharesSeries: false };

/**
 * Reads a price plan as it came and checks it: shape, names of figures and their kinds, currencies, bands, a value line at least, amounts
 * rounded to whole line grains of the book. `lineGrain` is the book's, as decimal text; `vocabulary` that of this release, or of one before.
 */
export function checkPricePlan(
  body: unknown,
  lineGrain: string,
  vocabulary: PlanVocabulary = vocabularyNow,
): Result<PricePlan> {
  assert(isGrain(lineGrain), "a book's line grain is a decimal above zero");
  const parsed = vocabulary.schema.safeParse(body);
  if (!parsed.success) return sheetFault(parsed.error, faults);
  const plan: PricePlan = parsed.data;
  const known = new Map<string, FigureKind>();
  const lines = new Set<string>();
  for (const [index, step] of plan.steps.entries()) {
    const fault =
      stepFault(step, `steps.${index}`, known) ??
      seriesFault(plan, index, vocabulary) ??
      labFault(plan, index) ??
      lineFault(step, `steps.${index}`, lines, lineGrain);
    if (fault) return fault;
    known.set(step.id, kindOf(step).result);
  }
  if (!plan.steps.some((step) => step.kind === "value")) return refused("plan.no-value", {}, "steps");
  if (known.get(plan.delivered) !== "weight")
    return refused("plan.figure-unknown", { figure: plan.delivered }, "delivered");
  return vocabulary.currencies ? (pricesInOneCurrency(plan) ?? done(plan)) : done(plan);
}

/** A step reads only earlier figures of the right kind, and its id is its own. */
function stepFault(step: PlanStep, at: string, known: ReadonlyMap<string, FigureKind>): Refused | null {
  if (known.has(step.id)) return refused("plan.step-repeated", { step: step.id }, `${at}.id`);
  const kind = kindOf(step);
  for (const read of kind.reads(step)) {
    const found = known.get(read.id);
    const field = `${at}.${read.field}`;
    if (found === undefined) return refused("plan.figure-unknown", { step: step.id, figure: read.id }, field);
    const [needs, ...others] = typeof read.kind === "string" ? [read.kind] : read.kind;
    if (found !== needs && !others.includes(found))
      return refused("plan.figure-of-other-kind", { step: step.id, figure: read.id, needs: needs ?? "", found }, field);
  }
  const fault = kind.fault?.(step);
  return fault ? { ok: false, refusal: { ...fault.refusal, field: `${at}.${fault.refusal.field ?? ""}` } } : null;
}

/**
 * A series is read by one rule: the paper keeps its points under its name. Two steps may read the same series by the same rule (a rate
 * for the price and for the premium); releases up to 0.3.0 did not allow it.
 */
function seriesFault(plan: PricePlan, index: number, { sharesSeries }: PlanVocabulary): Refused | null {
  const step = plan.steps[index] as PlanStep;
  const ruleOf = (one: PlanStep): string => ("period" in one ? one.period : "");
  const before = plan.steps.slice(0, index);
  for (const series of kindOf(step).series(step)) {
    const same = before.filter((one) => kindOf(one).series(one).includes(series));
    if (same.some((one) => !sharesSeries || ruleOf(one) !== ruleOf(step)))
      return refused("plan.series-repeated", { step: step.id, series }, `steps.${index}.series`);
  }
  return null;
}

/** Results of a laboratory go into one mean of each measure: the paper keeps which ones under its name. */
function labFault(plan: PricePlan, index: number): Refused | null {
  const measuresOf = (step: PlanStep): readonly string[] => kindOf(step).labMeasures?.(step) ?? [];
  const step = plan.steps[index] as PlanStep;
  const before = new Set(plan.steps.slice(0, index).flatMap(measuresOf));
  const measure = measuresOf(step).find((one) => before.has(one));
  return measure === undefined
    ? null
    : refused("plan.mean-repeated", { step: step.id, measure }, `steps.${index}.measure`);
}

/** A line of value or premium is named once and rounds to what the book can post. */
function lineFault(step: PlanStep, at: string, lines: Set<string>, lineGrain: string): Refused | null {
  if (step.kind !== "value" && step.kind !== "premium") return null;
  if (lines.has(step.line)) return refused("plan.line-repeated", { line: step.line }, `${at}.line`);
  lines.add(step.line);
  if (isWholeMultiple(step.rounding.grain, lineGrain)) return null;
  return refused("plan.grain-finer-than-book", { grain: step.rounding.grain, book: lineGrain }, `${at}.rounding.grain`);
}
