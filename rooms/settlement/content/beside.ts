/** What a statement keeps of what its plans read beside prices and readings: enough to work the figures out again. */
import type { Fixing, LabResult, ReadBeside, SchemeTerm } from "../../agreements/rules/beside.ts";

/** As read, in the order of the steps; `place` is null where no step asked for it. */
export type StatementBeside = {
  readonly fixings: readonly Fixing[];
  readonly labResults: readonly LabResult[];
  readonly place: string | null;
  readonly terms: readonly SchemeTerm[];
};

/** Built in the order of its names, as all of a statement's content. */
export const besideContent = ({ fixings, labResults, place, terms }: ReadBeside): StatementBeside => ({
  fixings: fixings.map(({ contract, day, fixing, level, lots, month }) => ({
    contract,
    day,
    fixing,
    level,
    lots,
    month,
  })),
  labResults: labResults.map(({ day, measure, result, value }) => ({ day, measure, result, value })),
  place,
  terms: terms.map((one) => ({
    ...{ currency: one.currency, from: one.from, grams: one.grams, minimum: one.minimum, organic: one.organic },
    ...{ premium: one.premium, scheme: one.scheme, term: one.term, until: one.until, version: one.version },
  })),
});
