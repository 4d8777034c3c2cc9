import * as z from "zod/mini";
import { done, refused } from "../../../../kernel/refusal.ts";
import { measureCode, stepId } from "../spelling.ts";
import { band, bandOf, bandOfText, brokenBand, readyBands, shapeOfBand } from "./bands.ts";
import type { StepKind } from "./kind.ts";
import { measured } from "./measured.ts";

/** What a price gains or loses by the band a reading falls in (cup score, screen, bacteria count), in currency per unit. */
export const differentialByBandStep = z.strictObject({
  id: stepId,
  kind: z.literal("differential-by-band"),
  measure: measureCode,
  bands: z.array(band).check(z.minLength(1)),
});
type DifferentialByBandStep = z.infer<typeof differentialByBandStep>;

export const differentialByBand: StepKind<DifferentialByBandStep> = {
  result: "price",
  reads: () => [],
  measures: (step) => [step.measure],
  series: () => [],
  fault: (step) => {
    const broken = brokenBand(step.bands);
    return broken < 0 ? null : refused("plan.bands-broken", { step: step.id }, `bands.${broken}`);
  },
  compile: (step) => {
    const bands = readyBands(step.bands);
    return ({ delivery }) => {
      const reading = measured(delivery, step.measure);
      if (!reading.ok) return reading;
      const found = bandOf(bands, reading.value);
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
    const found = bandOfText(step.bands, reading);
    return {
      message: `differential-by-band-${shapeOfBand(found)}`,
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
