import * as z from "zod/mini";
import { done, refused } from "../../../../kernel/refusal.ts";
import { decimalText, measureCode, stepId } from "../spelling.ts";
import { below, constant, type Figure, figureFromText } from "./figure.ts";
import type { StepKind } from "./kind.ts";
import { measured } from "./measured.ts";

/** One band: readings not below `from` and below `below`; the first may lack `from`, the last `below`. */
const band = z.strictObject({ from: z.optional(decimalText), below: z.optional(decimalText), adds: decimalText });

/**
 * What a price gains or loses by the band a reading falls in (cup score, screen, bacteria count), in currency per unit.
 * Bands follow one another without gap or overlap, so that no reading falls in two.
 */
export const differentialByBandStep = z.strictObject({
  id: stepId,
  kind: z.literal("differential-by-band"),
  measure: measureCode,
  bands: z.array(band).check(z.minLength(1)),
});
type DifferentialByBandStep = z.infer<typeof differentialByBandStep>;
type ReadyBand = { readonly from: Figure | null; readonly below: Figure | null; readonly adds: Figure };

const holds = (one: ReadyBand, value: Figure): boolean =>
  (one.from === null || !below(value, one.from)) && (one.below === null || below(value, one.below));

const ready = (step: DifferentialByBandStep): ReadyBand[] =>
  step.bands.map((one) => ({
    from: one.from === undefined ? null : constant(one.from),
    below: one.below === undefined ? null : constant(one.below),
    adds: constant(one.adds),
  }));

/** The first band that does not begin where the one before ended, or that ends before it begins. */
function brokenBand(step: DifferentialByBandStep): number {
  const bands = ready(step);
  return bands.findIndex((one, index) => {
    if (one.from && one.below && !below(one.from, one.below)) return true;
    const before = bands[index - 1];
    if (!before) return false;
    return !before.below || !one.from || below(before.below, one.from) || below(one.from, before.below);
  });
}

export const differentialByBand: StepKind<DifferentialByBandStep> = {
  result: "price",
  reads: () => [],
  measures: (step) => [step.measure],
  series: () => [],
  fault: (step) => {
    const broken = brokenBand(step);
    return broken < 0 ? null : refused("plan.bands-broken", { step: step.id }, `bands.${broken}`);
  },
  compile: (step) => {
    const bands = ready(step);
    return ({ delivery }) => {
      const reading = measured(delivery, step.measure);
      if (!reading.ok) return reading;
      const found = bands.find((one) => holds(one, reading.value));
      if (found) return done(found.adds);
      return refused("valuation.outside-bands", {
        delivery: delivery.id,
        measure: step.measure,
        value: delivery.measurements[step.measure] ?? null,
      });
    };
  },
  explain: (step, kept) => {
    const reading = kept.measurement(step.measure) ?? "";
    const value = figureFromText(reading);
    const found = value === null ? undefined : step.bands[ready(step).findIndex((one) => holds(one, value))];
    return {
      message: `differential-by-band-${shapeOf(found)}`,
      values: {
        unit: kept.unit,
        measure: step.measure,
        reading,
        from: found?.from ?? "",
        below: found?.below ?? "",
        result: kept.result,
      },
    };
  },
};

/** Which sentence explains a band: bounded on both sides, on one, or on none. */
function shapeOf(found: { from?: string | undefined; below?: string | undefined } | undefined): string {
  if (found?.from === undefined) return found?.below === undefined ? "all" : "first";
  return found.below === undefined ? "last" : "between";
}
