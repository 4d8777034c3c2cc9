/** Reading what the grader measured. A missing reading is a refusal that names it: nobody guesses a moisture. */
import { type Result, refused } from "../../../../kernel/refusal.ts";
import { type Figure, figureFromText } from "./figure.ts";
import type { ValuedDelivery } from "./kind.ts";

/** The reading of a measure. */
export function measured(delivery: ValuedDelivery, measure: string): Result<Figure> {
  const text = delivery.measurements[measure];
  if (text === undefined) return refused("valuation.measurement-missing", { delivery: delivery.id, measure });
  const value = figureFromText(text);
  if (value === null || value.numerator < 0n) return impossible(delivery, measure);
  return { ok: true, value };
}

/** A percentage of what was weighed: from 0 to 100. */
export function measuredPercent(delivery: ValuedDelivery, measure: string): Result<Figure> {
  const reading = measured(delivery, measure);
  if (!reading.ok) return reading;
  if (reading.value.numerator > 100n * reading.value.denominator) return impossible(delivery, measure);
  return reading;
}

/** A reading that no sample can give. */
export const impossible = (delivery: ValuedDelivery, measure: string) =>
  refused("valuation.measurement-impossible", {
    delivery: delivery.id,
    measure,
    value: delivery.measurements[measure] ?? null,
  });
