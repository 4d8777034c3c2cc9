/** A deduction plan made ready for a book: constants parsed, caps tied to what they limit. Make it once per version. */

import { type Rounding, wholeGrains } from "../../../kernel/exact/index.ts";
import type { Deduction, DeductionBasis, DeductionCap, DeductionPlan } from "../../agreements/rules/deductions.ts";
import { grainsIn } from "../../agreements/rules/grains.ts";
import { constant, type Figure } from "../../agreements/rules/steps/figure.ts";

/** Rounds a figure of money to the named grain and counts it in line grains of the book. */
export type ToGrains = (figure: Figure) => bigint;

/** One deduction with its numbers parsed. `rate`: money per unit, percent, or amount; zero for balances. */
export type ReadyDeduction = {
  readonly deduction: Deduction;
  readonly rate: Figure;
  readonly rateText: string;
  readonly toGrains: ToGrains;
  /** Positions of the caps that limit it. */
  readonly caps: readonly number[];
};

/** One cap. `percent` is null for a yearly cap, which has `amount` grains instead. */
export type ReadyCap = {
  readonly cap: DeductionCap;
  readonly percent: Figure | null;
  readonly amount: bigint;
  readonly toGrains: ToGrains;
};

export type ReadyDeductions = {
  readonly plan: DeductionPlan;
  readonly lineGrain: string;
  readonly grain: Figure;
  readonly deductions: readonly ReadyDeduction[];
  readonly caps: readonly ReadyCap[];
};

/** Prepares a checked plan for a book whose lines have this grain. */
export function readyDeductions(plan: DeductionPlan, lineGrain: string): ReadyDeductions {
  return {
    plan,
    lineGrain,
    grain: constant(lineGrain),
    deductions: plan.deductions.map((deduction) => ({
      deduction,
      rate: constant(rateOf(deduction.basis)),
      rateText: rateOf(deduction.basis),
      toGrains: "rounding" in deduction.basis ? toGrains(deduction.basis.rounding, lineGrain) : notRounded,
      caps: plan.caps.flatMap((cap, index) => (cap.limits.includes(deduction.code) ? [index] : [])),
    })),
    caps: plan.caps.map((cap) => ({
      cap,
      percent: cap.kind === "yearly" ? null : constant(cap.percent),
      amount: cap.kind === "yearly" ? grainsIn(cap.amount, lineGrain) : 0n,
      toGrains: cap.kind === "yearly" ? notRounded : toGrains(cap.rounding, lineGrain),
    })),
  };
}

function toGrains(rounding: Rounding, lineGrain: string): ToGrains {
  const perRounding = grainsIn(rounding.grain, lineGrain);
  return (figure) => wholeGrains(figure, rounding) * perRounding;
}

/** Balances are whole grains as they stand. */
const notRounded: ToGrains = (figure) => figure.numerator / figure.denominator;

function rateOf(basis: DeductionBasis): string {
  if ("rate" in basis) return basis.rate;
  if ("percent" in basis) return basis.percent;
  return basis.kind === "fixed" ? basis.amount : "0";
}
