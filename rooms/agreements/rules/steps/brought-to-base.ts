/** What wet or dirty goods weigh once they are what the price is for: the arithmetic that moisture and dockage share. */
import { done, refused } from "../../../../kernel/refusal.ts";
import { below, constant, difference, exactText, figure, figureFromText, rounded } from "./figure.ts";
import type { KeptInputs, PlanFrame, StepRun } from "./kind.ts";
import { impossible, measuredPercent } from "./measured.ts";

/** A step that brings a weight to a base percentage of something that is not paid for. */
type BaseStep = {
  readonly id: string;
  readonly weight: string;
  readonly measure: string;
  readonly base: string;
  readonly rounding?: Parameters<typeof rounded>[0];
};

/** The weight read, and the reading of the grader. */
export const baseReads = (step: BaseStep) => [{ field: "weight", id: step.weight, kind: "weight" as const }];

/** A base of all of it leaves nothing to pay for. */
export const baseFault = (step: BaseStep) =>
  below(constant(step.base), constant("100")) ? null : refused("plan.base-impossible", { step: step.id }, "base");

/**
 * weight × (100 − measured) ÷ (100 − base), not weight × (1 − difference). `better` says what happens to a reading below the base:
 * "unchanged", or "rewarded" by the same formula.
 */
export function broughtToBase(step: BaseStep, better: "unchanged" | "rewarded", frame: PlanFrame): StepRun {
  const base = constant(step.base);
  const pureBase = 100n * base.denominator - base.numerator;
  const weightAt = frame.at(step.weight);
  const round = rounded(step.rounding);
  return ({ figures, delivery }) => {
    const weight = figure(figures, weightAt);
    const reading = measuredPercent(delivery, step.measure);
    if (!reading.ok) return reading;
    const found = reading.value;
    if (better === "unchanged" && below(found, base)) return done(round(weight.numerator, weight.denominator));
    const pure = 100n * found.denominator - found.numerator;
    if (pure === 0n) return impossible(delivery, step.measure);
    return done(round(weight.numerator * pure * base.denominator, weight.denominator * found.denominator * pureBase));
  };
}

/** What the adjustment took off: weight − result. Nothing where the paper does not hold both. */
export function takenOff(step: BaseStep, kept: KeptInputs): string {
  const [before, after] = [figureFromText(kept.figure(step.weight) ?? ""), figureFromText(kept.result)];
  return before && after ? exactText(difference(before, after)) : "";
}

/** Where a kept reading lies: above the base, at it, or below it. A reading the paper lacks counts as above. */
export function besideBase(step: BaseStep, kept: KeptInputs): "above" | "at" | "below" {
  const [reading, base] = [figureFromText(kept.measurement(step.measure) ?? ""), constant(step.base)];
  if (reading === null || below(base, reading)) return "above";
  return below(reading, base) ? "below" : "at";
}
