import * as z from "zod/mini";
import { done } from "../../../../kernel/refusal.ts";
import { stepId } from "../spelling.ts";
import { below, figure, figureFromText } from "./figure.ts";
import type { StepKind } from "./kind.ts";

/** The higher of two prices: what the market gives, or the floor that a scheme, a contract or another market sets. */
export const higherPriceStep = z.strictObject({
  id: stepId,
  kind: z.literal("higher-price"),
  price: stepId,
  floor: stepId,
});
type HigherPriceStep = z.infer<typeof higherPriceStep>;

export const higherPrice: StepKind<HigherPriceStep> = {
  result: "price",
  reads: (step) => [
    { field: "price", id: step.price, kind: "price" },
    { field: "floor", id: step.floor, kind: "price" },
  ],
  measures: () => [],
  series: () => [],
  compile: (step, frame) => {
    const [priceAt, floorAt] = [frame.at(step.price), frame.at(step.floor)];
    return ({ figures }) => {
      const [price, floor] = [figure(figures, priceAt), figure(figures, floorAt)];
      return done(below(price, floor) ? floor : price);
    };
  },
  explain: (step, kept) => {
    const [price, floor] = [kept.figure(step.price) ?? "", kept.figure(step.floor) ?? ""];
    const [market, lowest] = [figureFromText(price), figureFromText(floor)];
    const isRaised = market !== null && lowest !== null && below(market, lowest);
    return {
      message: isRaised ? "price-floor-raised" : "price-floor-kept",
      values: { unit: kept.unit, price, floor, result: kept.result },
    };
  },
};
