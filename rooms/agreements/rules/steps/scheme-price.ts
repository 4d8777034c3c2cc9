import * as z from "zod/mini";
import { done, refused } from "../../../../kernel/refusal.ts";
import type { SchemeTerm } from "../beside.ts";
import { codeText, currencyText, dayText, roundingSheet, stepId } from "../spelling.ts";
import { constant, figureFromText, rounded } from "./figure.ts";
import type { StepKind } from "./kind.ts";

/** What a scheme's sheet says of a term: its minimum price, its organic differential, its premium. */
export const schemeFigures = ["minimum", "organic", "premium"] as const;

/**
 * A figure of a certification scheme's published sheet: by the version in force on the day of the hand-over, or on the day the contract
 * was `signed`, never by today's. It is brought from the sheet's unit to the plan's by grams. The statement names scheme, term and
 * version. A minimum goes into `higher-price`, an organic differential is added, a premium goes to its own account (`premium`).
 */
export const schemePriceStep = z.strictObject({
  id: stepId,
  kind: z.literal("scheme-price"),
  scheme: codeText,
  term: codeText,
  what: z.enum(schemeFigures),
  /** The day whose version counts; unsaid, the day of the hand-over. */
  signed: z.optional(dayText),
  currency: z.optional(currencyText),
  rounding: z.optional(roundingSheet),
});
type SchemePriceStep = z.infer<typeof schemePriceStep>;

/** The version of a term in force on a day; null when none is. */
export function termOn(terms: readonly SchemeTerm[], scheme: string, term: string, day: string): SchemeTerm | null {
  let found: SchemeTerm | null = null;
  for (const one of terms)
    if (
      one.scheme === scheme &&
      one.term === term &&
      one.from <= day &&
      (found === null || one.version > found.version)
    )
      found = one;
  return found === null || (found.until !== null && found.until < day) ? null : found;
}

export const schemePrice: StepKind<SchemePriceStep> = {
  result: "price",
  reads: () => [],
  measures: () => [],
  series: () => [],
  schemes: (step) => [step.scheme],
  compile: (step, frame) => {
    const perUnit = constant(frame.gramsPerUnit);
    const currency = step.currency ?? frame.currency;
    const round = rounded(step.rounding);
    return ({ delivery, beside }) => {
      const day = step.signed ?? delivery.day;
      const facts = { delivery: delivery.id, scheme: step.scheme, term: step.term };
      const known = delivery.beside?.terms;
      if (known === undefined) return refused("valuation.schemes-unknown", facts);
      const found = termOn(known, step.scheme, step.term, day);
      const value = found?.[step.what] ?? null;
      if (found === null || value === null) return refused("valuation.scheme-not-in-force", { ...facts, day });
      if (found.currency !== currency)
        return refused("valuation.scheme-other-currency", { ...facts, sheet: found.currency, plan: currency });
      const [price, grams] = [figureFromText(value), figureFromText(found.grams)];
      if (price === null || grams === null || grams.numerator <= 0n)
        return refused("valuation.scheme-not-in-force", { ...facts, day });
      if (
        !beside.terms.some(
          (one) => one.scheme === found.scheme && one.term === found.term && one.version === found.version,
        )
      )
        beside.terms.push(found);
      return done(
        round(
          price.numerator * perUnit.numerator * grams.denominator,
          price.denominator * perUnit.denominator * grams.numerator,
        ),
      );
    };
  },
  explain: (step, kept) => {
    const found = termOn(kept.terms, step.scheme, step.term, step.signed ?? kept.day);
    return {
      message: `scheme-price-${step.what}${step.signed === undefined ? "" : "-signed"}`,
      values: {
        unit: kept.unit,
        scheme: step.scheme,
        term: step.term,
        since: found?.from ?? "",
        version: String(found?.version ?? ""),
        signed: step.signed ?? "",
        published: found?.[step.what] ?? "",
        grams: found?.grams ?? "",
        unitGrams: kept.unitGrams,
        result: kept.result,
      },
    };
  },
};
