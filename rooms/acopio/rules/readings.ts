/** Readings of the grader, seen by the grading scheme of the day. */
import { compare, decimal, exactly, type Ratio } from "../../../kernel/exact/index.ts";
import { standardUnit } from "../../../kernel/quantity/index.ts";
import type { GradingScheme } from "../../agreements/rules/grading.ts";

/** A reading: of which measure, how much, in which unit. */
export type Reading = { readonly measure: string; readonly value: string; readonly unit: string };

/** What is doubted about a reading. `at` is its place in the list. */
export type ReadingDoubt = {
  readonly at: number;
  readonly doubt: "not-in-scheme" | "outside-plausible" | "unit-unknown" | "other-unit";
};

type Known = { readonly unit: string; readonly from: Ratio; readonly to: Ratio };

/** Schemes prepared once, since a thousand hand-overs in a row are graded by the same one. */
const prepared = new WeakMap<GradingScheme, ReadonlyMap<string, Known>>();

function measuresOf(scheme: GradingScheme): ReadonlyMap<string, Known> {
  const kept = prepared.get(scheme);
  if (kept !== undefined) return kept;
  const made = new Map(
    scheme.measures.map(({ measure, unit, plausible }) => [
      measure,
      { unit, from: exactly(plausible.from), to: exactly(plausible.to) },
    ]),
  );
  prepared.set(scheme, made);
  return made;
}

/**
 * Whether a unit's word needs to be looked up among the organisation's own: not when the scheme or everybody knows it.
 * Without a scheme any word of a unit stands as said.
 */
export const isForeignUnit = (reading: Reading, scheme: GradingScheme | null): boolean => {
  const known = scheme === null ? undefined : measuresOf(scheme).get(reading.measure);
  return known !== undefined && known.unit !== reading.unit && standardUnit(reading.unit) === null;
};

/**
 * What is doubted about the readings of one hand-over, in their order; empty when nothing is. `localUnits` are the words of
 * units that the organisation has defined. A value in another unit than the scheme's is not compared with its range.
 */
export function doubtfulReadings(
  readings: readonly Reading[],
  scheme: GradingScheme | null,
  localUnits: ReadonlySet<string>,
): readonly ReadingDoubt[] {
  if (scheme === null) return [];
  const measures = measuresOf(scheme);
  const doubts: ReadingDoubt[] = [];
  for (const [at, { measure, value, unit }] of readings.entries()) {
    const known = measures.get(measure);
    const number = decimal(value);
    if (known === undefined) doubts.push({ at, doubt: "not-in-scheme" });
    else if (unit !== known.unit) {
      const isWord = standardUnit(unit) !== null || localUnits.has(unit);
      doubts.push({ at, doubt: isWord ? "other-unit" : "unit-unknown" });
    } else if (number === null || compare(number, known.from) < 0 || compare(number, known.to) > 0)
      doubts.push({ at, doubt: "outside-plausible" });
  }
  return doubts;
}

/** The reading of each measure that counts: later results take the place of earlier ones, in the order they were said. */
export function mergedReadings<R extends Reading>(first: readonly R[], later: readonly (readonly R[])[]): readonly R[] {
  if (later.length === 0) return first;
  const byMeasure = new Map<string, R>();
  for (const list of [first, ...later]) for (const one of list) byMeasure.set(one.measure, one);
  return [...byMeasure.values()];
}
