import * as z from "zod/mini";
import { done, refused } from "../../../../kernel/refusal.ts";
import { stepId } from "../spelling.ts";
import { band, bandOf, bandOfText, brokenBand, readyBands, shapeOfBand } from "./bands.ts";
import { exactText, figure } from "./figure.ts";
import type { StepKind } from "./kind.ts";

/**
 * What a price gains or loses by the band an earlier figure falls in: a mean of several counts, a fermentation index, an exportable
 * yield. In currency per unit.
 */
export const differentialOfFigureStep = z.strictObject({
  id: stepId,
  kind: z.literal("differential-of-figure"),
  figure: stepId,
  bands: z.array(band).check(z.minLength(1)),
});
type DifferentialOfFigureStep = z.infer<typeof differentialOfFigureStep>;

export const differentialOfFigure: StepKind<DifferentialOfFigureStep> = {
  result: "price",
  reads: (step) => [{ field: "figure", id: step.figure, kind: ["factor", "percent"] }],
  measures: () => [],
  series: () => [],
  fault: (step) => {
    const broken = brokenBand(step.bands);
    return broken < 0 ? null : refused("plan.bands-broken", { step: step.id }, `bands.${broken}`);
  },
  compile: (step, frame) => {
    const bands = readyBands(step.bands);
    const at = frame.at(step.figure);
    return ({ delivery, figures }) => {
      const value = figure(figures, at);
      const found = bandOf(bands, value);
      if (found) return done(found.adds);
      return refused("valuation.outside-bands", {
        delivery: delivery.id,
        measure: step.figure,
        value: exactText(value),
      });
    };
  },
  explain: (step, kept) => {
    const reading = kept.figure(step.figure) ?? "";
    const found = bandOfText(step.bands, reading);
    return {
      message: `differential-of-figure-${shapeOfBand(found)}`,
      values: {
        unit: kept.unit,
        reading,
        from: found?.from ?? "",
        below: found?.below ?? "",
        result: kept.result,
      },
    };
  },
};
