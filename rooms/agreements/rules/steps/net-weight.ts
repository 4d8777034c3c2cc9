import * as z from "zod/mini";
import { done, refused } from "../../../../kernel/refusal.ts";
import { roundingSheet, stepId } from "../spelling.ts";
import { difference, figure, rounded } from "./figure.ts";
import type { StepKind } from "./kind.ts";

/** Net = gross − the containers' own weights. Below zero it is a question for the scale, never a payment. */
export const netWeightStep = z.strictObject({
  id: stepId,
  kind: z.literal("net-weight"),
  gross: stepId,
  tare: stepId,
  rounding: z.optional(roundingSheet),
});
type NetWeightStep = z.infer<typeof netWeightStep>;

export const netWeight: StepKind<NetWeightStep> = {
  result: "weight",
  reads: (step) => [
    { field: "gross", id: step.gross, kind: "weight" },
    { field: "tare", id: step.tare, kind: "weight" },
  ],
  measures: () => [],
  series: () => [],
  compile: (step, frame) => {
    const round = rounded(step.rounding);
    const grossAt = frame.at(step.gross);
    const tareAt = frame.at(step.tare);
    return ({ figures, delivery }) => {
      const net = difference(figure(figures, grossAt), figure(figures, tareAt));
      if (net.numerator < 0n) return refused("valuation.net-below-zero", { delivery: delivery.id });
      return done(round(net.numerator, net.denominator));
    };
  },
  explain: (step, kept) => ({
    message: "net-weight",
    values: {
      unit: kept.unit,
      gross: kept.figure(step.gross) ?? "",
      tare: kept.figure(step.tare) ?? "",
      result: kept.result,
    },
  }),
};
