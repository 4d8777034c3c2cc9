import * as z from "zod/mini";
import { done } from "../../../../kernel/refusal.ts";
import { notNegativeDecimal, stepId, wordsByLanguage } from "../spelling.ts";
import { below, constant, figure, figureFromText } from "./figure.ts";
import type { StepKind } from "./kind.ts";

/**
 * The price, or the floor where the price is below it. Whose floor, and of which version, its `name` says: a contract signed earlier
 * keeps the floor of its own date, which is a version of the plan. A premium is never part of a floor.
 */
export const priceFloorStep = z.strictObject({
  id: stepId,
  kind: z.literal("price-floor"),
  price: stepId,
  floor: notNegativeDecimal,
  name: wordsByLanguage,
});
type PriceFloorStep = z.infer<typeof priceFloorStep>;

export const priceFloor: StepKind<PriceFloorStep> = {
  result: "price",
  reads: (step) => [{ field: "price", id: step.price, kind: "price" }],
  measures: () => [],
  series: () => [],
  compile: (step, frame) => {
    const floor = constant(step.floor);
    const priceAt = frame.at(step.price);
    return ({ figures }) => {
      const price = figure(figures, priceAt);
      return done(below(price, floor) ? floor : price);
    };
  },
  explain: (step, kept) => {
    const price = figureFromText(kept.figure(step.price) ?? "");
    const isRaised = price !== null && below(price, constant(step.floor));
    return {
      message: isRaised ? "price-floor-raised" : "price-floor-kept",
      values: { unit: kept.unit, price: kept.figure(step.price) ?? "", floor: step.floor, result: kept.result },
    };
  },
};
