/** The readings of a hand-over under the season's grading scheme: what is asked, what was read, and what it means for the goods. */
import { compare, decimal, exactly } from "../../../../../../kernel/exact/index.ts";
import type { Measurement } from "../../../../../../rooms/acopio/said.ts";
import type { GradingScheme } from "../../../../../../rooms/agreements/rules/grading.ts";
import type { PricePlan } from "../../../../../../rooms/agreements/rules/plan.ts";
import { kindOf } from "../../../../../../rooms/agreements/rules/steps/kinds.ts";
import type { Notation } from "../../../../../language/notation.ts";
import { readFigure } from "../../../../../language/reading.ts";
import type { HandOverDraft } from "./draft.ts";

export type SchemeMeasure = GradingScheme["measures"][number];
type Band = NonNullable<SchemeMeasure["bands"]>[number];

/** `missing`: nothing was typed. `unreadable`: it is no number. `doubtful`: no sample gives it, as far as the scheme knows. */
export type ReadingState = "missing" | "unreadable" | "doubtful" | "accepted" | "conditioned" | "rejected";

/** One measure with its reading. `value` is exact text once it can be read; `needed`: the price waits for it. */
export type GradedReading = {
  readonly measure: SchemeMeasure;
  readonly typed: string;
  readonly value: string | null;
  readonly state: ReadingState;
  readonly band: Band | null;
  readonly needed: boolean;
};

/** Measures that the plan cannot do without. */
export const measuresNeeded = (plan: PricePlan | null): ReadonlySet<string> =>
  new Set((plan?.steps ?? []).flatMap((step) => kindOf(step).measures(step)));

/** Every measure of the scheme in its order, each with what was read. */
export function gradedReadings(
  draft: HandOverDraft,
  scheme: GradingScheme | null,
  plan: PricePlan | null,
  notation: Notation,
): readonly GradedReading[] {
  const needed = measuresNeeded(plan);
  return (scheme?.measures ?? []).map((measure) => {
    const typed = draft.readings[measure.measure] ?? "";
    const value = typed === "" ? null : readFigure(typed, notation);
    const band = value === null ? null : bandOf(measure, value);
    return {
      measure,
      typed,
      value,
      band,
      needed: needed.has(measure.measure),
      state: stateOf(measure, typed, value, band),
    };
  });
}

function stateOf(measure: SchemeMeasure, typed: string, value: string | null, band: Band | null): ReadingState {
  if (typed === "") return "missing";
  const number = value === null ? null : decimal(value);
  if (number === null) return "unreadable";
  const { from, to } = measure.plausible;
  if (compare(number, exactly(from)) < 0 || compare(number, exactly(to)) > 0) return "doubtful";
  return band?.goods ?? "accepted";
}

function bandOf({ bands }: SchemeMeasure, value: string): Band | null {
  const number = decimal(value);
  if (number === null) return null;
  const holds = ({ from, below }: Band): boolean =>
    (from === undefined || compare(number, exactly(from)) >= 0) &&
    (below === undefined || compare(number, exactly(below)) < 0);
  return bands?.find(holds) ?? null;
}

/** What the readings together mean for the goods. */
export type Verdict = {
  /** The strictest of all: one rejected reading rejects, whatever the others say. */
  readonly goods: "accepted" | "conditioned" | "rejected";
  /** The readings that say so, each with its band. */
  readonly because: readonly GradedReading[];
  /** Readings that the price waits for: the receipt is provisional. */
  readonly waitsFor: readonly GradedReading[];
};

/** The verdict over all readings. */
export function verdictOf(readings: readonly GradedReading[]): Verdict {
  const of = (state: ReadingState) => readings.filter((one) => one.state === state);
  const [rejected, conditioned] = [of("rejected"), of("conditioned")];
  const goods = rejected.length > 0 ? "rejected" : conditioned.length > 0 ? "conditioned" : "accepted";
  const waitsFor = readings.filter(({ needed, value }) => needed && value === null);
  return { goods, because: goods === "rejected" ? rejected : conditioned, waitsFor };
}

/** The readings as they are said; what cannot be read is not said. */
export const measurementsOf = (readings: readonly GradedReading[]): Measurement[] =>
  readings.flatMap(({ measure, value }) =>
    value === null ? [] : [{ measure: measure.measure, value, unit: measure.unit, method: measure.method }],
  );
