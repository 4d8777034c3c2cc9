/** What a price plan must satisfy before it is published. */
import { isGrain } from "../../../kernel/exact/index.ts";
import { assert, done, type Result, refused } from "../../../kernel/refusal.ts";
import { isWholeMultiple } from "./grains.ts";
import { type PlanStep, type PricePlan, pricePlan } from "./plan.ts";
import type { pricePlanOf020 } from "./released-plans.ts";
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

/**
 * Reads a price plan as it came and checks it: shape, names of figures and their kinds, bands, a value line at least, amounts
 * rounded to whole line grains of the book. `lineGrain` is the book's, as decimal text; `vocabulary` that of this release, or the vocabulary of a release before.
 */
export function checkPricePlan(
  body: unknown,
  lineGrain: string,
  vocabulary: typeof pricePlan | typeof pricePlanOf020 = pricePlan,
): Result<PricePlan> {
  assert(isGrain(lineGrain), "a book's line grain is a decimal above zero");
  const parsed = vocabulary.safeParse(body);
  if (!parsed.success) return sheetFault(parsed.error, faults);
  const plan = parsed.data;
  const known = new Map<string, FigureKind>();
  const lines = new Set<string>();
  const series = new Set<string>();
  for (const [index, step] of plan.steps.entries()) {
    const fault =
      stepFault(step, `steps.${index}`, known) ??
      seriesFault(step, `steps.${index}`, series) ??
      valueFault(step, `steps.${index}`, lines, lineGrain);
    if (fault) return fault;
    known.set(step.id, kindOf(step).result);
  }
  if (lines.size === 0) return refused("plan.no-value", {}, "steps");
  if (known.get(plan.delivered) !== "weight")
    return refused("plan.figure-unknown", { figure: plan.delivered }, "delivered");
  return done(plan);
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

/** A series is read once: the paper keeps the published point under its name. */
function seriesFault(step: PlanStep, at: string, read: Set<string>): Refused | null {
  for (const series of kindOf(step).series(step)) {
    if (read.has(series)) return refused("plan.series-repeated", { step: step.id, series }, `${at}.series`);
    read.add(series);
  }
  return null;
}

/** A value line is named once and rounds to what the book can post. */
function valueFault(step: PlanStep, at: string, lines: Set<string>, lineGrain: string): Refused | null {
  if (step.kind !== "value") return null;
  if (lines.has(step.line)) return refused("plan.line-repeated", { line: step.line }, `${at}.line`);
  lines.add(step.line);
  if (isWholeMultiple(step.rounding.grain, lineGrain)) return null;
  return refused("plan.grain-finer-than-book", { grain: step.rounding.grain, book: lineGrain }, `${at}.rounding.grain`);
}
