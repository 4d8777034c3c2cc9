import * as z from "zod/mini";
import { done, refused } from "../../../../kernel/refusal.ts";
import type { Fixing } from "../beside.ts";
import { codeText, currencyText, dayText, positiveDecimal, roundingSheet, stepId } from "../spelling.ts";
import { constant, type Figure, figure, figureFromText, rounded, times, total } from "./figure.ts";
import type { KeptInputs, StepKind } from "./kind.ts";

/**
 * A price to be fixed: the contract names lots and a last day, and each lot is fixed by an act of its own. Once all are fixed, the
 * reference is the mean of the levels, each by its lots, brought to the plan's unit; until then the provisional price of an earlier step
 * is paid. A fixing after the last day holds the hand-over: the contract did not allow it. Source: price-to-be-fixed coffee contracts.
 */
export const fixedLaterStep = z.strictObject({
  id: stepId,
  kind: z.literal("fixed-later"),
  contract: codeText,
  lots: positiveDecimal,
  until: dayText,
  provisional: stepId,
  quotedFor: positiveDecimal,
  currency: z.optional(currencyText),
  rounding: z.optional(roundingSheet),
});
type FixedLaterStep = z.infer<typeof fixedLaterStep>;

const nothing: Figure = { numerator: 0n, denominator: 1n };
const read = (text: string): Figure => figureFromText(text) ?? nothing;
const lotsOf = (fixings: readonly Fixing[]): Figure => fixings.map((one) => read(one.lots)).reduce(total, nothing);

export const fixedLater: StepKind<FixedLaterStep> = {
  result: "price",
  reads: (step) => [{ field: "provisional", id: step.provisional, kind: "price" }],
  measures: () => [],
  series: () => [],
  contracts: (step) => [step.contract],
  compile: (step, frame) => {
    const provisionalAt = frame.at(step.provisional);
    const [lots, quotedFor] = [constant(step.lots), constant(step.quotedFor)];
    const round = rounded(step.rounding);
    return ({ delivery, figures, beside }) => {
      const known = delivery.beside?.fixings;
      const facts = { delivery: delivery.id, contract: step.contract };
      if (known === undefined) return refused("valuation.fixings-unknown", facts);
      const own = known.filter((one) => one.contract === step.contract);
      const late = own.find((one) => one.day > step.until);
      if (late !== undefined)
        return refused("valuation.fixing-too-late", { ...facts, day: late.day, until: step.until });
      const fixed = lotsOf(own);
      const [have, need] = [fixed.numerator * lots.denominator, lots.numerator * fixed.denominator];
      if (have > need) return refused("valuation.fixings-beyond-lots", { ...facts, lots: step.lots });
      if (have < need) {
        const provisional = figure(figures, provisionalAt);
        return done(round(provisional.numerator, provisional.denominator));
      }
      for (const one of own) if (!beside.fixings.some(({ fixing }) => fixing === one.fixing)) beside.fixings.push(one);
      const sum = own.map((one) => times(read(one.level), read(one.lots))).reduce(total, nothing);
      return done(
        round(
          sum.numerator * fixed.denominator * quotedFor.denominator,
          sum.denominator * fixed.numerator * quotedFor.numerator,
        ),
      );
    };
  },
  explain: (step, kept) => {
    const own = fixedBy(step, kept);
    const values = {
      unit: kept.unit,
      contract: step.contract,
      lots: step.lots,
      until: step.until,
      quotedFor: step.quotedFor,
      provisional: kept.figure(step.provisional) ?? "",
      result: kept.result,
    };
    if (own.length === 0) return { message: "fixed-later-open", values };
    const days = own.map((one) => one.day).sort();
    return { message: "fixed-later-fixed", values: { ...values, count: String(own.length), last: days.at(-1) ?? "" } };
  },
};

const fixedBy = (step: FixedLaterStep, kept: KeptInputs): readonly Fixing[] => kept.fixings(step.contract);
